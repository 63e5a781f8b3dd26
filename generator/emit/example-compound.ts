import type { Attribute, FieldsQuery, Model, NamesQuery, Operation, Relationship, Resource } from '../model/types.js'
import { type ExampleQuery, requiredQuery } from './example-query.js'
import { givenValue } from './example-values.js'
import { findResource, resourceOf } from './lookup.js'

/** How many attributes of each resource are asked for. */
const SHOWN = 2

/**
 * A query for related resources in the same document, one of each cardinality, with few fields of each where the
 * operation takes `fields`. Undefined where nothing can be included. https://jsonapi.org/format/1.1/#fetching-includes
 */
export function compoundQuery(model: Model, operation: Operation): ExampleQuery | undefined {
  const { answer, kind, query } = operation
  const { include, fields } = query
  if (!include || (kind !== 'retrieve' && kind !== 'list') || (answer.kind !== 'one' && answer.kind !== 'many')) return
  const [type] = answer.types
  if (type === undefined) return undefined
  const resource = resourceOf(model, type)
  const related = includable(model, resource, include)
  if (related.length === 0) return undefined
  const names = related.map(({ name }) => name)
  const own = namesOf(fields, resource, names)
  const others = related.map(({ types: [target = ''] }) => {
    return [target, namesOf(fields, resourceOf(model, target), [])] as const
  })
  const asked = [[type, own] as const, ...others].filter(([, list]) => list.length > 0)
  return {
    ...requiredQuery(operation),
    include: names,
    ...(asked.length > 0 && { fields: Object.fromEntries(asked) }),
  }
}

/** The first to-one and the first to-many relationship that lead to something with attributes, another than itself. */
function includable(model: Model, { type, relationships }: Resource, { values }: NamesQuery): Relationship[] {
  const shown = relationships.filter(({ name, types: [target], readable, deprecated }) => {
    const other = target === undefined || target === type ? undefined : findResource(model, target)
    const leads = other?.attributes.some(isShown) ?? false
    return readable && !deprecated && leads && (values?.includes(name) ?? true)
  })
  const [one, many] = (['one', 'many'] as const).map((how) => shown.find(({ cardinality }) => cardinality === how))
  return [one, many].filter((relationship) => relationship !== undefined)
}

/** The fields to ask for; empty where the operation takes none of the type, or not those that must be there. */
function namesOf(fields: FieldsQuery | null, resource: Resource, relationships: readonly string[]): string[] {
  const declared = fields?.types.find(({ type }) => type === resource.type)
  if (!fields || (fields.types.length > 0 && !declared)) return []
  const isTaken = (name: string): boolean => declared?.values?.includes(name) ?? true
  if (!relationships.every(isTaken)) return []
  const attributes = attributesOf(resource).map(({ name }) => name)
  return [...attributes.filter(isTaken).slice(0, SHOWN), ...relationships]
}

const isShown = ({ readable, deprecated }: Attribute): boolean => readable && !deprecated

/** Those that say something in few words before all others. */
function attributesOf({ attributes }: Resource): Attribute[] {
  const readable = attributes.filter(isShown)
  const isShort = (one: Attribute): boolean => typeof (givenValue(one) ?? {}) !== 'object'
  return [...readable.filter(isShort), ...readable.filter((one) => !isShort(one))]
}
