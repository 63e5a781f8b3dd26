/** What the files of this room share while one Model is built. */
import { join } from '../document/pointer.js'
import type { Document } from '../document/types.js'
import type { Code, ErrorCode, Problem, WarningCode } from '../problems.js'
import type { Description } from './describe.js'
import type { Extensions, FactPath } from './extension.js'
import { type MendReport, overlayOf } from './mend.js'
import type { Layer, View } from './schema.js'
import type { DocumentShape, ResourceShape } from './shape.js'

export interface Context {
  readonly document: Document
  /** The `x-jsonapi` objects of the document and of the configuration. */
  readonly extensions: Extensions
  readonly problems: Problem[]
  /** The file of the configuration, as it is shown. */
  readonly factsFile: string
  /** What `layersOf` found, by pointer: schemas are shared, and read many times. */
  readonly layers: Map<string, readonly Layer[]>
  /** What `describe` found. */
  readonly described: WeakMap<View, Description>
  /** What `documentShape` found, by the pointer of the schema. */
  readonly documents: Map<string, DocumentShape | null>
  /** The resource objects of an `included`, by the pointer of the schema that it refers to. */
  readonly included: Map<string, ResourceShape[]>
}

export interface Report<C extends Code = Code> {
  readonly code: C
  readonly message: string
  readonly advice?: string
  /** JSON pointers into the bundled document. */
  readonly at: readonly string[]
  /** What the configuration states wrongly: shown there, not in the document. */
  readonly fact?: FactPath
  /** How an overlay would mend it. */
  readonly mend?: MendReport
}

type Shared = Pick<Context, 'document' | 'problems' | 'factsFile'>

/** Notes what looks wrong; the Model is built all the same. */
export function warn(context: Shared, report: Report<WarningCode>): void {
  context.problems.push(problem(context, 'warning', report))
}

/** Notes what is wrong; `build` throws once it has seen everything. */
export function fail(context: Shared, report: Report<ErrorCode>): void {
  context.problems.push(problem(context, 'error', report))
}

function problem({ document, factsFile }: Shared, severity: Problem['severity'], report: Report): Problem {
  const { at, fact, mend, code, message, advice } = report
  const places = fact
    ? [{ file: factsFile, pointer: join('/facts', ...fact) }]
    : [...new Set(at)].map((pointer) => document.locate(pointer))
  const overlay = mend && overlayOf(document, mend)
  return { severity, code, message, ...(advice && { advice }), places, ...(overlay && { mend: overlay }) }
}
