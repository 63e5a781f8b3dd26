import type { PageQueryParts, PageSize, Resources } from '../api.js'
import type { FilterOf } from './filter.js'
import type { Include } from './include.js'
import type { Type } from './resource.js'
import type { KnownTypes, NoFields } from './result.js'

/** An attribute to sort by, ascending, or descending behind a `-`. https://jsonapi.org/format/1.1/#fetching-sorting */
export type Sort<T extends Type, Q = unknown> = Q extends { sort: infer Declared }
  ? Declared & string
  : `${'' | '-'}${Resources[T]['sortable']}`

/** A literal is checked against the largest page; a number that is not known is left to the server. */
type Size<N extends number, Most = PageSize> = number extends N ? N : N extends Most ? N : Most

/** Which page, and how many rows a page holds, as the API has it. https://jsonapi.org/format/1.1/#fetching-pagination */
export type PageQuery<N extends number = number, Q = unknown> = Q extends { page: infer Declared }
  ? PageOf<N, Declared>
  : { readonly [K in keyof PageQueryParts]?: (K extends 'size' | 'limit' ? Size<N> : PageQueryParts[K]) | undefined }
type PageOf<N extends number, Parts> = {
  readonly [K in keyof Parts]?: (K extends 'size' | 'limit' ? Size<N, Parts[K]> : Parts[K]) | undefined
}

/** What `fields` must be beside what was given: of no other types. */
// The last part is what the editor completes.
export type FieldsOf<F, Q = unknown> = KnownTypes<F, Offered<Q>> & Offered<Q>
type Offered<Q> = Q extends { fields: infer Declared } ? Declared : { readonly [T in Type]?: unknown }

/**
 * What may be asked of an answer with one resource. `Q` is what the operation itself declares of its query; elsewhere
 * what the API has for the type holds.
 */
export interface Query<T extends Type, I extends string = never, F = NoFields, Q = unknown> {
  /** The paths of relationships whose resources come along. */
  readonly include?: readonly Include<T, I, Q>[]
  /** By type, the only fields that come back. */
  readonly fields?: F & FieldsOf<F, Q>
}

/** What may be asked of an answer with a list of resources. */
export interface ListQuery<
  T extends Type,
  I extends string = never,
  F = NoFields,
  N extends number = number,
  Q = unknown,
> extends Query<T, I, F, Q> {
  /** Only rows that match all of it: `{ name_cont: 'x', role: { kind_eq: 'y' } }`. */
  readonly filter?: FilterOf<T, Q>
  /** The attributes to sort by, the most important first; descending behind a `-`. */
  readonly sort?: readonly Sort<T, Q>[]
  /** Which page, and how many rows it holds. */
  readonly page?: PageQuery<N, Q>
}

/** A query of which the service needs these parts. */
export type Needing<Given, Part extends keyof Given> = Given & Required<Pick<Given, Part>>
