/** What is known of the terminal that is written to. */

/** What colours a text; of a pipe or a file, nothing does. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'cyan', (text: string) => string>>

export interface Terminal {
  /** Characters in a line; undefined where lines may be of any length, as in a pipe. */
  readonly columns: number | undefined
  readonly paint: Paint
}

const same = (text: string): string => text

export const PLAIN: Paint = { bold: same, dim: same, red: same, yellow: same, cyan: same }

/** ECMA-48, 8.3.117. Nothing where there is nothing to be seen. */
const sgr =
  (on: number, off: number) =>
  (text: string): string =>
    text.trim() === '' ? text : `\u001b[${on}m${text}\u001b[${off}m`

export const COLOURS: Paint = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  yellow: sgr(33, 39),
  cyan: sgr(36, 39),
}

/** A pipe or a file. */
export const NO_TERMINAL: Terminal = { columns: undefined, paint: PLAIN }

/** The terminal behind a stream, which minds `NO_COLOR` and `FORCE_COLOR`. */
export function terminalOf(stream: NodeJS.WriteStream): Terminal {
  if (!stream.isTTY) return NO_TERMINAL
  return { columns: stream.columns, paint: stream.hasColors() ? COLOURS : PLAIN }
}
