/**
 * The parts of a document that are references themselves: `paths`, the maps of components, path items, components. What
 * they lead to takes their place, so that it keeps the name that the document gives it.
 */
import type { Faults } from './faults.js'
import { type Found, followToEnd, refOf } from './follow.js'
import { type Grammar, type Kind, PATHS } from './grammar.js'
import type { Homes } from './homes.js'
import { isObject, objectAt, put } from './objects.js'
import type { Parsed, ParsedObject } from './parse.js'
import { get, join, parse } from './pointer.js'
import type { Sources } from './sources.js'

/** A component, path item or webhook of the document, and what holds it under which name. */
export interface Entry {
  readonly pointer: string
  readonly kind: Kind
  readonly value: Parsed | undefined
  readonly holder: ParsedObject
  readonly name: string
}

/** Components first: they are what the others refer to. */
export function* entries(document: ParsedObject, { sections, pathItem }: Grammar): Generator<Entry> {
  for (const [section, kind] of sections) yield* entriesIn(document, section, kind)
  for (const top of PATHS) {
    for (const entry of entriesIn(document, top, pathItem)) if (!entry.name.startsWith('x-')) yield entry
  }
}

/** What the object at the pointer `map` holds, as things of `kind`. */
export function* entriesIn(document: ParsedObject, map: string, kind: Kind): Generator<Entry> {
  const holder = get(document, map)
  if (!isObject(holder)) return
  for (const name of Object.keys(holder)) yield { pointer: join(map, name), kind, value: holder[name], holder, name }
}

/**
 * Adopts into `document`, whose maps of components and paths are replaced by copies first: no file's own value is
 * changed. What leads nowhere stays as it is; `faults` is told of it where no later step can see it.
 */
export async function adopt(
  document: ParsedObject,
  grammar: Grammar,
  { homes, sources, faults }: { homes: Homes; sources: Sources; faults: Faults },
): Promise<void> {
  const maps = [...grammar.sections.keys(), ...PATHS].flatMap((map) => prefixes(map))
  for (const map of new Set(maps)) await adoptMap(map)
  for (const entry of entries(document, grammar)) await adoptEntry(entry)

  async function adoptMap(pointer: string): Promise<void> {
    const [name = '', ...above] = parse(pointer).reverse()
    const holder = get(document, join('', ...above.reverse()))
    if (!isObject(holder)) return
    const value = objectAt(holder, name)
    if (!value) return
    const ref = refOf(value)
    if (ref === undefined) {
      put(holder, name, { ...value })
      return
    }
    const origin = homes.origin(pointer)
    const found = await followToEnd(sources, origin.source, ref)
    if ('lost' in found) faults.add(ref, { ...origin, pointer: join(origin.pointer, '$ref') }, found)
    else if (isObject(found.value)) put(holder, name, merge(pointer, value, found, found.value))
  }

  async function adoptEntry({ pointer, kind, value, holder, name }: Entry): Promise<void> {
    const ref = refOf(value)
    if (ref === undefined || !isObject(value)) return
    const alone = Object.keys(value).length === 1
    // Beside the `$ref` of a path item there may be more of it; beside others, only what describes this use.
    if (!alone && kind !== grammar.pathItem) return
    const found = await followToEnd(sources, homes.origin(pointer).source, ref)
    if ('lost' in found || !isObject(found.value) || refOf(found.value) !== undefined) return
    if (!alone) put(holder, name, merge(pointer, value, found, found.value))
    else if (homes.find(found) === undefined) {
      homes.put(pointer, found)
      put(holder, name, found.value)
    }
  }

  /** What `found` holds together with what stands beside the `$ref` in `value`, which wins. */
  function merge(pointer: string, value: ParsedObject, found: Found, target: ParsedObject): ParsedObject {
    const written = homes.origin(pointer)
    const { $ref: _, ...siblings } = value
    homes.put(pointer, found)
    for (const name of Object.keys(siblings)) {
      homes.put(join(pointer, name), { source: written.source, pointer: join(written.pointer, name) })
    }
    return { ...target, ...siblings }
  }
}

/** `/a` and `/a/b` of `/a/b`. */
const prefixes = (pointer: string): string[] =>
  parse(pointer).map((_, index, tokens) => join('', ...tokens.slice(0, index + 1)))
