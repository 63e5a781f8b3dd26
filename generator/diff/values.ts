/** What a value may be, in what is sent and in what comes back. */
import { change, changeOf, fromTo } from './change.js'
import { difference } from './pairs.js'
import type { Rule } from './rules.js'
import type { Change, Subject } from './types.js'

/** What the Model tells alike of attributes, parameters and properties. */
export interface Value {
  readonly type: string
  readonly format?: string
  readonly items?: { readonly type: string; readonly format?: string; readonly nullable?: boolean }
  readonly enum?: readonly unknown[]
  readonly nullable?: boolean
  readonly default?: unknown
}

/** Which way a value goes: from a client to the service, and back. */
export interface Ways {
  readonly sent: boolean
  readonly received: boolean
}

export const SENT: Ways = { sent: true, received: false }
export const RECEIVED: Ways = { sent: false, received: true }

/** How a value differs that is there in both versions. */
export function valueChanges(subject: Subject, before: Value, after: Value, ways: Ways): Change[] {
  return [
    ...typeChange(subject, before, after, ways),
    ...formatChange(subject, before, after),
    // Another type has values of its own.
    ...(typeText(before) === typeText(after) || (before.enum && after.enum)
      ? enumChanges(subject, before.enum, after.enum, ways)
      : []),
    ...nullChange(subject, before.nullable ?? false, after.nullable ?? false, ways),
    ...(ways.sent ? defaultChange(subject, before.default, after.default) : []),
  ]
}

function typeChange(subject: Subject, before: Value, after: Value, { sent, received }: Ways): Change[] {
  const details = { before: typeText(before), after: typeText(after) }
  if (details.before === details.after) return []
  if (isLeftOpen(before) || isLeftOpen(after) || hasOpenItems(before, after))
    return change('type-told', subject, details)
  const refused = sent && !isWithin(before, after)
  const unexpected = received && !isWithin(after, before)
  if (refused && unexpected) return change('type-changed', subject, details)
  if (refused) return change('type-narrowed-sent', subject, details)
  return change(unexpected ? 'type-widened-received' : 'type-compatible', subject, details)
}

/** `array of string`, `integer | string`. */
function typeText({ type, items }: Typed): string {
  if (!items) return type
  return type
    .split(' | ')
    .map((one) => (one === 'array' ? `array of ${items.type}` : one))
    .join(' | ')
}

type Typed = Pick<Value, 'type' | 'items'>

const typesOf = ({ type }: Typed): string[] => type.split(' | ')

/** Whether the document does not say what it is. */
const isLeftOpen = (value: Typed): boolean => typesOf(value).includes('any')

/** Whether both are lists, and one of them may have any items. */
const hasOpenItems = (...values: readonly Typed[]): boolean =>
  values.every((value) => typesOf(value).includes('array')) && values.some(({ items }) => !items || isLeftOpen(items))

/** Whether each value of the one is one of the other. An integer is a number. */
function isWithin(narrow: Typed, wide: Typed): boolean {
  const types = typesOf(wide)
  const has = (type: string): boolean => types.includes(type) || (type === 'integer' && types.includes('number'))
  return typesOf(narrow).every(has) && (!narrow.items || !wide.items || isWithin(narrow.items, wide.items))
}

function formatChange(subject: Subject, before: Value, after: Value): Change[] {
  const was = before.format ?? before.items?.format
  const is = after.format ?? after.items?.format
  // Another type has a format of its own.
  if (typeText(before) !== typeText(after)) return []
  const rule = was === undefined || is === undefined ? 'format-told' : 'format-changed'
  return fromTo(rule, subject, was, is)
}

function enumChanges(subject: Subject, before: Value['enum'], after: Value['enum'], ways: Ways): Change[] {
  return closedChanges(subject, before?.map(String), after?.map(String), ways, {
    added: ['values-added', 'values-added-received'],
    removed: ['values-removed', 'values-removed-sent'],
  })
}

interface ClosedRules {
  /** Where nothing breaks, and where values come back that were not known. */
  readonly added: readonly [Rule, Rule]
  /** Where nothing breaks, and where values are refused that were taken. */
  readonly removed: readonly [Rule, Rule]
}

/** Values of a list that may be all there are. */
export function closedChanges(
  subject: Subject,
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
  { sent, received }: Ways,
  { added, removed }: ClosedRules,
): Change[] {
  if (before && after) {
    const { came, went } = difference(before, after)
    return [...changeOf(added[received ? 1 : 0], subject, came), ...changeOf(removed[sent ? 1 : 0], subject, went)]
  }
  if (after) return changeOf(sent ? 'values-limited-sent' : 'values-limited', subject, after)
  return changeOf(received ? 'values-opened-received' : 'values-opened', subject, before ?? [])
}

function nullChange(subject: Subject, before: boolean, after: boolean, { sent, received }: Ways): Change[] {
  if (before === after) return []
  if (after) return change(received ? 'null-received' : 'null-taken', subject)
  return change(sent ? 'null-refused' : 'null-gone', subject)
}

function defaultChange(subject: Subject, before: unknown, after: unknown): Change[] {
  const text = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value))
  return fromTo('default-changed', subject, text(before), text(after))
}
