/** Which part of an upgraded document each part of the one before became: by JSON pointers, of the parts alone that moved. */
import { join, parse } from './pointer.js'

export class Moves {
  readonly #from = new Map<string, string>()
  readonly #to = new Map<string, string>()

  /** What was at `from` is at `to`; of several places the first counts. */
  add(from: string, to: string): void {
    this.#from.set(to, from)
    if (!this.#to.has(from)) this.#to.set(from, to)
  }

  /** Where the thing at `pointer` in the upgraded document was. */
  from = (pointer: string): string => mapped(this.#from, pointer)

  /** Where the thing that was at `pointer` is. */
  to = (pointer: string): string => mapped(this.#to, pointer)
}

/** By the nearest that is known of the places that `pointer` is within. */
function mapped(known: ReadonlyMap<string, string>, pointer: string): string {
  const tokens = parse(pointer)
  for (let length = tokens.length; length > 0; length--) {
    const found = known.get(join('', ...tokens.slice(0, length)))
    if (found !== undefined) return join(found, ...tokens.slice(length))
  }
  return pointer
}
