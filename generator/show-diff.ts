/** What differs between two versions of an API, for a person and for a program to read. */
import { type Group, isBreaking, type Section, sections } from './diff/group.js'
import type { Change } from './diff/types.js'
import { fieldNames, plainText, says, sentence, subjectWords, why } from './diff/words.js'
import { methodOf } from './emit/lookup.js'
import { table } from './inspect-table.js'
import type { Api } from './model/types.js'
import { printable } from './problems.js'
import { NO_TERMINAL, type Terminal } from './terminal.js'

export interface Versions {
  readonly before: Pick<Api, 'title' | 'version'>
  readonly after: Pick<Api, 'title' | 'version'>
}

/** What `diff --json` prints. Members are added to it, none is renamed. */
export interface Difference extends Versions {
  readonly changes: readonly DescribedChange[]
}

export interface DescribedChange extends Change {
  /** The subject and what is so of it, in words. */
  readonly text: string
  /** How it breaks whom it breaks. */
  readonly why?: string
}

export function diffJson({ before, after }: Versions, changes: readonly Change[]): string {
  const named = ({ title, version }: Versions['before']) => ({ title, version })
  const form: Difference = { before: named(before), after: named(after), changes: changes.map(described) }
  return `${JSON.stringify(form, null, 2)}\n`
}

function described(change: Change): DescribedChange {
  const reason = why(change)
  const text = plainText(sentence(change))
  return { ...change, text, ...(reason ? { why: reason } : {}) }
}

const TITLES: Readonly<Record<Section, string>> = {
  breaking: 'Breaking',
  perhaps: 'May break',
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
  deprecated: 'Deprecated',
}

/** The changes as text, what breaks first; what is the same of several operations is told once. */
export function showDiff(versions: Versions, changes: readonly Change[], terminal: Terminal = NO_TERMINAL): string {
  const { bold, red, yellow } = terminal.paint
  const blocks = sections(changes).map(([section, groups]) => {
    const paint = section === 'breaking' ? red : section === 'perhaps' ? yellow : bold
    return [
      paint(TITLES[section]),
      ...table(groups.map(row), { terminal, sources: groups.some(({ change }) => why(change)) }),
    ]
  })
  const lines = [[bold(printable(titleText(versions)))], ...blocks, [summary(changes)]]
  return `${lines.map((block) => block.join('\n')).join('\n\n')}\n`
}

/** `Provisioning API 1.0.0 → 1.0.1` */
function titleText({ before, after }: Versions): string {
  const text = ({ title, version }: Versions['before']) => [title, version].filter(Boolean).join(' ')
  const latter = before.title === after.title ? after.version : text(after)
  return `${text(before)} → ${latter}`.replaceAll('\n', ' ')
}

function row({ change, others, within }: Group): string[] {
  const { subject } = change
  const subjects = [subject, ...others.map((other) => other.subject)] as const
  const fields = others.length > 0 ? fieldNames(subjects) : []
  const operations = within.flatMap(({ subject }) => (subject.of === 'operation' ? [methodOf(subject)] : []))
  // In the second column, for there may be many.
  const named = fields.length > 0 ? `${fields.join(', ')}: ` : ''
  const what = `${named}${plainText(says(change))}${operations.length > 0 ? `, with ${operations.join(', ')}` : ''}`
  const reason = why(change)
  const about = subject.of === 'field' && named ? subject.type : plainText(subjectWords(subjects))
  return [about, what, ...(reason ? [reason] : [])]
}

function summary(changes: readonly Change[]): string {
  if (changes.length === 0) return 'No differences.'
  const breaking = changes.filter(isBreaking).length
  const perhaps = changes.filter(({ breaks }) => breaks === 'perhaps').length
  const others = changes.length - breaking - perhaps
  return [
    `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}:`,
    [`${breaking} breaking`, `${perhaps} that may break`, `${others} ${others === 1 ? 'other' : 'others'}`].join(', '),
  ].join(' ')
}
