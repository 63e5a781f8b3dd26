/** A file that was read: its text, its value, and where in it each value stands. */
import type { Place, Problem } from '../problems.js'
import { positionsIn } from './lines.js'
import type { Parsed } from './parse.js'
import { offsetOf, type Placed } from './placed.js'

export interface Source {
  /** An absolute path or a URL. */
  readonly address: string
  /** As it is shown to a person. */
  readonly name: string
  /** The SHA-256 of its bytes. */
  readonly digest: string
  readonly value: Parsed
  /** The place of the value, or of the name of the property, that `pointer` leads to within this file. */
  place(pointer: string, on?: 'key' | 'value'): Place
}

/** Why a file cannot be used. `place` is in the file itself; absent where there is no such file. */
export interface Failure {
  readonly failed: Pick<Problem, 'code' | 'message'> & { readonly advice: string }
  readonly place?: Place
}

/** `placed` gives the positions of all values: it is asked once, and only when a place has to be shown. */
export function makeSource(
  {
    address,
    name,
    digest,
    text,
    value,
  }: Pick<Source, 'address' | 'name' | 'digest' | 'value'> & { readonly text: string },
  placed: () => Placed,
): Source {
  let known: { root: Placed; positionOf: ReturnType<typeof positionsIn> } | undefined
  return {
    address,
    name,
    digest,
    value,
    place(pointer, on = 'value') {
      known ??= { root: placed(), positionOf: positionsIn(text) }
      return { file: name, pointer, ...known.positionOf(offsetOf(known.root, pointer, on)) }
    },
  }
}

export const hasFailed = (loaded: Source | Failure): loaded is Failure => 'failed' in loaded
