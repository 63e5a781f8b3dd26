import type { Description } from './description.js'
import { encode } from './encode.js'
import { type Filters, separable } from './filters.js'
import type { PageParts } from './pages.js'
import { pairs } from './pairs.js'

/** A query as the serializer sees it; its writer's compiler has checked it against the API. */
export interface QueryParts {
  readonly include?: readonly string[]
  readonly fields?: Readonly<Record<string, readonly string[] | undefined>>
  readonly filter?: object | string
  readonly sort?: readonly string[]
  readonly page?: PageParts
}

/** How an operation writes its query, where that is not the way of its API. */
export interface Ways {
  readonly filters?: Filters
  readonly lists?: Lists
  /** The query parameters of pages, by the keys of `page`. */
  readonly pageNames?: Readonly<Record<string, string | undefined>>
}

/** How a list of values is written: as query parameters, percent-encoded. */
export type Lists = (name: string, values: readonly string[]) => readonly string[]

/**
 * The query string of a request, percent-encoded, without the `?`; empty for a query that asks for nothing.
 * https://jsonapi.org/format/1.1/#query-parameters
 *
 * @throws TypeError for a filter that the API's dialect cannot express.
 */
export function search(
  api: Description,
  query: QueryParts,
  { filters = api.filters, lists = commas, pageNames = api.pages?.names ?? {} }: Ways = {},
): string {
  const { include, fields = {}, filter = {}, sort, page = {} } = query
  const parameters: (readonly [name: string, value: string | number | readonly string[] | undefined])[] = [
    ['include', include?.length ? unique(include) : undefined],
    ...Object.entries(fields).map(([type, names]) => [`fields[${type}]`, names && unique(names)] as const),
    ...filters(api, filter),
    ['sort', sort?.length ? unique(sort) : undefined],
    ...Object.entries(page).map(([key, value]) => [pageNames[key] ?? `page[${key}]`, value] as const),
  ]
  return parameters
    .flatMap(([name, value]) => (Array.isArray(value) ? lists(name, value) : pairs(name, value)))
    .join('&')
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]

/** The commas between stand as they are. */
export const commas: Lists = (name, values) => [`${encode(name)}=${separable(name, values, ',').map(encode).join(',')}`]
