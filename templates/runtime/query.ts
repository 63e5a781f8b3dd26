import type { PageQueryParts, PageSize, Resources } from '../api.js'
import type { FilterOf } from './filter.js'
import type { Include } from './include.js'
import type { Type } from './resource.js'
import type { KnownTypes, NoFields } from './result.js'

/** An attribute to sort by, ascending, or descending behind a `-`. https://jsonapi.org/format/1.1/#fetching-sorting */
export type Sort<T extends Type> = `${'' | '-'}${Resources[T]['sortable']}`

/** A literal is checked against the largest page; a number that is not known is left to the server. */
type Size<N extends number> = number extends N ? N : N extends PageSize ? N : PageSize

/** Which page, and how many rows a page holds, as the API has it. https://jsonapi.org/format/1.1/#fetching-pagination */
export type PageQuery<N extends number = number> = {
  readonly [K in keyof PageQueryParts]?: (K extends 'size' | 'limit' ? Size<N> : PageQueryParts[K]) | undefined
}

/** What may be asked of an answer with one resource. */
export interface Query<T extends Type, I extends string = never, F = NoFields> {
  /** The paths of relationships whose resources come along. */
  readonly include?: readonly Include<T, I>[]
  /** By type, the only fields that come back. */
  // The last part is what the editor completes.
  readonly fields?: F & KnownTypes<F> & { readonly [T in Type]?: unknown }
}

/** What may be asked of an answer with a list of resources. */
export interface ListQuery<T extends Type, I extends string = never, F = NoFields, N extends number = number>
  extends Query<T, I, F> {
  /** Only rows that match all of it: `{ name_cont: 'x', role: { kind_eq: 'y' } }`. */
  readonly filter?: FilterOf<T>
  /** The attributes to sort by, the most important first; descending behind a `-`. */
  readonly sort?: readonly Sort<T>[]
  /** Which page, and how many rows it holds. */
  readonly page?: PageQuery<N>
}
