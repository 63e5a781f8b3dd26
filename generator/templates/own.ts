/** The folder in which a user has templates of the reference: `docs/` for its pages, `site/` for what makes a site of them. */
import { readSiteFiles, readTemplateTexts } from '../emit/templates.js'
import { mayBeOurs } from '../write/header.js'
import { checkPages } from './check-pages.js'
import { checkSite } from './check-site.js'
import { filesOf } from './files.js'
import { nameOf, type OwnFile, textOf } from './own-file.js'
import { faultProblem, unknownTemplate } from './problems.js'
import { NO_OWN, type Own } from './types.js'

const SITE = 'site/'
/** What the site serves as it is. */
const PUBLIC = `${SITE}public/`

/**
 * Reads the folder, and nothing outside of it: links are not followed.
 *
 * @param options `folder` is relative to `cwd`.
 * @returns what it holds, or all that is wrong: `missing-file`, `template-syntax`, `unknown-template`.
 * @throws InputError `unreadable-file`.
 */
export async function readOwn(options: { readonly folder: string; readonly cwd: string }): Promise<Own> {
  const { files, problems } = await filesOf(options.folder, options.cwd)
  const pages = under(files, (name) => /^docs\/.+\.hbs$/.test(name))
  const served = under(files, (name) => name.startsWith(PUBLIC))
  const site = under(files, (name) => name.startsWith(SITE) && !served.has(name))
  const lost = under(files, (name) => name.endsWith('.hbs') && !pages.has(name) && !name.startsWith(SITE))
  const [ours, ofSite] = await Promise.all([readTemplateTexts(), readSiteFiles()])
  const all = [
    ...problems,
    ...[...lost.values()].map((file) => unknownTemplate(file, `${file.name} is no template of a page.`, PLACES)),
    ...checkPages([...pages.values()], [...ours.keys()]),
    ...checkSite([...site.values()], [...ofSite.keys()].map(toSite)),
  ]
  if (all.length > 0) return { ...NO_OWN, problems: all }
  const texts = under(site, mayBeOurs)
  const bytes = [...site.values(), ...served.values()].filter(({ name }) => !texts.has(name))
  return {
    templates: {
      pages: new Map([...pages.values()].map((file) => [nameOf(file), textOf(file)])),
      site: new Map([...texts.values()].map((file) => [file.name.slice(SITE.length), textOf(file)])),
      logo: addressOf(served, /^logo\.(svg|png|webp|jpe?g)$/),
      icon: addressOf(served, /^favicon\.(ico|svg|png)$/),
    },
    problems: [],
    copied: new Map(bytes.map((file) => [copyOf(file), file.bytes])),
    problemOf: (fault) => faultProblem(fault, pages.get(`${fault.template}.hbs`)),
  }
}

const PLACES =
  'Templates of pages are in docs/ of the folder, what makes a site of them in site/. Those of the SDK cannot be replaced.'

const under = (files: ReadonlyMap<string, OwnFile>, isThere: (name: string) => boolean): Map<string, OwnFile> =>
  new Map([...files].filter(([name]) => isThere(name)))

const toSite = (name: string): string => SITE + name

/** Where a file is in the output. VitePress serves what is in `public`. */
const copyOf = ({ name }: OwnFile): string =>
  name.startsWith(PUBLIC) ? `docs/public/${name.slice(PUBLIC.length)}` : `docs/.vitepress/${name.slice(SITE.length)}`

function addressOf(served: ReadonlyMap<string, OwnFile>, pattern: RegExp): string | undefined {
  const name = [...served.keys()].map((one) => one.slice(PUBLIC.length)).find((one) => pattern.test(one))
  return name === undefined ? undefined : `/${name}`
}
