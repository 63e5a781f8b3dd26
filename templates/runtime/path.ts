import { encode } from './encode.js'

/** A path whose values are encoded when the request is made. */
export type Path = () => string

/**
 * A template tag for the path of a request: ``path`/roles/${id}/permissions` ``. Each value becomes one segment (or a
 * part of one), percent-encoded, so none can change the path; a function gives one that is encoded already.
 *
 * @returns a function that gives the path, or throws a `TypeError` for a value that cannot be a segment: an empty or
 * missing one, and `.` and `..`, which every URL parser takes away, encoded or not
 * (https://url.spec.whatwg.org/#double-dot-path-segment).
 */
export function path(literals: readonly string[], ...values: readonly (string | number | boolean | Path)[]): Path {
  return () => {
    // Without types, an id may be undefined.
    const parts = values.map((value) => (typeof value === 'function' ? value() : encode(value ?? '')))
    const encoded = String.raw({ raw: literals }, ...parts)
    if (!parts.includes('') && !/\/\.\.?(\/|$)/.test(encoded)) return encoded
    throw new TypeError(`${encoded}: no URL can carry a part that is empty, '.' or '..'`)
  }
}
