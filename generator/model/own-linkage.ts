/** The linkage at the relationships' own paths. https://jsonapi.org/format/1.1/#fetching-relationships */
import { cardinality } from './cardinality.js'
import { groupBy } from './group-by.js'
import { addLinked } from './link.js'
import { declaredLinkage, linkageOfDocuments } from './linkage.js'
import { linkedTypes } from './linked-types.js'
import { camelCase } from './names.js'
import { related } from './related.js'
import type { Relationship } from './types.js'
import type { Classified, OwnLinkage, World } from './world.js'

/**
 * Gives the operations on relationships their linkage. One of which nothing tells it, or whose documents hold something
 * else, is a plain operation. A type that only their documents name becomes a resource.
 * @param linked the relationships of each resource type.
 */
export function withLinkage(
  world: World,
  classified: readonly Classified[],
  linked: ReadonlyMap<string, readonly Relationship[]>,
): Classified[] {
  const owned = groupBy(classified, ({ owner }) => owner)
  // The operations at one path speak of the same, and what looks wrong is told once.
  const told = new Map<string, OwnLinkage | undefined>()
  return classified.map((operation) => {
    const { kind, owner, follows } = operation
    if (kind !== 'relationship' || owner === null || follows === undefined) return operation
    const name = camelCase(follows)
    const key = `${owner} ${name}`
    const known = linked.get(owner)?.find((one) => camelCase(one.name) === name)
    if (!told.has(key)) {
      told.set(key, known ? ofRelationship(known) : ofDocuments(world, operation, owner, owned.get(owner) ?? []))
    }
    const linkage = told.get(key)
    return linkage && holds(world, operation, linkage, known !== undefined)
      ? { ...operation, linkage }
      : { ...operation, kind: 'plain' }
  })
}

/** What must be given from the start cannot be missing later. */
function ofRelationship({ cardinality, types, create, nullable }: Relationship): OwnLinkage | undefined {
  return types.length > 0 ? { cardinality, types, nullable: nullable || create !== 'required' } : undefined
}

/**
 * What is declared where the resource object has no such relationship: by the bodies and answers at its own path, or
 * else by the related path. Undefined where neither names a type.
 * @param operations the operations of the owner.
 */
function ofDocuments(
  world: World,
  { endpoint, follows: name = '' }: Classified,
  owner: string,
  operations: readonly Classified[],
): OwnLinkage | undefined {
  const { context } = world
  const declared = linkageOfDocuments(context, operations, name)
  const path = related(world, operations, name)
  if (declared.length === 0 && !path.cardinality) return undefined
  if (declared.every(({ types }) => types.length === 0) && !path.types) return undefined
  const subject = { type: owner, name, pointer: endpoint.pointer }
  const { value: how } = cardinality(context, subject, declared, path)
  const { value: types, source } = linkedTypes(world, subject, declared, [], path)
  addLinked(world, types, source.pointer)
  const said = declared.find(({ nullable }) => nullable !== undefined)
  return { cardinality: how, types, nullable: said?.nullable ?? true }
}

/**
 * Whether the documents of an operation may hold its linkage. Only to-many linkage is added to and removed from.
 * Nothing but linkage is written there: where the resource has the relationship, a body that is declared to hold
 * resource objects is what some frameworks make of linkage.
 * https://jsonapi.org/format/1.1/#crud-updating-to-many-relationships
 */
function holds({ context }: World, { endpoint }: Classified, { cardinality }: OwnLinkage, known: boolean): boolean {
  const { method, answer, body } = endpoint
  if (method === 'GET') return declaredLinkage(context, answer.content) !== null
  if (method !== 'PATCH' && cardinality !== 'many') return false
  const content = body?.content ?? null
  return declaredLinkage(context, content) !== null || (known && content?.document != null)
}
