import type { Operation } from '../model/types.js'

/** The name of a type of an operation's own: `PetFindByStatusQuery`. */
export function plainName(operation: Operation, what: 'Query' | 'Body' | 'Data' | 'Filter' | 'Terms'): string {
  const words = operation.call.split('.').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return `${words.join('')}${what}`
}
