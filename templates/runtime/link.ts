import { type Description, isMany } from './description.js'
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
  const resources = indexed(root.below.size > 0 ? [...primary, ...(document.included ?? [])] : [])
  const unlinked: [ResourceObject, Result, Tree][] = []

  /** The resource with its attributes; the relationships have their turn later, so no path is too deep for the stack. */
  function make(resource: ResourceObject, place: Tree): Linked {
    const tree = place.below.size > 0 ? place : end
    let result = tree.made.get(resource)
    if (!result) {
      result = withAttributes(resource, fieldset(asked, resource.type))
      tree.made.set(resource, result)
      unlinked.push([resource, result, tree])
    }
    return result
  }

  /** What linkage leads to: on an include path the resource, where the document contains it, elsewhere its identifier. */
  function related({ type, id }: Linkage, tree: Tree | undefined): Linked | undefined {
    if (!tree) return { type, id }
    const resource = resources.get(type)?.get(id)
    return resource && make(resource, tree)
  }

  function allRelated(linkage: readonly Linkage[], tree: Tree | undefined): Linked[] {
    const found: Linked[] = []
    for (const one of linkage) {
      const resource = related(one, tree)
      if (resource) found.push(resource)
    }
    return found
  }

  const rows = primary.map((resource) => make(resource, root))
  for (const [resource, result, { below }] of unlinked) {
    const given = resource.relationships ?? {}
    const kept = fieldset(asked, resource.type)
    for (const name of kept ?? Object.keys(given)) {
      const linkage = given[name]?.data
      if (linkage === undefined) continue
      const list = isList(linkage)
      const [first] = list ? linkage : [linkage]
      const tree = below.get(name)
      // The cardinality of the type stands, even where the service sent the other.
      if (isMany(api, resource.type, name) ?? list)
        set(result, name, allRelated(list ? linkage : first ? [first] : [], tree))
      else set(result, name, (first && related(first, tree)) ?? null)
    }
    for (const name of below.keys()) {
      if (Object.hasOwn(result, name) || (kept && !kept.includes(name))) continue
      const many = isMany(api, resource.type, name)
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

function withAttributes({ type, id, attributes }: ResourceObject, kept: readonly string[] | undefined): Result {
  if (kept) {
    const result: Result = { type, id }
    for (const name of kept) if (attributes && Object.hasOwn(attributes, name)) set(result, name, attributes[name])
    return result
  }
  // The spread takes an attribute called `__proto__` for an attribute. Behind `type` and `id` it is fast, before them slow.
  const result: Result = { type, id, ...attributes }
  result.type = type
  result.id = id
  return result
}

/** Sets a field, whatever it is called. */
function set(result: Result, name: string, value: unknown): void {
  if (name === 'type' || name === 'id') return // https://jsonapi.org/format/1.1/#document-resource-object-fields
  if (name !== '__proto__') result[name] = value
  else Object.defineProperty(result, name, { value, enumerable: true, writable: true, configurable: true })
}

const isList = <One>(value: One | readonly One[] | null | undefined): value is readonly One[] => Array.isArray(value)

/** By type, then by id: no two pairs of them meet in one key. Of two of the same the first stands, so primary data does. */
function indexed(resources: readonly ResourceObject[]): Map<string, Map<string, ResourceObject>> {
  const types = new Map<string, Map<string, ResourceObject>>()
  for (const resource of resources) {
    const ofType = types.get(resource.type) ?? new Map<string, ResourceObject>()
    if (ofType.size === 0) types.set(resource.type, ofType)
    if (!ofType.has(resource.id)) ofType.set(resource.id, resource)
  }
  return types
}

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
