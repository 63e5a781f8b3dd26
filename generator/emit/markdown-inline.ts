import { code, entity, link, oneLine, plain } from './markdown.js'

/** The destinations of a text's link reference definitions, by label. */
export type References = ReadonlyMap<string, string>

interface Options {
  readonly references?: References
  /** Whether a `|` may still separate the cells of a table of the text's own. */
  readonly pipes?: boolean
}

/** In the place of what is finished already; the text's own such characters are taken out first. */
const OPEN = '\ue000'
const CLOSE = '\ue001'
const FINISHED = /\ue000(\d+)\ue001/g

const AUTOLINK = /^<((?:https?:\/\/|mailto:)[^\s<>`]*)>/i
const TEXT = String.raw`(!?)\[([^[\]]*)\]`
const DESTINATION = String.raw`(<[^<>]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)`
const TITLE = String.raw`(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?`
const INLINE_LINK = new RegExp(String.raw`${TEXT}\(\s*${DESTINATION}${TITLE}\s*\)`, 'g')
const REFERENCE_LINK = new RegExp(String.raw`${TEXT}(?:\[([^[\]]*)\])?`, 'g')

/**
 * One line of CommonMark, made harmless: code, emphasis and links to the web stay what they are; HTML, Vue's and
 * VitePress's braces, and links to anything else come out as text.
 */
export function prose(text: string, { references = new Map(), pipes = false }: Options = {}): string {
  const done: { readonly markdown: string; readonly source: string }[] = []
  const keep = (markdown: string, source: string): string => `${OPEN}${done.push({ markdown, source }) - 1}${CLOSE}`
  const sourceOf = (part: string): string =>
    part.replace(FINISHED, (_, index) => sourceOf(done[Number(index)]?.source ?? ''))
  const harmless = (part: string): string =>
    part.replace(/[<{}[\]|]/g, (char) => (char === '|' && pipes ? char : keep(asText(char), char)))

  const linked = (whole: string, image: string, label: string, destination: string): string => {
    const href = webAddress(sourceOf(destination))
    if (href) return keep(`${image}[${harmless(label)}](${href})`, whole)
    return isScheme(sourceOf(destination)) ? harmless(whole) : harmless(label)
  }
  const inline = (part: string): string =>
    part.replace(INLINE_LINK, (whole, image: string, label: string, destination: string) =>
      linked(whole, image, label, destination.replace(/^<(.*)>$/, '$1')),
    )
  const byReference = (part: string): string =>
    part.replace(REFERENCE_LINK, (whole, image: string, label: string, name: string | undefined) => {
      const destination = references.get(referenceLabel(sourceOf(name || label)))
      return destination === undefined ? whole : linked(whole, image, label, destination)
    })

  const scanned = scan(collapsed(text.replace(/[\ue000\ue001]/g, '')), keep)
  // Twice, for an image that is a link's text.
  let result = harmless(byReference(inline(inline(scanned))))
  while (result.includes(OPEN)) result = result.replace(FINISHED, (_, index) => done[Number(index)]?.markdown ?? '')
  return result
}

/** CommonMark in the cell of a table: on one line, its emphasis, code and links kept, and each item of a list below another. */
export const cell = (text: string): string =>
  prose(
    oneLine(text.replace(/(^|\n)[ \t]*[-*+][ \t]+/g, (_, before: string) => (before ? '<br>• ' : '• '))).replaceAll(
      ' <br>',
      '<br>',
    ),
  )

/** Words as a link, where the address is one of the web or of mail. */
export function webLink(text: string, address: string): string {
  const href = webAddress(address)
  return href ? link(plain(text), href) : plain(text)
}

/**
 * Runs of white space as one space, as Markdown shows them, but for a line break at the end. Without it the patterns
 * here would take quadratic time for a long run.
 */
export const collapsed = (line: string): string => line.replace(/\s+/g, ' ') + (line.endsWith('  ') ? ' ' : '')

/** How the labels of references are compared. https://spec.commonmark.org/0.31.2/#matches */
export const referenceLabel = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase()

/** Escapes, code spans and autolinks: what binds tighter than a link, from left to right. */
function scan(text: string, keep: (markdown: string, source: string) => string): string {
  return text.replace(
    /\\([!-/:-@[-`{-~])|(`+)(?!`)(.*?[^`])\2(?!`)|`+|<br\s*\/>|<[^\s<>`]+>/gi,
    (whole, escaped?: string, ticks?: string, span = '') => {
      if (escaped) return keep(asText(escaped), escaped)
      if (ticks) return keep(code(span.trim() || span), whole)
      if (whole.startsWith('`')) return keep(whole.replaceAll('`', '\\`'), whole)
      if (/^<br\s*\/?>$/i.test(whole)) return keep('<br>', whole)
      const href = webAddress(AUTOLINK.exec(whole)?.[1] ?? '')
      return href ? keep(`<${href}>`, whole) : whole
    },
  )
}

const asText = (char: string): string => (/[<>{}|&]/.test(char) ? entity(char) : `\\${char}`)

const isScheme = (destination: string): boolean => /^[\s\p{Cc}]*[a-z][a-z\d+.-]*[\s\p{Cc}]*(:|&)/iu.test(destination)

/** An absolute address on the web or of mail, in characters that mean nothing in Markdown; undefined for any other. */
function webAddress(destination: string): string | undefined {
  if (!/^(https?:\/\/|mailto:)/i.test(destination) || !URL.canParse(destination)) return undefined
  if (/^[\w:/?#@!$&+,;=.%~*-]*$/.test(destination)) return destination
  const { href } = new URL(destination)
  return href.replace(
    /[()<>{}|\\`'"\s]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
