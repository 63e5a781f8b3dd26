import type { Model, Operation, Resource } from '../model/types.js'
import { accessorOf } from './lookup.js'

/** A request builder: the operations that share an accessor, and the resource that they are about. */
export interface Group {
  readonly accessor: string
  /** The file that holds it, relative to the output folder, without its ending. */
  readonly path: string
  readonly className: string
  /** What it is about, for prose: `roles`, `the user`. */
  readonly label: string
  readonly operations: readonly Operation[]
  readonly resource: Resource | undefined
}

/** The request builders of the API: one for each resource, then one for each other accessor. */
export function groups(model: Model): Group[] {
  const plain = model.operations.filter((operation) => accessorOf(operation) !== '')
  const withAccessor = (accessor: string): Operation[] =>
    plain.filter((operation) => accessorOf(operation) === accessor)
  const accessors = new Set(model.resources.map(({ accessor }) => accessor))
  const others = [...new Set(plain.map(accessorOf))].filter((accessor) => !accessors.has(accessor))
  return [
    ...model.resources.map((resource) => ({
      accessor: resource.accessor,
      path: `resources/${fileName(resource.accessor)}`,
      className: `${resource.name}Requests`,
      label: resource.singleton ? `the ${resource.label.one}` : resource.label.many,
      operations: [...resource.operations, ...withAccessor(resource.accessor)],
      resource,
    })),
    ...others.map((accessor) => ({
      accessor,
      path: `operations/${fileName(accessor)}`,
      className: `${accessor.charAt(0).toUpperCase()}${accessor.slice(1)}Operations`,
      label: accessor,
      operations: withAccessor(accessor),
      resource: undefined,
    })),
  ]
}

/** The operations that the client has itself: those without an accessor. */
export function ownOperations(model: Model): Operation[] {
  return model.operations.filter((operation) => accessorOf(operation) === '')
}

/** The name of a file: not one that a device has on Windows, nor one that begins with a dash. */
const fileName = (accessor: string): string => {
  const name = kebabCase(accessor).replace(/^-+|-+$/g, '') || 'unnamed'
  return /^(con|prn|aux|nul|(com|lpt)\d)$/.test(name) ? `${name}_` : name
}

/** `apiCredentials` as `api-credentials`. */
export const kebabCase = (name: string): string =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .toLowerCase()
