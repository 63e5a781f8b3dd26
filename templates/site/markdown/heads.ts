import type { MarkdownRenderer } from 'vitepress'

/**
 * Takes the title of a page from its heading, and what search engines are told of it from its first paragraph. VitePress
 * would leave out of the title what looks like HTML or a link.
 */
export function heads(md: MarkdownRenderer): void {
  md.core.ruler.push('heads', ({ tokens, env }) => {
    const textOf = (type: string): string | undefined => {
      const open = tokens.findIndex((token) => token.type === type && token.level === 0)
      const parts = open < 0 ? [] : (tokens[open + 1]?.children ?? []).filter((token) => TEXTS.has(token.type))
      // VitePress leaves character references for Vue, and puts the words into a script, which they must not end.
      const words = parts.map(({ content }) => md.utils.unescapeAll(content) || ' ').join('')
      return words.trim().replace(/<(?=\/script)/gi, '<\u200b') || undefined
    }
    if (!env.frontmatter) return
    env.frontmatter.title ??= textOf('heading_open')
    env.frontmatter.description ??= textOf('paragraph_open')
    // A page without an outline has the room of it.
    if (!tokens.some(({ tag, type }) => type === 'heading_open' && tag !== 'h1')) env.frontmatter.aside ??= false
  })
}

const TEXTS = new Set(['text', 'text_special', 'code_inline', 'softbreak'])
