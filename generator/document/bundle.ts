/**
 * One document from one file and whatever others it refers to: their parts move in among the components, path items
 * into the paths. What was written in the first file stays as it is, references included.
 */
import type { Problem } from '../problems.js'
import { adopt, entries } from './adopt.js'
import { Faults } from './faults.js'
import { addressIn, type Found, follow, followToEnd, type Lost, refOf } from './follow.js'
import { type Grammar, type Kind, kindOf } from './grammar.js'
import { Homes } from './homes.js'
import { freeName } from './names.js'
import { isObject, objectAt, put } from './objects.js'
import { schema } from './openapi-grammar.js'
import type { Parsed, ParsedObject } from './parse.js'
import { get, join, parse, parseFragment, toRef } from './pointer.js'
import { makeScan, originOf, type Reference, type Scan } from './scan.js'
import type { Source } from './source.js'
import type { Sources } from './sources.js'

export interface Bundle {
  readonly root: ParsedObject
  readonly homes: Homes
  /** References that lead nowhere. */
  readonly problems: readonly Problem[]
}

/** Bundles `root`, whose value is `value`. The values of all files are used, and changed. */
export async function bundle(root: Source, value: ParsedObject, grammar: Grammar, sources: Sources): Promise<Bundle> {
  const document = { ...value }
  const homes = new Homes(root)
  const faults = new Faults()
  const references: Reference[] = []
  const chains: { readonly reference: Reference; readonly pointer: string }[] = []
  // The new `$ref`s are put in at the end: until then each file is as it was written.
  const edits: (() => void)[] = []

  await adopt(document, grammar, { homes, sources, faults })
  const scan = makeScan(document, (reference) => {
    references.push(reference)
    const { source } = reference.trail
    const address = addressIn(reference.ref, source.address)
    // Begins to read the file; whoever needs it waits for it.
    if (address !== undefined && address !== source.address) void sources.load(address)
  })
  scanAll(document, grammar, homes, scan)
  // Binding one may find more of them.
  for (const reference of references) await bind(reference)
  for (const edit of edits) edit()
  checkChains()
  return { root: document, homes, problems: faults.problems() }

  async function bind(reference: Reference): Promise<void> {
    const { ref, kind, trail } = reference
    const found = findHere(reference) ?? (await findElsewhere(reference))
    if ('lost' in found) {
      faults.add(ref, originOf(trail), found)
      return
    }
    const pointer = homes.find(found) ?? move(found, kind, ref)
    scan(found.value, kind, found)
    if (refOf(found.value) !== undefined) chains.push({ reference, pointer })
    const asWritten = trail.source === root && ref.startsWith('#') && parseFragment(ref.slice(1)) === pointer
    if (!asWritten) edits.push(() => reference.write(toRef(pointer)))
  }

  /** A shortcut for most references: those of the first file into itself. */
  function findHere({ ref, trail: { source } }: Reference): Found | undefined {
    if (source !== root || !ref.startsWith('#/')) return undefined
    const pointer = parseFragment(ref.slice(1))
    const found = get(source.value, pointer)
    return found === undefined ? undefined : { source, pointer, value: found }
  }

  async function findElsewhere({ ref, trail: { source } }: Reference): Promise<Found | Lost> {
    const found = await follow(sources, source, ref)
    return 'lost' in found || homes.find(found) !== undefined ? found : followToEnd(sources, source, ref)
  }

  /** Moves what was found in another file, or the component that it is part of, in among the components. */
  function move(found: Found, kind: Kind, ref: string): string {
    const unit = unitOf(found, kind, grammar)
    const section = sectionOf(unit.kind, grammar)
    const holder = parse(section).reduce(objectIn, document)
    const preferred = unit.pointer === found.pointer ? componentName(ref, grammar) : undefined
    const wanted = { address: found.source.address, pointer: unit.pointer, preferred }
    const name = freeName(wanted, (taken) => Object.hasOwn(holder, taken))
    const pointer = join(section, name)
    const origin = { source: found.source, pointer: unit.pointer }
    put(holder, name, unit.value)
    homes.put(pointer, origin)
    scan(unit.value, unit.kind, origin)
    return pointer + found.pointer.slice(unit.pointer.length)
  }

  /** A reference to a reference must lead to something in the end. */
  function checkChains(): void {
    for (const { reference, pointer } of chains) {
      const seen = new Set<string>()
      let next: string | undefined = pointer
      while (next !== undefined && !seen.has(next)) {
        seen.add(next)
        const ref = refOf(get(document, next))
        next = ref?.startsWith('#') ? parseFragment(ref.slice(1)) : undefined
      }
      if (next !== undefined) faults.add(reference.ref, originOf(reference.trail), { lost: 'circle' })
    }
  }
}

export function scanAll(document: ParsedObject, grammar: Grammar, homes: Homes, scan: Scan): void {
  for (const { pointer, kind, value } of entries(document, grammar)) {
    if (kind !== grammar.pathItem || !isObject(value) || refOf(value) !== undefined) {
      scan(value, kind, homes.origin(pointer))
      continue
    }
    // One that was adopted may come from two files.
    for (const name of Object.keys(value)) {
      const inner = kindOf(kind, name)
      if (inner) scan(value[name], inner, homes.origin(join(pointer, name)))
    }
  }
}

/** What is moved together with `found`: the whole component or definition that it is part of; else itself. */
function unitOf(found: Found, kind: Kind, { sections }: Grammar): { pointer: string; kind: Kind; value: Parsed } {
  const tokens = parse(found.pointer)
  const [first = ''] = tokens
  const depth = [2, 1].find((length) => tokens.length > length && sections.has(join('', ...tokens.slice(0, length))))
  const section = depth === undefined ? undefined : sections.get(join('', ...tokens.slice(0, depth)))
  const unit =
    section && depth !== undefined
      ? { pointer: join('', ...tokens.slice(0, depth + 1)), kind: section }
      : (first === 'definitions' || first === '$defs') && tokens.length > 1
        ? { pointer: join('', ...tokens.slice(0, 2)), kind: schema }
        : { pointer: found.pointer, kind }
  return { ...unit, value: get(found.source.value, unit.pointer) ?? found.value }
}

/** The pointer of the object that holds things of a kind. */
function sectionOf(kind: Kind, { sections, others }: Grammar): string {
  for (const [section, one] of sections) if (one === kind) return section
  return others
}

/** The name in `file.yaml#/components/schemas/Name`. */
function componentName(ref: string, { sections }: Grammar): string | undefined {
  const tokens = parse(parseFragment(ref.slice(ref.indexOf('#') + 1)))
  return sections.has(join('', ...tokens.slice(0, -1))) ? tokens.at(-1) : undefined
}

/** The object that `holder` holds under `name`, made where it is missing. */
function objectIn(holder: ParsedObject, name: string): ParsedObject {
  const made: ParsedObject = objectAt(holder, name) ?? {}
  put(holder, name, made)
  return made
}
