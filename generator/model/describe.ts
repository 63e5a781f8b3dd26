/** What the schemas of one value say of it. */
import type { Json } from '../document/types.js'
import { limitsOf } from './limits.js'
import { alternatives, isArray, isObject, type Layer, type Reader, text, type View } from './schema.js'
import type { Limits } from './types.js'

export type Scalar = string | number | boolean

export interface Description {
  /** JSON Schema's types, without null, in the order of the document; none where nothing is said. */
  readonly types: readonly string[]
  /** Undefined where the schemas leave it open: OpenAPI 3.0 without `nullable`, 3.1 without `type`. */
  readonly nullable: boolean | undefined
  /** From `enum` or `const`, without null. */
  readonly enum: readonly Scalar[] | undefined
  readonly format: string | undefined
  readonly default: Json | undefined
  readonly example: Json | undefined
  readonly description: string | undefined
  readonly limits: Limits | undefined
  readonly deprecated: boolean
  readonly readOnly: boolean
  readonly writeOnly: boolean
}

/** What nothing says. */
export const EMPTY: Description = {
  types: [],
  nullable: undefined,
  enum: undefined,
  format: undefined,
  default: undefined,
  example: undefined,
  description: undefined,
  limits: undefined,
  deprecated: false,
  readOnly: false,
  writeOnly: false,
}

/** Reads a view; of two schemas that speak of the same thing, the more specific one is believed. */
export function describe(reader: Reader, view: View): Description {
  const known = reader.described.get(view)
  if (known) return known
  const description = read(reader, view)
  reader.described.set(view, description)
  return description
}

function read(reader: Reader, view: View): Description {
  const branches = alternatives(reader, view)
  const base = branches.length > 1 ? [] : view
  const parts = branches.length > 1 ? branches.map((branch) => describe(reader, branch)) : []
  const enums = parts.map((part) => part.enum)
  const types = first(view, typesOf) ?? unique(parts.flatMap((part) => part.types))
  const values = first(view, enumOf) ?? (enums.every((one) => one !== undefined) ? unique(enums.flat()) : [])
  const modern = !/^[23]\.0/.test(reader.document.version)
  return {
    types: types.length > 0 ? types : (first(base, ({ object }) => impliedTypes(object)) ?? []),
    nullable: first(view, (layer) => nullableOf(layer, modern)) ?? joined(parts.map((part) => part.nullable)),
    enum: values.length > 0 ? values : undefined,
    format: first(view, ({ object }) => text(object.format)),
    default: first(view, ({ object }) => object.default),
    example: first(view, ({ object }) => exampleOf(object.example, object.examples)),
    description: first(view, ({ object }) => text(object.description)),
    limits: limitsOf(view),
    deprecated: first(view, ({ object }) => flag(object.deprecated)) ?? false,
    readOnly: first(view, ({ object }) => flag(object.readOnly)) ?? false,
    writeOnly: first(view, ({ object }) => flag(object.writeOnly)) ?? false,
  }
}

/** `string`, `integer | string`, or `any`: the types as the Model writes them. */
export const typeName = (types: readonly string[]): string => types.join(' | ') || 'any'

/** OpenAPI's `example`, or the first of JSON Schema's `examples`. */
export function exampleOf(example: Json | undefined, examples: Json | undefined): Json | undefined {
  return example !== undefined ? example : isArray(examples) ? examples[0] : undefined
}

/** The value of the first of OpenAPI's `examples`. https://spec.openapis.org/oas/v3.1.1#example-object */
export function firstExample(examples: Json | undefined): Json | undefined {
  const [first] = isObject(examples) ? Object.values(examples) : []
  return isObject(first) ? first.value : undefined
}

function first<T>(view: View, read: (layer: Layer) => T | undefined): T | undefined {
  for (const layer of view) {
    const value = read(layer)
    if (value !== undefined) return value
  }
  return undefined
}

function typesOf({ object: { type } }: Layer): string[] | undefined {
  if (typeof type === 'string') return type === 'null' ? undefined : [type]
  if (!isArray(type)) return undefined
  const types = type.filter((one) => typeof one === 'string' && one !== 'null').map(String)
  return types.length > 0 ? types : undefined
}

/** The types that keywords imply where `type` is missing. */
function impliedTypes(object: Layer['object']): string[] | undefined {
  const values = isArray(object.enum) ? object.enum : object.const === undefined ? [] : [object.const]
  if (values.length > 0) return unique(values.filter((value) => value !== null).map(typeOfValue))
  if (isObject(object.properties) || object.additionalProperties !== undefined) return ['object']
  return object.items === undefined ? undefined : ['array']
}

function typeOfValue(value: Json): string {
  if (isArray(value)) return 'array'
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value
}

function enumOf({ object }: Layer): Scalar[] | undefined {
  const values = object.const === undefined ? object.enum : [object.const]
  if (!isArray(values)) return undefined
  const scalars = values.filter((value) => value !== null && typeof value !== 'object')
  return scalars.length > 0 ? unique(scalars) : undefined
}

/** @param modern whether `type` speaks of null: since OpenAPI 3.1. */
function nullableOf({ object }: Layer, modern: boolean): boolean | undefined {
  if (typeof object.nullable === 'boolean') return object.nullable
  if (typeof object['x-nullable'] === 'boolean') return object['x-nullable']
  if (object.const === null || (isArray(object.enum) && object.enum.includes(null))) return true
  if (object.type === 'null' || (isArray(object.type) && object.type.includes('null'))) return true
  const branches = [object.oneOf, object.anyOf].flatMap((union) => (isArray(union) ? union : []))
  if (branches.some((branch) => isObject(branch) && nullableOf({ object: branch, pointer: '' }, modern))) return true
  return modern && object.type !== undefined ? false : undefined
}

/** Nullable where one branch is, not where none can be. */
function joined(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(true)) return true
  return parts.length > 0 && parts.every((part) => part === false) ? false : undefined
}

const flag = (value: Json | undefined): boolean | undefined => (typeof value === 'boolean' ? value : undefined)
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]
