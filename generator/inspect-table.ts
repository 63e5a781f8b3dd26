/** How facts are shown to a person. */
import type { Source } from './model/types.js'

/** Where a fact comes from, in words. */
export function sourceOf({ by, pointer, reason }: Source): string {
  if (by === 'inferred') return `inferred from ${reason ?? `#${pointer}`}`
  return { declared: 'declared', extension: 'x-jsonapi', config: 'configuration' }[by]
}

/** Rows with their columns under one another. What would steer a terminal is left out. */
export function table(facts: readonly (readonly string[])[], indent = 2): string[] {
  const rows = facts.map((row) => row.map((cell) => cell.replace(/\p{Cc}+/gu, ' ')))
  const widths: number[] = []
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length)
  }
  return rows.map((row) => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0))
    return `${' '.repeat(indent)}${cells.join('  ')}`.trimEnd()
  })
}
