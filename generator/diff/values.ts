/** What a value may be, in what is sent and in what comes back, and the properties of objects. */
import type { Limits } from '../model/types.js'
import { change, changeOf, deprecation, flagChange, fromTo } from './change.js'
import { limitChanges } from './limits.js'
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
  readonly variants?: readonly Variant[]
  readonly limits?: Limits
}

/** One of the things that a value may be. */
interface Variant extends Value {
  readonly label?: string
}

/** A property of an object, or an attribute that an action takes. */
export interface Property extends Value {
  readonly name: string
  readonly required: boolean
  readonly deprecated: boolean
}

/** How a value differs that is there in both versions. */
export function valueChanges(subject: Subject, before: Value, after: Value, ways: Ways): Change[] {
  return [
    ...kindChanges(subject, before, after, ways),
    ...nullChange(subject, before.nullable ?? false, after.nullable ?? false, ways),
    ...(ways.sent ? defaultChange(subject, before.default, after.default) : []),
    ...(isSameType(before, after) ? innerChanges(subject, before, after, ways) : []),
  ]
}

/** What it is by itself. */
function kindChanges(subject: Subject, before: Value, after: Value, ways: Ways): Change[] {
  // Another type has a format, values and limits of its own.
  const isSame = isSameType(before, after)
  return [
    ...typeChange(subject, before, after, ways),
    ...(isSame ? formatChange(subject, before.format, after.format) : []),
    ...(isSame || (before.enum && after.enum) ? enumChanges(subject, before.enum, after.enum, ways) : []),
    ...(isSame ? limitChanges(subject, before.limits, after.limits, ways) : []),
  ]
}

const isSameType = (before: Value, after: Value): boolean => typeText(before) === typeText(after)

/** In the items of a list, the properties of an object, and each of what a value may be. */
function innerChanges(subject: Subject, before: Value, after: Value, ways: Ways): Change[] {
  return [
    ...variantChanges(subject, before, after, ways),
    ...(before.items && after.items ? valueChanges(deeper(subject, '[]'), before.items, after.items, ways) : []),
    // An object of which no properties are told may have had them all the same.
    ...(before.properties && after.properties
      ? propertyChanges((name) => deeper(subject, `.${name}`), before.properties, after.properties, ways)
      : []),
  ]
}

const deeper = (subject: Subject, further: string): Subject =>
  'name' in subject ? { ...subject, name: `${subject.name}${further}`.replace(/^\./, '') } : subject

/** Of what may be one of several things: which of them there are, and how each differs that is there in both versions. */
function variantChanges(subject: Subject, before: Value, after: Value, ways: Ways): Change[] {
  if (!before.variants && !after.variants) return []
  const [was, is] = [variantsOf(before), variantsOf(after)]
  const areSeveral = before.variants !== undefined && after.variants !== undefined
  const named = areSeveral ? pairs(was, is, variantText) : { removed: was, added: is, both: [] }
  const { added, removed, both } = pairs(named.removed, named.added, shapeText)
  // What was one thing may be any of several now: it cannot be told which.
  if (!areSeveral && both.length === 0) return []
  const inner = named.both.flatMap(([one, other]) => [
    ...kindChanges(subject, one, other, ways),
    ...(isSameType(one, other) ? innerChanges(subject, one, other, ways) : []),
  ])
  return [
    ...changeOf(ways.received ? 'values-added-received' : 'values-added', subject, added.map(variantText)),
    ...changeOf(ways.sent ? 'values-removed-sent' : 'values-removed', subject, removed.map(variantText)),
    // What holds for all of them is in each.
    ...new Map(inner.map((one) => [JSON.stringify(one), one])).values(),
  ]
}

const variantsOf = (value: Value): readonly Variant[] => value.variants ?? [value]

const variantText = (variant: Variant): string => variant.label ?? typeText(variant)

/** What it is, whatever it is called and however it is described. */
const shapeText = ({ type, format, enum: values, items, properties, limits }: Variant): string =>
  JSON.stringify([type, format, values, items, properties, limits], (key, value: unknown) =>
    key === 'example' || key === 'description' ? undefined : value,
  )

/** How what is no property of anything differs, but for its properties and items. */
export function wholeChanges(subject: Subject, before: Value, after: Value, ways: Ways): Change[] {
  return [
    ...kindChanges(subject, before, after, ways),
    ...(isSameType(before, after) ? variantChanges(subject, before, after, ways) : []),
  ]
}

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
