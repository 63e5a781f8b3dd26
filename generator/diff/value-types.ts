/** Of which type a value is, in what is sent and in what comes back. */
import { change } from './change.js'
import type { Change, Subject } from './types.js'

/** Which way a value goes: from a client to the service, and back. */
export interface Ways {
  readonly sent: boolean
  readonly received: boolean
}

export const SENT: Ways = { sent: true, received: false }
export const RECEIVED: Ways = { sent: false, received: true }

export interface Typed {
  readonly type: string
  readonly items?: Typed
}

export function typeChange(subject: Subject, before: Typed, after: Typed, { sent, received }: Ways): Change[] {
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
export function typeText({ type, items }: Typed): string {
  if (!items) return type
  return type
    .split(' | ')
    .map((one) => (one === 'array' ? `array of ${items.type}` : one))
    .join(' | ')
}

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
