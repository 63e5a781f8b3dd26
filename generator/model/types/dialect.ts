/** How queries are written, as far as that holds for the whole API. */
import type { Source } from './source.js'

/** The parts of a query that JSON:API leaves to the API. https://jsonapi.org/format/1.1/#fetching-filtering */
export interface Dialect {
  /** What `x-jsonapi` says of filters; null where it says nothing: then each operation declares its own. */
  readonly filter: FilterDialect | null
  readonly page: PageDialect | null
}

export type MatcherTakes = 'value' | 'list' | 'flag'

/** What an attribute is to a matcher. `date` is a date or date-time, `object` an object or array, written as JSON. */
export const FILTER_KINDS = ['string', 'number', 'date', 'boolean', 'object'] as const

export type FilterKind = (typeof FILTER_KINDS)[number]

export interface FilterDialect {
  /** The query parameter's name, with `{filter}` in it: `filter[q][{filter}]`. */
  readonly parameter: string
  /** Between attributes any of which may match: `_or_`. Null where the API has no such thing. */
  readonly or: string | null
  /** Between a relationship and what is behind it: `_`. Null where filters do not reach through relationships. */
  readonly through: string | null
  /** Between the values of a list: `,`. */
  readonly list: string
  readonly matchers: readonly Matcher[]
  readonly source: Source
}

export interface Matcher {
  readonly name: string
  readonly takes: MatcherTakes
  readonly for: readonly FilterKind[]
}

/** How lists come in pages. https://jsonapi.org/format/1.1/#fetching-pagination */
export type PageDialect = PageStyle & {
  /** How many resources a page holds where the query does not say. */
  readonly defaultSize?: number
  readonly maxSize?: number
  /** How many resources the whole list has. */
  readonly total?: PagePlace
  /** How many pages they fill. */
  readonly count?: PagePlace
  /** The cursor of the page after this one. */
  readonly next?: PagePlace
  /** Where the names come from. */
  readonly source: Source
}

/**
 * What a page is told by: its number, how many resources stand before it, or a cursor that the answer before it gave;
 * or nothing that a query could say, where links alone lead from page to page.
 */
export type PageStyle =
  | { readonly style: 'number'; readonly names: PageNames<'number'> & Partial<PageNames<'size'>> }
  | { readonly style: 'offset'; readonly names: PageNames<'offset'> & Partial<PageNames<'limit'>> }
  | { readonly style: 'cursor'; readonly names: Partial<PageNames<'after' | 'before' | 'cursor' | 'size'>> }
  | { readonly style: 'links'; readonly names: PageNames<'size'> }

/** The names of the query parameters by what they say: `size` is `page[size]`. */
export type PageNames<Role extends string> = Readonly<Record<Role, string>>

/** A place in the document of an answer. */
export interface PagePlace {
  /** The JSON pointer into the answer, `/meta/record_count`. */
  readonly at: string
  readonly source: Source
}
