import { suggest } from '../document/suggest.js'
import type { TemplateFault } from '../emit/template-error.js'
import type { Place, Problem } from '../problems.js'
import { type OwnFile, textOf } from './own-file.js'

/** A file that stands for nothing. */
export const unknownTemplate = ({ file }: Pick<OwnFile, 'file'>, message: string, advice: string): Problem => ({
  severity: 'error',
  code: 'unknown-template',
  message,
  advice,
  places: [{ file }],
})

/** A place in a template: line and column count from 1. */
export function placeIn(own: OwnFile, line?: number, column?: number): Place {
  const excerpt = line === undefined ? undefined : textOf(own).split('\n')[line - 1]
  return {
    file: own.file,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(excerpt !== undefined && { excerpt }),
  }
}

/** What a template could not be rendered for. */
export function faultProblem(fault: TemplateFault, file: OwnFile | undefined): Problem {
  if ('message' in fault) {
    return {
      severity: 'error',
      code: 'template-failed',
      message: `${fault.template} cannot be rendered: ${fault.message.split('\n')[0]}.`,
      advice: 'Mend the template, or take it away: ours is used then.',
      places: file ? [placeIn(file)] : [],
    }
  }
  const { template, name, helper, line, column, names } = fault
  const meant = suggest(name, names ?? [])
  const there = names
    ? `There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ') || 'none'}.`
    : 'Here is a text or the like: {{this}} shows it.'
  return {
    severity: 'error',
    code: 'unknown-template-name',
    message: helper ? `There is no helper ${name}.` : `${template} is given nothing that is called ${name} here.`,
    advice: `${meant ? `Did you mean ${meant}? ` : ''}${there}`,
    places: file ? [placeIn(file, line, column)] : [],
  }
}

/** What Handlebars says of a template that it cannot read. */
export function syntaxProblem(file: OwnFile, error: unknown): Problem {
  const { message } = error instanceof Error ? error : new Error(String(error))
  const { line, column, said } = located(textOf(file), message)
  return {
    severity: 'error',
    code: 'template-syntax',
    message: `The template cannot be read: ${said}.`,
    advice: 'It is written in the language of Handlebars: https://handlebarsjs.com/guide/.',
    places: [placeIn(file, line, column)],
  }
}

/** Handlebars tells the line of what it did not expect, and shows what comes after it; or the line and the column. */
function located(text: string, message: string): { line?: number; column?: number; said: string } {
  const [, said, row, at] = /^(.*) - (\d+):(\d+)$/s.exec(message) ?? []
  if (said !== undefined) return { line: Number(row), column: Number(at) + 1, said }
  const [, number, shown = '', arrow = '', token = ''] =
    /^Parse error on line (\d+):\n(.*)\n(-*)\^\nExpecting .*, got '(\w+)'/s.exec(message) ?? []
  if (number === undefined) return { said: message.split('\n')[0] ?? message }
  const line = Math.min(Number(number), text.trimEnd().split('\n').length)
  if (token === 'EOF') return { line, said: 'it ends within a block or an expression' }
  const ahead = shown.slice(arrow.length)
  const shownLine = text.split('\n')[line - 1] ?? ''
  const lengths = Array.from(ahead, (_, index) => ahead.length - index)
  const found = lengths.map((length) => shownLine.indexOf(ahead.slice(0, length))).find((index) => index >= 0)
  return { line, ...(found !== undefined && { column: found + 1 }), said: `${ahead.slice(0, 10)} is not expected here` }
}
