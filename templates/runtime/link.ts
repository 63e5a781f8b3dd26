import { type Description, type ResourceDescription, shapeOf } from './description.js'
import type { Document, Linkage, ResourceObject } from './document.js'
import { type Tree, treeOf } from './include-tree.js'
import { keepOrigin } from './origin.js'
import { finder } from './resource-index.js'

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
  const waiting: Waiting[] = []
  const shapes = new Map<string, Shape>()

  function shapeFor(type: string): Shape {
    const known = shapes.get(type)
    if (known) return known
    const { one, many, dates } = shapeOf(api, type)
    const shape: Shape = { dates, kept: fieldset(asked, type), many: new Map() }
    for (const name in one) shape.many.set(name, false)
    for (const name in many) shape.many.set(name, true)
    shapes.set(type, shape)
    return shape
  }

  /**
   * The resource, linked along the include paths that end at what it is related to. Where one goes on, the linkage holds
   * its place and waits for its turn, so no path is too deep for the stack.
   */
  function make(resource: ResourceObject, { below }: Tree): Result {
    const { relationships, lid, meta, links } = resource
    const shape = shapeFor(resource.type)
    const { kept, many } = shape
    const related: Fields = relationships || below.size > 0 ? {} : NONE
    let later: Linkages | undefined
    let isTold = !(lid || meta || links)
    let missing = below.size
    for (const name in relationships) {
      const relationship = relationships[name]
      if (!relationship) continue
      const { data } = relationship
      if (relationship.links || relationship.meta) isTold = false
      if (data === undefined || (kept && !kept.includes(name))) continue
      const list = isList(data)
      // The cardinality of the type stands, even where the service sent the other.
      const linkage = (many.get(name) ?? list) === list ? data : list ? (data[0] ?? null) : [data]
      const place = below.get(name)
      if (place) missing -= 1
      const goesOn = place && place.below.size > 0
      if (goesOn) {
        later ??= {}
        set(later, name, linkage)
      }
      set(related, name, goesOn ? null : reached(linkage, place))
    }
    if (missing > 0) addMissing(related, below.keys(), shape)
    const result = withFields(resource, shape, related)
    if (!isTold) keepOrigin(result, resource)
    if (later) waiting.push({ result, linkages: later, below })
    return result
  }

  /** What linkage leads to. */
  function reached(linkage: Linkages[string], place: Tree | undefined): unknown {
    if (!isList(linkage)) return linkage ? (one(linkage, place) ?? null) : null
    const found: unknown[] = []
    for (const each of linkage) {
      const made = each ? one(each, place) : undefined
      if (made) found.push(made)
    }
    return found
  }

  /** On an include path the resource, where the document contains it, elsewhere its identifier. */
  function one(linkage: Linkage, place: Tree | undefined): Linked | undefined {
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
    if (isEnd) found.made = made
    else place.made.set(found, made)
    return made
  }

  const rows = primary.map((resource) => make(resource, root))
  for (const { result, linkages, below } of waiting) {
    for (const name of Object.keys(linkages)) set(result, name, reached(linkages[name] ?? null, below.get(name)))
  }
  // The one place where what came over the wire takes the type that was computed from what was asked for.
  return rows as Row[]
}

/** A resource with relationships that are yet to be linked. */
interface Waiting {
  readonly result: Result
  readonly linkages: Linkages
  /** The include paths that go on from it. */
  readonly below: ReadonlyMap<string, Tree>
}

/** Linkage by relationship. */
type Linkages = Record<string, Linkage | readonly (Linkage | null)[] | null>

type Fields = Record<string, unknown>

/** The same object where nothing is related, which costs nothing. */
const NONE: Fields = {}

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
  return names && [...new Set(names.flatMap((name) => [name, name.replace(/(?!^)\..*/s, '')]))]
}

/** The relationships on include paths that the service left out: nothing is related. */
function addMissing(related: Fields, names: Iterable<string>, { kept, many }: Shape): void {
  for (const name of names) {
    if (Object.hasOwn(related, name) || (kept && !kept.includes(name))) continue
    const isMany = many.get(name)
    // A path through a polymorphic relationship exists for some of its types only.
    if (isMany !== undefined) set(related, name, isMany ? [] : null)
  }
}

/**
 * The resource with its fields, all in one literal. Fields that were added one by one, more than a dozen of them, would
 * make V8 keep the resource as a hash table, which is slow to read as well.
 */
function withFields({ type, id, attributes }: ResourceObject, { kept, dates }: Shape, related: Fields): Result {
  const picked = kept ? pick(attributes ?? {}, kept) : attributes
  // The spread takes an attribute called `__proto__` for an attribute. Behind `type` and `id` it is fast, before them slow.
  const result: Result = related === NONE ? { type, id, ...picked } : { type, id, ...picked, ...related }
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
