/** The text of a JSON or YAML file to its value. */
import { MAX_DEPTH } from './limits.js'
import { offsetOf, type Placed, SyntaxFault } from './placed.js'

/** A value that was just read, which the bundler may still change. */
export type Parsed = null | boolean | number | string | Parsed[] | ParsedObject
export interface ParsedObject {
  [name: string]: Parsed | undefined
}

export interface Parsing {
  /** Null also where the text holds nothing but space and comments. */
  readonly value: Parsed
  /** Where each value stands: reads the text once more. */
  place(): Placed
}

/**
 * Reads JSON or YAML. A text that begins with `{` or `[` is JSON; where it is not well-formed as such it may still be
 * YAML, whose flow style begins in the same way, unless it is `surelyJson`.
 *
 * @throws SyntaxFault
 * @throws RangeError where it is nested too deeply.
 */
export async function parse(text: string, surelyJson: boolean): Promise<Parsing> {
  if (!/^\s*[{[]/.test(text)) return parseAsYaml(text)
  const { placeJson } = await import('./placed-json.js')
  try {
    const value: Parsed = JSON.parse(text)
    checkDepth(value)
    return { value, place: () => placeJson(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    if (surelyJson) placeJson(text)
    return parseAsYaml(text)
  }
}

async function parseAsYaml(text: string): Promise<Parsing> {
  const { parseYaml } = await import('./yaml.js')
  const { placeYaml } = await import('./placed-yaml.js')
  const { wrongAlias } = await import('./aliases.js')
  let value: Parsed | undefined
  try {
    value = parseYaml(text)
  } catch (error) {
    placeYaml(text)
    throw error
  }
  const wrong = wrongAlias(text, value)
  if (wrong) throw new SyntaxFault(wrong.message, offsetOf(placeYaml(text), wrong.pointer, 'value'), wrong.pointer)
  return { value: value ?? null, place: () => placeYaml(text) }
}

/** `JSON.parse` knows no limit, but whoever walks the value does. */
function checkDepth(value: Parsed, depth = 0): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > MAX_DEPTH) throw new RangeError('nested too deeply')
  for (const inner of Object.values(value)) if (inner !== undefined) checkDepth(inner, depth + 1)
}
