import type { FilterOf } from './filter.js'
import type { Include } from './include.js'
import { type AllOptions, allFrom, countFrom, firstFrom, Page, pagesFrom, rowsFrom } from './page.js'
import type { FieldsOf, PageQuery, Sort } from './query.js'
import { ApiRequest, topLevel, type WithDocument } from './request.js'
import type { Type } from './resource.js'
import type { Fields, Merge, NoFields, Result } from './result.js'
import type { Answer } from './send.js'
import type { Call } from './transport.js'

/**
 * A request that answers with a list: awaited, it gives one page; iterated, every row of every page from there on.
 *
 * @typeParam T the type of the rows, @typeParam I the include paths, @typeParam F the fields asked for, @typeParam Q what the operation
 * declares of its query.
 */
export class ListRequest<T extends Type, I extends string = never, F = NoFields, Q = unknown>
  extends ApiRequest<Page<Result<T, I, F>>>
  implements AsyncIterable<Result<T, I, F>>
{
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

  /** Every row, page by page; the next page is asked for when the last row of this one has been taken. */
  [Symbol.asyncIterator](): AsyncGenerator<Result<T, I, F>, void, undefined> {
    return rowsFrom<Result<T, I, F>>(() => this.withResponse())
  }

  /** Every page, each asked for when it is due. */
  pages(): AsyncGenerator<Page<Result<T, I, F>>, void, undefined> {
    return pagesFrom<Result<T, I, F>>(() => this.withResponse())
  }

  /** The rows of all pages together. */
  all(options?: AllOptions): Promise<Result<T, I, F>[]> {
    return allFrom<Result<T, I, F>>(() => this.withResponse(), options)
  }

  /** The first row; undefined where there is none. */
  first(): Promise<Result<T, I, F> | undefined> {
    return firstFrom<Result<T, I, F>>(() => this.withResponse())
  }

  /** How many rows the whole list has: as the service tells, or else counted over all pages. */
  count(): Promise<number> {
    return countFrom<Result<T, I, F>>(() => this.withResponse())
  }

  protected read(answer: Answer, call: Call): WithDocument<Page<Result<T, I, F>>> {
    const data = new Page<Result<T, I, F>>(call, answer)
    return { ...topLevel(data), data }
  }
}
