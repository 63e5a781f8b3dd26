/** The positions of the values of a JSON text, and of its first fault. https://www.rfc-editor.org/rfc/rfc8259 */
import { type Placed, SyntaxFault } from './placed.js'
import { join } from './pointer.js'

const SPACE = /[ \t\r\n]*/y
const STRING = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*)*"/y
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y

/** @throws SyntaxFault where the text is not JSON, unlike `JSON.parse` always with the offset. */
export function placeJson(text: string): Placed {
  let offset = 0
  const root = value('')
  skipSpace()
  if (offset < text.length) fail(`unexpected ${shown()} after the end of the document`, '')
  return root

  function value(pointer: string, key?: number): Placed {
    skipSpace()
    const start = offset
    const children = text[offset] === '{' ? object(pointer) : text[offset] === '[' ? array(pointer) : scalar(pointer)
    return { start, ...(key !== undefined && { key }), ...(children && { children }) }
  }

  function object(pointer: string): Map<string, Placed> {
    const children = new Map<string, Placed>()
    offset++
    if (accept('}')) return children
    do {
      skipSpace()
      const key = offset
      const raw = match(STRING) ?? fail(`expected a property name in double quotes, found ${shown()}`, pointer)
      const name: string = JSON.parse(raw)
      if (!accept(':')) fail(`expected ":" after the property name ${raw}, found ${shown()}`, join(pointer, name))
      children.set(name, value(join(pointer, name), key))
    } while (accept(','))
    if (!accept('}')) fail(`expected "," or "}", found ${shown()}`, pointer)
    return children
  }

  function array(pointer: string): Map<string, Placed> {
    const children = new Map<string, Placed>()
    offset++
    if (accept(']')) return children
    do children.set(String(children.size), value(join(pointer, children.size)))
    while (accept(','))
    if (!accept(']')) fail(`expected "," or "]", found ${shown()}`, pointer)
    return children
  }

  function scalar(pointer: string): undefined {
    if (match(STRING) ?? match(SCALAR)) return
    if (text[offset] === '"') fail('a string that is not closed, or holds a line break or a wrong escape', pointer)
    fail(`expected a value, found ${shown()}`, pointer)
  }

  function skipSpace(): void {
    match(SPACE)
  }

  function accept(character: string): boolean {
    skipSpace()
    if (text[offset] !== character) return false
    offset++
    return true
  }

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = offset
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) offset += found.length
    return found
  }

  function shown(): string {
    const found = /[\w.+-]+|./suy
    found.lastIndex = offset
    const word = found.exec(text)?.[0]
    return word === undefined ? 'the end of the file' : JSON.stringify(word.slice(0, 40))
  }

  function fail(message: string, pointer: string): never {
    throw new SyntaxFault(message, offset, pointer)
  }
}
