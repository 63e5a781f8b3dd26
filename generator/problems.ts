/** What went wrong or looks wrong, where, and what to do about it. */
import type { Code } from './codes.js'
import { type Paint, PLAIN } from './terminal.js'

export type { Code, ErrorCode, WarningCode } from './codes.js'

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
  /** A stable kebab-case name, `unresolved-ref`, which `PROBLEMS.md` explains. */
  readonly code: Code
  readonly message: string
  /** What to do about it. */
  readonly advice?: string
  readonly places: readonly Place[]
  /** How an overlay would mend it. */
  readonly mend?: Mend
}

export interface Mend {
  readonly actions: readonly Action[]
  /** Where a person has to decide: what was put in, and why. */
  readonly guess?: string
  /** Whether applying it changes what is generated, so that it is for the user to say that it is so. */
  readonly changes?: boolean
}

/** https://spec.openapis.org/overlay/v1.0.0.html#action-object */
export interface Action {
  /** A JSONPath (RFC 9535) that selects one place of the document. */
  readonly target: string
  readonly update?: unknown
  readonly remove?: true
}

/** The input or the configuration is wrong. Carries every problem of the run, not only the first. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => showProblem(problem)).join('\n\n'))
    this.problems = problems
  }
}

/** @throws InputError with all of them where one is an error. */
export function throwErrors(problems: readonly Problem[]): void {
  if (problems.some(({ severity }) => severity === 'error')) throw new InputError(ordered(problems))
}

/** Errors first, then by file, in the order in which they were come upon, and line. */
export function ordered(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ places: [place] }) => place?.file))]
  const key = ({ severity, places: [place] }: Problem): readonly number[] => [
    severity === 'error' ? 0 : 1,
    files.indexOf(place?.file),
    place?.line ?? 0,
    place?.column ?? 0,
  ]
  const keyed = problems.map((problem) => ({ problem, key: key(problem) }))
  const compare = (a: readonly number[], b: readonly number[]): number =>
    a.map((number, index) => number - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ problem }) => problem)
}

/** The places of one problem that are shown; of the rest only the number is. */
const MAX_PLACES = 5

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
export function showProblem(problem: Problem, paint: Paint = PLAIN): string {
  const places = problem.places.slice(0, MAX_PLACES).map((place) => indent(showPlace(place, paint)))
  const more = problem.places.length - places.length
  const rest = more > 0 ? [indent(`… and ${more} more ${more === 1 ? 'place' : 'places'}`)] : []
  const advice = problem.advice ? [indent(`→ ${printable(problem.advice)}`)] : []
  return [showHead(problem, paint), ...places, ...rest, ...advice].join('\n')
}

function showHead({ severity, code, message }: Problem, paint: Paint): string {
  const name = `${severity} ${code}`
  return `${severity === 'error' ? paint.red(name) : paint.yellow(name)}: ${printable(message)}`
}

/** `openapi.yaml:12:21` */
export const position = ({ file, line, column }: Place): string =>
  printable([file, line, column].filter((part) => part !== undefined).join(':'))

function showPlace(place: Place, { dim, red }: Paint): string {
  const pointer = place.pointer === undefined ? '' : printable(`  #${place.pointer}`)
  const at = `at ${position(place)}${dim(pointer)}`
  if (!place.excerpt?.trim() || place.line === undefined) return at
  const { line, before } = cut(place.excerpt, (place.column ?? 1) - 1)
  const margin = ' '.repeat(String(place.line).length)
  return [
    at,
    dim(`${margin} |`),
    `${dim(`${place.line} |`)} ${line}`,
    `${dim(`${margin} |`)} ${' '.repeat(widthOf(before))}${red('^')}`,
  ].join('\n')
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
export function widthOf(text: string): number {
  const marks = text.match(/\p{M}|\u200d/gu)?.length ?? 0
  const wide = text.match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu,
  )
  const emoji = text.match(/\p{Emoji_Presentation}/gu)
  return [...text].length - marks + (wide?.length ?? 0) + (emoji?.length ?? 0)
}

const indent = (text: string): string => text.replace(/^/gm, '  ')
