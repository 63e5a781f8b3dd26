/** The pages as Markdown, for programs and for the button that copies a page: see https://llmstxt.org. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createContentLoader, type DefaultTheme } from 'vitepress'
import { site } from './site.js'

type Item = DefaultTheme.SidebarItem

/** A page as a program reads it. */
interface Page {
  /** Without front matter, which is VitePress's. */
  readonly text: string
  /** What it says of itself; empty where it says nothing. */
  readonly description: string
}

/** Writes them beside the pages. For VitePress's `buildEnd`. */
export async function writePrograms({ outDir, site: { base } }: Built): Promise<void> {
  for (const [file, text] of await programsOf(base)) {
    const target = path.join(outDir, file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
}

/** What has been built, as much as is asked of it. */
interface Built {
  readonly outDir: string
  readonly site: { readonly base: string }
}

/** What answers for them where the site is not built: a plugin of Vite's. */
export const servedPrograms = {
  name: 'pages-for-programs',
  configureServer({ config: { base }, middlewares }: Server): void {
    middlewares.use((request, response, next) => {
      // VitePress asks for a page as a script.
      const asked = request.headers['sec-fetch-dest'] === 'script' ? '' : (request.url ?? '').replace(/[?#].*/, '')
      const file = asked.startsWith(base) ? asked.slice(base.length) : ''
      if (!/\.(md|txt)$/.test(file)) return next()
      programsOf(base).then((texts) => {
        const text = texts.get(file)
        if (text === undefined) return next()
        response.setHeader('Content-Type', 'text/plain; charset=utf-8')
        response.end(text)
      }, next)
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
        next: (error?: unknown) => void,
      ) => void,
    ): unknown
  }
}

/** Each page as it is, `llms.txt`, which lists them, and `llms-full.txt`, which holds them. */
async function programsOf(base: string): Promise<Map<string, string>> {
  const files = createContentLoader('**/*.md', { includeSrc: true, globOptions: { ignore: ['**/node_modules/**'] } })
  const pages = (await files.load()).map(({ url, src = '', frontmatter: { description } }) => {
    const page = { text: withoutMark(src), description: typeof description === 'string' ? description : '' }
    return [pageOf(url), page] as const
  })
  return programs(new Map(pages), { ...site, base })
}

/** Front matter is VitePress's, and the lines that say whose the file is are for those who could edit it. */
const withoutMark = (text: string): string =>
  text.replace(/^---\n([\s\S]*?\n)?---\n/, '').replace(/^(<!-- .*? -->\s*)+/, '')

/** What the files for programs hold, by their paths. */
export function programs(
  pages: ReadonlyMap<string, Page>,
  site: {
    readonly title: string
    readonly description: string
    readonly base: string
    readonly sidebar: readonly Item[]
  },
): Map<string, string> {
  const textOf = (page: string): string => pages.get(page)?.text ?? ''
  const listed = site.sidebar.flatMap(linksOf)
  const order = [...new Set([...listed, ...pages.keys()])].filter((page) => pages.has(page))
  const full = order.map((page) => `---\nurl: ${site.base}${page}\n---\n\n${absolute(textOf(page), page, site.base)}`)
  const line = (page: string): string => {
    const about = escaped(firstSentence(pages.get(page)?.description ?? ''))
    return `- [${titleOf(textOf(page)) ?? page}](${site.base}${page})${about && `: ${about}`}`
  }
  const section = ({ text = '', link, items = [] }: Item): string[] => {
    const own = [...(link ? [pageOf(link)] : []), ...items.flatMap((item) => (item.items ? [] : linksOf(item)))]
    const lines = own.filter((page) => pages.has(page)).map(line)
    const deeper = items.filter((item) => item.items).flatMap(section)
    return [...(lines.length > 0 ? [[`## ${text}`, '', ...lines].join('\n')] : []), ...deeper]
  }
  // The first page may be called otherwise, as "Welcome".
  const list = [`# ${escaped(site.title)}`, `> ${escaped(site.description)}`, ...site.sidebar.flatMap(section)]
  return new Map([
    ...[...pages].map(([page, { text }]) => [page, text] as const),
    ['llms.txt', `${list.join('\n\n')}\n`],
    ['llms-full.txt', `${full.join('\n')}`],
  ])
}

const linksOf = ({ link, items = [] }: Item): string[] => [...(link ? [pageOf(link)] : []), ...items.flatMap(linksOf)]

/** The page that an address of the site leads to: `/roles/` to `roles/index.md`. */
const pageOf = (link: string): string => `${link.replace(/^\//, '').replace(/(^|\/)$/, '$1index')}.md`

/** Words as Markdown. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>&~]/g, (char) => `\\${char}`)

function firstSentence(text: string): string {
  const [first] = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text.trim().replace(/\s+/g, ' '))
  return first?.segment.trim() ?? ''
}

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
