/** Guides and what was generated, together: no page takes another's place, and links lead somewhere. */
import { suggest } from '../document/suggest.js'
import type { Problem } from '../problems.js'
import { candidates, relative } from './links.js'
import type { Guide, Guides, Link } from './types.js'

/** The folder of the site within the output. */
const SITE = 'docs/'

/**
 * Adds the pages of the guides, and what else was in their folder, to what was generated.
 *
 * @param files the whole output but for the guides: paths relative to the output folder.
 * @returns all files, and what is wrong: guides in the place of other pages, which are errors, and links that lead nowhere.
 */
export async function addGuides(
  files: ReadonlyMap<string, string | Uint8Array>,
  { home, sections, assets }: Guides,
): Promise<{ files: ReadonlyMap<string, string | Uint8Array>; problems: Problem[] }> {
  const guides = sections.flatMap((section) => section.guides)
  const added = [
    ...guides.map(({ path, text, file }) => ({ path, content: text, file })),
    ...assets.map(({ path, bytes, file }) => ({ path, content: bytes, file })),
  ]
  if (added.length === 0 && !home) return { files, problems: [] }
  const clashes = added.filter(({ path }) => files.has(SITE + path)).map(({ path, file }) => clash(path, file))
  const all = new Map<string, string | Uint8Array>(files)
  for (const { path, content } of added) all.set(SITE + path, content)
  const problems = await linkProblems([...(home ? [home] : []), ...guides], all)
  return { files: all, problems: [...clashes, ...problems] }
}

const clash = (path: string, file: string): Problem => ({
  severity: 'error',
  code: 'guide-clash',
  message: `${file} would take the place of the generated page ${SITE}${path}.`,
  advice: path === 'index.md' ? 'Give it place: home, or another name.' : 'Give it another name.',
  places: [{ file }, { file: SITE + path }],
})

async function linkProblems(
  guides: readonly Guide[],
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<Problem[]> {
  const { anchorsOf } = await import('./anchors.js')
  const known = new Map<string, ReadonlySet<string>>()
  const anchors = (page: string): ReadonlySet<string> => {
    const content = files.get(SITE + page)
    const found = known.get(page) ?? anchorsOf(typeof content === 'string' ? content : '')
    known.set(page, found)
    return found
  }
  const ofSite = [...files.keys()].filter((file) => file.startsWith(SITE) && !file.startsWith(`${SITE}.`))
  const pages = new Set(ofSite.map((file) => file.slice(SITE.length)))
  return guides.flatMap((guide) =>
    guide.links.flatMap((link): Problem[] => {
      const { target, anchor, at } = link
      const warning = (told: Pick<Problem, 'message'> & { readonly advice: string }): Problem[] => [
        { severity: 'warning', code: 'guide-link-broken', ...told, places: [at] },
      ]
      if (target === undefined) return warning(outside(link))
      const page = candidates(target).find((candidate) => pages.has(candidate))
      if (page === undefined) return warning(broken(link, target, guide, [...pages]))
      // A browser scrolls to the top of a page by itself, and the site calls its first heading so.
      if (anchor === undefined || anchor === 'top' || !page.endsWith('.md') || anchors(page).has(anchor)) return []
      return warning(unknownAnchor(anchor, page, anchors(page)))
    }),
  )
}

const outside = ({ written }: Link) => ({
  message: `The link to ${written} leads out of the site.`,
  advice: 'Link to a page of the site, or give the whole address: https://…',
})

function broken({ written }: Link, target: string, { path }: Guide, pages: readonly string[]) {
  const near = nearest(target, pages)
  const example = relative(path, pages.find((page) => page.includes('/')) ?? 'index.md')
  const shown = near.map((page) => relative(path, page))
  return {
    message: `The link to ${written} leads nowhere: there is no ${SITE}${target}.`,
    advice:
      shown.length > 0
        ? `Did you mean ${shown.join(' or ')}?`
        : `Name a guide, or a page of the site as it lies there, relative to this guide: ${example}.`,
  }
}

/** At most a few pages that may have been meant: of nearly that path, or of the same name elsewhere. */
function nearest(target: string, pages: readonly string[]): string[] {
  const meant = suggest(target, pages) ?? suggest(`${target}.md`, pages)
  if (meant !== undefined) return [meant]
  const isFolder = pages.includes(`${target}/index.md`)
  const name = target.slice(target.lastIndexOf('/') + 1)
  return isFolder ? [`${target}/index.md`] : pages.filter((page) => page.endsWith(`/${name}`)).slice(0, 3)
}

function unknownAnchor(anchor: string, page: string, anchors: ReadonlySet<string>) {
  const near = suggest(anchor, anchors)
  const some = [...anchors].slice(0, 8).map((one) => `#${one}`)
  return {
    message: `The link to #${anchor} leads nowhere: no heading of ${page} has this anchor.`,
    advice: near ? `Did you mean #${near}?` : `Its headings are ${some.join(', ')}${anchors.size > 8 ? ', …' : ''}.`,
  }
}
