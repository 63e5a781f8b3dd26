/** What a value may be, in what is sent and in what comes back, and the properties of objects. */
import { change, changeOf, deprecation, flagChange, fromTo } from './change.js'
import { difference, pairs } from './pairs.js'
import type { Rule } from './rules.js'
import type { Change, Subject } from './types.js'
import { typeChange, typeText, type Ways } from './value-types.js'

/** What the Model tells alike of attributes, parameters and properties. */
export interface Value {
  readonly type: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly nullable?: boolean
  readonly default?: unknown
  readonly items?: Value
  readonly properties?: readonly Property[]
  readonly variants?: readonly [Value, ...Value[]]
}

/** A property of an object, or an attribute that an action takes. */
export interface Property extends Value {
  readonly name: string
  readonly required: boolean
  readonly deprecated: boolean
}

/** How a value differs that is there in both versions. */
export function valueChanges(subject: Subject, before: Value, after: Value, ways: Ways): Change[] {
  // Another type has a format and values of its own.
  const isSameType = typeText(before) === typeText(after)
  return [
    ...typeChange(subject, before, after, ways),
    ...(isSameType ? formatChange(subject, before.format, after.format) : []),
    ...(isSameType || (before.enum && after.enum) ? enumChanges(subject, before.enum, after.enum, ways) : []),
    ...nullChange(subject, before.nullable ?? false, after.nullable ?? false, ways),
    ...(ways.sent ? defaultChange(subject, before.default, after.default) : []),
    ...(isSameType ? innerChanges(subject, before, after, ways) : []),
  ]
}

/** In the items of a list, and the properties of an object; of what may be one of several things, in the first. */
function innerChanges(subject: Subject, before: Value, after: Value, ways: Ways): Change[] {
  if (!before.variants !== !after.variants) return []
  const [was, is] = [before.variants?.[0] ?? before, after.variants?.[0] ?? after]
  return [
    ...(was.items && is.items ? valueChanges(deeper(subject, '[]'), was.items, is.items, ways) : []),
    // An object of which no properties are told may have had them all the same.
    ...(was.properties && is.properties
      ? propertyChanges((name) => deeper(subject, `.${name}`), was.properties, is.properties, ways)
      : []),
  ]
}

const deeper = (subject: Subject, further: string): Subject =>
  'name' in subject ? { ...subject, name: `${subject.name}${further}` } : subject

/** @param subject of the property of a name. */
export function propertyChanges(
  subject: (name: string) => Subject,
  before: readonly Property[],
  after: readonly Property[],
  ways: Ways,
): Change[] {
  const { added, removed, both } = pairs(before, after, ({ name }) => name)
  const rules = rulesOf(ways)
  return [
    ...added.flatMap(({ name, required }) => change(required ? rules.demanded : rules.added, subject(name))),
    ...removed.flatMap(({ name }) => change(rules.removed, subject(name))),
    ...both.flatMap(([one, other]) => [
      ...presenceChange(subject(one.name), one.required, other.required, ways),
      ...valueChanges(subject(one.name), one, other, ways),
      ...deprecation(subject(one.name), one, other),
    ]),
  ]
}

function rulesOf({ sent, received }: Ways): Readonly<Record<'added' | 'demanded' | 'removed', Rule>> {
  if (!received) return { added: 'argument-added', demanded: 'argument-added-required', removed: 'argument-removed' }
  if (!sent) return { added: 'property-added', demanded: 'property-added', removed: 'property-removed' }
  return { added: 'field-added', demanded: 'field-added-required', removed: 'field-removed' }
}

/** What must be sent always comes back, as far as the document tells. */
function presenceChange(subject: Subject, before: boolean, after: boolean, { sent, received }: Ways): Change[] {
  if (received && before && !after) return change('absence-received', subject)
  return sent ? flagChange(subject, before, after, 'argument-required', 'argument-optional') : []
}

function formatChange(subject: Subject, before: string | undefined, after: string | undefined): Change[] {
  const rule = before === undefined || after === undefined ? 'format-told' : 'format-changed'
  return fromTo(rule, subject, before, after)
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
