import type { Model, Operation } from '../model/types.js'
import { answerView } from './answer.js'
import { bodyView } from './body.js'
import { withOwn } from './parameters.js'

/** The names of a method's arguments in their order: path parameters, the body, the query, the options. */
export function signature(model: Model, operation: Operation): string[] {
  const body = bodyView(model, operation)
  const query = withOwn(operation, answerView(model, operation, undefined).query)
  return [
    ...operation.pathParameters.map(({ argument }) => argument),
    ...(body ? [body.argument] : []),
    ...(query ? ['query'] : []),
    'options',
  ]
}
