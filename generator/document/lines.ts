/** Lines and columns of a text. Both count from 1; a column is a UTF-16 code unit, as in editors. */

export interface Position {
  readonly line: number
  readonly column: number
  /** The line's text, without its end. */
  readonly excerpt: string
}

/** Indexes `text` once, and gives the function that finds the position of an offset in it. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = lineStarts(text)
  return (wanted) => {
    const offset = Math.min(Math.max(wanted, 0), text.length)
    const index = lastAtMost(starts, offset)
    const start = starts[index] ?? 0
    const excerpt = text.slice(start, starts[index + 1] ?? text.length).replace(/[\r\n]+$/, '')
    return { line: index + 1, column: offset - start + 1, excerpt }
  }
}

/** A line ends with LF, CR LF or CR, as in YAML. https://yaml.org/spec/1.2.2/#54-line-break-characters */
function lineStarts(text: string): number[] {
  const starts = [0]
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length)
  return starts
}

/** The index of the last of the ascending `numbers` that is at most `limit`. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}
