/** What an operation answers with, where it succeeds. */
import type { Answer } from '../model/types.js'
import { linkageText, mediaTypes, sameContent, wholeChange } from './bodies.js'
import { change, changeOf, flagChange, fromTo, operationSubject, partSubject } from './change.js'
import { difference } from './pairs.js'
import type { Change, Owned, Subject } from './types.js'
import { RECEIVED } from './value-types.js'
import { closedChanges, propertyChanges } from './values.js'

export function answerChanges(before: Owned, after: Owned): Change[] {
  const subject = operationSubject(after)
  const [was, is] = [before.answer, after.answer]
  return [
    ...contentChanges(subject, was, is, after),
    ...headerChanges(before, after),
    ...fromTo('status-changed', subject, `${was.status}`, `${is.status}`),
  ]
}

/** Their names are the same in any case. https://www.rfc-editor.org/rfc/rfc9110#section-5.1 */
function headerChanges(before: Owned, after: Owned): Change[] {
  const spelled = new Map(after.headers.map(({ name }) => [name.toLowerCase(), name]))
  const former = before.headers.map((one) => ({ ...one, name: spelled.get(one.name.toLowerCase()) ?? one.name }))
  return propertyChanges((name) => partSubject(after, 'answer header', name), former, after.headers, RECEIVED)
}

function contentChanges(subject: Subject, was: Answer, is: Answer, operation: Owned): Change[] {
  if (was.kind === 'plain' && is.kind === 'plain') {
    const { came, went } = difference(...mediaTypes(was.contents, is.contents))
    return [
      ...changeOf('answers-added', subject, came),
      ...changeOf('answers-removed', subject, went),
      ...wholeChange(operation, 'answer', was.contents, is.contents, RECEIVED),
      ...propertyChanges(
        (name) => partSubject(operation, 'answer', name),
        ...sameContent(was.contents, is.contents),
        RECEIVED,
      ),
    ]
  }
  if (was.kind === 'nothing' && is.kind !== 'nothing') return change('answer-given', subject, { after: textOf(is) })
  if (is.kind === 'nothing' && was.kind !== 'nothing') return change('answer-dropped', subject, { before: textOf(was) })
  const [former, latter] = [shapeOf(was), shapeOf(is)]
  const [types, otherTypes] = [typesOf(was), typesOf(is)]
  // Answers with other resources altogether are other answers.
  if (former !== latter || (types.length > 0 && !types.some((type) => otherTypes.includes(type)))) {
    return fromTo('answer-changed', subject, textOf(was), textOf(is))
  }
  return [
    ...closedChanges(subject, types, otherTypes, RECEIVED, {
      added: ['targets-added-received', 'targets-added-received'],
      removed: ['targets-removed', 'targets-removed'],
    }),
    ...flagChange(subject, mayBeNull(was), mayBeNull(is), 'null-received', 'null-gone'),
  ]
}

const typesOf = (answer: Answer): readonly string[] => ('types' in answer ? answer.types : [])
const mayBeNull = (answer: Answer): boolean => 'nullable' in answer && answer.nullable === true
const shapeOf = (answer: Answer): string =>
  answer.kind === 'linkage' ? `${answer.kind} ${answer.cardinality}` : answer.kind

/** `roles`, `roles[]` of a list. */
function textOf(answer: Answer): string {
  switch (answer.kind) {
    case 'one':
      return answer.types.join(' | ')
    case 'many':
      return answer.types.map((type) => `${type}[]`).join(' | ')
    case 'linkage':
      return linkageText(answer)
    case 'nothing':
      return ''
    case 'plain':
      return answer.contents.map(({ mediaType }) => mediaType).join(', ')
  }
}
