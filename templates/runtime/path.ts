import { encode } from './encode.js'

/** A path whose values are encoded when the request is made. */
export type Path = () => string

/** What becomes a segment of a path, or a part of one; a function gives one that is encoded already. */
export type PathValue = string | number | boolean | Path

/**
 * A template tag for the path of a request: ``path`/roles/${id}/permissions` ``. Each value becomes one segment (or a
 * part of one), percent-encoded, so none can change the path.
 *
 * @returns a function that gives the path, or throws a `TypeError` for a value that cannot be a segment: an empty or
 * missing one, and `.` and `..`, which every URL parser takes away, encoded or not
 * (https://url.spec.whatwg.org/#double-dot-path-segment).
 */
export const path = (literals: readonly string[], ...values: readonly PathValue[]): Path =>
  joined(values, (parts) => String.raw({ raw: literals }, ...parts))

/** The path of these segments beneath another: `beneath('/roles', [id, 'permissions'])`, with values like those of `path`. */
export const beneath = (base: string, segments: readonly PathValue[]): Path =>
  joined(segments, (parts) => [base, ...parts].join('/'))

const joined =
  (values: readonly PathValue[], join: (parts: readonly string[]) => string): Path =>
  () => {
    // Without types, an id may be undefined.
    const parts = values.map((value) => (typeof value === 'function' ? value() : encode(value ?? '')))
    const made = join(parts)
    if (!parts.includes('') && !/\/\.\.?(\/|$)/.test(made)) return made
    throw new TypeError(`${made}: no URL can carry a part that is empty, '.' or '..'`)
  }
