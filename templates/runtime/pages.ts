import type { Document } from './document.js'

/** The `page` of a query. */
export interface PageParts {
  readonly number?: string | number | undefined
  readonly offset?: string | number | undefined
  readonly limit?: string | number | undefined
  readonly [key: string]: string | number | undefined
}

/** Where in a document a value stands: the names on the way there. */
export type Path = readonly string[]

/** How an API is asked for pages. https://jsonapi.org/format/1.1/#fetching-pagination */
export interface Pages {
  /** The query parameters, by the keys of `page` in a query. */
  readonly names: Readonly<Record<string, string | undefined>>
  /** Where a document says how many rows the whole list has. */
  readonly total?: Path | undefined
  /**
   * The page that lies `by` pages from this one; undefined where there is none, as far as the document tells. More than
   * one page ahead are those only of which it does tell.
   */
  readonly turn: (here: Here, by: number) => PageParts | undefined
}

/** A page as it came, and what was asked for. */
export interface Here {
  readonly document: Document
  readonly rows: readonly unknown[]
  readonly asked: PageParts
}

/** Pages with numbers, counted from 1. */
export function pagesByNumber(style: { number: string; size?: string; total?: Path; count?: Path }): Pages {
  const { total, count, ...names } = style
  const turn: Pages['turn'] = ({ document, rows, asked }, by) => {
    const number = Number(asked.number ?? 1)
    const last = numberAt(document, count) || Math.ceil(numberAt(document, total) / rows.length) || number + 1
    const found = number + by
    return found > 0 && (by < 0 || (rows.length > 0 && found <= last)) ? { number: found } : undefined
  }
  return { names, total, turn }
}

/** Pages that begin after so many rows. */
export function pagesByOffset(style: { offset: string; limit?: string; total?: Path }): Pages {
  const { total, ...names } = style
  const turn: Pages['turn'] = ({ document, rows, asked }, by) => {
    const offset = Number(asked.offset ?? 0)
    const length = rows.length
    const end = numberAt(document, total)
    const found = offset + by * (by < 0 ? Number(asked.limit ?? length) : length)
    const exists = by < 0 ? offset > 0 : length > 0 && (found < end || (by === 1 && Number.isNaN(end)))
    return exists ? { offset: Math.max(0, found), ...(asked.limit === undefined && { limit: length }) } : undefined
  }
  return { names, total, turn }
}

/**
 * Pages that begin after a row, or end before one: the cursor is where `next` leads to, or else in the row's own
 * `meta.page.cursor`. https://jsonapi.org/profiles/ethanresnick/cursor-pagination/
 */
export function pagesByCursor(style: {
  after?: string
  before?: string
  cursor?: string
  size?: string
  next?: Path
}): Pages {
  const { next, ...names } = style
  return {
    names,
    turn({ document, rows }, by) {
      const key = style.cursor !== undefined ? 'cursor' : by > 0 ? 'after' : 'before'
      const cursor =
        next !== undefined && by > 0 ? at(document, next) : at(rows.at(by > 0 ? -1 : 0), ['meta', 'page', 'cursor'])
      const known = (typeof cursor === 'string' && cursor !== '') || typeof cursor === 'number'
      if (!known || by > 1 || names[key] === undefined || (key === 'cursor' && by < 0)) return undefined
      return { after: undefined, before: undefined, [key]: cursor }
    },
  }
}

/** Pages that links alone lead to: a query says no more than how many rows they hold. */
export function pagesByLinks({ total, ...names }: { size: string; total?: Path }): Pages {
  return { names, total, turn: () => undefined }
}

/** A number in a document; no number, which is neither more nor less than any, where it tells none. */
export function numberAt(document: Document, path: Path | undefined): number {
  const value = at(document, path)
  return typeof value === 'number' ? value : Number.NaN
}

/** What a path leads to; undefined where it leads nowhere. */
const at = (value: unknown, path: Path | undefined): unknown =>
  path?.reduce<unknown>((inner, name) => Object(inner)[name], value)
