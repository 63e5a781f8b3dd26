import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import Handlebars from 'handlebars'

/** Renders the template `sdk/client` or `docs/object` with a flat view of plain values. @throws for a name that the view lacks. */
export type Render = (template: string, view: object) => string

/** What the output is made of: the templates, and the runtime by file name. */
export interface Templates {
  readonly render: Render
  readonly runtime: ReadonlyMap<string, string>
  /** VitePress's configuration and theme, by path within `.vitepress`. */
  readonly site: ReadonlyMap<string, string>
}

// Beside the generator's sources and beside its build alike.
const FOLDER = fileURLToPath(new URL('../../templates/', import.meta.url))

/** Reads the templates and the runtime. */
export async function readTemplates(): Promise<Templates> {
  const [render, runtime, site] = await Promise.all([
    readRender(),
    readSources('runtime', /^[\w-]+\.ts$/),
    // What stands for the file that is emitted is left out.
    readSources('site', /^(?!site\.)[\w/-]+\.(m?ts|css)$/),
  ])
  return { render, runtime, site }
}

/**
 * Reads all templates. Each can be used by the others as a partial, by its own name: `{{> sdk/jsdoc}}`. Values stand as
 * they are: what goes into a view has been escaped for its target.
 */
async function readRender(): Promise<Render> {
  const handlebars = Handlebars.create()
  const names = await Promise.all(
    ['sdk', 'docs'].map(async (folder) => {
      const files = await readdir(`${FOLDER}${folder}`)
      return files.filter((file) => file.endsWith('.hbs')).map((file) => `${folder}/${file.slice(0, -'.hbs'.length)}`)
    }),
  )
  await Promise.all(
    names.flat().map(async (name) => {
      handlebars.registerPartial(name, await readFile(`${FOLDER}${name}.hbs`, 'utf8'))
    }),
  )
  const compiled = new Map<string, Handlebars.TemplateDelegate>()
  return (name, view) => {
    const template =
      compiled.get(name) ?? handlebars.compile(handlebars.partials[name], { strict: true, noEscape: true })
    compiled.set(name, template)
    return template(view)
  }
}

/** The files of a folder that are copied as they are: those whose path within it is of this form. */
async function readSources(folder: string, form: RegExp): Promise<Map<string, string>> {
  const all = await readdir(`${FOLDER}${folder}`, { recursive: true })
  const files = all.map((file) => file.replaceAll('\\', '/')).filter((file) => form.test(file))
  const texts = files.sort().map(async (file) => [file, await readFile(`${FOLDER}${folder}/${file}`, 'utf8')] as const)
  return new Map(await Promise.all(texts))
}
