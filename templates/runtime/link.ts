import { type Description, isMany, shapeOf } from './description.js'
import type { Document, Linkage, ResourceObject } from './document.js'
import { keepOrigin } from './origin.js'

/** What a request asked for, as far as it shapes the result. */
export interface Asked {
  readonly include?: readonly string[]
  readonly fields?: Readonly<Record<string, readonly string[] | undefined>>
}

/** A resource as the SDK hands it out: `type`, `id`, and the fields that were asked for. */
export type Linked = Readonly<Result>

interface Result {
  type: string
  id: string
  [field: string]: unknown
}

/** The include paths as a tree: `['role.organization', 'role.versions']` as `role`, with `organization` and `versions` below. */
interface Tree {
  readonly below: Map<string, Tree>
  /** What was made of each resource at this place of the tree. */
  readonly made: Map<ResourceObject, Result>
}

/**
 * The primary data of a compound document, with the resources on the include paths linked along them, so that the
 * result is a finite tree. Rows share a related resource wherever the include paths go on from it in the same way.
 * What `fields` did not ask for is left out. A linked resource that the document does not contain is null in a to-one
 * relationship and absent from a to-many one. Takes time linear in the document.
 * https://jsonapi.org/format/1.1/#document-compound-documents
 */
export function link<Row = Linked>(api: Description, document: Document, asked: Asked): Row[] {
  const primary = isList(document.data) ? document.data : document.data ? [document.data] : []
  const root = treeOf(asked.include ?? [])
  const end = newTree()
  const included = isList(document.included) && root.below.size > 0 ? document.included : []
  const find = indexed(root.below.size > 0 ? [...primary, ...included] : [])
  const unlinked: [ResourceObject, Result, Tree][] = []

  /** The resource with its attributes; the relationships have their turn later, so no path is too deep for the stack. */
  function make(resource: ResourceObject, place: Tree): Linked {
    const tree = place.below.size > 0 ? place : end
    let result = tree.made.get(resource)
    if (!result) {
      result = withAttributes(resource, fieldset(asked, resource.type), shapeOf(api, resource.type).dates)
      tree.made.set(resource, result)
      unlinked.push([resource, result, tree])
    }
    return result
  }

  /** What linkage leads to: on an include path the resource, where the document contains it, elsewhere its identifier. */
  function related(linkage: Linkage, tree: Tree | undefined): Linked | undefined {
    if (!tree) {
      const identifier = { type: linkage.type, id: linkage.id }
      if (linkage.meta || linkage.lid) keepOrigin(identifier, linkage)
      return identifier
    }
    const resource = find(linkage)
    return resource && make(resource, tree)
  }

  function allRelated(linkage: readonly (Linkage | null)[], tree: Tree | undefined): Linked[] {
    const found: Linked[] = []
    for (const one of linkage) {
      const resource = one && related(one, tree)
      if (resource) found.push(resource)
    }
    return found
  }

  const rows = primary.map((resource) => make(resource, root))
  for (const [resource, result, { below }] of unlinked) {
    const shape = shapeOf(api, resource.type)
    const given = resource.relationships ?? {}
    const kept = fieldset(asked, resource.type)
    for (const name of kept ?? Object.keys(given)) {
      const linkage = given[name]?.data
      if (linkage === undefined) continue
      const list = isList(linkage)
      const [first] = list ? linkage : [linkage]
      const tree = below.get(name)
      // The cardinality of the type stands, even where the service sent the other.
      if (isMany(shape, name) ?? list) set(result, name, allRelated(list ? linkage : [linkage], tree))
      else set(result, name, (first && related(first, tree)) ?? null)
    }
    for (const name of below.keys()) {
      if (Object.hasOwn(result, name) || (kept && !kept.includes(name))) continue
      const many = isMany(shape, name)
      // A path through a polymorphic relationship exists for some of its types only.
      if (many !== undefined) set(result, name, many ? [] : null)
    }
    keepOrigin(result, resource)
  }
  // The one place where what came over the wire takes the type that was computed from what was asked for.
  return rows as Row[]
}

const fieldset = ({ fields }: Asked, type: string): readonly string[] | undefined =>
  fields && Object.hasOwn(fields, type) ? fields[type] : undefined

function withAttributes(
  { type, id, attributes }: ResourceObject,
  kept: readonly string[] | undefined,
  dates: readonly string[] = [],
): Result {
  // The spread takes an attribute called `__proto__` for an attribute. Behind `type` and `id` it is fast, before them slow.
  const result: Result = kept ? { type, id } : { type, id, ...attributes }
  for (const name of kept ?? []) if (attributes && Object.hasOwn(attributes, name)) set(result, name, attributes[name])
  result.type = type
  result.id = id
  for (const name of dates) if (Object.hasOwn(result, name)) set(result, name, dated(result[name]))
  return result
}

/** A `date-time` as a `Date`, and a list of them likewise. Whoever sent no date gets what was sent. */
const dated = (value: unknown): unknown =>
  isList(value) ? value.map(dated) : typeof value === 'string' ? new Date(value) : value

/** Sets a field, whatever it is called. */
function set(result: Result, name: string, value: unknown): void {
  if (name === 'type' || name === 'id') return // https://jsonapi.org/format/1.1/#document-resource-object-fields
  if (name !== '__proto__') result[name] = value
  else Object.defineProperty(result, name, { value, enumerable: true, writable: true, configurable: true })
}

const isList = <One>(value: One | readonly One[] | null | undefined): value is readonly One[] => Array.isArray(value)

/**
 * Finds a resource by type, then by id, or by local id where it has none: no two of them meet in one key. Of two of the
 * same the first stands, so primary data does.
 */
function indexed(resources: readonly (ResourceObject | null)[]): (linkage: Linkage) => ResourceObject | undefined {
  const ids: Index = new Map()
  const lids: Index = new Map()
  const place = (index: Index, type: string): Map<string | undefined, ResourceObject> => {
    const ofType = index.get(type) ?? new Map()
    if (ofType.size === 0) index.set(type, ofType)
    return ofType
  }
  for (const resource of resources) {
    if (!resource) continue
    const { type, id, lid } = resource
    const ofType = place(id === undefined ? lids : ids, type)
    if (!ofType.has(id ?? lid)) ofType.set(id ?? lid, resource)
  }
  return ({ type, id, lid }) => (id === undefined ? lids : ids).get(type)?.get(id ?? lid)
}

/** By type, then by id. */
type Index = Map<string, Map<string | undefined, ResourceObject>>

const newTree = (): Tree => ({ below: new Map(), made: new Map() })

function treeOf(paths: readonly string[]): Tree {
  const root = newTree()
  for (const path of paths) {
    let tree = root
    for (const name of path.split('.')) {
      const below = tree.below.get(name) ?? newTree()
      tree.below.set(name, below)
      tree = below
    }
  }
  return root
}
