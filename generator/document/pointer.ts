/** JSON pointers. https://www.rfc-editor.org/rfc/rfc6901 */
import type { Parsed } from './parse.js'
import type { Json } from './types.js'

/** `pointer` with one more reference token for each of `tokens`, escaped: `join('/paths', '/roles')` is `/paths/~1roles`. */
export function join(pointer: string, ...tokens: (string | number)[]): string {
  let joined = pointer
  for (const token of tokens) joined += `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`
  return joined
}

/** The unescaped reference tokens of a pointer; none for `''`, the whole document. */
export function parse(pointer: string): string[] {
  if (pointer === '') return []
  return pointer
    .slice(pointer.startsWith('/') ? 1 : 0)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The value that `pointer` leads to, without following any `$ref`; undefined where there is none. */
export function get(root: Parsed, pointer: string): Parsed | undefined
export function get(root: Json, pointer: string): Json | undefined
export function get(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root
  for (const token of parse(pointer)) {
    value = step(value, token)
    if (value === undefined) return undefined
  }
  return value
}

/** The item or the own property of `value` that one reference token names. RFC 6901, section 4. */
export function step(value: Parsed | undefined, token: string): Parsed | undefined
export function step(value: Json | undefined, token: string): Json | undefined
export function step(value: Json | undefined, token: string): Json | undefined {
  if (isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined
  if (typeof value !== 'object' || value === null) return undefined
  return Object.hasOwn(value, token) ? value[token] : undefined
}

/**
 * The pointer in a URI fragment, percent-decoded: `/paths/~1roles~1%7Bid%7D` is `/paths/~1roles~1{id}`. One that is not
 * encoded well is taken as it stands. RFC 6901, section 6.
 */
export function parseFragment(fragment: string): string {
  if (!fragment.includes('%')) return fragment
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** `pointer` as a `$ref` within its own document. Only what would be misread is encoded, so that it stays readable. */
export function toRef(pointer: string): string {
  return `#${pointer.replace(/[%#]/g, encodeURIComponent)}`
}

/** `Array.isArray`, which does not narrow readonly arrays. */
function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
