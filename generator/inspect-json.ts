/** What the generator knows of an API, for a program to read. */
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

export type InspectedOperation = Omit<Model['operations'][number], 'pathParameters'> & {
  /** Their names in the path. */
  readonly pathParameters: readonly string[]
  /** What they are called in the SDK, in the same order. */
  readonly arguments: readonly string[]
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
      operations: operations.map(operationForm),
    })),
    operations: model.operations.map(operationForm),
    warnings: problems.filter(({ severity }) => severity === 'warning').map(warningForm),
    ignored: ignored.map(warningForm),
  }
  return `${JSON.stringify(form, null, 2)}\n`
}

function operationForm({ pathParameters, ...operation }: Model['operations'][number]): InspectedOperation {
  return {
    ...operation,
    pathParameters: pathParameters.map(({ name }) => name),
    arguments: pathParameters.map(({ argument }) => argument),
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
