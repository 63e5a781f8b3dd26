/**
 * The parts of a document that are references themselves: `paths`, the maps of components, path items, components. What
 * they lead to takes their place, so that it keeps the name that the document gives it.
 */
import type { Faults } from './faults.js'
import { type Found, followToEnd, refOf } from './follow.js'
import { components, type Kind, pathItem } from './grammar.js'
import type { Homes } from './homes.js'
import { isObject, objectAt, put } from './objects.js'
import type { Parsed, ParsedObject } from './parse.js'
import { join } from './pointer.js'
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
export function* entries(document: ParsedObject): Generator<Entry> {
  const sections = objectAt(document, 'components') ?? {}
  for (const [section, kind] of components) {
    const holder = objectAt(sections, section) ?? {}
    for (const name of Object.keys(holder)) {
      yield { pointer: join('/components', section, name), kind, value: holder[name], holder, name }
    }
  }
  for (const top of ['paths', 'webhooks']) {
    const holder = objectAt(document, top) ?? {}
    for (const name of Object.keys(holder)) {
      if (!name.startsWith('x-'))
        yield { pointer: join('', top, name), kind: pathItem, value: holder[name], holder, name }
    }
  }
}

/**
 * Adopts into `document`, whose maps of components and paths are replaced by copies first: no file's own value is
 * changed. What leads nowhere stays as it is; `faults` is told of it where no later step can see it.
 */
export async function adopt(document: ParsedObject, homes: Homes, sources: Sources, faults: Faults): Promise<void> {
  for (const name of ['components', 'paths', 'webhooks']) await adoptMap(document, name, join('', name))
  const sections = objectAt(document, 'components')
  for (const name of sections ? components.keys() : []) await adoptMap(sections ?? {}, name, join('/components', name))
  for (const entry of entries(document)) await adoptEntry(entry)

  async function adoptMap(holder: ParsedObject, name: string, pointer: string): Promise<void> {
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
    if (!alone && kind !== pathItem) return
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
