/**
 * The one place, with `markdown-inline.ts` and `markdown-block.ts`, where a document's words become Markdown: CommonMark
 * with GFM tables, read by a code host or by VitePress, whose Vue compiler takes `{{ }}` for code, whose attribute
 * syntax is `{ }`, and which includes files.
 */

/** Words without markup, in a heading, a link's text or a sentence: they come out as they are. */
export function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*[\]~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (char) => `\\${char}`)
    .replace(/[&<>{}|]/g, entity)
    .replace(/^(\d+)(?=[.)](\s|$))|^[-+#=:](?=\s|$|[-+#=:])/, (start, number?: string) =>
      number === undefined ? entity(start) : `${number}\\`,
    )
}

/** A name, a value or another piece of code, as a code span, whatever is in it. */
export function code(text: string): string {
  const shown = text.replace(CONTROL, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
  if (/^\S$|^\S.*\S$/u.test(shown) && !/[`|]|\{\{|\}\}|<!--/.test(shown)) return `\`${shown}\``
  const spaced = shown.replace(/[^\p{L}\p{N} ]/gu, entity).replace(/^ | $| (?= )/g, entity)
  return `<code>${spaced || entity(' ')}</code>`
}

/** A block of code. `language` is ours or has been checked. */
export function fence(language: string, text: string): string {
  const runs = text.match(/`{3,}/g) ?? []
  const ticks = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  // VitePress includes files by such a comment wherever it stands, even in code, and colors lines by such marks.
  const inert = text.replace(/(<!--\s*)@(?=include)/gi, '$1@\u200b').replace(/\[!(?=code\b)/g, '[!\u200b')
  return `${ticks}${language}\n${inert.replace(/\n+$/, '')}\n${ticks}`
}

/**
 * What a page says of itself to search engines and programs, as YAML: strings that are JSON too, and mean nothing in
 * Markdown or HTML.
 *
 * @param facts its title and what it is about, as Markdown of the document's.
 */
export function frontMatter(facts: Readonly<Record<string, string>>): string {
  const lines = Object.entries(facts).map(([name, text]) => `${name}: ${yamlString(summarized(text))}`)
  return ['---', ...lines, '---'].join('\n')
}

/** The words of a text without its markup and its blocks of code, as many as a list of results shows. */
export function summarized(text: string): string {
  const words = oneLine(text.replace(/^ *(`{3,}|~{3,}).*\n[\s\S]*?(^ *\1|$(?![\s\S]))/gm, ' '))
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^<>]*>|[`*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:])/g, '')
    .trim()
  return words.length > LONGEST ? `${words.slice(0, LONGEST).replace(/\s+\S*$/, '')} …` : words
}

const LONGEST = 200

const yamlString = (text: string): string =>
  JSON.stringify(text).replace(/[<>]|\{(?=\{)|\}(?=\})/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`)

/** A table of cells that are Markdown already, without the columns that are empty; empty where there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const columns = head.map((_, column) => column).filter((column) => rows.some((row) => row[column]))
  const line = (cells: readonly string[]): string => `|${columns.map((column) => ` ${cells[column] ?? ''} |`).join('')}`
  return [line(head), `|${columns.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n')
}

/** What is shown on demand, on a code host and on the site alike: a summary, plain text, and Markdown. */
export const details = (summary: string, markdown: string): string =>
  `<details>\n<summary>${oneLine(summary).replace(/[&<>{}|]|\](?=\()/g, entity)}</summary>\n\n${markdown}\n\n</details>`

/** A link whose text is Markdown already, to a page of ours. */
export const link = (text: string, path: string): string => `[${text}](${path})`

/** A part of a page's path: lower-case ASCII letters, digits and hyphens, never empty. */
export function slug(kebab: string): string {
  const ascii = kebab
    .replace(/\P{ASCII}/gu, (char) => `-u${char.codePointAt(0)?.toString(16)}-`)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return RESERVED_FILES.test(ascii) ? `${ascii}-page`.replace(/^-/, '') : ascii
}

/** Text on one line, without control characters. */
export const oneLine = (text: string): string => text.replace(CONTROL, ' ').replace(/\s+/g, ' ').trim()

/** A character that means something in Markdown or HTML, as a character reference. */
export const entity = (char: string): string => NAMED.get(char) ?? `&#${char.codePointAt(0)};`

const NAMED: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
])

/** Names that Windows keeps for devices, and the empty one. */
const RESERVED_FILES = /^(con|prn|aux|nul|com\d|lpt\d|)$/

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g
