/** What a part of a document still uses of its components. */
import { entriesIn } from './adopt.js'
import { PATHS } from './grammar.js'
import type { Moves } from './moves.js'
import { freeName } from './names.js'
import { objectAt, put } from './objects.js'
import { openapi } from './openapi-grammar.js'
import type { Parsed, ParsedObject } from './parse.js'
import { get, join, parse, parseFragment, toRef } from './pointer.js'
import { makeScan, type Reference } from './scan.js'
import type { Source } from './source.js'

/**
 * The components of a document that the paths and webhooks of `root` lead to, in the order of the document; and in the
 * place of what they refer to within operations that are left out, components of their own.
 *
 * @param source the document's own file.
 * @param moves takes what moved; the references of `root` are changed accordingly.
 */
export function usedComponents(document: ParsedObject, root: ParsedObject, source: Source, moves: Moves): ParsedObject {
  const components = objectAt(document, 'components') ?? {}
  const used: ParsedObject = {}
  const references: Reference[] = []
  const scan = makeScan(
    document,
    (reference) => references.push(reference),
    (pointer) => take(pointer),
  )
  for (const top of PATHS) {
    for (const { pointer, kind, value } of entriesIn(root, top, openapi.pathItem))
      scan(value, kind, { source, pointer })
  }
  for (const reference of references) follow(reference)
  // What is referred to by its name alone, and extensions.
  for (const [section, held] of Object.entries(components)) {
    if (held !== undefined && (section === 'securitySchemes' || (section.startsWith('x-') && section !== 'x-parts'))) {
      put(used, section, held)
    }
  }
  // In the order of the document.
  const sections = Object.keys(components).filter((section) => Object.hasOwn(used, section))
  const rest = Object.keys(used).filter((section) => !sections.includes(section))
  return Object.fromEntries([...sections, ...rest].map((section) => [section, inOrderOf(components, used, section)]))

  function follow({ ref, kind, write }: Reference): void {
    if (!ref.startsWith('#')) return
    const pointer = parseFragment(ref.slice(1))
    if (!pointer.startsWith('/paths/')) {
      take(pointer)
      return
    }
    if (get(root, pointer) !== undefined) return
    // It refers to a part of an operation that is left out: that becomes a component.
    const value = get(document, pointer)
    if (value === undefined) return
    const [section = openapi.others] = [...openapi.sections].flatMap(([name, one]) => (one === kind ? [name] : []))
    if (get({ ...root, components: used }, moves.to(pointer)) === undefined) {
      const holder = parse(section).slice(1).reduce(objectIn, used)
      const own = objectAt(components, parse(section)[1] ?? '') ?? {}
      const wanted = { address: '', pointer, preferred: undefined }
      const name = freeName(wanted, (one) => Object.hasOwn(holder, one) || Object.hasOwn(own, one))
      put(holder, name, value)
      moves.add(pointer, join(section, name))
      scan(value, kind, { source, pointer })
    }
    write(toRef(moves.to(pointer)))
  }

  function take(pointer: string): void {
    const [first, section = '', name] = parse(pointer)
    const held = objectAt(components, section)
    if (first !== 'components' || name === undefined || !held || !Object.hasOwn(held, name)) return
    const holder = objectIn(used, section)
    if (Object.hasOwn(holder, name)) return
    put(holder, name, held[name] ?? null)
    const kind = openapi.sections.get(join('/components', section)) ?? openapi.pathItem
    scan(held[name], kind, { source, pointer: join('/components', section, name) })
  }
}

function inOrderOf(all: ParsedObject, used: ParsedObject, section: string): Parsed {
  const [before, now] = [objectAt(all, section), objectAt(used, section)]
  if (!before || !now) return used[section] ?? null
  const names = Object.keys(before).filter((name) => Object.hasOwn(now, name))
  const rest = Object.keys(now).filter((name) => !Object.hasOwn(before, name))
  const made: ParsedObject = {}
  for (const name of [...names, ...rest]) put(made, name, now[name] ?? null)
  return made
}

function objectIn(holder: ParsedObject, name: string): ParsedObject {
  const made: ParsedObject = objectAt(holder, name) ?? {}
  put(holder, name, made)
  return made
}
