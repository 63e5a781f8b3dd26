import { own } from './description.js'
import { encode } from './encode.js'
import { pairs } from './pairs.js'
import { parameters } from './plain.js'
import { entries, listed, type Style } from './styles.js'
import type { OwnParameters } from './transport.js'

/** The parameters of an operation that are not written in the usual way, by their names. */
export type Styles = { readonly [Group in keyof OwnParameters]?: Readonly<Record<string, Style>> }

/** What writes query, headers and cookies, some of them in a style of its own. https://spec.openapis.org/oas/v3.1.1#style-values */
export function styled(styles: Styles): typeof parameters {
  return (given = {}) => {
    const written = (group: keyof OwnParameters, usual: Style) =>
      entries(given[group]).map(
        ([name, value]) => [name, (own(styles[group] ?? {}, name) ?? usual)(name, value)] as const,
      )
    const search = written('query', pairs).flatMap(([, parts]) => parts)
    const cookie = written('cookies', pairs).flatMap(([, parts]) => parts)
    const headers = written('headers', listed).filter(([, parts]) => parts.length > 0)
    return {
      search: search.join('&'),
      headers: {
        ...Object.fromEntries(headers.map(([name, parts]) => [name, parts.join(',')])),
        ...(cookie.length > 0 && { cookie: cookie.join('; ') }),
      },
    }
  }
}

/**
 * Gives the parameters that must be there, but have a usual value, that value where the caller gives none. The headers
 * of the client win over it.
 */
export function usually(
  { query, headers = {}, cookies }: OwnParameters,
  write: typeof parameters = parameters,
): typeof parameters {
  const completed = (usual: object | undefined, given: object | undefined) =>
    usual && { ...usual, ...Object.fromEntries(entries(given)) }
  return (given = {}) => ({
    ...write({
      ...given,
      query: completed(query, given.query) ?? given.query,
      cookies: completed(cookies, given.cookies) ?? given.cookies,
    }),
    usual: write({ headers }).headers,
  })
}

/** The whole of the query as one JSON value. https://spec.openapis.org/oas/v3.2.0#parameter-locations */
export const wholeQuery: typeof parameters = ({ query, ...given } = {}) => ({
  ...parameters(given),
  search: query === undefined ? '' : encode(typeof query === 'string' ? query : JSON.stringify(query)),
})
