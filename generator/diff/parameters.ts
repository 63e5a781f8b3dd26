/** The parameters of an operation that are none of JSON:API's, those of its path among them. */
import type { Operation, Parameter, PathParameter } from '../model/types.js'
import { change, deprecation, flagChange, fromTo, partSubject } from './change.js'
import { pairs } from './pairs.js'
import type { Change, Owned, Subject } from './types.js'
import { SENT } from './value-types.js'
import { valueChanges } from './values.js'

export function parameterChanges(before: Owned, after: Owned): Change[] {
  return [...pathChanges(before, after), ...ownChanges(before, after)]
}

/** In the order of the path, whatever they are called. */
function pathChanges(before: Operation, after: Owned): Change[] {
  return after.pathParameters.flatMap((parameter, index) => {
    const former = before.pathParameters[index]
    const subject = partSubject(after, 'path', parameter.name)
    return former ? [...valueChanges(subject, former, parameter, SENT), ...styleChange(subject, former, parameter)] : []
  })
}

function styleChange(subject: Subject, before: PathParameter, after: PathParameter): Change[] {
  const text = ({ written }: PathParameter): string =>
    written ? `${written.style}${written.explode ? ', exploded' : ''}` : 'simple'
  return fromTo('style-changed', subject, text(before), text(after))
}

function ownChanges(before: Owned, after: Owned): Change[] {
  const { added, removed, both } = pairs(before.parameters, after.parameters, (one) => `${one.in} ${one.name}`)
  const subjectOf = (operation: Owned, { in: place, name }: Parameter): Subject => partSubject(operation, place, name)
  return [
    ...added.flatMap((one) =>
      change(one.required ? 'argument-added-required' : 'argument-added', subjectOf(after, one)),
    ),
    ...removed.flatMap((one) => change('argument-removed', subjectOf(after, one))),
    ...both.flatMap(([one, other]) => {
      const subject = subjectOf(after, other)
      return [
        ...flagChange(subject, one.required, other.required, 'argument-required', 'argument-optional'),
        ...valueChanges(subject, one, other, SENT),
        ...fromTo('style-changed', subject, writtenAs(one), writtenAs(other)),
        ...deprecation(subject, one, other),
      ]
    }),
  ]
}

/** Of a single value, `explode` says nothing. */
function writtenAs({ style, explode, type }: Parameter): string {
  const isSingle = type.split(' | ').every((one) => one !== 'array' && one !== 'object' && one !== 'any')
  return explode && !isSingle ? `${style}, exploded` : style
}
