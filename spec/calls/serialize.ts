/** How a parameter's value is written, as the OpenAPI Specification says. https://spec.openapis.org/oas/v3.1.1#style-values */
import type { RawParameter } from './raw.js'

type Pair = readonly [name: string, value: string]

const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' }

/** The names and values that a query parameter becomes, decoded. */
export function queryPairs({ name, style, explode, mediaType }: RawParameter, value: unknown): Pair[] {
  if (mediaType) return [[name, JSON.stringify(value)]]
  const separator = SEPARATORS[style] ?? ','
  if (Array.isArray(value)) {
    return explode ? value.flatMap((one) => deep(name, one)) : [[name, value.map(text).join(separator)]]
  }
  if (!isObject(value)) return [[name, text(value)]]
  if (style === 'deepObject') return deep(name, value)
  const entries = Object.entries(value)
  return explode ? entries.map(([key, one]) => [key, text(one)]) : [[name, entries.flat().map(text).join(separator)]]
}

/** What is nested deeper, the specification leaves open: brackets within brackets, a list as its values. */
function deep(name: string, value: unknown): Pair[] {
  if (Array.isArray(value)) return value.map((one) => [name, text(one)])
  if (!isObject(value)) return [[name, text(value)]]
  return Object.entries(value).flatMap(([key, inner]) => deep(`${name}[${key}]`, inner))
}

/** What stands in the path instead of a parameter's name in braces. */
export function inPath({ name, style, explode }: RawParameter, value: unknown): string {
  const before = { label: '.', matrix: ';' }[style] ?? ''
  const separator = explode ? ({ label: '.', matrix: ';' }[style] ?? ',') : ','
  const isMatrix = style === 'matrix'
  const nameOf = (one: string): string => (isMatrix ? `${name}=${one}` : one)
  if (Array.isArray(value)) {
    const values = value.map((one) => encodeURIComponent(text(one)))
    return before + (isMatrix && explode ? values.map(nameOf).join(';') : nameOf(values.join(separator)))
  }
  if (!isObject(value)) return before + nameOf(encodeURIComponent(text(value)))
  const entries = Object.entries(value).map((entry) => entry.map((one) => encodeURIComponent(text(one))))
  return before + (explode ? entries.map((entry) => entry.join('=')).join(separator) : nameOf(entries.flat().join(',')))
}

/** What a header or a cookie holds. */
export function inHeader({ explode, mediaType }: RawParameter, value: unknown): string {
  if (mediaType) return JSON.stringify(value)
  if (Array.isArray(value)) return value.map(text).join(',')
  if (!isObject(value)) return text(value)
  const entries = Object.entries(value)
  return explode ? entries.map((entry) => entry.map(text).join('=')).join(',') : entries.flat().map(text).join(',')
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const text = (value: unknown): string => (isObject(value) ? JSON.stringify(value) : String(value))
