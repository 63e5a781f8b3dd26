import type { MarkdownRenderer } from 'vitepress'

type Tokens = ReturnType<MarkdownRenderer['parse']>

/** How many tokens a title takes: a paragraph, what is in it, and its end. */
const TITLE = 3

/**
 * Makes tabs of blocks of code that follow one another, each under a title that is a bold line: `**curl**`.
 *
 * @see https://vitepress.dev/guide/markdown#code-groups
 */
export function tabs(md: MarkdownRenderer): void {
  md.core.ruler.push('tabs', (state) => {
    const { tokens } = state
    const out: Tokens = []
    for (let index = 0; index < tokens.length; ) {
      let end = index
      const blocks: Tokens = []
      for (let title = titleAt(tokens, end); title !== undefined; title = titleAt(tokens, end)) {
        const block = tokens[end + TITLE]
        if (block) {
          block.info = `${block.info} [${title}]`
          blocks.push(block)
        }
        end += TITLE + 1
      }
      if (blocks.length > 0) {
        const open = new state.Token('container_code-group_open', 'div', 1)
        const close = new state.Token('container_code-group_close', 'div', -1)
        out.push(open, ...blocks, close)
        index = end
      } else {
        const token = tokens[index]
        if (token) out.push(token)
        index += 1
      }
    }
    state.tokens = out
  })
}

/** The title that stands here above a block of code; undefined where none does. */
function titleAt(tokens: Tokens, index: number): string | undefined {
  const [open, inline, close, block] = tokens.slice(index, index + TITLE + 1)
  if (open?.type !== 'paragraph_open' || open.level > 0 || close?.type !== 'paragraph_close') return undefined
  if (block?.type !== 'fence') return undefined
  return /^\*\*([\w ]+)\*\*$/.exec(inline?.content ?? '')?.[1]
}
