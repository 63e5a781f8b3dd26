import type { TemplateFault } from '../emit/template-error.js'
import type { OwnTemplates } from '../emit/templates.js'
import type { Problem } from '../problems.js'
import { faultProblem } from './problems.js'

/** What a user's folder holds. */
export interface Own {
  readonly templates: OwnTemplates | undefined
  /** Files of the site that are copied byte by byte, by path within the output. */
  readonly copied: ReadonlyMap<string, Uint8Array>
  /** What is wrong with the folder: then there are no templates. */
  readonly problems: readonly Problem[]
  /** How a fault of the templates is told. */
  readonly problemOf: (fault: TemplateFault) => Problem
}

/** Where a user has no templates. */
export const NO_OWN: Own = {
  templates: undefined,
  copied: new Map(),
  problems: [],
  problemOf: (fault) => faultProblem(fault, undefined),
}
