/** The anchors of a page, as VitePress makes them of its headings. https://vitepress.dev/guide/markdown#header-anchors */
import { scan } from './scan.js'

const OWN = /\s*\{\s*#([\w-]+)[^{}]*\}\s*$/

/** What may stand after `#` in a link to a page. @param page its Markdown, with or without front matter. */
export function anchorsOf(page: string): Set<string> {
  const { headings, ids } = scan(page.replace(/^---\n(?:[\s\S]*?\n)?---\n/, ''))
  const anchors = new Set<string>()
  for (const heading of headings) {
    const own = OWN.exec(heading.text)?.[1]
    const base = own ?? slugOf(heading.text)
    let anchor = base
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${base}-${count}`
    anchors.add(anchor)
  }
  return new Set([...anchors, ...ids])
}

/** VitePress takes it from `@mdit-vue/shared`. */
const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are left out
    .replace(/[\u0000-\u001f]/g, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase()
