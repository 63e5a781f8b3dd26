/** The problems of a run as a person reads them: by code, so that many of one kind hide no other. */
import { groupBy } from './model/group-by.js'
import { type Problem, position, printable, showProblem } from './problems.js'
import { type Paint, PLAIN } from './terminal.js'

export interface ShowOptions {
  /** All in full. */
  readonly verbose?: boolean
  readonly paint?: Paint
}

/** So many of one code are shown in full. */
const IN_FULL = 3
/** Of more than those one is, and so many in a line. */
const IN_LINES = 4

/** Errors and warnings, each code together, in the order in which they were found; then what to do about them. */
export function showProblems(
  problems: readonly Problem[],
  { verbose = false, paint = PLAIN }: ShowOptions = {},
): string {
  if (problems.length === 0) return ''
  const groups = [...groupBy(problems, ({ code }) => code).values()]
  const shown = groups.flatMap((alike) =>
    verbose || alike.length <= IN_FULL ? alike.map((one) => showProblem(one, paint)) : [showGroup(alike, paint)],
  )
  const cut = !verbose && groups.some(({ length }) => length > IN_FULL)
  return [...shown, whatToDo(problems, groups.length, cut)].map((text) => `${text}\n`).join('\n')
}

function showGroup(alike: readonly Problem[], paint: Paint): string {
  const [first, ...others] = alike
  if (!first) return ''
  const lines = others.slice(0, IN_LINES).map(({ message, places: [place] }) => {
    const at = place ? `${position(place)}  ` : ''
    return `  also ${paint.dim(at)}${printable(message)}`
  })
  const more = others.length - lines.length
  const rest = more > 0 ? [paint.bold(`  … and ${more} more ${first.code}, ${alike.length} in all`)] : []
  return [showProblem(first, paint), ...lines, ...rest].join('\n')
}

function whatToDo(problems: readonly Problem[], codes: number, cut: boolean): string {
  const mended = problems.filter(({ mend }) => mend && !mend.changes).length
  const code = codes === 1 ? problems[0]?.code : '<code>'
  return [
    ...(cut ? ['→ --verbose shows all of them.'] : []),
    ...(mended > 0
      ? [
          `→ openapi-resources inspect --overlay-out fixes.yaml writes an overlay that mends ${mended === problems.length ? (mended === 1 ? 'it' : 'them') : `${mended} of them`}.`,
        ]
      : []),
    `→ openapi-resources explain ${code} says what ${codes === 1 ? 'it means' : 'each means'}.`,
  ].join('\n')
}
