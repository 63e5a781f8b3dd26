import { isObject } from './description.js'
import { encode } from './encode.js'
import { scalar } from './filters.js'

/**
 * A parameter of a query or a cookie in the usual way, `name=value`, percent-encoded; without a name, all properties of
 * an object.
 */
export function pairs(name: string, value: unknown): string[] {
  if ((value ?? null) === null) return []
  if (Array.isArray(value)) return value.flatMap((one) => pairs(name, one))
  if (!isObject(value) || value instanceof Date) return [`${encode(name)}=${encode(scalar(value))}`]
  return Object.entries(value).flatMap(([key, inner]) => pairs(name ? `${name}[${key}]` : key, inner))
}
