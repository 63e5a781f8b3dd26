/** Documents that have one schema of linkage for all relationships, to one and to many. */
import { linkage, relationshipNames, relationshipViews } from './linkage.js'
import { related } from './related.js'
import type { Classified, World } from './world.js'

/**
 * Whether the document declares all linkage as one object, though related paths tell that some relationships are to
 * many. Then no such declaration says anything of how many there are, and a plural name does.
 * @param owned the operations of each resource.
 */
export function oneForBoth(world: World, owned: ReadonlyMap<string | null, readonly Classified[]>): boolean {
  const { context, found } = world
  let contradicted = false
  for (const { type, reads, creates, updates } of found.values()) {
    const shapes = [...reads, ...creates, ...updates]
    for (const name of relationshipNames(context, shapes)) {
      const declared = relationshipViews(context, shapes, name).flatMap((view) => linkage(context, view) ?? [])
      if (declared.some(({ cardinality }) => cardinality === 'many')) return false
      const [one] = declared
      contradicted ||= one !== undefined && related(world, owned.get(type) ?? [], name).cardinality?.value === 'many'
    }
  }
  return contradicted
}
