/** Taking paths apart. https://spec.openapis.org/oas/v3.1.1#path-templating */

/** The segments of a path, `['roles', '{roleId}']`. */
export const segments = (path: string): string[] => path.split('/').filter((segment) => segment !== '')

/** Whether a segment is one parameter and nothing else. */
export const isParameter = (segment: string | undefined): boolean =>
  segment !== undefined && /^\{[^{}]+\}$/.test(segment)

/** Whether a segment has no parameter in it. */
export const isFixed = (segment: string): boolean => !/\{[^{}]*\}/.test(segment)

/** The names of the parameters in a path, in its order. */
export const parameterNames = (path: string): string[] =>
  [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name)

/** The path without the names of its parameters: `/tenants/{id}` and `/tenants/{tenant_pk}` lead to the same thing. */
export const unnamed = (path: string): string =>
  `/${segments(path)
    .join('/')
    .replace(/\{[^{}]*\}/g, '{}')}`

/** The path without its last segment. */
export const parent = (path: string): string => `/${segments(path).slice(0, -1).join('/')}`

/** The last segment without a parameter, `permissions`; empty where there is none. */
export const lastWord = (path: string): string => segments(path).findLast(isFixed) ?? ''

/** `/roles/{id}/relationships/permissions`: the relationship's own path. https://jsonapi.org/format/1.1/#fetching-relationships */
export function relationshipPath(path: string): { readonly item: string; readonly name: string } | null {
  const parts = segments(path)
  const name = parts.at(-1)
  if (parts.length < 3 || parts.at(-2) !== 'relationships' || name === undefined || !isFixed(name)) return null
  return { item: `/${parts.slice(0, -2).join('/')}`, name }
}

/** How many segments all paths begin with, such as the two of `/api/v1`. */
export function sharedDepth(paths: readonly string[]): number {
  const [first = [], ...rest] = paths.map(segments)
  const end = first.findIndex((segment, index) =>
    rest.some((other) => other.length <= index + 1 || other[index] !== segment),
  )
  return Math.max(end, 0)
}
