import type { Model, Operation } from '../model/types.js'
import { answerView, requiredFamilies } from './answer.js'
import { bodyView } from './body.js'
import { callLines, type Home } from './call.js'
import type { AttributeTypes } from './dates.js'
import { sdkExample } from './examples.js'
import { operationComment } from './jsdoc.js'
import { signatureLines } from './layout.js'
import { propertyName } from './literals.js'
import { methodOf } from './lookup.js'
import { demandsOwn, withOwn } from './parameters.js'
import { pathType } from './path.js'

/** A method of a request builder, as the template shows it. */
export interface MethodView {
  readonly doc: readonly string[]
  readonly signature: readonly string[]
  /** What it does, with the type arguments named: inferring them would cost the compiler much. */
  readonly statement: readonly string[]
}

/** The method that an operation becomes: path parameters, the body, the query, the options, in this order. */
export function methodView(
  model: Model,
  operation: Operation,
  home: Home,
  types: Pick<AttributeTypes, 'wireType'>,
): MethodView {
  const body = bodyView(model, operation, home.type)
  // Linkage has no fields for an error to name.
  const answer = answerView(model, operation, operation.body?.kind === 'linkage' ? undefined : body?.type)
  const query = withOwn(operation, answer.query)
  const demanded = demandsOwn(operation) || requiredFamilies(operation).length > 0
  const parameters = [
    ...operation.pathParameters.map((parameter) => `${parameter.argument}: ${pathType(parameter, types)}`),
    // Nothing that may be left out stands before what must be given.
    ...(body
      ? [
          `${body.argument}${body.required || demanded ? '' : '?'}: ${body.type}${!body.required && demanded ? ' | undefined' : ''}`,
        ]
      : []),
    ...(query ? [`query${demanded ? '' : '?'}: ${query}`] : []),
    'options?: RequestOptions',
  ]
  return {
    doc: operationComment(operation, sdkExample(model, operation)),
    signature: signatureLines(propertyName(methodOf(operation)), answer.generics, parameters, answer.type, 2),
    statement: callLines(model, operation, home, { answer, body, query }),
  }
}
