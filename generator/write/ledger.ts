/**
 * Files that can bear no line, such as pictures: a list, which bears it, says for each that it was generated, and what
 * was in it. Only what is still the same is ours.
 */
import { createHash } from 'node:crypto'
import { mark } from './header.js'

/** Text, whose lines end with `\n`, or the bytes of a file that was copied. */
export type Content = string | Uint8Array

/** The list, in the output folder. */
export const LEDGER = 'copied.yaml'

/** By path, a hash of what was copied. */
export type Ledger = ReadonlyMap<string, string>

const HEAD = '# What was copied: each file with the SHA-256 of what is in it.'
const ENTRY = /^("(?:[^"\\]|\\.)*"): ([0-9a-f]{64})$/

/** Texts with the line at their top, bytes as they are, and where there are any the list of them. */
export function markAll(files: ReadonlyMap<string, Content>): Map<string, Content> {
  const marked = new Map([...files].map(([file, content]) => [file, isText(content) ? mark(file, content) : content]))
  const copied = [...files].flatMap(([file, content]) => (isText(content) ? [] : [[file, hashOf(content)] as const]))
  if (copied.length === 0) return marked
  const lines = copied.sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, hash]) => `${JSON.stringify(file)}: ${hash}`)
  return marked.set(LEDGER, mark(LEDGER, [HEAD, ...lines, ''].join('\n')))
}

/** What the list says; a line that is no entry says nothing. */
export function readLedger(text: string): Ledger {
  const entries = text.split(/\r?\n/).flatMap((line) => {
    const [, quoted = '', hash = ''] = ENTRY.exec(line) ?? []
    const file = parsed(quoted)
    return typeof file === 'string' ? [[file, hash] as const] : []
  })
  return new Map(entries)
}

/** Of bytes as they are, of text without regard to how its lines end. */
export const hashOf = (bytes: Uint8Array): string => sha256(settled(bytes))

export const sha256 = (content: Content): string => createHash('sha256').update(content).digest('hex')

/** Git may end the lines of a text otherwise in each checkout; what has a zero byte is no text to it. */
const settled = (bytes: Uint8Array): Uint8Array =>
  bytes.includes(0) ? bytes : Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1')

const isText = (content: Content): content is string => typeof content === 'string'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
