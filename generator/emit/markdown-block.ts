import { fence } from './markdown.js'
import { collapsed, prose, type References, referenceLabel } from './markdown-inline.js'

const FENCE = /^( *)(`{3,}(?=[^`]*$)|~{3,})\s*(.*)$/
const CONTAINERS = /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)))*\s*/
const HEADING = /^#{1,6}(?:\s+|$)(.*?)(?:\s+#+)?\s*$/
const UNDERLINE = /^(=+|-+)\s*$/
const DEFINITION = /^ {0,3}\[([^[\]]+)\]:\s*<?([^\s<>]+)>?(?:\s+.*)?$/

interface Code {
  readonly indent: number
  /** How far in its lines were written. */
  readonly dedent: number
  /** What ends it; undefined for indented code, which ends where the indentation does. */
  readonly end: RegExp | undefined
  readonly language: string
  readonly lines: string[]
}

/**
 * A description, CommonMark, as blocks that stand by themselves between blank lines: paragraphs, lists, quotes, tables
 * and code stay what they are; a heading becomes a bold line, so that the page's own structure is all there is.
 */
export function description(text: string): string {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map(visible)
  const references = definitions(lines)
  const out: string[] = []
  const push = (line: string): void => {
    if (line !== '' || (out.at(-1) ?? '') !== '') out.push(line)
  }
  let block: Code | undefined
  let inList = false

  const finish = (): void => {
    if (!block) return
    push('')
    out.push(...indented(fence(block.language, block.lines.join('\n')), block.indent), '')
    block = undefined
  }
  for (const line of lines) {
    const indent = line.length - line.trimStart().length
    if (block && !block.end && indent < 4 && line.trim() !== '') finish()
    if (block) {
      if (block.end?.test(line)) finish()
      else block.lines.push(line.slice(Math.min(indent, block.dedent)))
      continue
    }
    const opening = FENCE.exec(line)
    if (opening) {
      const [, spaces = '', marks = '', info = ''] = opening
      // With more than three spaces it could be taken for indented code, and what follows for text.
      const indent = Math.min(spaces.length, 3)
      block = { indent, dedent: spaces.length, end: closing(marks), language: language(info), lines: [] }
    } else if (line.trim() === '') {
      push('')
    } else if (indent >= 4 && !inList && (out.at(-1) ?? '') === '') {
      block = { indent: 0, dedent: 4, end: undefined, language: '', lines: [line.slice(4)] }
    } else if (!DEFINITION.test(line)) {
      textLine(line, (out.at(-1) ?? '') !== '', references).forEach(push)
      inList = indent > 0 ? inList : /^([-*+]|\d{1,9}[.)])\s/.test(line)
    }
  }
  finish()
  return out.join('\n').trimEnd()
}

/** @param continues whether the line before is text. */
function textLine(line: string, continues: boolean, references: References): string[] {
  const [containers = ''] = CONTAINERS.exec(line) ?? []
  const rest = collapsed(line.slice(containers.length))
  const inline = (text: string): string => prose(text, { references, pipes: true })
  // A marker alone could be taken for the underline of a heading.
  if (rest === '') return [/^[\s>]*$/.test(containers) ? containers : '']
  const heading = HEADING.exec(rest)?.[1]
  if (heading !== undefined) return ['', `${containers}${bold(inline(heading))}`, '']
  if (UNDERLINE.test(rest)) return [continues ? '' : `${containers}***`]
  return [`${containers}${/^(:::|~~~)/.test(rest) ? '\\' : ''}${inline(rest)}`]
}

const bold = (text: string): string => (text === '' || text.includes('*') ? text : `**${text}**`)

function definitions(lines: readonly string[]): References {
  const found = lines.flatMap((line) => {
    const [, label = '', destination = ''] = DEFINITION.exec(line) ?? []
    return label ? [[referenceLabel(label), destination] as const] : []
  })
  return new Map(found.reverse()) // the first definition of a label counts
}

const closing = (marks: string): RegExp => new RegExp(`^ *${marks.charAt(0)}{${marks.length},}\\s*$`)

/** A word, but for those by which VitePress runs what stands in the block, and draws it. */
const language = (info: string): string =>
  /^(?!mermaid\b)[a-z\d][\w+-]*(?=\s|$)/i.exec(info)?.[0].replace(/(-vue)+$/i, '') ?? ''

const indented = (text: string, indent: number): string[] =>
  text.split('\n').map((line) => (line ? ' '.repeat(indent) + line : line))

const visible = (line: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  line.replaceAll('\t', '    ').replace(/[\u0000-\u001f\u007f-\u009f\ufeff]/g, ' ')
