/** Rows of cells as lines: the first column flush left, the others flush right, each as wide as its longest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  const padded = (cell: string, at: number): string =>
    at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)
  return rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n')
}

/** A count with commas between thousands. */
export const count = (value: number): string => Math.round(value).toLocaleString('en')
