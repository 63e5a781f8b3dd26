/** Which part of which file each part of the bundled document was written in. */
import { parse } from './pointer.js'
import type { Source } from './source.js'

export interface Origin {
  readonly source: Source
  readonly pointer: string
}

export class Homes {
  /** By pointer into the bundled document. */
  readonly #origins = new Map<string, Origin>()
  /** By file and pointer into it, the pointer into the bundled document. */
  readonly #homes = new Map<Source, Map<string, string>>()

  constructor(private readonly root: Source) {
    this.put('', { source: root, pointer: '' })
  }

  /** What `origin` holds is at `pointer` in the bundled document. */
  put(pointer: string, origin: Origin): void {
    this.#origins.set(pointer, origin)
    if (origin.source === this.root && pointer !== origin.pointer) return
    const homes = this.#homes.get(origin.source) ?? new Map<string, string>()
    this.#homes.set(origin.source, homes)
    if (!homes.has(origin.pointer)) homes.set(origin.pointer, pointer)
  }

  /** Where in the bundled document the thing at `origin` is; undefined where it is not there yet. */
  find({ source, pointer }: Origin): string | undefined {
    const homes = this.#homes.get(source)
    if (!homes) return undefined
    for (const part of ancestors(pointer)) {
      const home = homes.get(part)
      if (home !== undefined) return home + pointer.slice(part.length)
    }
    return undefined
  }

  /** The file that `pointer` in the bundled document was written in, and where in it. */
  origin(pointer: string): Origin {
    for (const part of ancestors(pointer)) {
      const origin = this.#origins.get(part)
      if (origin) return { source: origin.source, pointer: origin.pointer + pointer.slice(part.length) }
    }
    return { source: this.root, pointer }
  }
}

/** `pointer` and what it is within, the nearest first: `/a/b`, `/a`, ``. */
function* ancestors(pointer: string): Generator<string> {
  let rest = pointer
  for (let depth = parse(pointer).length; depth > 0; depth--) {
    yield rest
    rest = rest.slice(0, rest.lastIndexOf('/'))
  }
  yield ''
}
