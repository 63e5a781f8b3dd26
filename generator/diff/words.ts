/** A change in words. What is a name or a value of the API's is told apart, for it is escaped where it is shown. */
import { RULES, type RuleText } from './rules.js'
import type { Change, Part, Subject } from './types.js'

export type Words = readonly (string | { readonly code: string })[]

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

/** Of longer lists the beginning is shown. */
const SHOWN = 12

function listed(values: readonly string[]): Words {
  const shown = values.slice(0, SHOWN).flatMap((code, index): Words => (index === 0 ? [{ code }] : [', ', { code }]))
  return values.length > SHOWN ? [...shown, ` and ${values.length - SHOWN} more`] : shown
}

/** `roles.kind`, `POST /roles`, `POST /roles: header X-Trace`. */
export function subjectWords(subject: Subject): Words {
  switch (subject.of) {
    case 'api':
      return ['The API']
    case 'resource':
      return [{ code: subject.type }]
    case 'field':
      return [{ code: `${subject.type}.${subject.name}` }]
    case 'operation':
      return [{ code: `${subject.method} ${subject.path}` }]
    case 'part':
      return [{ code: `${subject.method} ${subject.path}` }, `: ${PLACES[subject.in]}`, { code: subject.name }]
  }
}

const PLACES: Readonly<Record<Part, string>> = {
  path: 'path parameter ',
  query: '',
  querystring: 'query ',
  header: 'header ',
  cookie: 'cookie ',
  body: 'body ',
  answer: 'answer ',
}

export const plainText = (words: Words): string =>
  words.map((part) => (typeof part === 'string' ? part : part.code)).join('')
