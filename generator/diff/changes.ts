/** What differs between two versions of an API, and what of it breaks those who use it. */
import type { Model, Operation, Resource } from '../model/types.js'
import { apiChanges, dialectChanges } from './api.js'
import { withSchemesOf } from './authorization.js'
import { change, fromTo } from './change.js'
import { fieldChanges, type Written } from './fields.js'
import { operationChanges } from './operations.js'
import { pairs } from './pairs.js'
import type { Change, Owned, Subject } from './types.js'

/**
 * Compares what two versions of an API are and do, not the words that describe them.
 *
 * @returns the changes: of the API, of its resources with their fields, of its operations, each in the order of the
 *   document. None where the versions are the same.
 */
export function changes(earlier: Model, after: Model): Change[] {
  const before = withSchemesOf(earlier, after)
  const { added, removed, both } = pairs(before.resources, after.resources, ({ type }) => type)
  const [was, is] = [writesOf(before), writesOf(after)]
  const written = (type: string): Written => {
    const has = (verb: keyof Written): boolean => was.has(`${verb} ${type}`) && is.has(`${verb} ${type}`)
    return { create: has('create'), update: has('update') }
  }
  return [
    ...apiChanges(before.api, after.api),
    ...dialectChanges(before.dialect, after.dialect),
    ...added.flatMap((resource) => change('resource-added', subjectOf(resource))),
    ...removed.flatMap((resource) => change('resource-removed', subjectOf(resource))),
    ...both.flatMap(([one, other]) => [...nameChanges(one, other), ...fieldChanges(one, other, written(other.type))]),
    ...operationChanges(owned(before), owned(after), {
      types: new Set(both.map(([{ type }]) => type)),
      accessors: new Map(both.map(([one, other]) => [one.accessor, other.accessor])),
      pageSize: sizesOf(before, after),
    }),
  ]
}

const subjectOf = ({ type }: Resource): Subject => ({ of: 'resource', type })

function nameChanges(before: Resource, after: Resource): Change[] {
  const subject = subjectOf(after)
  return [
    ...fromTo('interface-renamed', subject, before.name, after.name),
    ...fromTo('accessor-renamed', subject, `api.${before.accessor}`, `api.${after.accessor}`),
  ]
}

/** Every operation with the type of the resource that it belongs to. */
const owned = ({ resources, operations }: Model): Owned[] => [
  ...resources.flatMap(({ type, operations }) => operations.map((operation) => ({ ...operation, type }))),
  ...operations.map((operation) => ({ ...operation, type: null })),
]

/** `create roles` where an operation does that. */
const writesOf = (model: Model): Set<string> =>
  new Set(
    owned(model).flatMap(({ body }: Operation) => (body?.kind === 'resource' ? `${body.write} ${body.type}` : [])),
  )

/** The parameter of which the dialect tells how large pages are, so that not every list has to. */
function sizesOf({ dialect: { page: was } }: Model, { dialect: { page: is } }: Model): string | undefined {
  const sizeOf = (names: Readonly<Record<string, string | undefined>> | undefined) => names?.size ?? names?.limit
  const [former, latter] = [sizeOf(was?.names), sizeOf(is?.names)]
  return former === latter && was?.maxSize !== is?.maxSize ? latter : undefined
}
