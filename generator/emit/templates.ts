import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Renderer, renderer } from './render.js'

export type { Render } from './render.js'

/** What the output is made of: the templates, and the runtime by file name. */
export interface Templates extends Renderer {
  readonly runtime: ReadonlyMap<string, string>
  /** VitePress's configuration and theme, by path within `.vitepress`. */
  readonly site: ReadonlyMap<string, string>
}

/** What a user has in the place of ours, and beside it. */
export interface OwnTemplates {
  /** Templates of pages, and partials of theirs, by name: `docs/operation`. */
  readonly pages: ReadonlyMap<string, string>
  /** By path within `.vitepress`. */
  readonly site: ReadonlyMap<string, string>
  /** The addresses of pictures on the site. */
  readonly logo?: string | undefined
  readonly icon?: string | undefined
}

// Beside the generator's sources and beside its build alike.
const FOLDER = fileURLToPath(new URL('../../templates/', import.meta.url))

/** Reads the templates and the runtime. Those of the user's win over ours of the same name. */
export async function readTemplates(own?: OwnTemplates): Promise<Templates> {
  const [texts, runtime, site] = await Promise.all([
    readTemplateTexts(),
    readSources('runtime', /^[\w-]+\.ts$/),
    readSiteFiles(),
  ])
  const { pages = new Map<string, string>(), site: ownSite = [] } = own ?? {}
  return {
    ...renderer(new Map([...texts, ...pages]), new Set(pages.keys())),
    runtime,
    site: new Map([...site, ...ownSite]),
  }
}

/** The Handlebars templates by name: `sdk/client`, `docs/object`. */
export async function readTemplateTexts(): Promise<Map<string, string>> {
  const folders = ['sdk', 'docs'].map(async (folder) => {
    const files = await readSources(folder, /\.hbs$/)
    return [...files].map(([file, text]) => [`${folder}/${file.slice(0, -'.hbs'.length)}`, text] as const)
  })
  return new Map((await Promise.all(folders)).flat())
}

/** VitePress's configuration and theme, by path within `.vitepress`; without what stands for the file that is emitted. */
export const readSiteFiles = (): Promise<Map<string, string>> => readSources('site', /^(?!site\.)[\w/-]+\.(m?ts|css)$/)

/** The files of a folder that are copied as they are: those whose path within it is of this form. */
async function readSources(folder: string, form: RegExp): Promise<Map<string, string>> {
  const all = await readdir(`${FOLDER}${folder}`, { recursive: true })
  const files = all.map((file) => file.replaceAll('\\', '/')).filter((file) => form.test(file))
  const texts = files.sort().map(async (file) => [file, await readFile(`${FOLDER}${folder}/${file}`, 'utf8')] as const)
  return new Map(await Promise.all(texts))
}
