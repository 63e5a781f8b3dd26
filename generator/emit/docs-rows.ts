import type { Property, Value } from '../model/types.js'
import { code, details, table } from './markdown.js'

/** A row of a table, whose cells are Markdown, with a list that is too long for one of them. */
export interface Row {
  readonly cells: readonly string[]
  readonly list?: LongList | undefined
}

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
  const lists = rows.flatMap(({ list }) => list ?? [])
  return [
    table(
      head,
      rows.map(({ cells }) => cells),
    ),
    ...lists.map(({ name, items }) => details(`All ${items.length} ${name}`, items.join(', '))),
  ]
}

/** Up to so many properties, those of objects within an object are shown as well. */
const MOST_INNER = 24

/** What is in an object, or in each item of a list, each property with its way there: `address.city`, `lines[].sku`. */
export function innerProperties(value: Value & { readonly name: string }): Property[] {
  const own = ownProperties(value)
  const whole = own.flatMap((property) => [property, ...ownProperties(property)])
  return whole.length > MOST_INNER ? own : whole
}

const ownProperties = ({ name, properties, items }: Value & { readonly name: string }): Property[] =>
  (properties ?? items?.properties ?? []).map((one) => ({ ...one, name: `${name}${items ? '[]' : ''}.${one.name}` }))
