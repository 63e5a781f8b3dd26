import { type Description, isObject, relationshipsOf } from './description.js'

/**
 * A filter as query parameters, in the API's dialect, not yet encoded. https://jsonapi.org/format/1.1/#fetching-filtering
 *
 * @throws TypeError for what the dialect cannot express.
 */
export type Filters = (api: Description, filter: object | string) => [name: string, value: string | string[]][]

/** How an API writes its filters. */
export interface FlatFilters {
  /** The query parameter's name, with `{filter}` in it. */
  readonly parameter: string
  /** Between attributes any of which may match. */
  readonly or?: string
  /** Between a relationship and what is behind it. */
  readonly through?: string
  /** Between the values of a list. */
  readonly list: string
}

/** `AnyOf` as the serializer sees it. */
interface Alternatives {
  readonly of: readonly string[]
  readonly [matcher: string]: unknown
}

/**
 * Filters whose names are made of an attribute and a matcher: `{ role: { name_in: ['a', 'b'] } }` as
 * `filter[q][role_name_in]` and `a,b`.
 */
export function flatFilters({ parameter, or, through = '_', list }: FlatFilters): Filters {
  return (api, filter) => {
    const leadsOn = (name: string): boolean =>
      Object.keys(api.resources).some((type) => Object.hasOwn(relationshipsOf(api, type), name))

    /** Relationships before what is behind them, the attributes of an alternative as one name. */
    const flatten = (inner: object, before: string): [name: string, value: string][] =>
      given(inner).flatMap(([key, value]) => {
        if (key === 'or' && Array.isArray(value)) {
          return value.flatMap(({ of, ...matchers }: Alternatives) =>
            flatten(matchers, `${of.map((path) => before + path.replaceAll('.', through)).join(or)}_`),
          )
        }
        const name = before + key
        if (isObject(value) && leadsOn(key)) return flatten(value, name + through)
        const text = Array.isArray(value) ? separable(name, scalars(name, value), list).join(list) : scalar(value)
        return [[parameter.replace('{filter}', () => name), text]]
      })

    return flatten(Object(filter), '')
  }
}

/** By name, as most documents declare them: `{ price: { gt: 1 } }` as `filter[price][gt]`, and a text as `filter`. */
export const nestedFilters: Filters = (_, filter) => {
  const nest = (value: unknown, name: string): [string, string | string[]][] =>
    isPlain(value)
      ? given(value).flatMap(([key, inner]) => nest(inner, `${name}[${key}]`))
      : [[name, Array.isArray(value) ? scalars(name, value) : scalar(value)]]
  return nest(filter, 'filter')
}

const given = (object: object): [name: string, value: unknown][] =>
  Object.entries(object).filter(([, value]) => value !== undefined)

const isPlain = (value: unknown): value is object =>
  isObject(value) && !Array.isArray(value) && !(value instanceof Date)

/** @throws TypeError where a value has what separates it from the next: the service would take it for two. */
export function separable(name: string, values: readonly string[], separator: string): readonly string[] {
  const bad = values.find((one) => one.includes(separator))
  if (bad === undefined) return values
  throw new TypeError(`${name}: '${separator}' separates values, and ${JSON.stringify(bad)} has it`)
}

/** Servers take an empty list for no filter at all. */
function scalars(name: string, values: readonly unknown[]): string[] {
  if (values.length === 0) throw new TypeError(`${name}: an empty list would be no filter`)
  return values.map(scalar)
}

/** A value as text: dates by RFC 3339, objects as JSON. */
export const scalar = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : isObject(value) ? JSON.stringify(value) : String(value)
