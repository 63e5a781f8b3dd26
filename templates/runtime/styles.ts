import { isObject } from './description.js'
import { encode } from './encode.js'
import { scalar } from './filters.js'
import { pairs } from './pairs.js'
import { flatItems } from './plain.js'

/**
 * How a parameter is written, by its name and its value, which is neither undefined nor null: in a query or a cookie as
 * `name=value`, percent-encoded, several of them or none; in a header as its value, in parts that commas join.
 * https://spec.openapis.org/oas/v3.1.1#style-values
 */
export type Style = (name: string, value: unknown) => readonly string[]

/** `form`, exploded, of an object: each property on its own. */
export const form: Style = (name, value) =>
  isPlain(value) ? entries(value).flatMap(([key, inner]) => pairs(key, inner)) : pairs(name, value)

/** `form`, not exploded: `color=blue,black`. */
export const commas: Style = (name, value) => delimited(name, value, ',')

/** `spaceDelimited`: `color=blue%20black`. */
export const spaces: Style = (name, value) => delimited(name, value, ' ')

/** `pipeDelimited`: `color=blue%7Cblack`. */
export const pipes: Style = (name, value) => delimited(name, value, '|')

/** JSON in a query or a cookie. */
export const inJson: Style = (name, value) => [`${encode(name)}=${encode(JSON.stringify(value))}`]

/**
 * With `allowReserved`: what a URL has a use for stands as it is, unless it would end the value, and so does what is
 * percent-encoded already.
 */
export const reserved =
  (style: Style = pairs): Style =>
  (name, value) =>
    style(name, value).map((part) => {
      const start = part.indexOf('=') + 1
      const kept = part.slice(start).replace(/%(?:3A|2F|3F|40|24|2C|3B|3D|25(?=[\da-f]{2}))/gi, decodeURIComponent)
      return part.slice(0, start) + kept
    })

/** `simple` in a header: a list, or the keys and values of an object: `R,100,G,200`. */
export const listed: Style = (name, value) => flat(isPlain(value) ? value : flatItems(name, value))

/** `simple`, exploded, of an object in a header: `R=100,G=200`. */
export const assigned: Style = (_, value) => assignments(value)

/** JSON in a header, in ASCII. */
export const jsonHeader: Style = (_, value) => [
  JSON.stringify(value).replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
]

/** A cookie that is not encoded. https://spec.openapis.org/oas/v3.2.0#style-values */
export const unencoded: Style = (name, value) => {
  const parts = isPlain(value) ? assignments(value) : flat(value).map((part) => `${name}=${part}`)
  if (parts.some((part) => /[;\p{Cc}]/u.test(part)))
    throw new TypeError(`${name}: no cookie can hold ';' or a control character`)
  return parts
}

function delimited(name: string, value: unknown, separator: string): string[] {
  const parts = flat(value)
  // An encoded comma is another than the one that stands between; of the other separators there is but one.
  const isComma = separator === ','
  const bad = isComma ? undefined : parts.find((part) => part.includes(separator))
  if (bad !== undefined)
    throw new TypeError(`${name}: '${separator}' separates values, and ${JSON.stringify(bad)} has it`)
  return parts.length > 0 ? [`${encode(name)}=${parts.map(encode).join(isComma ? ',' : encode(separator))}`] : []
}

/** What is given of an object's properties. */
export const entries = (object: object = {}): [name: string, value: unknown][] =>
  Object.entries(object).filter(([, value]) => (value ?? null) !== null)

/** The items of a list; of an object its keys, each before its value. */
export const flat = (value: unknown): string[] =>
  isPlain(value)
    ? entries(value).flatMap(([key, inner]) => [key, scalar(inner)])
    : [value].flat().flatMap((one) => ((one ?? null) === null ? [] : [scalar(one)]))

export const isPlain = (value: unknown): value is object =>
  isObject(value) && !Array.isArray(value) && !(value instanceof Date)

/** `R=100`, of each property. */
const assignments = (value: unknown): string[] =>
  isPlain(value) ? entries(value).map(([key, inner]) => `${key}=${scalar(inner)}`) : flat(value)
