/** Writing the overlay that mends what is warned of. https://spec.openapis.org/overlay/v1.0.0.html */
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dump } from 'js-yaml'
import { InputError, type Problem, position } from './problems.js'

/**
 * Writes the overlay to `file`, relative to `cwd`.
 *
 * @returns what there is to say of it, in a line or two.
 * @throws InputError `overlay-exists`: a file that somebody may have edited is not replaced.
 */
export function writeOverlay(
  problems: readonly Problem[],
  {
    file,
    spec = '',
    overlays,
    cwd,
  }: { file: string; spec?: string | undefined; overlays: readonly string[]; cwd: string },
): string {
  const target = path.resolve(cwd, file)
  if (existsSync(target)) {
    throw new InputError([
      {
        severity: 'error',
        code: 'overlay-exists',
        message: `There is a file ${file} already, which may have been edited: it is not replaced.`,
        advice: 'Name another file with --overlay-out, or remove that one first.',
        places: [{ file }],
      },
    ])
  }
  const mended = problems.filter(({ mend }) => mend && !mend.changes).length
  const chosen = problems.filter(({ mend }) => mend?.changes).length
  const rest = problems.length - mended - chosen
  if (mended + chosen === 0) return `${file}: not written, as no overlay would mend any of ${count(problems.length)}.\n`
  writeFileSync(target, overlayText(problems, spec || overlays.join(', ')))
  return [
    `${file}: mends ${mended} of ${count(problems.length)}.`,
    ...(chosen > 0 ? [` ${chosen} more are for you to choose, and stand in it as comments.`] : []),
    ...(rest > 0 ? [` Of ${rest} only you know what to do; they are listed at its end.`] : []),
    `\n→ Read and edit it, then: ${['openapi-resources generate', spec, ...[...overlays, file].map((one) => `--overlay ${one}`)].filter(Boolean).join(' ')}\n`,
  ].join('')
}

const count = (warnings: number): string => `${warnings} warning${warnings === 1 ? '' : 's'}`

/** The overlay as YAML. What a person must look at is said in comments; what would change the SDK is one. */
export function overlayText(problems: readonly Problem[], spec: string): string {
  const mended = problems.filter(({ mend }) => mend)
  const others = problems.filter(({ mend }) => !mend)
  return [
    '# What openapi-resources would mend in the document. Read it, edit it, and apply it with --overlay.',
    'overlay: 1.0.0',
    yaml({ info: { title: `Fixes for ${spec}`, version: '1.0.0' } }),
    'actions:',
    ...mended.map((problem) => actionsText(problem)),
    ...(others.length > 0 ? ['', '# Not mended, as only you know what is so:', ...others.map(otherText)] : []),
    '',
  ].join('\n')
}

function actionsText(problem: Problem): string {
  const { mend, code, message, places } = problem
  if (!mend) return ''
  const [place] = places
  const head = [`${code}${place ? `, ${position(place)}` : ''}`, ...(mend.guess ? [mend.guess] : [])].map(comment)
  const change = mend.changes ? [comment('It changes what is generated: take away the # where it is so.')] : []
  const actions = mend.actions.map(({ target, ...rest }) => {
    const text = indented(yaml([{ target, description: message, ...rest }]))
    return mend.changes ? text.replace(/^ {2}/gm, '  # ') : text
  })
  return ['', ...head.map(indented), ...change.map(indented), ...actions].join('\n')
}

const otherText = ({ code, message, places: [place] }: Problem): string =>
  comment(`${code}${place ? `, ${position(place)}` : ''}: ${message}`)

/** Text of the document in a comment stays in its line. */
const comment = (text: string): string => `# ${text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')

/** Without aliases and folded lines, which few people read with ease. */
const yaml = (value: unknown): string => dump(value, { noRefs: true, lineWidth: -1, quotingType: "'" }).trimEnd()
