/** Objects whose property names come from a document: own properties only, `constructor` and `__proto__` among them. */
import type { Parsed, ParsedObject } from './parse.js'

export function isObject(value: Parsed | undefined): value is ParsedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object that `holder` holds under `name`, if it is one. */
export function objectAt(holder: ParsedObject, name: string): ParsedObject | undefined {
  const value = Object.hasOwn(holder, name) ? holder[name] : undefined
  return isObject(value) ? value : undefined
}

/** Sets an own property. */
export function put(holder: ParsedObject, name: string, value: Parsed): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true })
}
