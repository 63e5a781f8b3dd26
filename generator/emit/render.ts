import Handlebars from 'handlebars'
import { TemplateError, type TemplateFault } from './template-error.js'
import { HELPERS, missingNames } from './view-names.js'

/** Renders the template `sdk/client` or `docs/object` with a flat view of plain values. @throws for a name that the view lacks. */
export type Render = (template: string, view: object) => string

/**
 * Compiles templates. Each can be used by the others as a partial, by its own name: `{{> sdk/jsdoc}}`. Values stand as they
 * are: what goes into a view has been escaped for its target.
 *
 * @param own those of the user, among `texts`: what is wrong with them is collected, and no fault of ours.
 */
export function renderer(texts: ReadonlyMap<string, string>, own: ReadonlySet<string> = new Set()): Renderer {
  const handlebars = Handlebars.create()
  const programs = new Map([...texts].map(([name, text]) => [name, handlebars.parse(text)]))
  const templates = new Map([...programs].map(([name, program]) => [name, handlebars.compile(program, OPTIONS)]))
  const faults = new Map<string, TemplateFault>()
  const note = (fault: TemplateFault): void => {
    faults.set(JSON.stringify({ ...fault, names: undefined }), fault)
  }
  const blamed = new WeakMap<Error, string>()
  const blaming = (name: string, template: Handlebars.TemplateDelegate): Handlebars.TemplateDelegate => {
    return (context, options) => {
      try {
        return template(context, options)
      } catch (error) {
        if (error instanceof Error && !blamed.has(error)) blamed.set(error, name)
        throw error
      }
    }
  }
  for (const [name, template] of templates) {
    handlebars.registerPartial(name, own.has(name) ? blaming(name, template) : template)
  }
  return {
    render(name, view) {
      const template = templates.get(name)
      if (!template) throw new Error(`There is no template ${name}`)
      if (own.size === 0) return template(view)
      const missing = missingNames(programs, name, view).filter(({ template }) => own.has(template))
      missing.forEach(note)
      if (missing.length > 0) return ''
      try {
        return template(view)
      } catch (error) {
        const culprit = own.has(name) ? name : error instanceof Error ? blamed.get(error) : undefined
        if (!(error instanceof Error) || culprit === undefined) throw error
        note({ template: culprit, message: error.message })
        return ''
      }
    },
    assertNoFaults() {
      if (faults.size > 0) throw new TemplateError([...faults.values()])
    },
  }
}

export interface Renderer {
  /** What cannot be rendered for a fault of the user's gives an empty text. */
  readonly render: Render
  /** @throws TemplateError with all that was found to be wrong. */
  readonly assertNoFaults: () => void
}

const OPTIONS = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries([...HELPERS].map((name) => [name, true])),
}
