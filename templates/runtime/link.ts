import { type Description, target } from './description.js'
import type { Document, Linkage, Links, Meta, RelationshipObject, ResourceObject } from './document.js'

/** What a request asked for, as far as it shapes the result. */
export interface Asked {
  readonly include?: readonly string[]
  readonly fields?: Readonly<Record<string, readonly string[]>>
}

/** The include paths as a tree: `['role.organization', 'role.versions']` as `role: { organization, versions }`. */
type Tree = Map<string, Tree>

/** A resource as the SDK hands it out: `type`, `id`, and the fields that were asked for. */
export type Linked = Readonly<Record<string, unknown>>

/** Where each linked resource came from: its `meta` and `links` stay out of the way of its fields. */
const origins = new WeakMap<object, ResourceObject>()

/**
 * The primary data of a compound document, with the resources on the include paths linked along them, so that the
 * result is a finite tree. Rows share a related resource within one include path; paths do not, as each may have
 * another shape. What `fields` did not ask for is left out. A linked resource that the document does not contain is null
 * in a to-one relationship and absent from a to-many one.
 * https://jsonapi.org/format/1.1/#document-compound-documents
 */
export function link(api: Description, document: Document, asked: Asked): Linked[] {
  const primary = [document.data ?? []].flat()
  const resources = indexed([...primary, ...(document.included ?? [])])
  const made = new Map<Tree, WeakMap<ResourceObject, Linked>>()

  function read(resource: ResourceObject, tree: Tree): Linked {
    const before = made.get(tree)?.get(resource)
    if (before) return before
    const result: Linked = {
      ...Object.fromEntries(fieldsOf(resource, tree)),
      type: resource.type,
      id: resource.id,
    }
    origins.set(result, resource)
    if (!made.has(tree)) made.set(tree, new WeakMap())
    made.get(tree)?.set(resource, result)
    return result
  }

  function fieldsOf(resource: ResourceObject, tree: Tree): (readonly [string, unknown])[] {
    const kept = asked.fields && Object.hasOwn(asked.fields, resource.type) ? asked.fields[resource.type] : undefined
    const given = resource.relationships ?? {}
    const relationships = [...new Set([...Object.keys(given), ...tree.keys()])].flatMap((name) => {
      const below = tree.get(name)
      const linkage = Object.hasOwn(given, name) ? given[name]?.data : undefined
      if (!below) return linkage === undefined ? [] : [[name, identifiers(linkage)] as const]
      const relation = target(api, resource.type, name)
      // A path through a polymorphic relationship exists for some of its types only.
      if (!relation && linkage === undefined) return []
      return [[name, related(linkage ?? (relation?.many ? [] : null), below)] as const]
    })
    const fields = [...Object.entries(resource.attributes ?? {}), ...relationships]
    return kept ? fields.filter(([name]) => kept.includes(name)) : fields
  }

  function related(linkage: Linkage | readonly Linkage[] | null, tree: Tree): Linked | Linked[] | null {
    if (linkage === null) return null
    const found = [linkage].flat().flatMap(({ type, id }) => resources.get(type)?.get(id) ?? [])
    const linked = found.map((resource) => read(resource, tree))
    return Array.isArray(linkage) ? linked : (linked[0] ?? null)
  }

  const tree = treeOf(asked.include ?? [])
  return primary.map((resource) => read(resource, tree))
}

/** The `meta` of a resource that a request answered with. */
export function metaOf(resource: object): Meta | undefined {
  return origins.get(resource)?.meta
}

/** The links of a resource that a request answered with, or those of one of its relationships. */
export function linksOf(resource: object, relationship?: string): Links | undefined {
  const origin = origins.get(resource)
  if (relationship === undefined) return origin?.links
  const relationships: Readonly<Record<string, RelationshipObject>> = origin?.relationships ?? {}
  return Object.hasOwn(relationships, relationship) ? relationships[relationship]?.links : undefined
}

const identifiers = (linkage: Linkage | readonly Linkage[] | null): unknown =>
  Array.isArray(linkage) ? linkage.map(identifier) : linkage && identifier(linkage as Linkage)

const identifier = ({ type, id }: Linkage): Linkage => ({ type, id })

/** By type, then by id: no two pairs of them meet in one key. */
function indexed(resources: readonly ResourceObject[]): Map<string, Map<string, ResourceObject>> {
  const types = new Map<string, Map<string, ResourceObject>>()
  for (const resource of resources) {
    const ofType = types.get(resource.type) ?? new Map<string, ResourceObject>()
    types.set(resource.type, ofType.set(resource.id, resource))
  }
  return types
}

function treeOf(paths: readonly string[]): Tree {
  const root: Tree = new Map()
  for (const path of paths) {
    let tree = root
    for (const name of path.split('.')) {
      const below = tree.get(name) ?? new Map()
      tree.set(name, below)
      tree = below
    }
  }
  return root
}
