/** Changes as a person reads them: what breaks first, and what is the same of several once. */
import type { Rule } from './rules.js'
import type { Change } from './types.js'

export interface Group {
  readonly change: Change
  /** The same of other operations, or of other fields of the resource. */
  readonly others: readonly Change[]
  /** Of a resource that came or went: its operations. */
  readonly within: readonly Change[]
}

export const SECTIONS = ['breaking', 'perhaps', 'added', 'changed', 'removed', 'deprecated'] as const
export type Section = (typeof SECTIONS)[number]

export const isBreaking = ({ breaks }: Pick<Change, 'breaks'>): boolean => breaks === 'callers' || breaks === 'sdk'

export const sectionOf = (change: Change): Section =>
  isBreaking(change) ? 'breaking' : change.breaks === 'perhaps' ? 'perhaps' : change.kind

/** The sections that there are, each with its changes in the order in which they were given. */
export function sections(changes: readonly Change[]): (readonly [Section, readonly Group[]])[] {
  const groups = grouped(changes)
  return SECTIONS.flatMap((section) => {
    const own = groups.filter(({ change }) => sectionOf(change) === section)
    return own.length > 0 ? [[section, own] as const] : []
  })
}

function grouped(changes: readonly Change[]): Group[] {
  const resources = new Set(changes.flatMap((change) => (change.subject.of === 'resource' ? [keyOf(change)] : [])))
  const groups = new Map<string, { change: Change; others: Change[]; within: Change[] }>()
  for (const change of changes) {
    const resource = resourceKeyOf(change)
    const isWithin = resource !== undefined && resources.has(resource)
    const key = isWithin ? resource : keyOf(change)
    const known = groups.get(key)
    if (!known) groups.set(key, { change, others: [], within: [] })
    else if (isWithin) known.within.push(change)
    else known.others.push(change)
  }
  return [...groups.values()]
}

/** What is told of an operation by itself, and never with others. */
const ALONE: ReadonlySet<Rule> = new Set([
  'operation-added',
  'operation-removed',
  'operation-moved',
  'method-renamed',
] satisfies Rule[])

/** The same of what is told together. */
function keyOf({ rule, subject, before, after, values }: Change): string {
  if (subject.of === 'part') return JSON.stringify([rule, before, after, values, subject.in, subject.name])
  if (subject.of === 'operation' && !ALONE.has(rule)) return JSON.stringify([rule, before, after, values])
  if (subject.of === 'field') return JSON.stringify([rule, before, after, values, subject.type])
  if (subject.of === 'resource') return JSON.stringify([rule, subject.type])
  return JSON.stringify([rule, before, after, values, subject])
}

/** The key of the resource that came or went with an operation of it. */
function resourceKeyOf({ rule, subject }: Change): string | undefined {
  if (subject.of !== 'operation') return undefined
  const holder =
    rule === 'operation-added' ? 'resource-added' : rule === 'operation-removed' ? 'resource-removed' : undefined
  return holder && JSON.stringify([holder, subject.type])
}
