/** What the generator knows of an API, for a program to read. */
import { isInQuery } from './emit/parameters.js'
import { signature } from './emit/signature.js'
import type { Model } from './model/types.js'
import type { Action, Place, Problem } from './problems.js'

/**
 * What `inspect --json` prints: the Model, everything in its order. Each (method, path) of the document is once in it,
 * among the `operations` of a resource or among those that belong to none. Members are added to it, none is renamed.
 */
export interface Inspection extends Omit<Model, 'resources' | 'operations'> {
  readonly resources: readonly (Omit<Model['resources'][number], 'operations'> & {
    readonly operations: readonly InspectedOperation[]
  })[]
  /** Those that belong to no resource. */
  readonly operations: readonly InspectedOperation[]
  readonly warnings: readonly Warning[]
  /** The warnings that the configuration passes over. */
  readonly ignored: readonly Warning[]
}

export type InspectedOperation = Omit<Model['operations'][number], 'pathParameters' | 'parameters'> & {
  /** Their names in the path. */
  readonly pathParameters: readonly string[]
  /** What they are called in the SDK, in the same order. */
  readonly arguments: readonly string[]
  /** The names of all arguments in their order: those of the path, the body, the query, the options. */
  readonly signature: readonly string[]
  /** Each tells in which argument it is given. */
  readonly parameters: readonly (Model['operations'][number]['parameters'][number] & {
    readonly given: 'query' | 'options'
  })[]
}

/** The first place of the problem, `line` and `column` counted from 1, and the `others`. */
export interface Warning extends Place {
  readonly code: Problem['code']
  readonly message: string
  readonly advice?: string
  readonly others?: readonly Place[]
  /** The actions of an OpenAPI Overlay that mend it; with `changes`, what is generated is then different. */
  readonly overlay?: readonly Action[]
  readonly changes?: boolean
}

/** The Model as JSON, of the form of an `Inspection`. */
export function inspectJson(
  model: Model,
  { problems = [], ignored = [] }: { problems?: readonly Problem[]; ignored?: readonly Problem[] } = {},
): string {
  const form: Inspection = {
    ...model,
    resources: model.resources.map(({ operations, ...resource }) => ({
      ...resource,
      operations: operations.map((one) => operationForm(model, one)),
    })),
    operations: model.operations.map((one) => operationForm(model, one)),
    warnings: problems.filter(({ severity }) => severity === 'warning').map(warningForm),
    ignored: ignored.map(warningForm),
  }
  return `${JSON.stringify(form, null, 2)}\n`
}

function operationForm(model: Model, operation: Model['operations'][number]): InspectedOperation {
  const { pathParameters, parameters } = operation
  return {
    ...operation,
    pathParameters: pathParameters.map(({ name }) => name),
    arguments: pathParameters.map(({ argument }) => argument),
    signature: signature(model, operation),
    parameters: parameters.map((one) => ({ ...one, given: isInQuery(operation, one) ? 'query' : 'options' })),
  }
}

function warningForm({ code, message, advice, places, mend }: Problem): Warning {
  const [{ pointer, file, line, column } = { file: '' }, ...others] = places
  return {
    code,
    message,
    ...(pointer === undefined ? {} : { pointer }),
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(advice ? { advice } : {}),
    ...(others.length > 0 ? { others } : {}),
    ...(mend ? { overlay: mend.actions, ...(mend.changes ? { changes: true } : {}) } : {}),
  }
}
