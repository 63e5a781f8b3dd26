import type { MarkdownRenderer } from 'vitepress'

/** The anchor of a page's first heading, which a browser scrolls to on a code host as well. */
const TOP = 'top'

/**
 * Links to the beginning of a page are as stable as its address, whatever becomes of its title: the first heading is
 * `#top`, and what VitePress makes of its words leads there too.
 */
export function top(md: MarkdownRenderer): void {
  md.core.ruler.push('top', ({ tokens, Token }) => {
    const index = tokens.findIndex(({ type }) => type === 'heading_open')
    const [heading, inline] = tokens.slice(index, index + 2)
    const slug = heading?.attrGet('id')
    const isTaken = tokens.some((token) => token.attrGet('id') === TOP)
    if (heading?.tag !== 'h1' || heading.level > 0 || !inline?.children || slug == null || isTaken) return
    heading.attrSet('id', TOP)
    for (const token of inline.children) if (token.attrGet('href') === `#${slug}`) token.attrSet('href', `#${TOP}`)
    const place = new Token('html_inline', '', 0)
    place.content = `<span id="${md.utils.escapeHtml(slug)}"></span>`
    inline.children.unshift(place)
  })
}
