/** How facts are shown to a person. */
import type { Source } from './model/types.js'
import { printable, widthOf } from './problems.js'
import { NO_TERMINAL, type Terminal } from './terminal.js'

/** Where a fact comes from, in words. */
export function sourceOf({ by, pointer, reason }: Source): string {
  if (by === 'inferred') return `inferred from ${reason ?? `#${pointer}`}`
  return { declared: 'declared', extension: 'x-jsonapi', config: 'configuration' }[by]
}

/** Between two columns. */
const GAP = '  '
/** A column is not made narrower than this, if it is wider by itself. */
const NARROWEST = 10

/**
 * Rows with their columns under one another, the last of which is dim where it is the source. In a terminal the widest
 * columns give way, and their cells go on in the next line. What would steer a terminal is left out.
 */
export function table(
  facts: readonly (readonly string[])[],
  {
    indent = 2,
    terminal = NO_TERMINAL,
    sources = true,
  }: { indent?: number; terminal?: Terminal; sources?: boolean } = {},
): string[] {
  const rows = facts.map((row) => row.map((cell) => printable(cell.replace(/\p{Cc}+/gu, ' '))))
  const count = Math.max(0, ...rows.map(({ length }) => length))
  const natural = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  const room = (terminal.columns ?? Number.POSITIVE_INFINITY) - indent - GAP.length * (count - 1)
  const widths = fitted(natural, room)
  const { dim } = terminal.paint
  return rows.flatMap((row) => {
    const cells = widths.map((width, column) => wrapped(row[column] ?? '', width))
    const height = Math.max(1, ...cells.map(({ length }) => length))
    return Array.from({ length: height }, (_, line) => {
      const parts = cells.map((lines, column) => {
        const text = lines[line] ?? ''
        const shown = sources && column > 0 && column === count - 1 ? dim(text) : text
        return column === count - 1 ? shown : shown + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(text)))
      })
      return `${' '.repeat(indent)}${parts.join(GAP)}`.trimEnd()
    })
  })
}

/** The widths with those of the widest columns made smaller until all fit. */
function fitted(natural: readonly number[], room: number): number[] {
  const least = natural.map((width) => Math.min(width, NARROWEST))
  let [low, high] = [NARROWEST, Math.max(NARROWEST, ...natural)]
  const at = (limit: number): number[] =>
    natural.map((width, column) => Math.max(least[column] ?? 0, Math.min(width, limit)))
  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0)
  if (sum(natural) <= room) return [...natural]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (sum(at(middle)) <= room) low = middle
    else high = middle - 1
  }
  const widths = at(low)
  // What is left over goes to the columns that were cut, from the left.
  let left = room - sum(widths)
  return widths.map((width, column) => {
    const more = Math.max(0, Math.min(left, (natural[column] ?? 0) - width))
    left -= more
    return width + more
  })
}

/** The lines of a text that are not wider than `width`: broken at spaces, within a word after what joins its parts. */
function wrapped(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<= )|(?<=[/,.(_-])(?=[^ ])/)) {
    if (widthOf((line + word).trimEnd()) <= width) {
      line += word
      continue
    }
    if (line !== '') lines.push(line.trimEnd())
    line = word
    while (widthOf(line.trimEnd()) > width) {
      const part = [...line].slice(0, Math.max(1, width)).join('')
      lines.push(part)
      line = line.slice(part.length)
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}
