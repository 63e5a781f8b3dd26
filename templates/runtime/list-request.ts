import type { Links, Meta } from './document.js'
import type { FilterOf } from './filter.js'
import type { Include } from './include.js'
import { link } from './link.js'
import type { PageQuery, Sort } from './query.js'
import { ApiRequest } from './request.js'
import type { Type } from './resource.js'
import { asking, including, readDocument, selecting } from './resource-request.js'
import type { Fields, KnownTypes, Merge, NoFields, Result } from './result.js'

/** One page of a list. https://jsonapi.org/format/1.1/#fetching-pagination */
export interface Page<Row> {
  readonly data: Row[]
  /** What the service tells of the list: how many rows and pages there are. */
  readonly meta: PageMeta
  readonly links: Links
  /** The page after this one; undefined where this is the last. */
  next(): Promise<Page<Row> | undefined>
}

export interface PageMeta extends Meta {
  readonly record_count?: number
  readonly page_count?: number
}

/**
 * A request that answers with a list: awaited, it gives one page; iterated, every row of every page from there on.
 *
 * @typeParam T the type of the rows, @typeParam I the include paths, @typeParam F the fields asked for.
 */
export class ListRequest<T extends Type, I extends string = never, F = NoFields>
  extends ApiRequest<Page<Result<T, I, F>>>
  implements AsyncIterable<Result<T, I, F>>
{
  /** The same request with more relationships included. */
  include<const P extends string>(...paths: Include<T, P>[]): ListRequest<T, I | P, F> {
    return new ListRequest(this.transport, including(this.call, paths))
  }

  /** The same request with other fields of these types. */
  fields<const G extends Fields>(fields: G & KnownTypes<G>): ListRequest<T, I, Merge<F, G>> {
    return new ListRequest(this.transport, selecting(this.call, fields))
  }

  /** The same request with this filter instead of the one it had. */
  filter(filter: FilterOf<T>): ListRequest<T, I, F> {
    return new ListRequest(this.transport, asking(this.call, { filter }))
  }

  /** The same request in this order instead of the one it had. */
  sort(...by: Sort<T>[]): ListRequest<T, I, F> {
    return new ListRequest(this.transport, asking(this.call, { sort: by }))
  }

  /** The same request for another page. */
  page<const N extends number = number>(page: PageQuery<N>): ListRequest<T, I, F> {
    return new ListRequest(this.transport, asking(this.call, { page }))
  }

  /** Every row, page by page; the next page is asked for when the last row of this one has been taken. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Result<T, I, F>, void, undefined> {
    for (let page: Page<Result<T, I, F>> | undefined = await this; page; page = await page.next()) yield* page.data
  }

  protected async read(request: Request, response: Response): Promise<Page<Result<T, I, F>>> {
    const document = await readDocument(request, response)
    const { meta = {}, links = {} } = document
    const next = typeof links.next === 'string' ? links.next : links.next?.href
    return {
      // The one place where what came over the wire takes the type that was computed from what was asked for.
      data: link(this.transport.api, document, this.call.query ?? {}) as Result<T, I, F>[],
      meta,
      links,
      next: async () => (next === undefined ? undefined : (await this.send(next)).data),
    }
  }
}
