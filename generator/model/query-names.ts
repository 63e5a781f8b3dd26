/** The names of JSON:API's query parameters. https://jsonapi.org/format/1.1/#query-parameters-families */

export const FAMILIES = ['include', 'fields', 'sort', 'filter', 'page'] as const
export type Family = (typeof FAMILIES)[number]

/** The name of a parameter of one of the families. */
export interface QueryName {
  readonly family: Family
  /** What stands in the brackets, `created_at` and `gt` of `filter[created_at][gt]`. */
  readonly path: readonly string[]
  /** Whether a `[]` behind it says that it is one value of a list. */
  readonly isItem: boolean
}

/**
 * Reads a name by JSON:API's grammar: a family, and any number of words in brackets. `unread` for a name that begins
 * like one of a family and goes on otherwise, undefined for any other.
 */
export function queryName(name: string): QueryName | 'unread' | undefined {
  const [base = ''] = name.split('[', 1)
  const family = FAMILIES.find((one) => one === base)
  if (!family) return undefined
  const brackets = name.slice(base.length)
  if (!/^(\[[^[\]]+\])*(\[\])?$/.test(brackets)) return 'unread'
  const isItem = brackets.endsWith('[]')
  const path = (isItem ? brackets.slice(0, -2) : brackets).slice(1, -1)
  return { family, path: path === '' ? [] : path.split(']['), isItem }
}

/** `filter[created_at][gt]` */
export const bracketed = (family: string, path: readonly string[]): string =>
  `${family}${path.map((word) => `[${word}]`).join('')}`
