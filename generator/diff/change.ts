/** Making changes. */
import type { Attribute } from '../model/types.js'
import { RULES, type Rule, type RuleText } from './rules.js'
import type { Change, OperationName, Part, Subject } from './types.js'

type Details = Pick<Change, 'before' | 'after' | 'values'>

/** A change by its rule, in a list, so that it can be spread where it is so. */
export function change(rule: Rule, subject: Subject, details: Details = {}): Change[] {
  const { kind, breaks }: RuleText = RULES[rule]
  return [{ rule, kind, breaks, subject, ...details }]
}

/** The rule's change where there are values. */
export const changeOf = (rule: Rule, subject: Subject, values: readonly string[]): Change[] =>
  values.length > 0 ? change(rule, subject, { values }) : []

/** A change from one text to another, where they differ; undefined where there is none. */
export function fromTo(rule: Rule, subject: Subject, before: string | undefined, after: string | undefined): Change[] {
  if (before === after) return []
  return change(rule, subject, {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  })
}

/** Where a flag came or went. */
export function flagChange(subject: Subject, before: boolean, after: boolean, came: Rule, went: Rule): Change[] {
  return before === after ? [] : change(after ? came : went, subject)
}

export const deprecation = (
  subject: Subject,
  before: Pick<Attribute, 'deprecated'>,
  after: Pick<Attribute, 'deprecated'>,
): Change[] => flagChange(subject, before.deprecated, after.deprecated, 'deprecated', 'undeprecated')

/** A limit that came where none was told is a lower one. */
export function maximumChange(
  subject: Subject,
  before: number | undefined,
  after: number | undefined,
  what: 'maximum' | 'page-maximum',
): Change[] {
  const lowered = after !== undefined && (before === undefined || after < before)
  const text = (limit: number | undefined) => (limit === undefined ? undefined : `${limit}`)
  return fromTo(`${what}-${lowered ? 'lowered' : 'raised'}`, subject, text(before), text(after))
}

export const operationSubject = ({ method, path, call, type }: OperationName): Subject => ({
  of: 'operation',
  ...{ method, path, call, type },
})

export const partSubject = (operation: OperationName, place: Part, name: string): Subject => {
  const { method, path, call, type } = operation
  return { of: 'part', in: place, name, ...{ method, path, call, type } }
}
