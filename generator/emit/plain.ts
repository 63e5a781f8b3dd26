import type { Operation } from '../model/types.js'
import { stringLiteral } from './literals.js'

/** The name of a type that an operation has of its own: `PetFindByStatusQuery`. */
export function plainName(operation: Operation, what: 'Query' | 'Body' | 'Data' | 'Filter' | 'Terms'): string {
  const words = operation.call.split('.').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return `${words.join('')}${what}`
}

/** The types of a plain operation, each declared as what the wire types say of it. */
export function plainTypes(operation: Operation): string[] {
  const wire = `paths[${stringLiteral(operation.path)}][${stringLiteral(operation.method.toLowerCase())}]`
  const { answer } = operation
  return parts(operation).map((what) => {
    const status = what === 'Data' && answer.kind === 'plain' ? `, ${answer.status}` : ''
    return `export type ${plainName(operation, what)} = Plain${what}<${wire}${status}>`
  })
}

/** The names of these types. */
export function plainTypeNames(operation: Operation): string[] {
  return parts(operation).map((what) => plainName(operation, what))
}

const parts = ({ answer, body }: Operation): ('Query' | 'Body' | 'Data')[] => [
  ...(answer.kind === 'plain' ? (['Query', 'Data'] as const) : []),
  ...(body?.kind === 'plain' ? (['Body'] as const) : []),
]
