import type { Model, Operation, Resource } from '../model/types.js'

/** What is computed of a Model, which never changes, once for each. */
export function once<T>(compute: (model: Model) => T): (model: Model) => T {
  const known = new WeakMap<Model, { readonly value: T }>()
  return (model) => {
    const found = known.get(model) ?? { value: compute(model) }
    known.set(model, found)
    return found.value
  }
}

const byType = once(({ resources }) => new Map(resources.map((one) => [one.type, one])))
const byAccessor = once(({ resources }) => new Map(resources.map((one) => [one.accessor, one])))

/** The resource of a type, where there is one. */
export const findResource = (model: Model, type: string): Resource | undefined => byType(model).get(type)

/** The resource whose accessor a call begins with, where there is one. */
export const ownerOf = (model: Model, operation: Operation): Resource | undefined =>
  byAccessor(model).get(accessorOf(operation))

/** The resource of a type. @throws where the Model speaks of a type that it has not. */
export function resourceOf(model: Model, type: string): Resource {
  const resource = findResource(model, type)
  if (!resource) throw new Error(`The Model speaks of ${type}, but has no such resource`)
  return resource
}

/** All operations: those of each resource, then those of none. */
export const operationsOf: (model: Model) => readonly Operation[] = once(({ resources, operations }) => [
  ...resources.flatMap((resource) => resource.operations),
  ...operations,
])

/** The reference tokens of a JSON pointer. https://www.rfc-editor.org/rfc/rfc6901#section-4 */
export const tokensOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))

/** Whether any operation names the schemes that authorize it: where none does, all may be authorized in any way there is. */
export const namesSchemes = (model: Model): boolean => operationsOf(model).some(({ security }) => security.length > 0)

/** The accessor of an operation's request builder, `roles` of `roles.list`; empty where the client has the operation itself. */
export const accessorOf = ({ call }: Operation): string => call.slice(0, Math.max(call.lastIndexOf('.'), 0))

/** The name of an operation's method, `list` of `roles.list`. */
export const methodOf = ({ call }: Pick<Operation, 'call'>): string => call.slice(call.lastIndexOf('.') + 1)
