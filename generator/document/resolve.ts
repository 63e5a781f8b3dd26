/** Following the `$ref`s of the bundled document. https://spec.openapis.org/oas/v3.1.1#reference-object */
import { get, join, parseFragment, step } from './pointer.js'
import type { Document, Json } from './types.js'

/** A value of the bundled document, and where it stands in it. */
export interface Node {
  /** Undefined where the document has nothing at that place. */
  readonly value: Json | undefined
  /** The JSON pointer of the value: after `resolve` that of the target, not of the reference. */
  readonly pointer: string
}

/** The whole document. */
export function root(document: Document): Node {
  return { value: document.root, pointer: '' }
}

/**
 * The node that `node` refers to, over any number of `$ref`s; `node` itself where it is no reference. The siblings of a
 * `$ref` are not merged. A chain that leads back to itself, or to nothing, gives the value undefined.
 */
export function resolve(document: Document, node: Node): Node {
  let current = node
  let seen: Set<string> | undefined
  for (;;) {
    const target = referredPointer(current.value)
    if (target === undefined) return current
    seen ??= new Set()
    if (seen.has(target)) return { value: undefined, pointer: target }
    seen.add(target)
    current = { value: get(document.root, target), pointer: target }
  }
}

/** Steps from `node` into its properties or items, following `$ref`s before each step and after the last. */
export function child(document: Document, node: Node, ...path: (string | number)[]): Node {
  let current = resolve(document, node)
  for (const token of path) {
    const value = step(current.value, String(token))
    current = resolve(document, { value, pointer: join(current.pointer, token) })
  }
  return current
}

/** The pointer in `{ $ref: '#/…' }`. In a bundled document a `$ref` that leads elsewhere is no reference, but data. */
function referredPointer(value: Json | undefined): string | undefined {
  const ref = step(value, '$ref')
  return typeof ref === 'string' && ref.startsWith('#') ? parseFragment(ref.slice(1)) : undefined
}
