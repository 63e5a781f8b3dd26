/** A change in words. What is a name or a value of the API's is told apart, for it is escaped where it is shown. */
import { RULES, type RuleText } from './rules.js'
import type { Change, Part, Subject } from './types.js'

export type Words = readonly (string | Code)[]

export interface Code {
  readonly code: string
  /** What it names, where it is the subject of a change. */
  readonly subject?: Subject
}

/** What is so of the subject: `no longer takes "draft"`. */
export function says(change: Change): Words {
  const { says }: RuleText = RULES[change.rule]
  return says.split(/\{(before|after|values)\}/).flatMap((part, index): Words => {
    if (index % 2 === 0) return part === '' ? [] : [part]
    if (part === 'values') return listed(change.values ?? [])
    const text = part === 'before' ? change.before : change.after
    return [text === undefined ? 'none' : { code: text }]
  })
}

/** How it breaks whom it breaks; empty where it breaks nobody. */
export const why = ({ rule }: Pick<Change, 'rule'>): string => {
  const { why = '' }: RuleText = RULES[rule]
  return why
}

const enumerated = (values: readonly string[]): Words =>
  values.flatMap((code, index): Words => (index === 0 ? [{ code }] : [', ', { code }]))

/** Of longer lists the beginning is shown. */
const SHOWN = 12

function listed(values: readonly string[]): Words {
  const shown = enumerated(values.slice(0, SHOWN))
  return values.length > SHOWN ? [...shown, ` and ${values.length - SHOWN} more`] : shown
}

/**
 * What one change, or the same one of several, is about: `roles.kind`, `kind, name of roles`, `POST /roles`,
 * `header X-Trace of POST /roles and 3 more`.
 *
 * @param shown how many operations are named; where it is some, one more is named as well.
 */
export function subjectWords([first, ...others]: readonly [Subject, ...Subject[]], shown = 1): Words {
  const code = codeOf(first)
  if (code === undefined) return ['The API']
  if (first.of === 'field' && others.length > 0) {
    return [...enumerated(fieldNames([first, ...others])), ' of ', { code: first.type, subject: first }]
  }
  const count = shown > 1 && others.length === shown ? shown + 1 : shown
  const named = [first, ...others].slice(0, count).flatMap((subject, index): Words => {
    const own = { code: codeOf(subject) ?? '', subject }
    return index === 0 ? [own] : [', ', own]
  })
  const more = others.length + 1 - count
  const all = more > 0 ? [...named, ` and ${more} more`] : named
  if (first.of !== 'part') return all
  const [before, after] = PLACES[first.in]
  return [before, { code: first.name }, after, ...all]
}

/** Those of the subjects that are fields. */
export const fieldNames = (subjects: readonly Subject[]): string[] =>
  subjects.flatMap((subject) => (subject.of === 'field' ? [subject.name] : []))

/** `roles.kind`; of a part, its operation. */
function codeOf(subject: Subject): string | undefined {
  switch (subject.of) {
    case 'api':
      return undefined
    case 'resource':
      return subject.type
    case 'field':
      return `${subject.type}.${subject.name}`
    case 'operation':
    case 'part':
      return `${subject.method} ${subject.path}`
  }
}

/** What stands before the name of a part, and between it and its operation. */
const PLACES: Readonly<Record<Part, readonly [string, string]>> = {
  path: ['', ' in the path of '],
  query: ['', ' of '],
  querystring: ['', ' of '],
  header: ['header ', ' of '],
  cookie: ['cookie ', ' of '],
  body: ['', ' in the body of '],
  answer: ['', ' in the answer of '],
  'answer header': ['header ', ' of the answer of '],
}

/** A change, or the same one of several operations, as a sentence without an end. */
export function sentence(change: Change, others: readonly Change[] = [], shown = 1): Words {
  const subjects = subjectWords([change.subject, ...others.map(({ subject }) => subject)], shown)
  return [...subjects, change.subject.of === 'api' ? ' ' : ': ', ...says(change)]
}

export const plainText = (words: Words): string =>
  words.map((part) => (typeof part === 'string' ? part : part.code)).join('')
