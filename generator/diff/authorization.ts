/** How requests are authorized. https://spec.openapis.org/oas/v3.1.1#security-requirement-object */
import type { Model, Operation, Requirement, SecurityScheme } from '../model/types.js'
import { change, changeOf, fromTo } from './change.js'
import { difference, pairs } from './pairs.js'
import type { Change, Subject } from './types.js'

/** Of the earlier version, with the names that its security schemes have in the later one: they are not on the wire. */
export function withSchemesOf(before: Model, after: Model): Model {
  const { added, removed } = pairs(before.api.security, after.api.security, ({ name }) => name)
  const names = new Map(pairs(removed, added, kindText).both.map(([one, other]) => [one.name, other.name]))
  if (names.size === 0) return before
  const nameOf = (name: string): string => names.get(name) ?? name
  const renamed = (operation: Operation): Operation => ({
    ...operation,
    security: operation.security.map((way) => way.map((one) => ({ ...one, scheme: nameOf(one.scheme) }))),
  })
  return {
    ...before,
    api: { ...before.api, security: before.api.security.map((scheme) => ({ ...scheme, name: nameOf(scheme.name) })) },
    resources: before.resources.map((resource) => ({ ...resource, operations: resource.operations.map(renamed) })),
    operations: before.operations.map(renamed),
  }
}

/** How the schemes differ that the document declares. */
export function schemeChanges(
  subject: Subject,
  before: readonly SecurityScheme[],
  after: readonly SecurityScheme[],
): Change[] {
  const { added, removed, both } = pairs(before, after, ({ name }) => name)
  const names = (schemes: readonly SecurityScheme[]): string[] => schemes.map(({ name }) => name)
  return [
    ...changeOf('scheme-added', subject, names(added)),
    ...changeOf('scheme-removed', subject, names(removed)),
    ...both.flatMap(([one, other]) => {
      const { came, went } = difference(scopesOf(one), scopesOf(other))
      return [
        ...fromTo('scheme-changed', subject, `${one.name} (${kindText(one)})`, `${other.name} (${kindText(other)})`),
        ...changeOf('scopes-added', subject, came),
        ...changeOf('scopes-removed', subject, went),
      ]
    }),
  ]
}

/** `apiKey, header X-API-Key`: what is sent. */
function kindText(scheme: SecurityScheme): string {
  if (scheme.type === 'apiKey') return `${scheme.type}, ${scheme.in} ${scheme.parameter}`
  return [scheme.type, scheme.type === 'clientCredentials' ? scheme.tokenUrl : undefined].filter(Boolean).join(', ')
}

const scopesOf = (scheme: SecurityScheme): string[] =>
  scheme.type === 'clientCredentials' ? scheme.scopes.map(({ name }) => name) : []

/** How one operation is authorized. */
export function authorizationChanges(
  subject: Subject,
  before: readonly Requirement[],
  after: readonly Requirement[],
): Change[] {
  const [was, is] = [before.map(wayText), after.map(wayText)]
  const [needed, stillNeeded] = [isNeeded(before), isNeeded(after)]
  if (needed !== stillNeeded) {
    return stillNeeded ? changeOf('authorization-needed', subject, is) : change('authorization-dropped', subject)
  }
  const { came, went } = difference(was.filter(Boolean), is.filter(Boolean))
  return [...changeOf('authorization-added', subject, came), ...changeOf('authorization-removed', subject, went)]
}

/** Whether a request without any is refused. */
const isNeeded = (ways: readonly Requirement[]): boolean => ways.length > 0 && ways.every((way) => way.length > 0)

/** `token (read, write) and key`, in no order of its own; empty where nothing is needed. */
const wayText = (way: Requirement): string =>
  way
    .map(({ scheme, scopes }) => (scopes.length > 0 ? `${scheme} (${[...scopes].sort().join(', ')})` : scheme))
    .sort()
    .join(' and ')
