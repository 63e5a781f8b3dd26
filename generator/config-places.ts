/** Where in the configuration file something is said. Read only when a problem has to be shown. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type ts from 'typescript'
import { positionsIn } from './document/lines.js'
import { offsetOf } from './document/placed.js'
import { placeJson } from './document/placed-json.js'
import { join, parse } from './document/pointer.js'
import type { Place, Problem } from './problems.js'

/**
 * Gives line and column to the places that are in the configuration, and so far told by a JSON pointer alone. Where what
 * it leads to was not written in the file itself, as what is imported is not, the nearest that was is shown.
 *
 * @param file as the places call it, relative to `cwd`.
 */
export async function withLines(problems: readonly Problem[], file: string, cwd: string): Promise<readonly Problem[]> {
  const inConfig = (place: Place): boolean => place.file === file && place.line === undefined && !!place.pointer
  if (!problems.some(({ places }) => places.some(inConfig))) return problems
  const text = readFileSync(path.resolve(cwd, file), 'utf8')
  const positionOf = positionsIn(text)
  const find = file.endsWith('.json') ? inJson(file, text) : await inScript(file, text)
  const lined = (place: Place): Place => {
    const offset = inConfig(place) ? find(place.pointer ?? '') : undefined
    return offset === undefined ? place : { ...place, ...positionOf(offset) }
  }
  return problems.map((problem) => ({ ...problem, places: problem.places.map(lined) }))
}

type Find = (pointer: string) => number | undefined

function inJson(file: string, text: string): Find {
  const root = placeJson(text.replace(/^\uFEFF/, ' '))
  const base = path.basename(file) === 'package.json' ? '/openapi-resources' : ''
  return (pointer) => offsetOf(root, base + pointer, 'key')
}

/** The offset of the property that a pointer names, in the first object that has its first key. */
async function inScript(file: string, text: string): Promise<Find> {
  const { default: ts } = await import('typescript')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
  const nameOf = (name: ts.PropertyName): string | undefined => {
    const literal = ts.isComputedPropertyName(name) ? name.expression : name
    return ts.isIdentifier(literal) || ts.isStringLiteralLike(literal) ? literal.text : undefined
  }
  const unwrapped = (node: ts.Expression): ts.Expression =>
    ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)
      ? unwrapped(node.expression)
      : node
  /** How many of the tokens were found, and where the last of them stands. */
  const follow = (node: ts.Expression, tokens: readonly string[]): { depth: number; at: number } | undefined => {
    const [token, ...rest] = tokens
    const value = unwrapped(node)
    if (token === undefined) return undefined
    if (ts.isArrayLiteralExpression(value)) {
      const item = value.elements[Number(token)]
      return item && deeper(item.getStart(source), item, rest)
    }
    if (!ts.isObjectLiteralExpression(value)) return undefined
    const property = value.properties.find((one) => one.name && nameOf(one.name) === token)
    if (!property) return undefined
    return deeper(property.getStart(source), ts.isPropertyAssignment(property) ? property.initializer : undefined, rest)
  }
  const deeper = (at: number, node: ts.Expression | undefined, rest: readonly string[]) => {
    const further = node && follow(node, rest)
    return { depth: 1 + (further?.depth ?? 0), at: further?.at ?? at }
  }
  return (pointer) => {
    const tokens = parse(pointer)
    let best: { depth: number; at: number } | undefined
    const visit = (node: ts.Node): void => {
      const found = ts.isObjectLiteralExpression(node) ? follow(node, tokens) : undefined
      if (found && found.depth > (best?.depth ?? 0)) best = found
      ts.forEachChild(node, visit)
    }
    visit(source)
    return best?.at
  }
}

/** The place of something in the configuration, without line and column. */
export const inConfiguration = (file: string, ...tokens: (string | number)[]): Place => ({
  file,
  pointer: join('', ...tokens),
})
