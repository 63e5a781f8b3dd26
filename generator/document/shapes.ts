/** Whether what a bundled document holds has the shape that its place asks for. https://spec.openapis.org/oas/v3.1.1#schema */
import type { Place, Problem } from '../problems.js'
import { article } from './article.js'
import { copied } from './edits.js'
import { type Grammar, type Kind, kindOf, type Shape } from './grammar.js'
import { readerOf, WRONG } from './loose.js'
import { isObject, put } from './objects.js'
import type { Parsed, ParsedObject } from './parse.js'
import { get, join, parseFragment } from './pointer.js'
import { reporter } from './shape-problems.js'

/**
 * Walks the document by its grammar, and looks at what each reference leads to.
 *
 * @param document what `bundle` made; where the meaning of a wrong shape is clear, the right one is put in its place.
 * @param file the name of the document's own file: an overlay reaches no other.
 * @returns an error for each value of a wrong shape, and a warning for each that was mended.
 */
export function checkShapes(
  document: ParsedObject,
  grammar: Grammar,
  file: string,
  place: (pointer: string, on?: 'key' | 'value') => Place,
): Problem[] {
  const { problems, wrong, mend, mended } = reporter(document, file, place)
  const seenAs = new Map<Kind, Set<object>>()
  const modern = !/^[23]\.0/.test(String(document.openapi ?? document.swagger))
  const references: { ref: string; kind: Kind; holder: ParsedObject; pointer: string }[] = []
  // The targets of the maps that are just put in the place of references.
  const within: string[] = []
  // Of a wrong `paths` is told elsewhere.
  const { paths } = document
  checkThing(isObject(paths) ? document : { ...document, paths: undefined }, grammar.document, '')
  // What is referred to may refer to more.
  for (const reference of references) checkReference(reference)
  return problems

  function checkThing(value: ParsedObject, kind: Kind, pointer: string): void {
    const seen = seenAs.get(kind) ?? new Set()
    if (seen.has(value)) return
    seenAs.set(kind, seen.add(value))
    const { label = 'an object', shapes = {}, needs = [] } = kind
    const isMap = kind.each !== undefined
    if (!isMap && Object.hasOwn(value, '$ref') && typeof value.$ref !== 'string') {
      wrong(`The "$ref" of ${label} must be a text, and is ${article(value.$ref)}.`, join(pointer, '$ref'), TEXT)
      return
    }
    if (!isMap && typeof value.$ref === 'string') {
      references.push({ ref: value.$ref, kind, holder: value, pointer: join(pointer, '$ref') })
    }
    // Beside a reference there is only what describes its use.
    const refers = !isMap && value.$ref !== undefined
    for (const name of refers ? [] : needs) {
      if (value[name] !== undefined && value[name] !== null) continue
      const place = Object.hasOwn(value, name) ? join(pointer, name) : pointer
      wrong(`The "${name}" of ${label} is missing.`, place, `Add it, "${name}", or remove the whole.`)
    }
    for (const [name, inner] of Object.entries(value)) {
      if (inner === undefined) continue
      const shape = !isMap && Object.hasOwn(shapes, name) ? shapes[name] : undefined
      const of = kindOf(kind, name)
      if (shape !== undefined && shape !== 'any') checkData(value, name, shape, of, label, pointer)
      else if (of) checkHeld(value, name, of, isMap ? `"${name}"` : `The "${name}" of ${label}`, join(pointer, name))
      else if (kind === grammar.pathItem) checkVerb(name, inner, pointer)
    }
  }

  /** What a reference leads to must be of its kind, or, where the grammar does not tell, may be read as such. */
  function checkReference({ ref, kind, holder, pointer }: (typeof references)[number]): void {
    const target = ref.startsWith('#') ? parseFragment(ref.slice(1)) : undefined
    const value = target === undefined ? undefined : get(document, target)
    if (target === undefined || value === undefined || (kind.boolean && typeof value === 'boolean')) return
    const known = isObject(value) ? [...seenAs].find(([, seen]) => seen.has(value)) : undefined
    if (isObject(value) && (!known || seenAs.get(kind)?.has(value))) {
      checkThing(value, kind, target)
      return
    }
    const is = known ? (known[0].label ?? 'a map of others') : article(value)
    const message = `The reference "${ref}" must lead to ${kind.label}, and leads to ${is}`
    // Without it a schema allows anything.
    if (kind.boolean && known && known[0] !== grammar.document && !known[0].each)
      mend(holder, '$ref', undefined, message, pointer)
    else wrong(`${message}.`, pointer, REFERENCE)
  }

  /** A map that is a reference: no reader of OpenAPI knows such, so what it leads to takes its place. */
  function checkReferredMap(holder: ParsedObject, name: string, map: ParsedObject, kind: Kind, pointer: string): void {
    const { $ref, ...own } = map
    const ref = String($ref)
    const target = ref.startsWith('#') ? parseFragment(ref.slice(1)) : undefined
    const value = target === undefined ? undefined : get(document, target)
    if (target === undefined || value === undefined) return
    const at = join(pointer, '$ref')
    if (!isObject(value) || within.includes(target) || within.length > MAX_WITHIN) {
      wrong(
        `The reference "${ref}" must lead to a map, and leads to ${within.length > 0 ? 'itself' : article(value)}.`,
        at,
        REFERENCE,
      )
      return
    }
    const made = copied({ ...value, ...own })
    const message = `"${name}" may not be a reference; what "${ref}" leads to is taken.`
    mended(message, place(at), 'Refer to each of what it holds.')
    put(holder, name, made)
    within.push(target)
    checkHeld(holder, name, kind, `"${name}"`, pointer)
    within.pop()
  }

  /** A thing of `kind`, or a map of things, under a name; in JSON Schema before 2020-12 `items` may be a list of them. */
  function checkHeld(holder: ParsedObject, name: string, kind: Kind, what: string, pointer: string): void {
    const value = holder[name]
    if (Array.isArray(value) && value.length > 0 && kind.boolean && name === 'items') {
      checkItems(value, kind, pointer)
    } else if (isObject(value) && kind.each && typeof value.$ref === 'string') {
      checkReferredMap(holder, name, value, kind, pointer)
    } else if (isObject(value)) checkThing(value, kind, pointer)
    else if (value === null) {
      const isEntry = !what.startsWith('The ')
      if (isEntry && kind.needs) wrong(`${what} must be ${kind.label}, and is null.`, pointer, OBJECT)
      else mend(holder, name, isEntry ? {} : undefined, `${what} is null`, pointer)
    } else if (Array.isArray(value) && value.length === 0) {
      mend(holder, name, {}, `${what} is an empty list where an object must be`, pointer)
    } else if (value !== undefined && !(kind.boolean && typeof value === 'boolean')) {
      const must = kind.label === undefined || !what.startsWith('"') ? 'an object' : `${kind.label}, an object`
      wrong(`${what} must be ${must}, and is ${article(value)}.`, pointer, OBJECT)
    }
  }

  function checkItems(list: readonly Parsed[], kind: Kind, pointer: string): void {
    for (const [index, item] of list.entries()) {
      const at = join(pointer, index)
      if (isObject(item)) checkThing(item, kind, at)
      else if (!(kind.boolean && typeof item === 'boolean')) {
        wrong(`Item ${index} must be ${kind.label}, an object, and is ${article(item)}.`, at, OBJECT)
      }
    }
  }

  function checkData(
    holder: ParsedObject,
    name: string,
    shape: Shape,
    kind: Kind | undefined,
    label: string,
    above: string,
  ): void {
    const pointer = join(above, name)
    const value = holder[name]
    if (value === undefined) return
    const what = `The "${name}" of ${label}`
    if (value === null && !(shape === 'types' && modern)) {
      mend(holder, name, undefined, `${what} is null`, pointer)
      return
    }
    const [must, read] = readerOf(shape)
    const loose = read(value)
    if (loose === WRONG) {
      const is = typeof value === 'string' && typeof shape !== 'string' ? `"${value}"` : article(value)
      wrong(`${what} must be ${must}, and is ${is}.`, pointer, adviceFor(must))
    } else if (loose !== undefined)
      mend(holder, name, loose.value, `${what} must be ${must}, and is ${loose.is}`, pointer)
    const now = holder[name]
    if (kind && shape === 'things' && Array.isArray(now)) checkItems(now, kind, pointer)
  }

  /** `GET` is no field of a path item: what stands there would be lost. */
  function checkVerb(name: string, value: Parsed, pointer: string): void {
    const verb = name.toLowerCase()
    const isVerb = verb !== name && isObject(value) && Object.hasOwn(grammar.pathItem.properties ?? {}, verb)
    if (isVerb) wrong(`"${name}" is no method of a path item.`, join(pointer, name), `Write it "${verb}".`)
  }
}

/** Maps that refer to maps, within one another. */
const MAX_WITHIN = 3

const OBJECT = 'Put an object in its place, or remove it; an overlay can do either.'
const REFERENCE = 'Correct the reference, or put what is meant in its place.'
const TEXT = 'Write the address of what is meant, such as #/components/schemas/Role.'
const adviceFor = (must: string): string => `Put ${must} in its place, or remove it; an overlay can do either.`
