import { type Description, type ResourceDescription, shapeOf } from './description.js'
import type { Document, Linkage, ResourceObject } from './document.js'
import { keepOrigin } from './origin.js'
import { type Found, finder } from './resource-index.js'

/** What a request asked for, as far as it shapes the result. */
export interface Asked {
  readonly include?: readonly string[]
  readonly fields?: Readonly<Record<string, readonly string[] | undefined>>
}

/** A resource as the SDK hands it out: `type`, `id`, and the fields that were asked for. */
export type Linked = Readonly<Result>

/** A resource while its fields are being set. */
export interface Result {
  type: string
  id: string
  [field: string]: unknown
}

/** The include paths as a tree: `['role.organization', 'role.versions']` as `role`, with `organization` and `versions` below. */
interface Tree {
  readonly below: Map<string, Tree>
  /** What was made of each resource at this place of the tree, where include paths go on. */
  readonly made: Map<Found, Result>
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
  const find = finder(primary, isList(document.included) && root.below.size > 0 ? document.included : [])
  const waiting: Made[] = []
  const shapes = new Map<string, Shape>()

  /** The resource with its attributes; its relationships have their turn later, so no path is too deep for the stack. */
  function make(resource: ResourceObject, { below }: Tree): Made {
    const { type } = resource
    let shape = shapes.get(type)
    if (!shape) {
      const { one, many, dates } = shapeOf(api, type)
      shape = { dates, kept: fieldset(asked, type), many: new Map() }
      for (const name in one) shape.many.set(name, false)
      for (const name in many) shape.many.set(name, true)
      shapes.set(type, shape)
    }
    const linkages = linkagesOf(resource, shape, below)
    const result = withFields(resource, shape, linkages)
    if (hasOrigin(resource)) keepOrigin(result, resource)
    return { result, linkages, below }
  }

  /** What linkage leads to: on an include path the resource, where the document contains it, elsewhere its identifier. */
  function related(linkage: Linkage, place: Tree | undefined): Linked | undefined {
    if (!place) {
      const identifier = { type: linkage.type, id: linkage.id }
      if (linkage.meta || linkage.lid) keepOrigin(identifier, linkage)
      return identifier
    }
    const found = find(linkage)
    if (!found) return undefined
    const isEnd = place.below.size === 0
    const known = isEnd ? found.made : place.made.get(found)
    if (known) return known
    const made = make(found.resource, place)
    if (isEnd) found.made = made.result
    else place.made.set(found, made.result)
    waiting.push(made)
    return made.result
  }

  function allRelated(linkage: readonly (Linkage | null)[], tree: Tree | undefined): (Linked | undefined)[] {
    const found = linkage.map((one) => (one ? related(one, tree) : undefined))
    return found.includes(undefined) ? found.filter((one) => one !== undefined) : found
  }

  /** Links what a resource is related to. */
  function relate({ result, linkages, below }: Made): void {
    for (const name of Object.keys(linkages)) {
      const linkage = linkages[name]
      const tree = below.get(name)
      if (isList(linkage)) set(result, name, allRelated(linkage, tree))
      else if (linkage) set(result, name, related(linkage, tree) ?? null)
    }
  }

  const rows = primary.map((resource) => {
    const made = make(resource, root)
    relate(made)
    return made.result
  })
  for (const made of waiting) relate(made)
  // The one place where what came over the wire takes the type that was computed from what was asked for.
  return rows as Row[]
}

/** A resource that was made, its relationships perhaps yet to be linked. */
interface Made {
  readonly result: Result
  readonly linkages: Linkages
  /** The include paths that go on from it. */
  readonly below: ReadonlyMap<string, Tree>
}

/** What is known of a type. */
interface Shape {
  readonly dates: ResourceDescription['dates']
  /** Whether a relationship is to-many. */
  readonly many: Map<string, boolean>
  /** The fields that were asked for; undefined where none were named. */
  readonly kept: readonly string[] | undefined
}

/** A part of an attribute, `address.city`, is within the attribute. */
const fieldset = ({ fields }: Asked, type: string): readonly string[] | undefined => {
  const names = fields && Object.hasOwn(fields, type) ? fields[type] : undefined
  return names && [...new Set(names.flatMap((name) => [name, name.replace(/\..*/, '')]))]
}

/** Linkage by relationship. */
type Linkages = Record<string, Linkage | readonly (Linkage | null)[] | null>

const NONE: Linkages = {}

/** The linkage of the relationships that a resource is to have, each in the cardinality of its type. */
function linkagesOf({ relationships }: ResourceObject, shape: Shape, below: Made['below']): Linkages {
  if (!relationships && below.size === 0) return NONE
  const given = relationships ?? {}
  const { kept } = shape
  const linkages: Linkages = {}
  let missing = below.size
  for (const name of kept ?? Object.keys(given)) {
    const linkage = given[name]?.data
    if (linkage === undefined) continue
    if (below.has(name)) missing -= 1
    const list = isList(linkage)
    // The cardinality of the type stands, even where the service sent the other.
    const many = shape.many.get(name) ?? list
    set(linkages, name, many === list ? linkage : list ? (linkage[0] ?? null) : [linkage])
  }
  for (const name of missing > 0 ? below.keys() : []) {
    if (Object.hasOwn(linkages, name) || (kept && !kept.includes(name))) continue
    const many = shape.many.get(name)
    // A path through a polymorphic relationship exists for some of its types only.
    if (many !== undefined) set(linkages, name, many ? [] : null)
  }
  return linkages
}

/**
 * The resource with its fields; in its relationships, linkage holds the place of what it leads to. Fields that were added
 * one by one, more than a dozen of them, would make V8 keep the resource as a hash table, which is slow to read as well.
 */
function withFields({ type, id, attributes }: ResourceObject, { kept, dates }: Shape, linkages: Linkages): Result {
  const picked = kept ? pick(attributes ?? {}, kept) : attributes
  // The spread takes an attribute called `__proto__` for an attribute. Behind `type` and `id` it is fast, before them slow.
  const result: Result = linkages === NONE ? { type, id, ...picked } : { type, id, ...picked, ...linkages }
  result.type = type
  result.id = id
  dates?.(result)
  return result
}

function pick(attributes: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  const picked = {}
  for (const name of names) if (Object.hasOwn(attributes, name)) set(picked, name, attributes[name])
  return picked
}

/** Sets a field, whatever it is called. */
export function set(result: Record<string, unknown>, name: string, value: unknown): void {
  if (name === 'type' || name === 'id') return // https://jsonapi.org/format/1.1/#document-resource-object-fields
  if (name !== '__proto__') result[name] = value
  else Object.defineProperty(result, name, { value, enumerable: true, writable: true, configurable: true })
}

export const isList = <One>(value: One | readonly One[] | null | undefined): value is readonly One[] =>
  Array.isArray(value)

/** Whether it came with more than the result tells. */
function hasOrigin({ lid, meta, links, relationships }: ResourceObject): boolean {
  if (lid || meta || links) return true
  for (const name in relationships) {
    const one = relationships[name]
    if (one?.links || one?.meta) return true
  }
  return false
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
