/** What an operation can certainly be asked for, for the examples of queries. */
import type { Attribute, Model, Operation, Relationship, Resource } from '../model/types.js'
import { exampleQuery } from './example-query.js'
import { canBeShown } from './examples.js'
import { RESERVED } from './fields.js'
import { propertyName } from './literals.js'
import { operationsOf, resourceOf } from './lookup.js'
import { sizePart } from './pages.js'

/** An operation that answers with resources of one type. */
export interface Asking {
  readonly operation: Operation
  readonly resource: Resource
  readonly many: boolean
}

const USUAL_SIZE = 25

/** All such operations that an example can be made of. */
export function askingOf(model: Model): Asking[] {
  return operationsOf(model).flatMap((operation) => {
    const { answer } = operation
    if ((answer.kind !== 'one' && answer.kind !== 'many') || !canBeShown(operation)) return []
    const [type, ...others] = answer.types
    if (type === undefined || others.length > 0) return []
    return [{ operation, resource: resourceOf(model, type), many: answer.kind === 'many' }]
  })
}

/** The first of those with the highest rank; undefined where none has any. */
export function best(all: readonly Asking[], rank: (one: Asking) => number): Asking | undefined {
  const ranks = all.map(rank)
  const highest = Math.max(0, ...ranks)
  return highest === 0 ? undefined : all[ranks.indexOf(highest)]
}

/** The relationships that may be included by their names alone and lead to one type. */
export function includable({ operation: { query }, resource }: Asking): Relationship[] {
  const { include } = query
  if (!include) return []
  const taken = resource.relationships.filter(
    ({ name, readable, types }) => readable && types.length === 1 && (include.values?.includes(name) ?? true),
  )
  return taken.sort((one, other) => Number(one.cardinality === 'many') - Number(other.cardinality === 'many'))
}

/** The attributes that can be read, the plainest first. */
export const attributesOf = ({ attributes }: Resource): Attribute[] =>
  attributes
    .filter(({ name, readable, deprecated }) => readable && !deprecated && !RESERVED.has(name))
    .sort((one, other) => Number(isPlain(other)) - Number(isPlain(one)))

/** A text, whose name needs no quotes. */
const isPlain = ({ name, type, format }: Attribute): boolean =>
  type === 'string' && format === undefined && propertyName(name) === name

/** A path of two relationships; of the first that may be included, or of those that the document names. */
export function deepPath(model: Model, asking: Asking): string | undefined {
  const { include } = asking.operation.query
  if (include?.values) return include.values.find((value) => value.includes('.'))
  const paths = includable(asking).flatMap(({ name, types: [type = ''] }) =>
    resourceOf(model, type)
      .relationships.filter(({ readable, types }) => readable && !types.includes(asking.resource.type))
      .map((next) => `${name}.${next.name}`),
  )
  return paths[0]
}

/** The fields of a resource, and those of one that is included; undefined where none can be asked for. */
export function selected(
  model: Model,
  asking: Asking,
): { include?: string[]; fields: Record<string, string[]> } | undefined {
  const { operation, resource } = asking
  const own = selectable(operation, resource)
  const [first] = attributesOf(resource).filter(({ name }) => own(name))
  if (!first) return undefined
  for (const { name, types } of includable(asking)) {
    const [target] = types.map((type) => resourceOf(model, type))
    if (!target || target === resource || !own(name)) continue
    const [field] = attributesOf(target).filter((one) => selectable(operation, target)(one.name))
    if (field) return { include: [name], fields: { [resource.type]: [first.name, name], [target.type]: [field.name] } }
  }
  return { fields: { [resource.type]: [first.name] } }
}

/** Whether a field of a type may be asked for. */
function selectable({ query: { fields } }: Operation, { type }: Resource): (name: string) => boolean {
  const declared = fields?.types.find((one) => one.type === type)
  const isTaken = fields !== null && (fields.types.length === 0 || declared !== undefined)
  return (name) => isTaken && (declared?.values?.includes(name) ?? true)
}

/** The newest first, and what decides between those of one time. */
export function sorts(model: Model, { operation, resource }: Asking): string[] {
  const [first] = exampleQuery(model, operation).sort ?? []
  if (first === undefined) return []
  const all = operation.query.sort?.values ?? resource.attributes.filter((one) => one.sortable).map(({ name }) => name)
  const other = all.find((name) => name !== '' && name.replace('-', '') !== first.replace('-', ''))
  return [first, ...(other === undefined ? [] : [other])]
}

/** A page by its number, where pages have numbers, and its size. */
export function pageOf(model: Model, { operation: { query } }: Asking): Record<string, number> {
  const { dialect } = model
  if (!query.page) return {}
  const own = query.page.parameters
  const size = own.find(({ key }) => key === 'size' || key === 'limit')
  const key = own.length > 0 ? size?.key : sizePart(dialect.page)?.key
  const most = size?.maximum ?? dialect.page?.maxSize ?? USUAL_SIZE
  const isNumbered = own.length > 0 ? own.some((one) => one.key === 'number') : dialect.page?.style === 'number'
  return { ...(isNumbered && { number: 2 }), ...(key !== undefined && { [key]: Math.min(most, USUAL_SIZE) }) }
}
