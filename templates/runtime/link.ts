import { type Description, own, type ResourceDescription, shapeOf } from './description.js'
import type { Document, Linkage, RelationshipObject, ResourceObject } from './document.js'
import { keepOrigin } from './origin.js'
import { finder } from './resource-index.js'
import { Tree } from './tree.js'

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
export function link<Row = Linked>(api: Description, document: Document, { include = [], fields = {} }: Asked): Row[] {
  const data = document.data ?? []
  const primary = isList(data) ? data : [data]
  const root = new Tree()
  for (const path of include) path.split('.').reduce((place, name) => place.at(name), root)
  const find = finder(primary, root.below && isList(document.included) ? document.included : [])
  const waiting: (readonly [result: Result, later: Later[]])[] = []
  const shapes = new Map<string, Shape>()

  function shapeFor(type: string): Shape {
    const known = shapes.get(type)
    if (known) return known
    const { one, many, dates } = shapeOf(api, type)
    // A part of an attribute, `address.city`, is within the attribute.
    const kept = own(fields, type)?.flatMap((name) => [name, name.replace(/(?!^)\..*/s, '')])
    const shape: Shape = { dates, kept, many: new Map() }
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
    const { type, id, attributes, relationships, lid, meta, links } = resource
    const { kept, many, dates } = shapeFor(type)
    const gathered: Fields = relationships || below || kept ? Object.create(BARE) : NOTHING
    let later: Later[] | undefined
    let told: unknown = lid || meta || links
    let found = 0
    if (kept && attributes) {
      for (const name of kept) if (Object.hasOwn(attributes, name)) gathered[name] = attributes[name]
    }
    for (const name in relationships) {
      const { data, links, meta } = relationships[name] ?? {}
      told ||= links || meta
      if (data === undefined || (kept && !kept.includes(name))) continue
      // The cardinality of the type stands, even where the service sent the other.
      const isMany = many.get(name) ?? isList(data)
      const place = below?.get(name)
      if (place) found += 1
      if (place?.below) {
        later ??= []
        later.push([name, data, isMany, place])
        gathered[name] = null
      } else gathered[name] = reached(data, isMany, place)
    }
    if (below && found < below.size) {
      // What the service left out of what the include paths name: nothing is related. A path through a polymorphic
      // relationship exists for some of its types only.
      for (const [name] of below) {
        if (many.has(name) && (!kept || kept.includes(name))) gathered[name] ??= many.get(name) ? [] : null
      }
    }
    // All in one literal. Fields that were added one by one, more than a dozen of them, would make V8 keep the resource as
    // a hash table, which is slow to read as well. The spread takes an attribute called `__proto__` for an attribute;
    // behind `type` and `id` it is fast, before them slow.
    const result: Result = { type, id, ...(kept ? undefined : attributes), ...gathered }
    dates?.(result)
    result.type = type
    result.id = id
    if (told) keepOrigin(result, resource)
    if (later) waiting.push([result, later])
    return result
  }

  /** What linkage leads to. */
  function reached(data: Data, isMany: boolean, place: Tree | undefined): unknown {
    if (!isMany) return one(isList(data) ? data[0] : data, place)
    const found: unknown[] = []
    for (const linkage of isList(data) ? data : [data]) {
      const made = one(linkage, place)
      if (made) found.push(made)
    }
    return found
  }

  /** On an include path the resource, where the document contains it, elsewhere its identifier. */
  function one(linkage: Linkage | null | undefined, place: Tree | undefined): Linked | null {
    if (!linkage) return null
    if (!place) {
      const identifier = { type: linkage.type, id: linkage.id }
      if (linkage.meta || linkage.lid) keepOrigin(identifier, linkage)
      return identifier
    }
    const found = find(linkage)
    if (found.resource) found[place.key] ??= make(found.resource, place)
    return found[place.key] ?? null
  }

  const rows = primary.map((resource) => make(resource, root))
  for (const [result, later] of waiting) {
    for (const [name, ...linkage] of later) if (name !== 'type' && name !== 'id') result[name] = reached(...linkage)
  }
  // The one place where what came over the wire takes the type that was computed from what was asked for.
  return rows as Row[]
}

/** The linkage of a relationship. */
type Data = NonNullable<RelationshipObject['data']> | null

/** Linkage that is yet to be followed, and the include paths that go on from there. */
type Later = readonly [name: string, data: Data, isMany: boolean, place: Tree]

type Fields = Record<string, unknown>

/** What fields are gathered in inherits nothing, so no name means more than others. Without a prototype, V8 would keep it as a hash table. */
const BARE: object = Object.create(null)

/** The same object where nothing is gathered, which costs nothing. */
const NOTHING: Fields = {}

/** What is known of a type. */
interface Shape {
  readonly dates: ResourceDescription['dates']
  /** Whether a relationship is to-many. */
  readonly many: Map<string, boolean>
  /** The fields that were asked for; undefined where none were named. */
  readonly kept: readonly string[] | undefined
}

export const isList = <One>(value: One | readonly One[] | null | undefined): value is readonly One[] =>
  Array.isArray(value)
