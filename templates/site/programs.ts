/** The pages as Markdown, for programs and for the button that copies a page: see https://llmstxt.org. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'
import { site } from './site.js'

type Item = DefaultTheme.SidebarItem

/** Texts by their paths on the site. */
type Texts = ReadonlyMap<string, string>

/** Where the pages are. */
const PAGES = fileURLToPath(new URL('..', import.meta.url))

/** Writes them beside the pages. For VitePress's `buildEnd`. */
export function writePrograms({ outDir, site: { base } }: { outDir: string; site: { base: string } }): void {
  for (const [file, text] of programsOf(PAGES, base)) {
    const target = path.join(outDir, file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
}

/** What answers for them where the site is not built: a plugin of Vite's. */
export const servedPrograms = {
  name: 'pages-for-programs',
  configureServer({ config: { base }, middlewares }: Server): void {
    middlewares.use((request, response, next) => {
      // VitePress asks for a page as a script.
      const asked = request.headers['sec-fetch-dest'] === 'script' ? '' : (request.url ?? '').replace(/[?#].*/, '')
      const file = asked.startsWith(base) ? asked.slice(base.length) : ''
      const text = /\.(md|txt)$/.test(file) ? programsOf(PAGES, base).get(file) : undefined
      if (text === undefined) return next()
      response.setHeader('Content-Type', 'text/plain; charset=utf-8')
      response.end(text)
    })
  },
}

/** As much of Vite's server as is asked of it. */
interface Server {
  readonly config: { readonly base: string }
  readonly middlewares: {
    use(
      handle: (
        request: { url?: string | undefined; headers: Readonly<Record<string, unknown>> },
        response: { setHeader(name: string, value: string): unknown; end(text: string): unknown },
        next: () => void,
      ) => void,
    ): unknown
  }
}

/** Each page as it is, `llms.txt`, which lists them, and `llms-full.txt`, which holds them. */
function programsOf(folder: string, base: string): Texts {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'))
  const pages = files.filter((file) => file.endsWith('.md') && !/^\.|\/\./.test(file)).sort()
  const texts = pages.map((page) => [page, withoutMark(readFileSync(path.join(folder, page), 'utf8'))] as const)
  return programs(new Map(texts), { ...site, base })
}

/** Front matter is VitePress's, and the lines that say whose the file is are for those who could edit it. */
const withoutMark = (text: string): string =>
  text.replace(/^---\n([\s\S]*?\n)?---\n/, '').replace(/^(<!-- .*? -->\s*)+/, '')

/** What the files for programs hold, by their paths. */
export function programs(
  pages: Texts,
  site: {
    readonly title: string
    readonly description: string
    readonly base: string
    readonly sidebar: readonly Item[]
  },
): Map<string, string> {
  const listed = site.sidebar.flatMap(linksOf)
  const order = [...new Set([...listed, ...pages.keys()])].filter((page) => pages.has(page))
  const full = order.map(
    (page) => `---\nurl: ${site.base}${page}\n---\n\n${absolute(pages.get(page) ?? '', page, site.base)}`,
  )
  const line = (page: string): string => `- [${titleOf(pages.get(page) ?? '') ?? page}](${site.base}${page})`
  const section = ({ text = '', link, items = [] }: Item): string[] => {
    const own = [...(link ? [pageOf(link)] : []), ...items.flatMap((item) => (item.items ? [] : linksOf(item)))]
    const lines = own.filter((page) => pages.has(page)).map(line)
    const deeper = items.filter((item) => item.items).flatMap(section)
    return [...(lines.length > 0 ? [[`## ${text}`, '', ...lines].join('\n')] : []), ...deeper]
  }
  // The first page may be called otherwise, as "Welcome".
  const name = site.title.replace(/[\\`*_[\]<>]/g, (char) => `\\${char}`)
  const list = [`# ${name}`, `> ${site.description}`, ...site.sidebar.flatMap(section)]
  return new Map([...pages, ['llms.txt', `${list.join('\n\n')}\n`], ['llms-full.txt', `${full.join('\n')}`]])
}

const linksOf = ({ link, items = [] }: Item): string[] => [...(link ? [pageOf(link)] : []), ...items.flatMap(linksOf)]

/** The page that an address of the site leads to: `/roles/` to `roles/index.md`. */
const pageOf = (link: string): string => `${link.replace(/^\//, '').replace(/(^|\/)$/, '$1index')}.md`

/** Markdown already, as the pages have it. */
const titleOf = (text: string): string | undefined => /^# (.+)$/m.exec(text)?.[1]

const LINK = /(\]\()(?![a-z][a-z\d+.-]*:|\/)([^()\s#]*)(#[^()\s]*)?(?=\))/gi

/** A text whose links to other pages lead there from anywhere. What stands in blocks of code stays. */
function absolute(text: string, page: string, base: string): string {
  let fence = ''
  const lines = text.split('\n').map((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    const inside = fence !== ''
    if (inside ? mark.startsWith(fence) : mark) fence = inside ? '' : mark
    if (inside || mark) return line
    return line.replace(LINK, (_, open: string, to: string, anchor = '') => {
      const target = to === '' ? page : path.posix.join(path.posix.dirname(page), to)
      return `${open}${base}${target}${anchor}`
    })
  })
  return lines.join('\n')
}
