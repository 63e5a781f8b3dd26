/** The positions of the values of a YAML text, and of its first fault: js-yaml tells where each value begins and ends. */
import yaml from 'js-yaml'
import { type Placed, SyntaxFault } from './placed.js'
import { join } from './pointer.js'
import { parseYaml } from './yaml.js'

/** A value while and after it is read. A mapping's `parts` are its keys and values by turns. */
interface Part {
  start: number
  end: number
  result: unknown
  kind: string | null
  readonly parts: Part[]
}

/** Space, comments and line ends before a value. */
const GAP = /(?:[ \t\r\n]|(?<![^\s])#[^\r\n]*)*/y
const COLON = /\s*:/y

/** @throws SyntaxFault where the text is not YAML. */
export function placeYaml(text: string): Placed {
  const open: Part[] = []
  let last: Part | undefined
  try {
    parseYaml(text, (event, state) => {
      if (event === 'open') {
        const part: Part = { start: state.position, end: text.length, result: undefined, kind: null, parts: [] }
        open.at(-1)?.parts.push(part)
        open.push(part)
        return
      }
      last = open.pop()
      if (last) Object.assign(last, { end: state.position, kind: state.kind, result: state.result })
    })
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error
    const offset = Math.min(error.mark?.position ?? 0, text.length)
    throw new SyntaxFault(error.reason, offset, pointerOf(text, open))
  }
  return last ? place(text, last, new Map(), []) : { start: 0 }
}

/** `values` remembers what each object was placed as, for the aliases that repeat it. */
function place(text: string, part: Part, values: Map<unknown, Placed>, key: number[]): Placed {
  const start = skip(text, GAP, part.start)
  const empty = start >= part.end && key[0] !== undefined
  const at = { start: empty ? (key[0] ?? start) : start, ...(key[0] !== undefined && { key: key[0] }) }
  if (typeof part.result !== 'object' || part.result === null) return at

  const inner = sameValue(part)
  if (inner) return { ...place(text, inner, values, key), ...at }
  if (part.parts.length === 0) {
    const children = values.get(part.result)?.children
    return { ...at, ...(children && { children }) }
  }

  const children = new Map<string, Placed>()
  const placed = { ...at, children }
  values.set(part.result, placed)
  if (Array.isArray(part.result)) placeItems(text, part, values, children)
  else placeProperties(text, part, values, children)
  return placed
}

/** js-yaml does not tell of items that are left empty. */
function placeItems(text: string, part: Part, values: Map<unknown, Placed>, children: Map<string, Placed>): void {
  const items: unknown[] = Array.isArray(part.result) ? part.result : []
  let next = 0
  for (const [index, item] of items.entries()) {
    const inner = part.parts[next]
    if (!inner || !Object.is(inner.result, item)) continue
    children.set(String(index), place(text, inner, values, []))
    next++
  }
}

function placeProperties(text: string, part: Part, values: Map<unknown, Placed>, children: Map<string, Placed>): void {
  const merged: Placed[] = []
  for (let index = 0; index < part.parts.length; index++) {
    const key = part.parts[index]
    const value = part.parts[index + 1]
    if (!key || !value || skip(text, COLON, key.end) === key.end) continue
    index++
    const placed = place(text, value, values, [skip(text, GAP, key.start)])
    if (key.result === '<<')
      merged.push(...(Array.isArray(value.result) ? (placed.children?.values() ?? []) : [placed]))
    else children.set(String(key.result), placed)
  }
  for (const { children: more } of merged) {
    for (const [name, placed] of more ?? []) if (!children.has(name)) children.set(name, placed)
  }
}

/** js-yaml tries a value that begins a line as a key first: then it is told of twice, the one within the other. */
function sameValue(part: Part): Part | undefined {
  return part.parts.find((inner) => inner.result === part.result && inner.kind === part.kind)
}

/** The pointer of the value that is being read when reading fails. */
function pointerOf(text: string, open: readonly Part[]): string {
  let pointer = ''
  for (const [index, part] of open.slice(0, -1).entries()) {
    const start = skip(text, GAP, part.start)
    if (start === skip(text, GAP, open[index + 1]?.start ?? start)) continue
    const first = text.slice(start, start + 2)
    const closed = part.parts.filter((inner) => inner.kind !== null || inner.result !== undefined)
    if (/^(\[|-\s)/.test(first)) pointer = join(pointer, closed.length)
    else if (closed.length % 2 === 1) pointer = join(pointer, String(closed.at(-1)?.result))
    else break
  }
  return pointer
}

function skip(text: string, pattern: RegExp, offset: number): number {
  pattern.lastIndex = offset
  return offset + (pattern.exec(text)?.[0].length ?? 0)
}
