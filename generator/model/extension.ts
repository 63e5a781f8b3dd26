/** The `x-jsonapi` objects: those of the document, and those that the configuration puts in their place. */
import * as v from 'valibot'
import { join, parse, step } from '../document/pointer.js'
import { child, root } from '../document/resolve.js'
import type { Document, Json } from '../document/types.js'
import { type Context, fail, warn } from './context.js'
import type { View } from './schema.js'
import type { Source } from './types.js'
import { walk } from './walk.js'

const KEY = 'x-jsonapi'

/** A fact that an extension states, and where it does. */
export interface Stated<T> {
  readonly value: T
  readonly source: Source
  /** Where in the configuration's `facts` it stands, if that is what states it. */
  readonly fact?: FactPath
}

/** The pointer that an entry of the configuration's `facts` is about, as it is written, and the way further in. */
export type FactPath = readonly [pointer: string, ...path: string[]]

/** What the extensions of one place state of a key; undefined where none does. */
export type Statements<T> = <K extends keyof T>(key: K) => Stated<NonNullable<T[K]>> | undefined

export interface Extensions {
  /**
   * Reads the extensions of these schemas (or other objects), checked against the grammar of their place. For each key
   * the configuration is believed before the document, a more specific schema before a more general one.
   */
  read<S extends v.GenericSchema<unknown, object>>(grammar: S, view: View): Statements<v.InferOutput<S>>
  /** Warns of every extension that nothing has read: it stands where it says nothing. To be called last. */
  reportUnused(): void
}

type Shared = Pick<Context, 'document' | 'problems' | 'factsFile'>

/**
 * @param facts from a JSON pointer into the document to an `x-jsonapi` object, which wins over the document's own, key
 *   by key. A pointer that leads nowhere is an error.
 */
export function extensions(shared: Shared, facts: Readonly<Record<string, unknown>>): Extensions {
  const configured = places(shared, facts)
  const read = new Set<string>()
  const reported = new Set<string>()

  function* outputs<S extends v.GenericSchema<unknown, object>>(grammar: S, view: View, by: 'config' | 'extension') {
    for (const { object, pointer } of view) {
      const configuredHere = by === 'config' ? configured.get(pointer) : undefined
      const value: unknown = by === 'config' ? configuredHere?.value : object[KEY]
      if (value === undefined) continue
      read.add(pointer)
      const at = by === 'config' ? pointer : join(pointer, KEY)
      const result = v.safeParse(grammar, value)
      if (!result.success && !reported.has(`${by} ${pointer}`)) {
        reported.add(`${by} ${pointer}`)
        reportIssues(shared, grammar, result.issues, at, configuredHere?.fact)
      }
      // What is right in it is used all the same, so that all that is wrong is found at once.
      const sound = result.success ? result : v.safeParse(grammar, without(value, result.issues))
      if (sound.success) yield { output: sound.output, by, at, fact: configuredHere?.fact }
    }
  }

  return {
    read(grammar, view) {
      const found = [...outputs(grammar, view, 'config'), ...outputs(grammar, view, 'extension')]
      return (key) => {
        for (const { output, by, at, fact } of found) {
          const value = output[key]
          if (value === undefined || value === null) continue
          const source = { by, pointer: by === 'config' ? at : join(at, String(key)) }
          return { value, source, ...(fact && { fact: [...fact, String(key)] as const }) }
        }
        return undefined
      }
    },
    reportUnused() {
      for (const pointer of bearers(shared.document.root)) if (!read.has(pointer)) unused(shared, join(pointer, KEY))
      for (const [pointer, { fact }] of configured) if (!read.has(pointer)) unused(shared, pointer, fact)
    },
  }
}

interface Configured {
  readonly value: unknown
  readonly fact: FactPath
}

/** The facts by the pointer of their place. */
function places(shared: Shared, facts: Readonly<Record<string, unknown>>): Map<string, Configured> {
  const found = new Map<string, Configured>()
  for (const [pointer, value] of Object.entries(facts)) {
    const place = placeOf(shared.document, pointer)
    if (place !== undefined) {
      found.set(place, { value, fact: [pointer] })
      continue
    }
    fail(shared, {
      code: 'fact-without-place',
      message: `The configuration states facts of ${pointer}, and the document has no such place.`,
      advice: 'Give the JSON pointer of an object of the document, `/` in a name written ~1 and `~` written ~0.',
      at: [pointer],
      fact: [pointer],
    })
  }
  return found
}

/** The pointer of the place that a fact is about, with every `$ref` on the way there followed; undefined for none. */
export function placeOf(document: Document, pointer: string): string | undefined {
  const tokens = parse(pointer)
  const last = tokens.pop()
  const parent = child(document, root(document), ...tokens)
  const there = last === undefined ? parent.value : step(parent.value, last)
  if (there === undefined || (pointer !== '' && !pointer.startsWith('/'))) return undefined
  return last === undefined ? '' : join(parent.pointer, last)
}

/** The object without the keys that the issues are about. */
function without(value: unknown, issues: readonly v.BaseIssue<unknown>[]): unknown {
  const wrong = new Set(issues.map(({ path }) => path?.[0]?.key))
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key)))
}

function reportIssues(
  shared: Shared,
  grammar: v.GenericSchema<unknown, object>,
  issues: readonly v.BaseIssue<unknown>[],
  at: string,
  fact: FactPath | undefined,
): void {
  for (const issue of issues) {
    const path = issue.path?.map(({ key }) => String(key)) ?? []
    const name = [KEY, ...path].join('.')
    const unknown = issue.type === 'strict_object' && issue.expected === 'never'
    const whose = fact ? ` (in the configuration's facts of ${fact[0] || 'the document'})` : ''
    const message = unknown ? 'is no key that is known here' : fault(issue)
    const keys = 'entries' in grammar && isObjectValue(grammar.entries) ? Object.keys(grammar.entries) : []
    fail(shared, {
      code: unknown ? 'extension-unknown-key' : 'extension-wrong-value',
      message: `${name} ${message}${whose}.`,
      ...(unknown && path.length === 1 ? { advice: `Known here: ${keys.join(', ')}.` } : {}),
      at: [join(at, ...path)],
      ...(fact && { fact: [...fact, ...path] as const }),
    })
  }
}

/** What is wrong with a value, in words that follow its name. */
function fault({ message, expected, received }: v.BaseIssue<unknown>): string {
  if (received === 'undefined') return 'is missing'
  if (message.startsWith('must not')) return message
  return `${message.startsWith('must') ? message : `must be ${kindOf(expected)}`}, not ${received}`
}

const KINDS: Readonly<Record<string, string>> = {
  Array: 'a list',
  Object: 'an object',
  boolean: 'true or false',
  number: 'a number',
  string: 'a string',
}

/** What valibot calls `("one" | "many")`, in words. */
function kindOf(expected: string | null): string {
  const kind = expected ?? 'something else'
  return Object.hasOwn(KINDS, kind) ? (KINDS[kind] ?? kind) : kind.replace(/[()"]/g, '').replaceAll(' | ', ' or ')
}

const isObjectValue = (value: unknown): value is object => typeof value === 'object' && value !== null

function unused(shared: Shared, pointer: string, fact?: FactPath): void {
  warn(shared, {
    code: 'extension-not-used',
    message: fact
      ? `What the configuration states of ${fact[0] || 'the document'} is read by nothing.`
      : 'An x-jsonapi stands where nothing reads it.',
    advice:
      'It belongs at the root of the document, on the schema of a resource object or of a relationship that an operation uses, or on an operation.',
    at: [pointer],
    ...(fact ? { fact } : { mend: { actions: [{ at: pointer, remove: true }] } }),
  })
}

/** The pointers of the objects that bear an extension. */
function bearers(root: Json): string[] {
  const found: string[] = []
  walk(root, (object, path) => {
    if (object[KEY] !== undefined) found.push(join('', ...path))
  })
  return found
}
