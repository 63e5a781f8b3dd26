/** What was put into the value of a file after it was read, and where that was written. */
import type { Origin } from './homes.js'
import { put } from './objects.js'
import type { Parsed, ParsedObject } from './parse.js'
import { join, parse, step } from './pointer.js'
import type { Source } from './source.js'

export class Edits {
  /** By object, the properties that were put in. */
  readonly #properties = new Map<ParsedObject, Map<string, Origin>>()
  /** By array, for each item where it was put in from, or the index at which it was read. */
  readonly #items = new Map<Parsed[], (Origin | number)[]>()

  /** Sets a property, which was written at `origin`. */
  set(holder: ParsedObject, name: string, value: Parsed, origin: Origin): void {
    const known = this.#properties.get(holder) ?? new Map<string, Origin>()
    this.#properties.set(holder, known.set(name, origin))
    put(holder, name, value)
  }

  /** Appends an item, or replaces the one at `index`. */
  setItem(holder: Parsed[], value: Parsed, origin: Origin, index = holder.length): void {
    this.#itemsOf(holder)[index] = origin
    holder[index] = value
  }

  /** Takes a property or an item away. */
  remove(holder: ParsedObject | Parsed[], token: string): void {
    if (!Array.isArray(holder)) {
      delete holder[token]
      return
    }
    this.#itemsOf(holder).splice(Number(token), 1)
    holder.splice(Number(token), 1)
  }

  /** Where the value at `pointer` in `source` was written. */
  origin(source: Source, pointer: string): Origin {
    let origin: Origin = { source, pointer: '' }
    let value: Parsed | undefined = source.value
    for (const token of parse(pointer)) {
      const from = this.#from(value, token)
      origin = typeof from === 'object' ? from : { source: origin.source, pointer: join(origin.pointer, from ?? token) }
      value = step(value, token)
    }
    return origin
  }

  #itemsOf(holder: Parsed[]): (Origin | number)[] {
    const items = this.#items.get(holder) ?? holder.map((_, index) => index)
    this.#items.set(holder, items)
    return items
  }

  #from(holder: Parsed | undefined, token: string): Origin | number | undefined {
    if (typeof holder !== 'object' || holder === null) return undefined
    return Array.isArray(holder) ? this.#items.get(holder)?.[Number(token)] : this.#properties.get(holder)?.get(token)
  }
}

/** A copy that shares nothing with `value`, nor parts with one another, as YAML's aliases do. */
export function copied(value: Parsed): Parsed {
  if (Array.isArray(value)) return value.map(copied)
  if (typeof value !== 'object' || value === null) return value
  const copy: ParsedObject = {}
  for (const [name, inner] of Object.entries(value)) if (inner !== undefined) put(copy, name, copied(inner))
  return copy
}
