import type { MarkdownRenderer } from 'vitepress'

/** Shows blocks of code in Mermaid's language as what they draw. */
export function diagrams(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const token = tokens[index]
    if (token?.info.trim() === 'mermaid') return `<Diagram code="${encodeURIComponent(token.content)}" />\n`
    return fence?.(tokens, index, ...rest) ?? ''
  }
}
