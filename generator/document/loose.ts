/** Values of a wrong shape whose meaning is clear all the same. */
import { article } from './article.js'
import type { Shape } from './grammar.js'
import { isObject } from './objects.js'
import type { Parsed } from './parse.js'

/** What is to stand in the place of a value (nothing, where `value` is undefined), and what it is instead. */
export interface Loose {
  readonly value: Parsed | undefined
  readonly is: string
}

/** The meaning is not clear. */
export const WRONG = Symbol('wrong')

/** Undefined where nothing is wrong. */
type Read = Loose | typeof WRONG | undefined
type Reader = (value: Parsed) => Read

const isScalar = (value: Parsed): value is number | boolean => typeof value === 'number' || typeof value === 'boolean'

/** A text for the program: YAML reads one of digits as a number. */
export function textOf(value: Parsed): Read {
  if (typeof value === 'string') return undefined
  return isScalar(value) ? { value: String(value), is: article(value) } : WRONG
}

/** A text for people: without it all is generated as well. */
export function proseOf(value: Parsed): Read {
  const read = textOf(value)
  return read === WRONG ? { value: undefined, is: article(value) } : read
}

/** `'true'` is true. */
export function flagOf(value: Parsed): Read {
  if (typeof value === 'boolean') return undefined
  return value === 'true' || value === 'false' ? { value: value === 'true', is: 'a text' } : WRONG
}

/** PHP writes an empty object and an empty list alike. */
export function listOf(value: Parsed): Read {
  if (Array.isArray(value)) return undefined
  return isObject(value) && Object.keys(value).length === 0 ? { value: [], is: 'an empty object' } : WRONG
}

/** A single text is a list of one. The `required: true` of a property is that of an older JSON Schema: its object says it. */
export function textsOf(value: Parsed): Read {
  if (typeof value === 'boolean' || value === 'true' || value === 'false')
    return { value: undefined, is: article(value) }
  if (typeof value === 'string') return { value: [value], is: 'a text' }
  const list = listOf(value)
  if (!Array.isArray(value)) return list
  if (value.every((item) => typeof item === 'string')) return undefined
  const texts = value.map((item) => (isScalar(item) ? String(item) : item))
  return texts.every((item) => typeof item === 'string') ? { value: texts, is: 'a list of other values' } : WRONG
}

/** YAML reads the type `null` as none. */
export function typesOf(value: Parsed): Read {
  if (typeof value === 'string') return undefined
  if (value === null) return { value: 'null', is: 'null' }
  if (!Array.isArray(value)) return WRONG
  if (value.every((item) => typeof item === 'string')) return undefined
  const types = value.map((item) => item ?? 'null')
  return types.every((item) => typeof item === 'string') ? { value: types, is: 'a list with null in it' } : WRONG
}

const SHAPES: Readonly<Record<Exclude<Shape, readonly string[]>, readonly [must: string, read: Reader]>> = {
  prose: ['a text', proseOf],
  text: ['a text', textOf],
  texts: ['a list of texts', textsOf],
  flag: ['true or false', flagOf],
  list: ['a list', listOf],
  things: ['a list', listOf],
  types: ['a type or a list of types', typesOf],
  object: ['an object', (value) => (isObject(value) ? undefined : WRONG)],
  mapped: [
    'an object',
    (value) =>
      isObject(value)
        ? undefined
        : typeof value === 'string'
          ? { value: { propertyName: value }, is: 'a text' }
          : WRONG,
  ],
  any: ['anything', () => undefined],
}

/** What a message calls a shape, and what reads it. */
export const readerOf = (shape: Shape): readonly [must: string, read: Reader] =>
  typeof shape === 'string' ? SHAPES[shape] : [`one of ${shape.join(', ')}`, oneOf(shape)]

const oneOf =
  (values: readonly string[]): Reader =>
  (value) =>
    typeof value === 'string' && values.includes(value) ? undefined : WRONG
