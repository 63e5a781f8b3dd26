import type { Links, Meta } from './document.js'
import type { FilterOf } from './filter.js'
import type { Include } from './include.js'
import { link } from './link.js'
import type { PageQuery, Sort } from './query.js'
import { ApiRequest, type WithResponse } from './request.js'
import type { Type } from './resource.js'
import { asking, including, isResource, paging, readDocument, selecting } from './resource-request.js'
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
  /** How many rows the whole list has, where the service tells. */
  readonly record_count?: number
  /** How many pages the whole list has, where the service tells. */
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
    return new ListRequest<T, I | P, F>(this.transport, including(this.call, paths))
  }

  /** The same request with other fields of these types. */
  fields<const G extends Fields>(fields: G & KnownTypes<G>): ListRequest<T, I, Merge<F, G>> {
    return new ListRequest<T, I, Merge<F, G>>(this.transport, selecting(this.call, fields))
  }

  /** The same request with this filter instead of the one it had. */
  filter(filter: FilterOf<T>): ListRequest<T, I, F> {
    return new ListRequest<T, I, F>(this.transport, asking(this.call, { filter }))
  }

  /** The same request in this order instead of the one it had. */
  sort(...by: Sort<T>[]): ListRequest<T, I, F> {
    return new ListRequest<T, I, F>(this.transport, asking(this.call, { sort: by }))
  }

  /** The same request for another page; the size stays where only the number is given, and the other way round. */
  page<const N extends number = number>(page: PageQuery<N>): ListRequest<T, I, F> {
    return new ListRequest<T, I, F>(this.transport, paging(this.call, page))
  }

  /** Every row, page by page; the next page is asked for when the last row of this one has been taken. */
  [Symbol.asyncIterator](): AsyncGenerator<Result<T, I, F>, void, undefined> {
    return rows<Result<T, I, F>>(() => this.withResponse())
  }

  protected async read(request: Request, response: Response): Promise<Page<Result<T, I, F>>> {
    const isList = (data: unknown): boolean => Array.isArray(data) && data.every(isResource)
    const document = await readDocument(request, response, isList, 'a document with a list of resources')
    const meta = document.meta ?? {}
    const links = document.links ?? {}
    const next = typeof links.next === 'string' ? links.next : links.next?.href
    return {
      data: link<Result<T, I, F>>(this.transport.api, document, this.call.query ?? {}),
      meta,
      links,
      next: async () => {
        if (next === undefined) return undefined
        const following = await this.transport.request(this.call, next)
        // A service that names the page itself as the next one would be asked for ever.
        return address(following) === address(request) ? undefined : (await this.send(following)).data
      },
    }
  }
}

/** Path and query in one spelling: a service may leave the brackets of a parameter as they are. */
function address(request: Request): string {
  const { pathname, searchParams } = new URL(request.url)
  return `${pathname}?${searchParams}`
}

// Over the row alone: over the type of the result, the compiler would compare it with itself at every step.
async function* rows<Row>(first: () => Promise<WithResponse<Page<Row>>>): AsyncGenerator<Row, void, undefined> {
  let page: Page<Row> | undefined = (await first()).data
  for (; page; page = await page.next()) yield* page.data
}
