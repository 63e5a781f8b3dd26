/** JSONPath. https://www.rfc-editor.org/rfc/rfc9535 */
import type { Parsed } from './parse.js'
import { join, parse } from './pointer.js'

/** Gives the function that finds the JSON pointers of what a path selects, each once; it throws for what is no path. */
export async function selector(): Promise<(value: Parsed, path: string) => string[]> {
  const { exec } = await import('jsonpath-rfc9535')
  return (value, path) => {
    const found = new Set<string>()
    // What was just parsed has no undefined properties.
    exec(value as Parameters<typeof exec>[0], path, (_, at) => found.add(join('', ...at.map(unescaped))))
    return [...found]
  }
}

/** Orders pointers by their place in the document, backwards; what is within another goes before it. */
export function laterFirst(one: string, other: string): number {
  const [a, b] = [parse(one), parse(other)]
  const index = a.findIndex((token, at) => token !== b[at])
  if (index < 0 || b[index] === undefined) return b.length - a.length
  const [mine = '', others = ''] = [a[index], b[index]]
  return Number(others) - Number(mine) || (others < mine ? -1 : 1)
}

/** A token of a normalized path. https://www.rfc-editor.org/rfc/rfc9535#section-2.7 */
function unescaped(token: string | number): string | number {
  if (typeof token === 'number') return token
  return token.replace(/\\(u([\da-f]{4})|.)/gi, (_, letter: string, code: string | undefined) =>
    code === undefined ? (CONTROLS[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

const CONTROLS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }
