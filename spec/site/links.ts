import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileOf } from './serve.js'

/** The addresses of a site's pages: `/`, `/roles/list`. */
export function addressesOf(folder: string): string[] {
  return filesOf(folder, '.html')
    .filter((file) => file !== '404.html')
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`)
    .sort()
}

/** The links of a site's pages, Markdown included, that lead nowhere: to no file of the site, or to no place in it. */
export function deadLinks(folder: string): string[] {
  const html = filesOf(folder, '.html').flatMap((file) => {
    const page = `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`
    return hrefs(read(folder, file)).map((link) => [page, link] as const)
  })
  const markdown = [...filesOf(folder, '.md'), ...filesOf(folder, '.txt')].flatMap((file) =>
    markdownLinks(read(folder, file)).map((link) => [`/${file}`, link] as const),
  )
  const anchors = new Map<string, ReadonlySet<string>>()
  const leads = (page: string, link: string): boolean => {
    const { origin, protocol, pathname, hash } = new URL(link, `http://site${page}`)
    if (origin !== 'http://site') return /^(https?|mailto|data):$/.test(protocol)
    const file = fileOf(folder, pathname)
    if (!file) return false
    const known = anchors.get(file) ?? anchorsOf(file)
    anchors.set(file, known)
    return hash === '' || known.has(decodeURIComponent(hash.slice(1)))
  }
  const dead = [...html, ...markdown]
    .filter(([page, link]) => !leads(page, link))
    .map(([page, link]) => `${page}: ${link}`)
  return [...new Set(dead)]
}

const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.split(path.sep).join('/'))

const read = (folder: string, file: string): string => readFileSync(path.join(folder, file), 'utf8')

const hrefs = (html: string): string[] =>
  [...html.matchAll(/<(?:a|link)\b[^>]*?\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

/** What stands in blocks and spans of code are no links. */
const markdownLinks = (text: string): string[] =>
  [
    ...text
      .replace(/^ *(`{3,}|~{3,})[\s\S]*?^ *\1/gm, '')
      .replace(/(`+).*?\1/g, '')
      .matchAll(/(?<!\\)\]\(([^()\s]+)\)/g),
  ].map(([, link = '']) => link)

/** The places of a page that a link can lead to; in Markdown its headings, as VitePress names them. */
function anchorsOf(file: string): ReadonlySet<string> {
  const text = readFileSync(file, 'utf8')
  const page = file.endsWith('.md') ? readFileSync(htmlOf(file), 'utf8') : text
  return new Set([...page.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id))
}

const htmlOf = (file: string): string => file.replace(/\.md$/, '.html')
