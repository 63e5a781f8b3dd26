/**
 * A value as a part of a URL, percent-encoded, so that it can neither end its part nor begin another.
 *
 * @throws TypeError for half of a surrogate pair, which UTF-8 and so no URL can carry.
 */
export function encode(value: string | number | boolean): string {
  try {
    return encodeURIComponent(value)
  } catch {
    throw new TypeError(`${JSON.stringify(value)} holds half of a surrogate pair`)
  }
}
