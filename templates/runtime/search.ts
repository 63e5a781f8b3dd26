import type { Description } from './description.js'
import { encode } from './encode.js'
import { filters } from './filters.js'

/** A query as the serializer sees it; its writer's compiler has checked it against the API. */
export interface QueryParts {
  readonly include?: readonly string[]
  readonly fields?: Readonly<Record<string, readonly string[] | undefined>>
  readonly filter?: object
  readonly sort?: readonly string[]
  readonly page?: { readonly number?: number; readonly size?: number }
}

/**
 * The query string of a request, percent-encoded, without the `?`; empty for a query that asks for nothing.
 * https://jsonapi.org/format/1.1/#query-parameters
 *
 * @param types the resource types that the answer is made of: filters reach through their relationships.
 * @throws TypeError for a filter that the API's dialect cannot express.
 */
export function search(api: Description, types: readonly string[], query: QueryParts): string {
  const { include = [], fields = {}, filter = {}, sort = [], page = {} } = query
  const parameters = [
    ...(include.length > 0 ? [['include', list(include)] as const] : []),
    ...Object.entries(fields).flatMap(([type, names]) => (names ? [[`fields[${type}]`, list(names)] as const] : [])),
    ...filters(api, types, filter).map(([name, value]) => [name, encode(value)] as const),
    ...(sort.length > 0 ? [['sort', list(sort)] as const] : []),
    ...Object.entries(page)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [pageParameter(api, name), encode(value)] as const),
  ]
  return parameters.map(([name, value]) => `${encode(name)}=${value}`).join('&')
}

// The commas between stand as they are, and those of a name are encoded.
const list = (values: readonly string[]): string => [...new Set(values)].map(encode).join(',')

const pageParameter = (api: Description, name: string): string =>
  (name === 'number' || name === 'size' ? api.page?.[name] : undefined) ?? `page[${name}]`
