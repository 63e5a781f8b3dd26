/** A name in a template that is not there. */
export interface MissingName {
  readonly template: string
  readonly name: string
  /** Whether it is used as a helper. */
  readonly helper: boolean
  /** Counted from 1. */
  readonly line: number
  readonly column: number
  /** What is there instead; undefined where it is a text or the like, which has no names. */
  readonly names: readonly string[] | undefined
}

/** What a template of the user's cannot be rendered for: a name that is not there, or anything else that Handlebars says. */
export type TemplateFault = MissingName | { readonly template: string; readonly message: string }

/** The templates of the user cannot be rendered. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'

  constructor(readonly faults: readonly TemplateFault[]) {
    super(`${faults.length} faults in templates`)
  }
}
