import type { MarkdownRenderer } from 'vitepress'

type Tokens = ReturnType<MarkdownRenderer['parse']>

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
