/** What the files of this room share while one Model is built. */
import type { Document } from '../document/types.js'
import type { Problem } from '../problems.js'
import type { Description } from './describe.js'
import type { Extensions } from './extension.js'
import type { Layer, View } from './schema.js'
import type { DocumentShape, ResourceShape } from './shape.js'

export interface Context {
  readonly document: Document
  /** The `x-jsonapi` objects of the document and of the configuration. */
  readonly extensions: Extensions
  readonly problems: Problem[]
  /** What `layersOf` found, by pointer: schemas are shared, and read many times. */
  readonly layers: Map<string, readonly Layer[]>
  /** What `describe` found. */
  readonly described: WeakMap<View, Description>
  /** What `documentShape` found, by the pointer of the schema. */
  readonly documents: Map<string, DocumentShape | null>
  /** The resource objects of an `included`, by the pointer of the schema that it refers to. */
  readonly included: Map<string, ResourceShape[]>
}

export interface Report {
  readonly code: string
  readonly message: string
  readonly advice?: string
  /** JSON pointers into the bundled document. */
  readonly at: readonly string[]
}

/** Notes what looks wrong; the Model is built all the same. */
export function warn(context: Pick<Context, 'document' | 'problems'>, report: Report): void {
  context.problems.push(problem(context.document, 'warning', report))
}

/** Notes what is wrong; `build` throws once it has seen everything. */
export function fail(context: Pick<Context, 'document' | 'problems'>, report: Report): void {
  context.problems.push(problem(context.document, 'error', report))
}

function problem(document: Document, severity: Problem['severity'], { at, ...rest }: Report): Problem {
  const places = [...new Set(at)].map((pointer) => document.locate(pointer))
  return { severity, ...rest, places }
}
