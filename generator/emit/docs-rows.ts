import type { Value } from '../model/types.js'
import { code, details, table } from './markdown.js'

/** A row of a table, whose cells are Markdown, with what is too much for it. */
export interface Row {
  readonly cells: readonly string[]
  readonly list?: LongList | undefined
  /** Tables of the same columns, each with what it is about as plain text. */
  readonly apart?: readonly { readonly name: string; readonly rows: readonly Row[] }[]
}

/** A row with other cells, and so what is apart from it. */
export const withCells = (row: Row, change: (cells: Row['cells']) => Row['cells']): Row => ({
  ...row,
  cells: change(row.cells),
  ...(row.apart && {
    apart: row.apart.map(({ name, rows }) => ({ name, rows: rows.map((one) => withCells(one, change)) })),
  }),
})

/** What stands below the table, in Markdown. */
export interface LongList {
  /** What it is a list of, as plain text: `values of include`. */
  readonly name: string
  readonly items: readonly string[]
}

/** Up to so many items, a list stands in its cell. */
const MOST = 12
/** Of a longer one, so many do. */
const FIRST = 4

/** A list as it fits a cell, and all of it where that is not enough. */
export function fitting(name: string, items: readonly string[], separator = ', '): { text: string; list?: LongList } {
  if (items.length <= MOST) return { text: items.join(separator) }
  return { text: `${items.slice(0, FIRST).join(', ')} and ${items.length - FIRST} more, below`, list: { name, items } }
}

/** Names or values, likewise, as code. */
export const fittingCode = (name: string, values: readonly unknown[]): { text: string; list?: LongList } =>
  fitting(
    `values of ${name}`,
    values.map((value) => code(String(value))),
  )

/** What an enum allows, as a sentence: `One of …`, `Always …`; empty where its description says it already. */
export function enumText(
  name: string,
  { enum: own, items, description = '' }: Pick<Value, 'enum' | 'items'> & { readonly description?: string },
): { text: string; list?: LongList } {
  const values = own ?? items?.enum ?? []
  if (values.every((value) => description.includes(code(String(value))))) return { text: '' }
  const { text, list } = fittingCode(name, values)
  const says = own ? (values.length === 1 ? 'Always' : 'One of') : values.length === 1 ? 'Each is' : 'Each is one of'
  return { text: `${says} ${text}.`, ...(list && { list }) }
}

/** A value as code, as much of it as fits a cell: a string as it is, as those of an enum are. */
export function valueText(value: unknown): string {
  const text = typeof value === 'string' && value !== '' ? value : JSON.stringify(value)
  return code(text.length > 60 ? `${text.slice(0, 59)}…` : text)
}

/** Sentences of a cell; each ends as one, and a list ends a line. */
export const sentences = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part, index, all) => {
      if (part.includes('• ')) return index < all.length - 1 ? `${part}<br>` : part
      return `${part}${/[.:!?…][)*]*$/.test(part) ? '' : '.'}${index < all.length - 1 ? ' ' : ''}`
    })
    .join('')

/** A table with what did not fit into it; nothing where it has no rows. */
export function rowsText(head: readonly string[], rows: readonly Row[]): string[] {
  if (rows.length === 0) return []
  return [
    table(
      head,
      rows.map(({ cells }) => cells),
    ),
    ...rows.flatMap(({ list, apart = [] }) => [
      ...(list ? [details(`All ${list.items.length} ${list.name}`, list.items.join(', '))] : []),
      ...apart.map(({ name, rows }) => details(name, rowsText(head, rows).join('\n\n'))),
    ]),
  ]
}
