import { type Description, own } from './description.js'
import { encode } from './encode.js'
import type { PageParts } from './pages.js'

/** A query as the serializer sees it; its writer's compiler has checked it against the API. */
export interface QueryParts {
  readonly include?: readonly string[]
  readonly fields?: Readonly<Record<string, readonly string[] | undefined>>
  readonly filter?: object
  readonly sort?: readonly string[]
  readonly page?: PageParts
}

/**
 * The query string of a request, percent-encoded, without the `?`; empty for a query that asks for nothing.
 * https://jsonapi.org/format/1.1/#query-parameters
 *
 * @throws TypeError for a filter that the API's dialect cannot express.
 */
export function search(api: Description, query: QueryParts): string {
  const { include, fields = {}, filter = {}, sort, page = {} } = query
  const parameters: (readonly [name: string, value: string | undefined])[] = [
    ['include', list(include) || undefined],
    ...Object.entries(fields).map(([type, names]) => [`fields[${type}]`, list(names)] as const),
    ...api.filters(api, filter).map(([name, value]) => [name, encode(value)] as const),
    ['sort', list(sort) || undefined],
    ...Object.entries(page).map(
      ([key, value]) =>
        [own(api.pages?.names ?? {}, key) ?? `page[${key}]`, value === undefined ? value : encode(value)] as const,
    ),
  ]
  return parameters.flatMap(([name, value]) => (value === undefined ? [] : `${encode(name)}=${value}`)).join('&')
}

// The commas between stand as they are, and those of a name are encoded.
const list = (values: readonly string[] | undefined): string | undefined =>
  values && [...new Set(values)].map(encode).join(',')
