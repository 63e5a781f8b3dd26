/** Where the links of a guide lead, and how they are written on the site. */
import path from 'node:path'

/** Where a guide is. */
export interface Home {
  /** Within the folder of the guides. */
  readonly name: string
  /** The same, as the site writes paths. */
  readonly slugged: string
  /** Within the site: another one where its text is that of the first page. */
  readonly path: string
}

/** Where a link leads to. */
export interface Resolved {
  /** A path within the site; undefined where it leads out of it. */
  readonly target: string | undefined
  readonly anchor: string | undefined
  /** How the page has to write it, where that is not what the guide wrote. */
  readonly rewritten: string | undefined
}

const EXTERNAL = /^([a-z][a-z\d+.-]*:|\/\/)/i

/**
 * Resolves a link of a guide: it leads to what is there in the folder of the guides, else to the page that lies there on
 * the site.
 *
 * @param moved the paths on the site of what is in the folder, by name.
 * @returns undefined for a link to something else than the site.
 */
export function resolve(written: string, from: Home, moved: ReadonlyMap<string, string>): Resolved | undefined {
  if (EXTERNAL.test(written)) return undefined
  const [, destination = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(written) ?? []
  const anchor = hash.length > 1 ? decoded(hash.slice(1)) : undefined
  if (destination === '') return { target: from.path, anchor, rewritten: undefined }

  const way = decoded(destination)
  const absolute = way.startsWith('/')
  const leadsTo = (place: string): string =>
    absolute ? path.posix.normalize(way.slice(1)) : path.posix.join(path.posix.dirname(place), way)
  const found = candidates(leadsTo(from.name)).find((candidate) => moved.has(candidate))
  const target = (found === undefined ? undefined : moved.get(found)) ?? leadsTo(from.slugged)
  if (/^\.\.(\/|$)/.test(target)) return { target: undefined, anchor, rewritten: undefined }

  const asWritten = leadsTo(from.path)
  if (asWritten === target || candidates(asWritten).includes(target)) return { target, anchor, rewritten: undefined }
  const rewritten = `${encoded(absolute ? `/${target}` : relative(from.path, target))}${query}${hash}`
  return { target, anchor, rewritten }
}

/** What a link to this path may mean to VitePress: a file, a page without its extension, the first page of a folder. */
export function candidates(target: string): string[] {
  if (target === '.' || target === '' || target.endsWith('/')) return [path.posix.join(target, 'index.md')]
  return [target, `${target}.md`, ...(target.endsWith('.html') ? [target.replace(/html$/, 'md')] : [])]
}

/** How a page of the site refers to another. */
export function relative(from: string, to: string): string {
  const way = path.posix.relative(path.posix.dirname(from), to)
  return way.startsWith('../') ? way : `./${way}`
}

/** Neither a space nor a parenthesis ends it early. */
const encoded = (destination: string): string =>
  encodeURI(destination).replace(/[()?#]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
