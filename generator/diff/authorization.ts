/** How requests of an operation are authorized. https://spec.openapis.org/oas/v3.1.1#security-requirement-object */
import type { Requirement } from '../model/types.js'
import { change, changeOf } from './change.js'
import { difference } from './pairs.js'
import type { Change, Subject } from './types.js'

export function authorizationChanges(
  subject: Subject,
  before: readonly Requirement[],
  after: readonly Requirement[],
): Change[] {
  const [was, is] = [before.map(text), after.map(text)]
  const [needed, stillNeeded] = [isNeeded(before), isNeeded(after)]
  if (needed !== stillNeeded) {
    return stillNeeded ? changeOf('authorization-needed', subject, is) : change('authorization-dropped', subject)
  }
  const { came, went } = difference(was.filter(Boolean), is.filter(Boolean))
  return [...changeOf('authorization-added', subject, came), ...changeOf('authorization-removed', subject, went)]
}

/** Whether a request without any is refused. */
const isNeeded = (ways: readonly Requirement[]): boolean => ways.length > 0 && ways.every((way) => way.length > 0)

/** `token (read, write) and key`; empty where nothing is needed. */
const text = (way: Requirement): string =>
  way.map(({ scheme, scopes }) => (scopes.length > 0 ? `${scheme} (${scopes.join(', ')})` : scheme)).join(' and ')
