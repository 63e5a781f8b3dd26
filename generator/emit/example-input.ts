import type { Attribute, Model, Operation, Relationship, Writable } from '../model/types.js'
import { exampleId, pathValue, relatedId } from './example-ids.js'
import { attributeValue, givenValue } from './example-values.js'
import { isObject } from './inputs.js'
import { ownerOf, resourceOf } from './lookup.js'

export interface Identifier {
  readonly type: string
  readonly id: string
}

/** What an operation sends in the examples: all that is required, and where nothing is, the least that changes something. */
export interface ExampleInput {
  readonly type: string
  /** Where the client chooses it. */
  readonly newId: string | undefined
  /** Where the path names the resource. */
  readonly pathId: string | undefined
  readonly attributes: readonly (readonly [attribute: Attribute, value: unknown])[]
  readonly relationships: readonly (readonly [
    relationship: Relationship,
    linkage: Identifier | readonly Identifier[],
  ])[]
}

interface Writables {
  readonly attributes: readonly Attribute[]
  readonly relationships: readonly Relationship[]
}

/** Undefined where the operation sends no resource object, or may be sent without one. */
export function exampleInput(model: Model, operation: Operation): ExampleInput | undefined {
  const { body } = operation
  if (!isObject(body)) return undefined
  const resource = body.kind === 'resource' ? resourceOf(model, body.type) : undefined
  const offered: Writables =
    body.kind === 'attributes' ? { attributes: body.attributes, relationships: [] } : resourceOf(model, body.type)
  const write = body.kind === 'resource' ? body.write : 'create'
  const required = writable(offered, write, 'required')
  const empty = required.attributes.length + required.relationships.length === 0
  if (empty && !body.required) return undefined
  const { attributes, relationships } = empty ? least(writable(offered, write, 'optional')) : required
  const named = body.kind === 'attributes' ? body.id : body.write === 'update'
  const own = operation.pathParameters.at(-1)
  return {
    type: body.type,
    newId: write === 'create' && resource?.id.create === 'required' ? exampleId(model, body.type) : undefined,
    pathId: named && own ? String(pathValue(model, operation, own)) : undefined,
    attributes: attributes.map((attribute) => [attribute, attributeValue(body.type, attribute, 'write')]),
    relationships: relationships.map((relationship) => [relationship, linkage(model, body.type, relationship)]),
  }
}

function writable(offered: Writables, write: 'create' | 'update', how: Writable): Writables {
  return {
    attributes: offered.attributes.filter((attribute) => attribute[write] === how),
    relationships: offered.relationships.filter((relationship) => relationship[write] === how),
  }
}

/** One of what is optional: an attribute with an example, a short one if there is, before a relationship. */
function least({ attributes, relationships }: Writables): Writables {
  const given = attributes.filter((attribute) => (givenValue(attribute) ?? null) !== null)
  const short = given.find((attribute) => typeof givenValue(attribute) !== 'object')
  const attribute = short ?? given[0]
  if (attribute) return { attributes: [attribute], relationships: [] }
  if (relationships.length > 0) return { attributes: [], relationships: relationships.slice(0, 1) }
  return { attributes: attributes.slice(0, 1), relationships: [] }
}

/** The linkage of a relationship of `owner`. https://jsonapi.org/format/1.1/#document-resource-object-linkage */
export function linkage(
  model: Model,
  owner: string,
  { types, cardinality }: Pick<Relationship, 'types' | 'cardinality'>,
): Identifier | readonly Identifier[] {
  const identifiers = types.slice(0, 1).map((type) => ({ type, id: relatedId(model, type, owner) }))
  const [first] = identifiers
  return cardinality === 'one' && first ? first : identifiers
}

/** The linkage at a relationship's own path, sent or answered with. https://jsonapi.org/format/1.1/#fetching-relationships */
export function ownLinkage(
  model: Model,
  operation: Operation,
  of: Pick<Relationship, 'types' | 'cardinality'>,
): Identifier | readonly Identifier[] {
  return linkage(model, ownerOf(model, operation)?.type ?? '', of)
}
