/** Finding the references in a part of a file. */

import { refOf } from './follow.js'
import { type Kind, kindOf } from './grammar.js'
import type { Origin } from './homes.js'
import { isObject, put } from './objects.js'
import { schema } from './openapi-grammar.js'
import type { Parsed, ParsedObject } from './parse.js'
import { get, join, toRef } from './pointer.js'

/** The way from a part of a file (its `pointer`) down to a value: cheap to make, for it is made for each value. */
export interface Trail extends Origin {
  readonly parent?: Trail
  readonly token?: string | number
}

export interface Reference {
  readonly ref: string
  /** What it must lead to. */
  readonly kind: Kind
  /** Of the `$ref` itself. */
  readonly trail: Trail
  /** Puts another `$ref` in its place. */
  write(ref: string): void
}

/** Looks for references in a value of the given kind, which stands at `trail`. A value that it saw before is skipped. */
export type Scan = (value: Parsed | undefined, kind: Kind, trail: Trail) => void

/**
 * `document` is the one that is bundled; `note` is called for each reference, in the order of the document, `named` with
 * the pointer of each component that a discriminator names without one.
 */
export function makeScan(
  document: ParsedObject,
  note: (reference: Reference) => void,
  named?: (pointer: string) => void,
): Scan {
  const seenAs = new Map<Kind, Set<object>>()
  return scan

  function scan(value: Parsed | undefined, kind: Kind, trail: Trail): void {
    if (typeof value !== 'object' || value === null) return
    const seen = seenAs.get(kind) ?? new Set()
    if (seen.has(value)) return
    seenAs.set(kind, seen.add(value))

    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) scan(item, kind, below(trail, index))
      return
    }
    const ref = refOf(value)
    if (ref !== undefined) noteIn(value, '$ref', ref, kind, trail)
    if (kind === schema) scanMapping(value, trail)
    for (const name of Object.keys(value)) {
      const inner = kindOf(kind, name)
      if (inner) scan(value[name], inner, below(trail, name))
    }
  }

  /** A discriminator maps to names of schemas or to references. https://spec.openapis.org/oas/v3.1.1#discriminator-object */
  function scanMapping(value: ParsedObject, trail: Trail): void {
    const mapping = get(value, '/discriminator/mapping')
    if (!isObject(mapping)) return
    const within = below(below(trail, 'discriminator'), 'mapping')
    for (const [name, target] of Object.entries(mapping)) {
      if (typeof target !== 'string') continue
      const pointer = join('/components/schemas', target)
      if (get(document, pointer) !== undefined) {
        named?.(pointer)
        continue
      }
      if (get(trail.source.value, pointer) !== undefined) noteIn(mapping, name, toRef(pointer), schema, within)
      else if (/[#/]|\.(json|ya?ml)$/i.test(target)) noteIn(mapping, name, target, schema, within)
    }
  }

  function noteIn(holder: ParsedObject, name: string, ref: string, kind: Kind, trail: Trail): void {
    note({ ref, kind, trail: below(trail, name), write: (other) => put(holder, name, other) })
  }
}

/** Where a trail leads. */
export function originOf(trail: Trail): Origin {
  const tokens: (string | number)[] = []
  for (let at: Trail | undefined = trail; at; at = at.parent) if (at.token !== undefined) tokens.push(at.token)
  return { source: trail.source, pointer: join(trail.pointer, ...tokens.reverse()) }
}

const below = (parent: Trail, token: string | number): Trail => {
  return { source: parent.source, pointer: parent.pointer, parent, token }
}
