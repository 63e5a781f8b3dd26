/** YAML aliases may repeat a value within itself, or so often that a small file becomes gigabytes of JSON. */
import { MAX_DEPTH, MAX_VALUES } from './limits.js'
import type { Parsed } from './parse.js'
import { join } from './pointer.js'

const ANCHOR = /(?:^|[\s[{,])&[^\s,[\]{}]/m

/** How many values a value holds, itself among them, each as often as it is repeated, and how deeply they nest. */
interface Extent {
  readonly count: number
  readonly depth: number
}

/** What is wrong with the aliases of a YAML text whose value is `parsed`, and the pointer of where. */
export function wrongAlias(text: string, parsed: Parsed | undefined): { message: string; pointer: string } | undefined {
  if (!ANCHOR.test(text)) return undefined
  const extents = new Map<object, Extent>()
  const within = new Set<object>()
  const path: string[] = []
  let message: string | undefined
  measure(parsed)
  return message === undefined ? undefined : { message, pointer: join('', ...path) }

  /** Stops where something is wrong, with `path` leading there. */
  function measure(value: Parsed | undefined): Extent {
    if (typeof value !== 'object' || value === null) return { count: 1, depth: 0 }
    const known = extents.get(value)
    if (known) return known
    if (within.has(value)) message = 'an alias repeats a value within itself'
    within.add(value)
    let count = 1
    let depth = 1
    for (const [name, inner] of message === undefined ? Object.entries(value) : []) {
      path.push(name)
      const extent = measure(inner)
      if (message !== undefined) break
      path.pop()
      count += extent.count
      depth = Math.max(depth, extent.depth + 1)
    }
    within.delete(value)
    extents.set(value, { count, depth })
    if (count > MAX_VALUES) message ??= 'aliases repeat so much that the document becomes too large'
    if (depth > MAX_DEPTH) message ??= 'aliases nest too deeply'
    return { count, depth }
  }
}
