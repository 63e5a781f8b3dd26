import { at, isObject, own } from './description.js'
import type { Document } from './document.js'
import { metaOf } from './origin.js'

/** The `page` of a query. */
export type PageParts = Readonly<Record<string, string | number | undefined>>

/** How an API is asked for pages. https://jsonapi.org/format/1.1/#fetching-pagination */
export interface Pages {
  /** The query parameters, by the keys of `page` in a query. */
  readonly names: Readonly<Record<string, string | undefined>>
  /** JSON pointer to how many rows the whole list has. */
  readonly total?: string | undefined
  /** The page that lies `by` pages from this one; undefined where there is none, as far as the document tells. */
  readonly turn: (here: Here, by: number) => PageParts | undefined
  /** How many pages follow this one; `NaN` where the document does not tell. */
  readonly left?: (here: Here) => number
}

/** A page as it came, and what was asked for. */
export interface Here {
  readonly document: Document
  readonly rows: readonly unknown[]
  readonly asked: PageParts
}

/** Pages with numbers, counted from 1. */
export function pagesByNumber(style: { number: string; size?: string; total?: string; count?: string }): Pages {
  const { total, count, ...names } = style
  const left = ({ document, rows, asked }: Here): number =>
    (numberAt(document, count) || Math.ceil(numberAt(document, total) / rows.length)) -
    Number(own(asked, 'number') ?? 1)
  const turn: Pages['turn'] = (here, by) => {
    const number = Number(own(here.asked, 'number') ?? 1) + by
    const exists = by < 0 ? number > 0 : here.rows.length > 0 && !(by > left(here))
    return exists ? { number } : undefined
  }
  return { names, total, turn, left }
}

/** Pages that begin after so many rows. */
export function pagesByOffset(style: { offset: string; limit?: string; total?: string }): Pages {
  const { total, ...names } = style
  const left = ({ document, rows, asked }: Here): number =>
    Math.ceil((numberAt(document, total) - Number(own(asked, 'offset') ?? 0)) / rows.length) - 1
  const turn: Pages['turn'] = (here, by) => {
    const { rows, asked } = here
    const offset = Number(own(asked, 'offset') ?? 0)
    const step = by * (by < 0 ? Number(own(asked, 'limit') ?? rows.length) : rows.length)
    if (by < 0 ? offset === 0 : rows.length === 0 || by > left(here)) return undefined
    return { offset: Math.max(0, offset + step), ...(own(asked, 'limit') === undefined && { limit: rows.length }) }
  }
  return { names, total, turn, left }
}

/**
 * Pages that begin after a row, or end before one: the cursor is where `next` points to, or else in the row's own
 * `meta.page.cursor`. https://jsonapi.org/profiles/ethanresnick/cursor-pagination/
 */
export function pagesByCursor(style: {
  after?: string
  before?: string
  cursor?: string
  size?: string
  next?: string
}): Pages {
  const { next, ...names } = style
  return {
    names,
    turn({ document, rows }, by) {
      const row = by > 0 ? rows.at(-1) : rows[0]
      const own = isObject(row) ? at(metaOf(row), '/page/cursor') : undefined
      const cursor = next !== undefined && by > 0 ? at(document, next) : own
      const key = style.cursor !== undefined ? 'cursor' : by > 0 ? 'after' : 'before'
      const known = (typeof cursor === 'string' && cursor !== '') || typeof cursor === 'number'
      if (!known || names[key] === undefined || (key === 'cursor' && by < 0)) return undefined
      return { after: undefined, before: undefined, [key]: cursor }
    },
  }
}

/** Pages that links alone lead to: a query says no more than how many rows they hold. */
export function pagesByLinks({ total, ...names }: { size: string; total?: string }): Pages {
  return { names, total, turn: () => undefined }
}

/** A number in a document; no number, which is neither more nor less than any, where it tells none. */
function numberAt(document: Document, pointer: string | undefined): number {
  const value = at(document, pointer)
  return typeof value === 'number' ? value : Number.NaN
}
