import type { Model, Operation, PathParameter } from '../model/types.js'
import { EXAMPLE_ID, RELATED_ID } from './example-values.js'
import { findResource, ownerOf } from './lookup.js'

/** The id of a resource that one of `owner`, another type, leads to: never the same id for two things. */
export function relatedId(model: Model, type: string, owner: string): string {
  const id = exampleId(model, type)
  return type !== owner && id === exampleId(model, owner) ? RELATED_ID : id
}

/** The id that a resource of the type has in the examples. */
export function exampleId(model: Model, type: string): string {
  const resource = findResource(model, type)
  if (isSegment(resource?.id.example)) return resource.id.example
  for (const { pathParameters } of resource?.operations ?? []) {
    const own = pathParameters.find(isOwnId)
    if (isSegment(own?.example)) return own.example
  }
  return EXAMPLE_ID
}

/** The value of a path parameter in the examples: a segment that no URL parser takes away. */
export function pathValue(model: Model, operation: Operation, parameter: PathParameter): string | number {
  const owner = ownerOf(model, operation)
  const value = owner && isOwnId(parameter) ? exampleId(model, owner.type) : parameter.example
  if (parameter.type === 'string') return isSegment(value) ? value : EXAMPLE_ID
  const number = Number(value || 1)
  return Number.isFinite(number) ? number : 1
}

/**
 * The path of an operation with the examples' values in it, encoded.
 *
 * @param id of the resource; that of the examples where none is given.
 */
export function examplePath(model: Model, operation: Operation, id?: string): string {
  return operation.path.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const parameter = operation.pathParameters.find((one) => one.name === name)
    if (!parameter) return whole
    return encodeURIComponent(id !== undefined && isOwnId(parameter) ? id : pathValue(model, operation, parameter))
  })
}

const isOwnId = ({ argument }: PathParameter): boolean => argument === 'id'

const isSegment = (value: string | undefined): value is string =>
  value !== undefined && value !== '' && value !== '.' && value !== '..'
