/** The relationships between all resources, and the resources that nothing but they speak of. */
import { groupBy } from './group-by.js'
import { isPlural, normalized } from './names.js'
import { oneForBoth } from './one-for-both.js'
import { relationships } from './relationships.js'
import type { Relationship } from './types.js'
import type { Classified, World } from './world.js'

/**
 * The relationships by resource type. A type that only linkage names becomes a resource, with an id and nothing else,
 * so that every type that the Model speaks of is one of its resources.
 */
export function linkResources(world: World, classified: readonly Classified[]): Map<string, readonly Relationship[]> {
  const { found } = world
  const owned = groupBy(classified, ({ owner }) => owner)
  const vague = oneForBoth(world, owned)
  const linked = new Map(
    [...found.values()].map((one) => [one.type, relationships(world, owned.get(one.type) ?? [], one, vague)]),
  )
  const unknown = [...linked.values()].flat().flatMap(({ types }) => types.filter((type) => !found.has(type)))
  // Where one place says `line_item` and another `line_items`, they speak of the same.
  const spelled = (type: string): string => {
    if (found.has(type)) return type
    const alike = unknown.filter((other) => normalized(other) === normalized(type))
    return alike.find(isPlural) ?? alike[0] ?? type
  }
  for (const [owner, list] of linked)
    linked.set(
      owner,
      list.map((one) => respelled(one, spelled)),
    )
  for (const { types, source } of [...linked.values()].flat()) addLinked(world, types, source.types.pointer)
  return linked
}

/** Makes resources of the types that only the linkage at this pointer names. */
export function addLinked({ found }: World, types: readonly string[], pointer: string): void {
  for (const type of types) {
    if (found.has(type)) continue
    const source = { by: 'inferred', pointer, reason: 'linkage that names it' } as const
    found.set(type, { type, source, reads: [], creates: [], updates: [] })
  }
}

function respelled(relationship: Relationship, spelled: (type: string) => string): Relationship {
  const types = [...new Set(relationship.types.map(spelled))]
  if (types.every((type) => relationship.types.includes(type))) return relationship
  const { source } = relationship
  const inferred = { by: 'inferred', pointer: source.types.pointer, reason: 'a type of a name like it' } as const
  return { ...relationship, types, source: { ...source, types: inferred } }
}
