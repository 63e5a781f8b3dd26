/** The relationships of a resource. https://jsonapi.org/format/1.1/#document-resource-object-relationships */
import { writable } from './attributes.js'
import { cardinality } from './cardinality.js'
import { describe } from './describe.js'
import { relationshipGrammar } from './grammar.js'
import { lenders, linkage, linkageOfDocuments, relationshipNames, relationshipViews } from './linkage.js'
import { linkedTypes } from './linked-types.js'
import { related } from './related.js'
import type { Found } from './resources.js'
import type { Relationship } from './types.js'
import type { Classified, World } from './world.js'

/**
 * The relationships, over all the shapes of the resource, in the order of the document.
 * @param operations the operations of this resource.
 * @param vague whether linkage that the document declares as one object says nothing of how many there are.
 */
export function relationships(
  world: World,
  operations: readonly Classified[],
  found: Found,
  vague: boolean,
): Relationship[] {
  const { context } = world
  const written = [...found.creates, ...found.updates]
  const shapes = [...found.reads, ...written]
  const borrowed = lenders(context, found)
  return relationshipNames(context, shapes).map((name) => {
    const views = relationshipViews(context, shapes, name)
    const inObjects = views.flatMap((view) => linkage(context, view) ?? [])
    // A resource object may have no more than links to what its relationship leads to.
    const declared = inObjects.length > 0 ? inObjects : linkageOfDocuments(context, operations, name)
    const lent = relationshipViews(context, borrowed, name).flatMap((view) => linkage(context, view) ?? [])
    const stated = context.extensions.read(relationshipGrammar, views.flat())
    const path = related(world, operations, name)
    const pointer = views[0]?.[0]?.pointer ?? ''
    const subject = { type: found.type, name, pointer, states: pointer }
    const how = stated('cardinality') ?? cardinality(context, subject, [...declared, ...lent], path, vague)
    const where = stated('types') ?? linkedTypes(world, subject, declared, lent, path)
    const said = views.map((view) => describe(context, view))
    const create = writable(context, found.creates, name, 'relationships')
    const update = writable(context, found.updates, name, 'relationships')
    const description = said.find((one) => one.description !== undefined)?.description
    const readable = relationshipViews(context, found.reads.length > 0 ? found.reads : written, name)
    return {
      name,
      cardinality: how.value,
      types: where.value,
      readable: readable.some((view) => !describe(context, view).writeOnly),
      create,
      update,
      nullable:
        how.value === 'one' && (create ?? update) !== null && clearable(world, found, name, create === 'required'),
      ...(description === undefined ? {} : { description }),
      deprecated: said.some(({ deprecated }) => deprecated),
      source: { cardinality: how.source, types: where.source },
    }
  })
}

/**
 * Whether a writer may send null. Where no schema of a body says, as OpenAPI 3.0 documents often do not, what may be
 * left out may be cleared.
 */
function clearable({ context }: World, { creates, updates }: Found, name: string, required: boolean): boolean {
  const said = relationshipViews(context, [...creates, ...updates], name).map(
    (view) => linkage(context, view)?.nullable,
  )
  if (said.includes(true)) return true
  return !said.includes(false) && !required
}
