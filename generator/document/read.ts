/** Reading one file or URL. */
import type { ErrorCode } from '../problems.js'
import { positionsIn } from './lines.js'
import { parse } from './parse.js'
import { SyntaxFault } from './placed.js'
import { type Failure, makeSource, type Source } from './source.js'
import { type HeadersFor, readText } from './text.js'

/** Reads the file or URL at `address`, which is called `name` in messages. Never throws for what is wrong with it. */
export async function read(address: string, name: string, headersFor: HeadersFor): Promise<Source | Failure> {
  const file = await readText(address, name, headersFor)
  if ('failed' in file) return file
  const { text, digest } = file
  const fail = (code: ErrorCode, message: string, advice: string, pointer = '', offset = 0): Failure => {
    return { failed: { code, message, advice }, place: { file: name, pointer, ...positionsIn(text)(offset) } }
  }
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) {
    const advice = 'Name the JSON or YAML document itself; a link to a page that shows it is not enough.'
    return fail('not-openapi', `${name} is a web page, not an OpenAPI document.`, advice)
  }
  try {
    const parsing = await parse(text, file.json)
    if (parsing.value !== null) return makeSource({ address, name, digest, text, value: parsing.value }, parsing.place)
    const advice = 'Write an OpenAPI document into it, or name another file.'
    return fail('empty-file', `${name} is empty.`, advice)
  } catch (error) {
    if (error instanceof RangeError) {
      const advice = 'Move the inner schemas to components and refer to them.'
      return fail('too-deep', `${name} is nested too deeply.`, advice)
    }
    if (!(error instanceof SyntaxFault)) throw error
    const format = /^\s*[{[]/.test(text) ? 'JSON' : 'YAML'
    const message = `${name} is not well-formed ${format}: ${error.message}.`
    return fail('syntax', message, syntaxAdvice(format, error.message), error.pointer, error.offset)
  }
}

function syntaxAdvice(format: 'JSON' | 'YAML', message: string): string {
  if (format === 'JSON') return 'Mend the file: here or just before, a comma, quote or bracket is missing or too many.'
  if (message.includes('tab')) return 'Indent with spaces: YAML does not allow tabs.'
  if (message.includes('duplicated mapping key')) return 'Remove or rename one of the two properties of that name.'
  if (message.includes('alias')) return 'Use a $ref in place of the alias.'
  return 'Mend the file: check the indentation, and quote texts that hold ": " or " #" or begin with a special character.'
}
