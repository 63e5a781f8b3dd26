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

const DESCRIBING = new Set(['Description', 'Meaning', 'Request', 'Required', 'Use'])

function describe(table: Tokens): void {
  const heads = table.flatMap((token, index) => (token.type === 'th_open' ? [table[index + 1]?.content ?? ''] : []))
  if (heads.length < 3 || !heads.some((head) => DESCRIBING.has(head))) return
  table[0]?.attrJoin('class', 'entries')
  nest(table)
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

/** What a row is about, by its first cell: `address.city`, or `address` as one of the things that it may be. */
interface Named {
  readonly name: string
  readonly isAlternative: boolean
}

/** Tells each row how deep it is in those above it, in the custom property `--depth`. */
function nest(table: Tokens): void {
  const around: Named[] = []
  for (const [index, row] of table.entries()) {
    const [cell, inline] = row.type === 'tr_open' ? table.slice(index + 1, index + 3) : []
    const [name, more] = cell?.type === 'td_open' ? (inline?.children ?? []) : []
    if (name?.type !== 'code_inline') continue
    const own = { name: name.content, isAlternative: more?.content.startsWith(' as ') ?? false }
    while (around.length > 0 && !isIn(own, around.at(-1))) around.pop()
    if (around.length > 0) row.attrSet('style', `--depth: ${around.length}`)
    around.push(own)
  }
}

function isIn({ name, isAlternative }: Named, outer: Named | undefined): boolean {
  if (outer === undefined || !name.startsWith(outer.name)) return false
  const rest = name.slice(outer.name.length)
  return isAlternative && !outer.isAlternative ? /^($|[.[])/.test(rest) : /^[.[]/.test(rest)
}
