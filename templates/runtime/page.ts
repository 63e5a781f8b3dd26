import type { Attempt } from './attempt.js'
import { isObject } from './description.js'
import type { Links, Meta } from './document.js'
import { link } from './link.js'
import { type Here, numberAt } from './pages.js'
import { ApiRequest, asking, type WithDocument } from './request.js'
import { documentOf } from './resource-request.js'
import type { QueryParts } from './search.js'
import { send } from './send.js'
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
  declare readonly data: Row[]
  /** What the service tells of the list: how many rows and pages there are. */
  declare readonly meta: PageMeta
  declare readonly links: Links
  declare readonly jsonapi: Meta | undefined
  readonly #call: Call
  readonly #here: Here
  /** What tells it from others: its rows, or where it was come by where it has none. */
  readonly #key: string
  #trail: Trail = START

  /** @throws ParseError where the answer is no document with a list. */
  constructor(call: Call, answer: Attempt) {
    const query: QueryParts = call.query ?? {}
    const document = documentOf(answer, true)
    const rows = [document.data].flat()
    const asked = query.page ?? {}
    this.data = link<Row>(call.transport.api, document, query)
    this.meta = document.meta ?? {}
    this.links = document.links ?? {}
    this.jsonapi = document.jsonapi
    this.#call = call
    this.#here = { document, rows, asked }
    this.#key = JSON.stringify(rows.length > 0 ? rows.map((row) => [row?.type, row?.id]) : [call.link, asked])
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
    const rows = [...this.data]
    for (let page: Page<Row> | undefined = this; page && rows.length < limit; ) {
      const most = Math.min(concurrency, MOST_AT_ONCE, (limit - rows.length) / page.data.length)
      const coming: Promise<Page<Row> | undefined>[] = [page.next()]
      while (coming.length < most) coming.push(page.#turn(coming.length + 1))
      page = undefined
      for (const next of await Promise.all(coming)) {
        if (!next) break
        for (const row of next.data) rows.push(row)
        page = next
      }
    }
    return rows.slice(0, limit)
  }

  /** How many rows the whole list has: as the service tells, or else counted from this page on. */
  async count(): Promise<number> {
    const total = numberAt(this.#here.document, this.#call.transport.api.pages?.total)
    return total >= 0 ? total : (await this.all()).length
  }

  /** The page that lies so many from this one: that beside it by its link, where there are links. */
  async #turn(by: number): Promise<Page<Row> | undefined> {
    const { transport, link: here } = this.#call
    const { first, last, prev, next } = by > 1 ? {} : this.links
    const given = by > 0 ? next : prev
    const href = isObject(given) ? given.href : given
    // Where there are links, the one that is missing leads nowhere; and of a page that a link led to, nobody knows the number.
    const isLinked = [here, first, last, prev, next].some((one) => one !== undefined)
    const parts = isLinked ? undefined : transport.api.pages?.turn(this.#here, by)
    if (!parts && !href) return undefined
    const call = { ...asking(this.#call, ({ page }) => ({ page: { ...page, ...parts } })), link: href ?? undefined }
    const page = await send(call, (answer) => new Page<Row>(call, answer))
    // Back again, what went by before is no circle.
    const { mark, steps } = this.#trail.forth === by > 0 ? this.#trail : START
    const empty = page.data.length > 0 ? 0 : this.#trail.empty + 1
    if (page.#key === this.#key || page.#key === mark || empty > EMPTY_PAGES) return undefined
    page.#trail = { forth: by > 0, mark: steps & (steps - 1) ? mark : page.#key, steps: steps + 1, empty }
    return page
  }
}

/** Pages that went by: one of them, taken anew after 1, 2, 4, 8 … pages, which finds every circle (Brent's algorithm). */
interface Trail {
  /** Whether they were gone by forwards. */
  readonly forth?: boolean
  readonly mark?: string | undefined
  readonly steps: number
  /** How many of the last ones had no rows. */
  readonly empty: number
}

const START: Trail = { steps: 1, empty: 0 }

/** So many pages without rows in a row are the end of a list: a service may keep rows from a user, but not for ever. */
const EMPTY_PAGES = 1_000

/**
 * A request that answers with a list: awaited, it gives one page; iterated, every row of every page from there on.
 *
 * @typeParam Row of what type the rows are.
 */
export abstract class Rows<Row> extends ApiRequest<Page<Row>> {
  /** Every row, page by page; the next page is asked for when the last row of this one has been taken. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Row, void, undefined> {
    for await (const { data } of this.pages()) yield* data
  }

  /** Every page, each asked for when it is due. */
  async *pages(): AsyncGenerator<Page<Row>, void, undefined> {
    for (let page: Page<Row> | undefined = await this.then(); page; page = await page.next()) yield page
  }

  /** The rows of all pages together. */
  async all(options?: AllOptions): Promise<Row[]> {
    return (await this.then()).all(options)
  }

  /** The first row; undefined where there is none. */
  async first(): Promise<Row | undefined> {
    return (await this.then()).data[0]
  }

  /** How many rows the whole list has: as the service tells, or else counted over all pages. */
  async count(): Promise<number> {
    return (await this.then()).count()
  }

  protected read(answer: Attempt, call: Call): WithDocument<Page<Row>> {
    const data = new Page<Row>(call, answer)
    return { ...data, data }
  }
}
