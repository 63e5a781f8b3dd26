/** What the site makes of the pages' Markdown, which reads well without it. */
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

/** Shows blocks of code in Mermaid's language as what they draw. */
export function diagrams(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const token = tokens[index]
    if (token?.info.trim() === 'mermaid') return `<Diagram code="${encodeURIComponent(token.content)}" />\n`
    return fence?.(tokens, index, ...rest) ?? ''
  }
}

/** What stands in a cell without the title of its column, for its words say it. */
const PLAIN = new Set(['Type', 'Required', 'Description', 'Meaning', 'Request', 'SDK', 'In the SDK', 'Leads to'])

/**
 * Tells tables whose rows describe something, and so have too much in them for columns, from those of figures. They get
 * the class `entries`; a cell of theirs knows the title of its column, by which the style shows it.
 */
export function entries(md: MarkdownRenderer): void {
  md.core.ruler.push('entries', (state) => {
    for (const [start, token] of state.tokens.entries()) {
      if (token.type !== 'table_open') continue
      const length = state.tokens.slice(start).findIndex(({ type }) => type === 'table_close')
      describe(state.tokens.slice(start, start + length))
    }
  })
  // VitePress's own leaves out the class. What may have to be scrolled can be reached by the keyboard.
  md.renderer.rules.table_open = (tokens, index, options, _env, self) => {
    const token = tokens[index]
    if (!token?.attrGet('class')) token?.attrSet('tabindex', '0')
    return self.renderToken(tokens, index, options)
  }
}

/** What a table's parts are to those who do not see it, whatever the style makes of it. */
const ROLES: Readonly<Record<string, string>> = {
  table_open: 'table',
  thead_open: 'rowgroup',
  tbody_open: 'rowgroup',
  tr_open: 'row',
  th_open: 'columnheader',
  td_open: 'cell',
}

const DESCRIBING = new Set(['Description', 'Meaning', 'Request', 'Use'])

function describe(table: Tokens): void {
  const heads = table.flatMap((token, index) => (token.type === 'th_open' ? [table[index + 1]?.content ?? ''] : []))
  if (heads.length < 3 || !heads.some((head) => DESCRIBING.has(head))) return
  table[0]?.attrJoin('class', 'entries')
  let column = 0
  for (const [index, token] of table.entries()) {
    const role = ROLES[token.type]
    if (role) token.attrSet('role', role)
    if (token.type === 'tr_open') column = 0
    if (token.type !== 'td_open') continue
    const head = heads[column] ?? ''
    if (column > 0) token.attrJoin('class', head.toLowerCase().replace(/[^a-z]+/g, '-'))
    if (column > 0 && !PLAIN.has(head)) token.attrSet('data-label', head)
    if (table[index + 1]?.content === 'Required') token.attrJoin('class', 'is-required')
    column += 1
  }
}

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
