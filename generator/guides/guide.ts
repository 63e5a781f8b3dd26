/** One guide: from its text to its page. */
import path from 'node:path'
import { positionsIn } from '../document/lines.js'
import { decode } from '../document/text.js'
import { plain, slug } from '../emit/markdown.js'
import type { Found } from '../walk.js'
import { type Front, readFrontMatter } from './front-matter.js'
import { type Home, resolve } from './links.js'
import { type Scan, scan } from './scan.js'
import type { Guide, Link } from './types.js'

/** A guide as far as it is known by itself. */
export interface Draft extends Home {
  readonly file: string
  /** Its whole text, whose lines end with `\n`. */
  readonly source: string
  readonly front: Front
  readonly scan: Scan
  readonly title: string
  /** Whether its text is that of the first page. */
  readonly isHome: boolean
}

/** The path of the first page. */
const INDEX = 'index.md'

export async function draftOf({ file, name, bytes }: Found): Promise<Draft> {
  const source = decode(bytes).replace(/\r\n?/g, '\n')
  const front = await readFrontMatter(file, source)
  const scanned = scan(source.slice(front.end))
  const slugged = name.replace(/\.md$/i, '').split('/').map(slug).join('/').concat('.md')
  const isHome = front.said.place === 'home' || (slugged === INDEX && front.said.place === undefined)
  const first = scanned.headings
    .find(({ level }) => level === 1)
    ?.text.trim()
    .replaceAll('\n', ' ')
  return {
    ...{ file, name, source, front, slugged, scan: scanned, isHome },
    path: isHome ? INDEX : slugged,
    title: front.said.title ?? (first || words(path.posix.basename(slugged, '.md'))),
  }
}

/** @param moved the paths on the site of all that is in the folder, by name. */
export function guideOf(draft: Draft, moved: ReadonlyMap<string, string>): Guide {
  const { file, name, source, front, scan, title } = draft
  const text = source.slice(front.end)
  const positionOf = positionsIn(source)
  const links: Link[] = []
  const edits: Edit[] = []
  for (const { start, end, written } of scan.destinations) {
    const resolved = resolve(written, draft, moved)
    if (!resolved) continue
    const { target, anchor, rewritten } = resolved
    links.push({ written, target, anchor, at: { file, ...positionOf(front.end + start) } })
    if (rewritten !== undefined) edits.push({ start, end, by: rewritten })
  }
  const headed = scan.headings.some(({ level }) => level === 1) || /^layout[ \t]*:/m.test(front.yaml)
  const body = `${headed ? '' : `# ${plain(title)}\n\n`}${edited(text, edits).trim()}\n`
  return {
    ...{ file, name, path: draft.path, title, description: front.said.description ?? '', links },
    text: `${front.yaml === '' ? '' : `---\n${front.yaml}---\n\n`}${origin(name)}${body}`,
  }
}

/** For who would edit the page; not where the name of the guide could end the comment. */
const origin = (name: string): string =>
  /^[\w ./-]+$/.test(name) && !name.includes('--') ? `<!-- From the guide ${name}: edit that. -->\n\n` : ''

/** Puts something else in the place of a part; in order. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly by: string
}

function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end, by } of edits) {
    parts.push(text.slice(from, start), by)
    from = end
  }
  return [...parts, text.slice(from)].join('')
}

/** `getting-started` in a title. */
const words = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')
