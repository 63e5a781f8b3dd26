import { literal as literalOf, objectKey } from './literals.js'

/** What a page of the reference shows without scrolling. */
const WIDTH = 76

/**
 * A call; where it does not fit on one line, its last argument one member a line. Where names follow, or the last is not
 * the only object, one argument a line.
 */
export function statement(head: string, values: readonly unknown[], ...names: readonly string[]): string {
  const line = `${head}(${[...values.map(literal), ...names].join(', ')})`
  if (line.length <= WIDTH) return line
  const before = values.slice(0, -1)
  if (names.length > 0 || before.some((value) => typeof value === 'object' && value !== null)) {
    return `${head}(\n${[...values.map((value) => fitting(value, '  ')), ...names.map((name) => `  ${name},\n`)].join('')})`
  }
  return `${head}(${[...before.map(literal), ...values.slice(-1).map((value) => broken(value, ''))].join(', ')})`
}

function broken(value: unknown, indent: string): string {
  const inner = `${indent}  `
  if (typeof value !== 'object' || value === null || value instanceof Date) return literal(value)
  if (Array.isArray(value)) return `[\n${value.map((member) => fitting(member, inner)).join('')}${indent}]`
  const members = Object.entries(value).map(([name, member]) => fitting(member, `${inner}${objectKey(name)}: `))
  return `{\n${members.join('')}${indent}}`
}

/** An argument or a member on its line, or on several where it is long. */
function fitting(value: unknown, before: string): string {
  const line = `${before}${literal(value)}`
  return `${line.length > WIDTH ? `${before}${broken(value, /^ */.exec(before)?.[0] ?? '')}` : line},\n`
}

/** An argument that is left out has no literal. */
const literal = (value: unknown): string => (value === undefined ? 'undefined' : literalOf(value))
