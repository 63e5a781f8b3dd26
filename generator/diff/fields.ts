/** The attributes and relationships of a resource, and its `id`. */
import type { Attribute, Relationship, Resource, Writable } from '../model/types.js'
import { change, deprecation, flagChange, fromTo } from './change.js'
import { pairs } from './pairs.js'
import type { Change, Subject } from './types.js'
import type { Ways } from './value-types.js'
import { closedChanges, valueChanges } from './values.js'

/** Whether resources of the type can be created and updated, in both versions. */
export interface Written {
  readonly create: boolean
  readonly update: boolean
}

/** How the fields of a resource differ that is there in both versions. */
export function fieldChanges(before: Resource, after: Resource, written: Written): Change[] {
  const subject = (name: string): Subject => ({ of: 'field', type: after.type, name })
  const of = <T extends Attribute | Relationship>(
    former: readonly T[],
    latter: readonly T[],
    compare: (one: T, other: T, subject: Subject) => Change[],
  ): Change[] => {
    const { added, removed, both } = pairs(former, latter, ({ name }) => name)
    return [
      ...added.flatMap((one) =>
        change(isDemanded(one, written) ? 'field-added-required' : 'field-added', subject(one.name)),
      ),
      ...removed.flatMap(({ name }) => change('field-removed', subject(name))),
      ...both.flatMap(([one, other]) => [
        ...flagChange(subject(one.name), one.readable, other.readable, 'read-offered', 'read-withdrawn'),
        ...writeChanges(subject(one.name), one, other, written),
        ...compare(one, other, subject(one.name)),
        ...deprecation(subject(one.name), one, other),
      ]),
    ]
  }
  return [
    ...(written.create ? writableChange(subject('id'), before.id.create, after.id.create, 'create') : []),
    ...queryChanges(subject('id'), before.id, after.id),
    ...of(before.attributes, after.attributes, attributeChanges),
    ...of(before.relationships, after.relationships, relationshipChanges),
  ]
}

function attributeChanges(before: Attribute, after: Attribute, subject: Subject): Change[] {
  return [...valueChanges(subject, before, after, waysOf(before, after)), ...queryChanges(subject, before, after)]
}

const isDemanded = ({ create, update }: Used, written: Written): boolean =>
  (written.create && create === 'required') || (written.update && update === 'required')

type Used = Pick<Attribute, 'readable' | 'create' | 'update'>

/** What is only sent or only received in one of the versions is told of by itself. */
const waysOf = (before: Used, after: Used): Ways => ({
  sent: (before.create !== null && after.create !== null) || (before.update !== null && after.update !== null),
  received: before.readable && after.readable,
})

function relationshipChanges(before: Relationship, after: Relationship, subject: Subject): Change[] {
  const ways = waysOf(before, after)
  return [
    ...fromTo('cardinality-changed', subject, before.cardinality, after.cardinality),
    // None where the document does not tell them.
    ...(before.types.length > 0 && after.types.length > 0
      ? closedChanges(subject, before.types, after.types, ways, {
          added: ['targets-added', 'targets-added-received'],
          removed: ['targets-removed', 'targets-removed-sent'],
        })
      : []),
    ...(ways.sent ? flagChange(subject, before.nullable, after.nullable, 'null-taken', 'null-refused') : []),
  ]
}

const writeChanges = (subject: Subject, before: Used, after: Used, { create, update }: Written): Change[] => [
  ...(create ? writableChange(subject, before.create, after.create, 'create') : []),
  ...(update ? writableChange(subject, before.update, after.update, 'update') : []),
]

function writableChange(subject: Subject, before: Writable, after: Writable, verb: keyof Written): Change[] {
  if (before === after) return []
  if (after === null) return change(`${verb}-withdrawn`, subject)
  if (after === 'required') return change(`${verb}-required`, subject)
  return change(before === null ? `${verb}-offered` : `${verb}-optional`, subject)
}

type Queried = Pick<Attribute, 'filterable' | 'sortable'>

const queryChanges = (subject: Subject, before: Queried, after: Queried): Change[] => [
  ...flagChange(subject, before.filterable, after.filterable, 'filter-offered', 'filter-withdrawn'),
  ...flagChange(subject, before.sortable, after.sortable, 'sort-offered', 'sort-withdrawn'),
]
