/** JSON:API's families of query parameters, as each operation takes them. https://jsonapi.org/format/1.1/#query-parameters */
import type { FieldsQuery, FilterParameter, NamesQuery, OperationQuery, PageParameter } from '../model/types.js'
import { change, deprecation, flagChange, fromTo, maximumChange, partSubject } from './change.js'
import type { Known } from './operations.js'
import { pairs } from './pairs.js'
import type { Change, Owned, Subject } from './types.js'
import { SENT } from './value-types.js'
import { closedChanges, valueChanges } from './values.js'

export function queryChanges(before: Owned, after: Owned, { pageSize, types }: Known): Change[] {
  const subject = (name: string): Subject => partSubject(after, 'query', name)
  const [was, is] = [before.query, after.query]
  const families = Object.keys(FAMILIES).flatMap((name): Change[] => {
    const family = FAMILIES[name]
    const [former, latter] = [family?.(was), family?.(is)]
    // What no version declares is JSON:API's own, and no fact of the API's.
    if (former?.source.by === 'inferred' || latter?.source.by === 'inferred') return []
    return flagChange(subject(name), !!former, !!latter, 'query-offered', 'query-withdrawn')
  })
  return [
    ...families,
    ...namesChanges(subject('include'), was.include, is.include),
    ...namesChanges(subject('sort'), was.sort, is.sort),
    ...fieldsChanges(subject, was.fields, is.fields, types),
    ...filterChanges(subject, was.filter, is.filter),
    ...parametersChanges(subject, was.page?.parameters, is.page?.parameters, (one, other, of) => [
      ...valueChanges(of, one, other, SENT),
      ...(one.parameter === pageSize ? [] : maximumChange(of, one.maximum, other.maximum, 'maximum')),
    ]),
  ]
}

const FAMILIES: Readonly<Record<string, (query: OperationQuery) => OperationQuery[keyof OperationQuery]>> = {
  include: ({ include }) => include,
  fields: ({ fields }) => fields,
  sort: ({ sort }) => sort,
  filter: ({ filter }) => filter,
  page: ({ page }) => page,
}

function namesChanges(subject: Subject, before: NamesQuery | null, after: NamesQuery | null): Change[] {
  if (!before || !after || before.source.by === 'inferred' || after.source.by === 'inferred') return []
  const values = before.values || after.values
  return [
    ...flagChange(subject, before.required, after.required, 'argument-required', 'argument-optional'),
    ...(values
      ? closedChanges(subject, before.values, after.values, SENT, {
          added: ['values-added', 'values-added'],
          removed: ['values-removed', 'values-removed-sent'],
        })
      : []),
    ...fromTo('style-changed', subject, before.list, after.list),
  ]
}

type SubjectOf = (name: string) => Subject

/** @param known the types that are there in both versions: those of the others came or went with their resources. */
function fieldsChanges(
  subject: SubjectOf,
  before: FieldsQuery | null,
  after: FieldsQuery | null,
  known: ReadonlySet<string>,
): Change[] {
  // Where the document names no types, it takes those of all.
  if (!before?.types.length || !after?.types.length) return []
  const { added, removed, both } = pairs(before.types, after.types, ({ type }) => type)
  const isKnown = ({ type }: { type: string }): boolean => known.has(type)
  return [
    ...added.filter(isKnown).flatMap(({ type }) => change('query-offered', subject(`fields[${type}]`))),
    ...removed.filter(isKnown).flatMap(({ type }) => change('query-withdrawn', subject(`fields[${type}]`))),
    ...both.flatMap(([one, other]) => namesChanges(subject(`fields[${one.type}]`), one, other)),
  ]
}

function filterChanges(
  subject: SubjectOf,
  before: OperationQuery['filter'],
  after: OperationQuery['filter'],
): Change[] {
  if (!before || !after || before.source.by === 'inferred' || after.source.by === 'inferred') return []
  // The dialect tells itself what it takes.
  if (before.dialect || after.dialect) return []
  return [
    ...flagChange(subject('filter[…]'), before.open, after.open, 'query-offered', 'query-withdrawn'),
    ...flagChange(subject('filter'), !!before.text, !!after.text, 'query-offered', 'query-withdrawn'),
    ...parametersChanges(subject, before.parameters, after.parameters, filterParameterChanges),
  ]
}

function filterParameterChanges(before: FilterParameter, after: FilterParameter, subject: Subject): Change[] {
  const text = ({ list }: FilterParameter): string => list ?? 'one value'
  return [
    ...valueChanges(subject, before, after, SENT),
    ...fromTo('style-changed', subject, text(before), text(after)),
    ...deprecation(subject, before, after),
  ]
}

function parametersChanges<T extends FilterParameter | PageParameter>(
  subject: SubjectOf,
  before: readonly T[] = [],
  after: readonly T[] = [],
  compare: (before: T, after: T, subject: Subject) => Change[],
): Change[] {
  // Of a family that came or went as a whole that is told, and where nothing is declared of it anything is taken.
  if (before.length === 0 || after.length === 0) return []
  const { added, removed, both } = pairs(before, after, ({ parameter }) => parameter)
  return [
    ...added.flatMap(({ parameter, required }) =>
      change(required ? 'argument-added-required' : 'query-offered', subject(parameter)),
    ),
    ...removed.flatMap(({ parameter }) => change('query-withdrawn', subject(parameter))),
    ...both.flatMap(([one, other]) => [
      ...flagChange(subject(one.parameter), one.required, other.required, 'argument-required', 'argument-optional'),
      ...compare(one, other, subject(one.parameter)),
    ]),
  ]
}
