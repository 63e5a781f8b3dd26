import type { Model, Operation, Resource } from '../model/types.js'

/** The resource of a type. @throws where the Model speaks of a type that it has not. */
export function resourceOf(model: Model, type: string): Resource {
  const resource = model.resources.find((one) => one.type === type)
  if (!resource) throw new Error(`The Model speaks of ${type}, but has no such resource`)
  return resource
}

/** All operations: those of each resource, then those of none. */
export const operationsOf = ({ resources, operations }: Model): Operation[] => [
  ...resources.flatMap((resource) => resource.operations),
  ...operations,
]

/** The accessor of an operation's request builder, `roles` of `roles.list`; empty where the client has the operation itself. */
export const accessorOf = ({ call }: Operation): string => call.slice(0, Math.max(call.lastIndexOf('.'), 0))

/** The name of an operation's method, `list` of `roles.list`. */
export const methodOf = ({ call }: Pick<Operation, 'call'>): string => call.slice(call.lastIndexOf('.') + 1)

/** Whether an operation is that on what a relationship leads to, or on the relationship itself: by the end of its path. */
export const isAlong = ({ kind, path }: Operation, relationship: string): boolean =>
  (kind === 'related' || kind === 'relationship') &&
  letters(path.split('/').findLast((segment) => segment !== '') ?? '') === letters(relationship)

const letters = (name: string): string => name.replace(/[-_]/g, '').toLowerCase()
