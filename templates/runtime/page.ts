import { isObject } from './description.js'
import type { Document, Links, Meta } from './document.js'
import { ParseError } from './errors.js'
import { link } from './link.js'
import type { Here, PageParts } from './pages.js'
import type { WithDocument, WithResponse } from './request.js'
import { documentOf, isResource, paging, queryOf } from './resource-request.js'
import { type Answer, send } from './send.js'
import type { Call, Transport } from './transport.js'

export interface PageMeta extends Meta {
  /** How many rows the whole list has, where the service tells. */
  readonly record_count?: number
  /** How many pages the whole list has, where the service tells. */
  readonly page_count?: number
}

/** How a page was come by. */
export interface Origin {
  readonly transport: Transport
  readonly call: Call
  /** The link that led to it; undefined where the call alone did. */
  readonly link?: string | undefined
}

/** Which rows of a list are wanted, and how. */
export interface AllOptions {
  /** How many rows at most; all by default. */
  readonly limit?: number | undefined
  /** How many pages are asked for at once, where the service tells how many there are; one by default. */
  readonly concurrency?: number | undefined
}

/** So many pages are asked for at once, however many are wanted. */
const MOST_AT_ONCE = 100

/** One page of a list. https://jsonapi.org/format/1.1/#fetching-pagination */
export class Page<Row> {
  readonly data: Row[]
  /** What the service tells of the list: how many rows and pages there are. */
  readonly meta: PageMeta
  readonly links: Links
  readonly jsonapi: Meta | undefined
  readonly #origin: Origin
  readonly #here: Here
  /** What tells it from others: its rows, or where it was come by where it has none. */
  readonly #key: string
  /** Whether it was come to forwards or backwards; undefined for the first. */
  #by: 1 | -1 | undefined
  /** The pages that went by in this direction, itself the last. */
  #trail: Trail | undefined

  /** @throws ParseError where the answer is no document with a list. */
  constructor(origin: Origin, answer: Answer) {
    const { transport, call } = origin
    const isList = (data: unknown): boolean => Array.isArray(data) && data.every(isResource)
    const document = documentOf(answer, isList, 'a document with a list of resources')
    const query = queryOf(call)
    this.data = link<Row>(transport.api, document, query)
    this.meta = document.meta ?? {}
    this.links = document.links ?? {}
    this.jsonapi = document.jsonapi
    this.#origin = origin
    this.#here = { document, rows: this.data, asked: query.page ?? {} }
    this.#key = rowsOf(document) || addressOf(transport.url(call, origin.link))
  }

  /** The page after this one; undefined where this is the last, or where the service goes round in a circle. */
  next(): Promise<Page<Row> | undefined> {
    return this.#turn(1)
  }

  /** The page before this one; undefined where this is the first. */
  prev(): Promise<Page<Row> | undefined> {
    return this.#turn(-1)
  }

  /** The rows of this page and of those after it. */
  async all({ limit = Infinity, concurrency = 1 }: AllOptions = {}): Promise<Row[]> {
    const found = [this.data]
    const { transport, link: here } = this.#origin
    const { pages } = transport.api
    const size = this.data.length
    // Of a page that a link led to, nobody knows the number.
    const left = concurrency > 1 && size > 0 && here === undefined ? pages?.left?.(this.#here) : undefined
    if (pages && left !== undefined && left > 0) {
      let last = Math.min(left, Math.ceil(limit / size) - 1)
      let taken = 0
      const worker = async (): Promise<void> => {
        while (taken < last) {
          taken += 1
          const by = taken
          const page = await this.#fetch(1, pages.turn(this.#here, by)).catch((error) => {
            last = 0 // the others take no more
            throw error
          })
          if (!page?.data.length) last = Math.min(last, by)
          found[by] = page?.data ?? []
        }
      }
      await Promise.all(Array.from({ length: Math.min(concurrency, last, MOST_AT_ONCE) }, worker))
    } else {
      let count = size
      for (let page = count < limit ? await this.next() : undefined; page; ) {
        found.push(page.data)
        count += page.data.length
        page = count < limit ? await page.next() : undefined
      }
    }
    return found.flat().slice(0, limit)
  }

  async #turn(by: 1 | -1): Promise<Page<Row> | undefined> {
    const { transport, call, link: here } = this.#origin
    const { links } = this
    const given = by > 0 ? links.next : links.prev
    const href = isObject(given) ? given.href : given
    if (typeof href === 'string') {
      if (!URL.canParse(href, transport.baseUrl)) throw new ParseError('a link that leads to a page', href)
      // A service that names the page itself as the next one would be asked for ever.
      if (addressOf(transport.url(call, href)) === addressOf(transport.url(call, here))) return undefined
      return this.#fetch(by, undefined, href)
    }
    // Where there are links, the one that is missing leads nowhere.
    const linked = here !== undefined || ['first', 'last', 'prev', 'next'].some((name) => Object.hasOwn(links, name))
    return linked ? undefined : this.#fetch(by, transport.api.pages?.turn(this.#here, by))
  }

  async #fetch(by: 1 | -1, parts: PageParts | undefined, href?: string): Promise<Page<Row> | undefined> {
    if (parts === undefined && href === undefined) return undefined
    const { transport } = this.#origin
    const call = paging(this.#origin.call, parts ?? {})
    // Back again, what went by before is no circle.
    const trail = this.#by === by ? this.#trail : follow(undefined, this.#key, false)
    const origin = { transport, call, link: href }
    const page = await send(transport, call, (answer) => new Page<Row>(origin, answer), { link: href })
    page.#by = by
    page.#trail = follow(trail, page.#key, page.data.length === 0)
    return page.#trail && page
  }
}

/** Pages that went by: one of them, taken anew after 1, 2, 4, 8 … pages, which finds every circle (Brent's algorithm). */
interface Trail {
  readonly mark: string
  readonly steps: number
  readonly power: number
  /** How many of the last ones had no rows. */
  readonly empty: number
}

/** So many pages without rows in a row are the end of a list. */
const EMPTY_PAGES = 10

/** The trail with one more page; undefined where that page has been seen. */
function follow(trail: Trail | undefined, page: string, isEmpty: boolean): Trail | undefined {
  const { mark = '', steps = 1, power = 1, empty: before = 0 } = trail ?? {}
  const empty = isEmpty ? before + 1 : 0
  if (page === mark || empty > EMPTY_PAGES) return undefined
  return steps < power ? { mark, steps: steps + 1, power, empty } : { mark: page, steps: 1, power: power * 2, empty }
}

/** The rows of a page, by type and id. */
const rowsOf = ({ data }: Document): string =>
  [data ?? []]
    .flat()
    .map(({ type, id }) => `${type} ${id}`)
    .join()

/** Path and query in one spelling: a service may leave the brackets of a parameter as they are. */
const addressOf = ({ pathname, searchParams }: URL): string => `${pathname}?${searchParams}`

/** A page that is on its way. */
type Coming<Row> = Promise<WithResponse<Page<Row>>>

/** Page by page, each asked for when it is due. */
export async function* pagesFrom<Row>(first: () => Coming<Row>): AsyncGenerator<Page<Row>, void, undefined> {
  for (let page: Page<Row> | undefined = (await first()).data; page; page = await page.next()) yield page
}

/** Row by row, over all pages. */
export async function* rowsFrom<Row>(first: () => Coming<Row>): AsyncGenerator<Row, void, undefined> {
  for await (const { data } of pagesFrom(first)) yield* data
}

/** The rows of all pages. */
export const allFrom = async <Row>(first: Coming<Row>, options?: AllOptions): Promise<Row[]> =>
  (await first).data.all(options)

/** The first row of a page. */
export const firstOf = async <Row>(page: Promise<WithDocument<Page<Row>>>): Promise<Row | undefined> =>
  (await page).data.data[0]
