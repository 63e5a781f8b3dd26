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

/** A problem as a person reads it in a terminal: what, where, the line of the document, and what to do. */
export function showProblem(problem: Problem): string {
  const head = `${problem.severity} ${problem.code}: ${problem.message}`
  const places = problem.places.map((place) => indent(showPlace(place)))
  const advice = problem.advice ? [indent(`→ ${problem.advice}`)] : []
  return [head, ...places, ...advice].join('\n')
}

function showPlace(place: Place): string {
  const position = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':')
  const pointer = place.pointer === undefined ? '' : `  #${place.pointer}`
  if (place.excerpt === undefined || place.line === undefined) return `at ${position}${pointer}`
  const gutter = `${place.line} | `
  const caret = ' '.repeat(gutter.length + (place.column ?? 1) - 1)
  return `at ${position}${pointer}\n  ${gutter}${place.excerpt}\n  ${caret}^`
}

const indent = (text: string): string => text.replace(/^/gm, '  ')
