/** The paragraphs of `PROBLEMS.md`, by code. */
import { readFileSync } from 'node:fs'
import { type Code, ERRORS, WARNINGS } from './codes.js'

/** Every code, sorted. */
export const CODES: readonly Code[] = [...WARNINGS, ...ERRORS].sort()

export const isCode = (word: string): word is Code => CODES.some((code) => code === word)

/** What a code means, with an example and what to do, as Markdown. */
export function explain(code: Code): string {
  return paragraphs().get(code) ?? `## ${code}\n`
}

/** From each heading of the second level to its section, heading included. */
export function paragraphs(): ReadonlyMap<string, string> {
  const text = readFileSync(new URL('../PROBLEMS.md', import.meta.url), 'utf8').replaceAll('\r\n', '\n')
  const sections = text.split(/^(?=##? )/m).filter((section) => section.startsWith('## '))
  return new Map(sections.map((section) => [section.slice(3, section.indexOf('\n')).trim(), `${section.trim()}\n`]))
}

/** The codes in two lists, each with the first sentence on it. */
export function listCodes(): string {
  const known = paragraphs()
  const width = Math.max(...CODES.map((code) => code.length))
  const line = (code: Code): string => `  ${code.padEnd(width)}  ${firstSentence(known.get(code) ?? '')}`
  return ['Warnings', ...[...WARNINGS].sort().map(line), '', 'Errors', ...[...ERRORS].sort().map(line), ''].join('\n')
}

function firstSentence(section: string): string {
  const [, paragraph = ''] = section.split('\n\n')
  const flat = paragraph.replaceAll('\n', ' ')
  return flat.match(/^.*?[.:](?=\s|$)/)?.[0].replace(/:$/, '.') ?? flat
}
