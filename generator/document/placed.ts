/** Where in a text each value of a document stands. Made only when a problem has to be shown. */
import { parse } from './pointer.js'

export interface Placed {
  /** The offset of the value's first character. */
  readonly start: number
  /** The offset of the property's name; absent for items and for the whole. */
  readonly key?: number
  /** By property name or index. */
  readonly children?: ReadonlyMap<string, Placed>
}

/** The offset of the value at `pointer`, or of its nearest ancestor that exists; with `on: 'key'` that of its name. */
export function offsetOf(root: Placed, pointer: string, on: 'key' | 'value'): number {
  let placed = root
  for (const token of parse(pointer)) {
    const child = placed.children?.get(token)
    if (!child) break
    placed = child
  }
  return on === 'key' ? (placed.key ?? placed.start) : placed.start
}

/** The text is not well-formed JSON or YAML. */
export class SyntaxFault extends Error {
  /** `offset`: where in the text. `pointer`: the JSON pointer of the value that is being read there, as far as known. */
  constructor(
    message: string,
    readonly offset: number,
    readonly pointer: string,
  ) {
    super(message)
  }
}
