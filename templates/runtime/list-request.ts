import type { FilterOf } from './filter.js'
import type { Include } from './include.js'
import { Rows } from './page.js'
import type { FieldsOf, PageQuery, Sort } from './query.js'
import type { Type } from './resource.js'
import type { Fields, Merge, NoFields, Result } from './result.js'

/**
 * A request that answers with a list: awaited, it gives one page; iterated, every row of every page from there on.
 *
 * @typeParam T the type of the rows, @typeParam I the include paths, @typeParam F the fields asked for, @typeParam Q what the operation
 * declares of its query.
 */
export class ListRequest<T extends Type, I extends string = never, F = NoFields, Q = unknown> extends Rows<
  Result<T, I, F>
> {
  /** The same request with more relationships included. */
  include<const P extends string>(...paths: Include<T, P, Q>[]): ListRequest<T, I | P, F, Q> {
    return new ListRequest<T, I | P, F, Q>(this.asking(({ include = [] }) => ({ include: [...include, ...paths] })))
  }

  /** The same request with other fields of these types. */
  fields<const G extends Fields>(more: G & FieldsOf<G, Q>): ListRequest<T, I, Merge<F, G>, Q> {
    return new ListRequest<T, I, Merge<F, G>, Q>(this.asking(({ fields }) => ({ fields: { ...fields, ...more } })))
  }

  /** The same request with this filter instead of the one it had. */
  filter(filter: FilterOf<T, Q>): ListRequest<T, I, F, Q> {
    return new ListRequest<T, I, F, Q>(this.asking(() => ({ filter })))
  }

  /** The same request in this order instead of the one it had. */
  sort(...sort: Sort<T, Q>[]): ListRequest<T, I, F, Q> {
    return new ListRequest<T, I, F, Q>(this.asking(() => ({ sort })))
  }

  /** The same request for another page; the size stays where only the number is given, and the other way round. */
  page<const N extends number = number>(more: PageQuery<N, Q>): ListRequest<T, I, F, Q> {
    return new ListRequest<T, I, F, Q>(this.asking(({ page }) => ({ page: { ...page, ...more } })))
  }
}
