import { at, isObject } from './description.js'
import type { Links, Meta } from './document.js'
import { link } from './link.js'
import type { Here, PageParts } from './pages.js'
import { asking, type WithResponse } from './request.js'
import { documentOf } from './resource-request.js'
import type { QueryParts } from './search.js'
import { type Answer, send } from './send.js'
import type { Call } from './transport.js'

export interface PageMeta extends Meta {
  /** How many rows the whole list has, where the service tells. */
  readonly record_count?: number
  /** How many pages the whole list has, where the service tells. */
  readonly page_count?: number
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
  /** How it was come by. */
  readonly #call: Call
  readonly #here: Here
  /** What tells it from others: its rows, or where it was come by where it has none. */
  readonly #key: string
  /** What went by before it; undefined for the first. */
  #trail: Trail | undefined

  /** @throws ParseError where the answer is no document with a list. */
  constructor(call: Call, answer: Answer) {
    const query: QueryParts = call.query ?? {}
    const document = documentOf(answer, true)
    this.data = link<Row>(call.transport.api, document, query)
    this.meta = document.meta ?? {}
    this.links = document.links ?? {}
    this.jsonapi = document.jsonapi
    this.#call = call
    this.#here = { document, rows: this.data, asked: query.page ?? {} }
    const rows = [document.data].flat().map((row) => [row?.type, row?.id])
    this.#key = JSON.stringify(rows.length > 0 ? rows : [call.link, query.page])
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
    const { pages } = this.#call.transport.api
    const found = [this.data]
    let missing = limit - this.data.length
    for (let last: Page<Row> | undefined = this; last && missing > 0; ) {
      const here: Page<Row> = last
      const size = here.data.length
      // Of a page that a link led to, nobody knows the number.
      const left = size > 0 && here.#call.link === undefined ? (pages?.left?.(here.#here) ?? 0) : 0
      const ahead = Math.min(concurrency, MOST_AT_ONCE, left, Math.ceil(missing / size))
      const more = await Promise.all(
        ahead > 1
          ? Array.from({ length: ahead }, (_, index) => here.#fetch(1, pages?.turn(here.#here, index + 1)))
          : [here.next()],
      )
      for (const { data } of more.filter((page) => page !== undefined)) {
        found.push(data)
        missing -= data.length
      }
      last = more.at(-1)
    }
    return found.flat().slice(0, limit)
  }

  /** How many rows the whole list has: as the service tells, or else counted from this page on. */
  async count(): Promise<number> {
    const told = at(this.#here.document, this.#call.transport.api.pages?.total)
    return typeof told === 'number' ? told : (await this.all()).length
  }

  async #turn(by: 1 | -1): Promise<Page<Row> | undefined> {
    const call = this.#call
    const { first, last, prev, next } = this.links
    const given = by > 0 ? next : prev
    const href = isObject(given) ? given.href : given
    if (href) return this.#fetch(by, {}, href)
    // Where there are links, the one that is missing leads nowhere.
    const isLinked = [call.link, first, last, prev, next].some((one) => one !== undefined)
    return isLinked ? undefined : this.#fetch(by, call.transport.api.pages?.turn(this.#here, by))
  }

  async #fetch(by: 1 | -1, parts: PageParts | undefined, href?: string): Promise<Page<Row> | undefined> {
    if (!parts) return undefined
    const call = { ...asking(this.#call, ({ page }) => ({ page: { ...page, ...parts } })), link: href }
    const page = await send(call, (answer) => new Page<Row>(call, answer))
    // Back again, what went by before is no circle.
    const { mark, steps } = this.#trail?.by === by ? this.#trail : { mark: this.#key, steps: 1 }
    const empty = page.data.length > 0 ? 0 : (this.#trail?.empty ?? 0) + 1
    if (page.#key === this.#key || page.#key === mark || empty > EMPTY_PAGES) return undefined
    page.#trail = { by, steps: steps + 1, mark: steps & (steps - 1) ? mark : page.#key, empty }
    return page
  }
}

/** Pages that went by: one of them, taken anew after 1, 2, 4, 8 … pages, which finds every circle (Brent's algorithm). */
interface Trail {
  /** Forwards or backwards. */
  readonly by: 1 | -1
  readonly mark: string
  readonly steps: number
  /** How many of the last ones had no rows. */
  readonly empty: number
}

/** So many pages without rows in a row are the end of a list: a service may keep rows from a user, but not for ever. */
const EMPTY_PAGES = 1_000

/** A list whose first page is asked for when it is called. */
type Coming<Row> = () => Promise<WithResponse<Page<Row>>>

const firstPage = async <Row>(list: Coming<Row>): Promise<Page<Row>> => (await list()).data

/** Page by page, each asked for when it is due. */
export async function* pagesFrom<Row>(list: Coming<Row>): AsyncGenerator<Page<Row>, void, undefined> {
  for (let page: Page<Row> | undefined = await firstPage(list); page; page = await page.next()) yield page
}

/** Row by row, over all pages. */
export async function* rowsFrom<Row>(list: Coming<Row>): AsyncGenerator<Row, void, undefined> {
  for await (const { data } of pagesFrom(list)) yield* data
}

/** The rows of all pages. */
export const allFrom = async <Row>(list: Coming<Row>, options?: AllOptions): Promise<Row[]> =>
  (await firstPage(list)).all(options)

/** The first row of a list. */
export const firstFrom = async <Row>(list: Coming<Row>): Promise<Row | undefined> => (await firstPage(list)).data[0]

/** How many rows a list has. */
export const countFrom = async <Row>(list: Coming<Row>): Promise<number> => (await firstPage(list)).count()
