/** How the operations differ: which there are, where they are and what they are called; what each takes and gives. */
import type { Operation } from '../model/types.js'
import { answerChanges } from './answers.js'
import { authorizationChanges } from './authorization.js'
import { bodyChanges } from './bodies.js'
import { change, changeOf, deprecation, fromTo, operationSubject } from './change.js'
import { difference, pairs } from './pairs.js'
import { parameterChanges } from './parameters.js'
import { queryChanges } from './queries.js'
import type { Change, Owned } from './types.js'

export interface Known {
  /** From the accessors of resources to what they are called now. */
  readonly accessors: ReadonlyMap<string, string>
  /** The types of the resources that are there in both versions. */
  readonly types: ReadonlySet<string>
  /** The query parameter whose limits the whole API tells already. */
  readonly pageSize: string | undefined
}

export function operationChanges(before: readonly Owned[], after: readonly Owned[], known: Known): Change[] {
  const { added, removed, both } = pairs(before, after, requestOf)
  // What is called as before, but was nowhere found, has moved.
  const others = pairs(removed, added, ({ call }) => renamed(call, known))
  return [
    ...others.added.flatMap((operation) => change('operation-added', operationSubject(operation))),
    ...others.removed.flatMap((operation) => change('operation-removed', operationSubject(operation))),
    ...others.both.flatMap(([one, other]) => [
      ...fromTo('operation-moved', operationSubject(other), lineOf(one), lineOf(other)),
      ...contentChanges(one, other, known),
    ]),
    ...both.flatMap(([one, other]) => [...nameChange(one, other, known), ...contentChanges(one, other, known)]),
  ]
}

/** What is sent: on the wire, the names of the parameters of a path do not matter. */
const requestOf = ({ method, path }: Operation): string => `${method} ${path.replace(/\{[^{}]*\}/g, '{}')}`

const lineOf = ({ method, path }: Operation): string => `${method} ${path}`

/** A call of before, as it is called since its resource is called otherwise. */
function renamed(call: string, { accessors }: Known): string {
  const dot = call.indexOf('.')
  return dot < 0 ? call : (accessors.get(call.slice(0, dot)) ?? call.slice(0, dot)) + call.slice(dot)
}

function nameChange(before: Owned, after: Owned, known: Known): Change[] {
  if (renamed(before.call, known) === after.call) return []
  return fromTo('method-renamed', operationSubject(after), `api.${before.call}`, `api.${after.call}`)
}

function contentChanges(before: Owned, after: Owned, known: Known): Change[] {
  const { came, went } = difference(statuses(before), statuses(after))
  const subject = operationSubject(after)
  return [
    ...deprecation(subject, before, after),
    ...authorizationChanges(subject, before.security, after.security),
    ...parameterChanges(before, after),
    ...queryChanges(before, after, known),
    ...bodyChanges(before, after),
    ...answerChanges(before, after),
    ...changeOf('failures-added', subject, came),
    ...changeOf('failures-removed', subject, went),
  ]
}

/** `default` tells of no status. */
const statuses = ({ errors }: Owned): string[] => errors.flatMap(({ status }) => (status === 'default' ? [] : [status]))
