/** How long, large or many a value may be, and what it looks like, in what is sent and in what comes back. */
import type { Limits } from '../model/types.js'
import { change, fromTo } from './change.js'
import type { Change, Subject } from './types.js'
import type { Ways } from './value-types.js'

/** What is limited by each: it changes as one. */
const GROUPS: readonly (readonly (keyof Limits)[])[] = [
  ['minLength', 'maxLength'],
  ['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum'],
  ['multipleOf'],
  ['minItems', 'maxItems'],
  ['uniqueItems'],
  ['minProperties', 'maxProperties'],
]

export function limitChanges(subject: Subject, before: Limits = {}, after: Limits = {}, ways: Ways): Change[] {
  return [
    ...patternChange(subject, before.pattern, after.pattern, ways),
    ...GROUPS.flatMap((keywords) => groupChange(subject, taken(before, keywords), taken(after, keywords), ways)),
  ]
}

/** Of two patterns nobody can tell which takes more. */
function patternChange(
  subject: Subject,
  before: string | undefined,
  after: string | undefined,
  { sent, received }: Ways,
): Change[] {
  if (before === undefined) return fromTo(sent ? 'pattern-added-sent' : 'pattern-added', subject, before, after)
  if (after === undefined)
    return fromTo(received ? 'pattern-removed-received' : 'pattern-removed', subject, before, after)
  return fromTo('pattern-changed', subject, before, after)
}

function groupChange(subject: Subject, before: Limits, after: Limits, { sent, received }: Ways): Change[] {
  const [was, is] = [textOf(before), textOf(after)]
  if (was === is) return []
  const isRefused = sent && !isWithin(before, after)
  const isUnexpected = received && !isWithin(after, before)
  const rule = isRefused ? 'limits-narrowed-sent' : isUnexpected ? 'limits-widened-received' : 'limits-compatible'
  return change(rule, subject, { ...(was && { before: was }), ...(is && { after: is }) })
}

const taken = (limits: Limits, keywords: readonly (keyof Limits)[]): Limits =>
  Object.fromEntries(keywords.flatMap((keyword) => (limits[keyword] === undefined ? [] : [[keyword, limits[keyword]]])))

/** `minLength 1, maxLength 40` */
const textOf = (limits: Limits): string =>
  Object.entries(limits)
    .map(([keyword, limit]) => (limit === true ? keyword : `${keyword} ${limit}`))
    .join(', ')

/** Whether whatever keeps to the one keeps to the other. */
function isWithin(narrow: Limits, wide: Limits): boolean {
  const [from, to] = [range(narrow), range(wide)]
  const step = narrow.multipleOf
  return (
    from.every(({ least, isOut }, index) => {
      const outer = to[index]
      return !outer || least > outer.least || (least === outer.least && (isOut || !outer.isOut))
    }) &&
    (wide.multipleOf === undefined || (step !== undefined && isMultiple(step, wide.multipleOf))) &&
    (!wide.uniqueItems || narrow.uniqueItems === true)
  )
}

/** The bounds below and above, the latter negated, so that a larger one always leaves less. */
function range(limits: Limits): readonly [Bound, Bound] {
  const { minLength, minItems, minProperties, maxLength, maxItems, maxProperties } = limits
  const count = minLength ?? minItems ?? minProperties ?? -Infinity
  const most = maxLength ?? maxItems ?? maxProperties ?? Infinity
  return [
    stricter(limits.minimum ?? count, limits.exclusiveMinimum ?? -Infinity),
    stricter(-(limits.maximum ?? most), -(limits.exclusiveMaximum ?? Infinity)),
  ]
}

interface Bound {
  readonly least: number
  /** Whether the bound itself is left out. */
  readonly isOut: boolean
}

const stricter = (inclusive: number, exclusive: number): Bound =>
  exclusive >= inclusive && exclusive !== -Infinity
    ? { least: exclusive, isOut: true }
    : { least: inclusive, isOut: false }

/** As far as fractions of two tell: `0.1` of `0.01`. */
function isMultiple(one: number, of: number): boolean {
  const ratio = one / of
  return Math.abs(ratio - Math.round(ratio)) < 1e-9 * Math.max(1, ratio)
}
