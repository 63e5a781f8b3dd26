/** Reading the JSON Schemas of OpenAPI 3.0 and 3.1 alike. https://spec.openapis.org/oas/v3.1.1#schema-object */
import { join, step } from '../document/pointer.js'
import { type Node, resolve } from '../document/resolve.js'
import type { Json, JsonObject } from '../document/types.js'
import type { Context } from './context.js'

/** One schema object that holds for a value. */
export interface Layer {
  readonly object: JsonObject
  readonly pointer: string
}

/**
 * Every schema that holds for a value at once: the schema itself, what its `$ref` leads to, the branches of its `allOf`,
 * and the one branch of a `oneOf` or `anyOf` that is not null. The most specific comes first: a schema before what it
 * refers to, a later branch of an `allOf` before an earlier one.
 */
export type View = readonly Layer[]

export type Reader = Pick<Context, 'document' | 'layers' | 'described'>

/** The schemas that hold at `node`; none where it is no object. */
export function layersOf(reader: Reader, node: Node): View {
  const known = reader.layers.get(node.pointer)
  if (known) return known
  const layers: Layer[] = []
  collect(reader, node, layers, new Set())
  reader.layers.set(node.pointer, layers)
  return layers
}

function collect(reader: Reader, node: Node, layers: Layer[], seen: Set<string>): void {
  const { value, pointer } = node
  if (!isObject(value) || seen.has(pointer)) return
  seen.add(pointer)
  layers.push({ object: value, pointer })
  if (typeof value.$ref === 'string') collect(reader, resolve(reader.document, node), layers, seen)
  if (value.allOf) {
    for (const branch of items(value.allOf, join(pointer, 'allOf')).reverse()) collect(reader, branch, layers, seen)
  }
  for (const keyword of UNIONS) {
    const [only, ...more] = branchesOf(reader, { object: value, pointer }, keyword)
    if (only && more.length === 0) collect(reader, only, layers, seen)
  }
}

const UNIONS = ['oneOf', 'anyOf'] as const

/** The branches of one `oneOf` or `anyOf`, without those that only allow null. */
function branchesOf(reader: Reader, layer: Layer, keyword: (typeof UNIONS)[number]): Node[] {
  if (layer.object[keyword] === undefined) return []
  const branches = items(layer.object[keyword], join(layer.pointer, keyword))
  return branches.filter((branch) => !isNull(resolve(reader.document, branch).value))
}

/** Whether a schema allows null and nothing else; `enum: [null]` is how some frameworks say it in OpenAPI 3.0. */
function isNull(schema: Json | undefined): boolean {
  if (!isObject(schema)) return false
  if (Object.hasOwn(schema, 'const')) return schema.const === null
  const only = isArray(schema.type) ? schema.type : isArray(schema.enum) ? schema.enum : [schema.type]
  return only.length > 0 && only.every((value) => value === 'null' || value === null)
}

/**
 * The views that a value may have, one for each branch of its `oneOf` or `anyOf`, together with what holds for all of
 * them; the view itself where it has none.
 */
export function alternatives(reader: Reader, view: View, expanded: ReadonlySet<Json> = new Set()): View[] {
  for (const layer of view) {
    for (const keyword of UNIONS) {
      const union = layer.object[keyword]
      if (union === undefined || expanded.has(union) || expanded.size > DEEPEST) continue
      const branches = branchesOf(reader, layer, keyword)
      if (branches.length < 2) continue
      const inner = new Set([...expanded, union])
      return branches.flatMap((branch) => alternatives(reader, merged([...layersOf(reader, branch), ...view]), inner))
    }
  }
  return [expanded.size === 0 ? view : view.map((layer) => without(layer, expanded))]
}

/** Unions within unions: deeper ones say nothing that the Model needs. */
const DEEPEST = 2

/** A child often refers to a base that lists its children: what was taken apart once must not be again. */
function without(layer: Layer, expanded: ReadonlySet<Json>): Layer {
  const taken = UNIONS.filter((keyword) => expanded.has(layer.object[keyword] ?? null))
  if (taken.length === 0) return layer
  return {
    object: { ...layer.object, ...Object.fromEntries(taken.map((keyword) => [keyword, undefined])) },
    pointer: layer.pointer,
  }
}

/** A base and a branch may share a schema. */
function merged(layers: View): View {
  if (layers.length < 2) return layers
  const seen = new Set<string>()
  return layers.filter(({ pointer }) => !seen.has(pointer) && seen.add(pointer))
}

/** The schemas of the property `name`; none where no schema of the view has it. */
export function member(reader: Reader, view: View, name: string): View {
  const views: View[] = []
  for (const { object, pointer } of view) {
    const value = object.properties === undefined ? undefined : step(object.properties, name)
    if (value !== undefined) views.push(layersOf(reader, { value, pointer: join(pointer, 'properties', name) }))
  }
  return views.length < 2 ? (views[0] ?? []) : merged(views.flat())
}

/** The names of the properties, in the order in which the document declares them. */
export function memberNames(view: View): string[] {
  const names = new Set<string>()
  for (const { object } of view.toReversed()) {
    if (isObject(object.properties)) for (const name of Object.keys(object.properties)) names.add(name)
  }
  return [...names]
}

/** The schemas of the items of an array; none where it is none. */
export function itemsOf(reader: Reader, view: View): View {
  return merged(
    view.flatMap(({ object, pointer }) =>
      isObject(object.items) ? layersOf(reader, { value: object.items, pointer: join(pointer, 'items') }) : [],
    ),
  )
}

/** The names of the properties that must be there. */
export function requiredNames(view: View): Set<string> {
  return new Set(view.flatMap(({ object }) => strings(object.required)))
}

/** The elements of an array of the document as nodes. */
export function items(value: Json | undefined, pointer: string): Node[] {
  return isArray(value) ? value.map((element, index) => ({ value: element, pointer: join(pointer, index) })) : []
}

export const strings = (value: Json | undefined): string[] =>
  isArray(value) ? value.filter((element) => typeof element === 'string') : []

/** A string that says something. */
export const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isArray(value)
}

/** `Array.isArray`, which does not narrow readonly arrays. */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
