/** What went wrong or looks wrong, where, and what to do about it. */

/** A place in a file that was read: `line` and `column` count from 1; `pointer` is a JSON pointer (RFC 6901). */
export interface Place {
  readonly file: string
  readonly pointer?: string
  readonly line?: number
  readonly column?: number
  /** The line of the file, for the person who reads the message. */
  readonly excerpt?: string
}

export interface Problem {
  readonly severity: 'error' | 'warning'
  /** A stable kebab-case name, `unresolved-ref`. */
  readonly code: string
  readonly message: string
  /** What to do about it. */
  readonly advice?: string
  readonly places: readonly Place[]
}

/** The input or the configuration is wrong. Carries every problem of the run, not only the first. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(showProblem).join('\n\n'))
    this.problems = problems
  }
}

/** The places of one problem that are shown; of the rest only the number is. */
const MAX_PLACES = 5

/** How many warnings of one code are shown in full where they are not what was asked for. */
const MAX_ALIKE = 3

/** Warnings beside other output: the first of each code, and how many more there are. */
export function showWarnings(problems: readonly Problem[]): string {
  const codes = [...new Set(problems.map(({ code }) => code))]
  const shown = codes.flatMap((code) => {
    const alike = problems.filter((problem) => problem.code === code)
    const more = alike.length - MAX_ALIKE
    const rest = `… and ${more} more ${code}: \`openapi-resources inspect\` shows them all.`
    return [...alike.slice(0, MAX_ALIKE).map(showProblem), ...(more > 0 ? [rest] : [])]
  })
  return shown.map((text) => `${text}\n\n`).join('')
}

/**
 * A problem as a person reads it in a terminal: what, where, the line of the document, and what to do.
 *
 *     error unresolved-ref: The reference "#/components/schemas/Rol" leads nowhere: …
 *       at openapi.yaml:12:21  #/components/schemas/User/properties/role/$ref
 *          |
 *       12 |       role: { $ref: '#/components/schemas/Rol' }
 *          |                     ^
 *       → Did you mean "Role"?
 */
export function showProblem(problem: Problem): string {
  const head = `${problem.severity} ${problem.code}: ${printable(problem.message)}`
  const places = problem.places.slice(0, MAX_PLACES).map((place) => indent(showPlace(place)))
  const more = problem.places.length - places.length
  const rest = more > 0 ? [indent(`… and ${more} more ${more === 1 ? 'place' : 'places'}`)] : []
  const advice = problem.advice ? [indent(`→ ${printable(problem.advice)}`)] : []
  return [head, ...places, ...rest, ...advice].join('\n')
}

function showPlace(place: Place): string {
  const position = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':')
  const pointer = place.pointer === undefined ? '' : `  #${place.pointer}`
  const at = printable(`at ${position}${pointer}`)
  if (!place.excerpt?.trim() || place.line === undefined) return at
  const { line, before } = cut(place.excerpt, (place.column ?? 1) - 1)
  const margin = ' '.repeat(String(place.line).length)
  return [at, `${margin} |`, `${place.line} | ${line}`, `${margin} | ${' '.repeat(widthOf(before))}^`].join('\n')
}

/** The widest excerpt, in characters: minified documents have lines of megabytes. */
const MAX_EXCERPT = 100

/** The part of a line around `column` (from 0), and the part of that before the column. */
function cut(text: string, column: number): { line: string; before: string } {
  const from = column < MAX_EXCERPT - 20 ? 0 : column - MAX_EXCERPT / 2
  const to = from + MAX_EXCERPT
  const start = from > 0 ? '…' : ''
  const before = start + text.slice(from, column)
  const line = start + text.slice(from, to) + (to < text.length ? '…' : '')
  return { line: printable(line).trimEnd(), before: printable(before) }
}

/** Documents may come from anyone: no control sequence of theirs reaches the terminal. */
export function printable(text: string): string {
  return text.replaceAll('\t', '  ').replace(/(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
}

/** Columns in a terminal: East Asian characters and emoji take two, combining marks none. */
function widthOf(text: string): number {
  const marks = text.match(/\p{M}|\u200d/gu)?.length ?? 0
  const wide = text.match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu,
  )
  const emoji = text.match(/\p{Emoji_Presentation}/gu)
  return [...text].length - marks + (wide?.length ?? 0) + (emoji?.length ?? 0)
}

const indent = (text: string): string => text.replace(/^/gm, '  ')
