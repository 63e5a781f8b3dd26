/** The one place where a document's words become TypeScript: as string literals, property names and JSDoc. */

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u

/** A single-quoted string literal. Line separators and control characters are escaped, so it stays on its line. */
export function stringLiteral(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `'${escaped}'`
}

/** The same in double quotes, where that saves escapes. */
const doubleQuoted = (text: string): string => `"${stringLiteral(text).slice(1, -1).replaceAll("\\'", "'")}"`

/** A property's name, in a type or of an object: quoted where it is no identifier. */
export function propertyName(name: string): string {
  return IDENTIFIER.test(name) ? name : stringLiteral(name)
}

/** A property's name behind what it is a property of: `.name`, or `['ship-to']`. */
export const memberAccess = (name: string): string => (IDENTIFIER.test(name) ? `.${name}` : `[${stringLiteral(name)}]`)

/** Like `propertyName`, in an object literal, where a plain `__proto__` would set the prototype. */
export function objectKey(name: string): string {
  return name === '__proto__' ? "['__proto__']" : propertyName(name)
}

/** Any JSON value, or one with dates in it, as an expression on one line: `{ name: 'x', tags: ["it's"] }`. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return /^[^"\\]*'[^"\\]*$/.test(value) ? doubleQuoted(value) : stringLiteral(value)
  if (value instanceof Date) return `new Date(${stringLiteral(value.toISOString())})`
  if (Array.isArray(value)) return inBrackets(value.map(literal), true)
  if (typeof value !== 'object' || value === null) return String(value ?? null)
  const members = Object.entries(value).map(([name, member]) => `${objectKey(name)}: ${literal(member)}`)
  return inBrackets(members, false)
}

/** The members of a list or an object on one line. */
export function inBrackets(members: readonly string[], isList: boolean): string {
  if (isList) return `[${members.join(', ')}]`
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/** A union of string literals; `never` where there are none. */
export function union(names: readonly string[]): string {
  return names.length === 0 ? 'never' : names.map(stringLiteral).join(' | ')
}

/** Text as lines of a comment, without the ` * ` before them: none can end the comment, or steer a terminal. */
export function commentLines(text: string): string[] {
  const lines = text
    .trim()
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(withoutControls)
  return lines.map((line) => line.trimEnd().replaceAll('*/', '*\\/'))
}

/** A line of prose in a JSDoc comment: it starts no tag. */
export const noTag = (line: string): string => line.replace(/^(\s*)@/, '$1\\@')

/** Text without control characters, but for tabs and line breaks. */
export const withoutControls = (text: string): string => text.replace(/[^\P{Cc}\t\r\n]/gu, ' ')
