import type { MarkdownRenderer } from 'vitepress'

/** What a document says stays what it says: `:)` and `:100:` are no pictures. */
export function words(md: MarkdownRenderer): void {
  md.disable('emoji', true)
}

/** Shows `{{ }}` in text and code as it is written: Vue would compute what is in it, and blocks of code alone are safe. */
export function braces(md: MarkdownRenderer): void {
  for (const type of ['text', 'code_inline', 'code_block']) {
    const rule = md.renderer.rules[type]
    md.renderer.rules[type] = (...args) => (rule?.(...args) ?? '').replaceAll('{{', '&#123;&#123;')
  }
}
