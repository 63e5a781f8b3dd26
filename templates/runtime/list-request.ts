import { at } from './description.js'
import type { FilterOf } from './filter.js'
import type { Include } from './include.js'
import { type AllOptions, allFrom, firstOf, Page, pagesFrom, rowsFrom } from './page.js'
import type { FieldsOf, PageQuery, Sort } from './query.js'
import { ApiRequest, type WithDocument } from './request.js'
import type { Type } from './resource.js'
import { asking, including, paging, queryOf, selecting } from './resource-request.js'
import type { Fields, Merge, NoFields, Result } from './result.js'
import { type Answer, send } from './send.js'

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
    return new ListRequest<T, I | P, F, Q>(this.transport, including(this.call, paths))
  }

  /** The same request with other fields of these types. */
  fields<const G extends Fields>(fields: G & FieldsOf<G, Q>): ListRequest<T, I, Merge<F, G>, Q> {
    return new ListRequest<T, I, Merge<F, G>, Q>(this.transport, selecting(this.call, fields))
  }

  /** The same request with this filter instead of the one it had. */
  filter(filter: FilterOf<T, Q>): ListRequest<T, I, F, Q> {
    return new ListRequest<T, I, F, Q>(this.transport, asking(this.call, { filter }))
  }

  /** The same request in this order instead of the one it had. */
  sort(...by: Sort<T, Q>[]): ListRequest<T, I, F, Q> {
    return new ListRequest<T, I, F, Q>(this.transport, asking(this.call, { sort: by }))
  }

  /** The same request for another page; the size stays where only the number is given, and the other way round. */
  page<const N extends number = number>(page: PageQuery<N, Q>): ListRequest<T, I, F, Q> {
    return new ListRequest<T, I, F, Q>(this.transport, paging(this.call, page))
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
    return allFrom<Result<T, I, F>>(this.withResponse(), options)
  }

  /** The first row; undefined where there is none. */
  first(): Promise<Result<T, I, F> | undefined> {
    return firstOf<Result<T, I, F>>(this.#smallest())
  }

  /** How many rows the whole list has: as the service tells, or else counted over all pages. */
  async count(): Promise<number> {
    const { total } = this.transport.api.pages ?? {}
    const told = total === undefined ? undefined : at((await this.#smallest()).data, total)
    return typeof told === 'number' ? told : (await this.all()).length
  }

  protected read(answer: Answer): WithDocument<Page<Result<T, I, F>>> {
    const { transport, call } = this
    const data = new Page<Result<T, I, F>>({ transport, call }, answer)
    const { meta, links, jsonapi } = data
    return { data, meta, links, ...(jsonapi && { jsonapi }) }
  }

  /** A page with one row, where the size of pages can be chosen. */
  #smallest(): Promise<WithDocument<Page<Result<T, I, F>>>> {
    const { size, limit } = this.transport.api.pages?.names ?? {}
    // The third of larger pages is not the third of small ones.
    const isNumbered = queryOf(this.call).page?.number !== undefined
    const page = isNumbered ? {} : size ? { size: 1 } : limit ? { limit: 1 } : {}
    return send(this.transport, paging(this.call, page), (answer) => this.read(answer))
  }
}
