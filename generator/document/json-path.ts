import { parse, step } from './pointer.js'
import type { Json } from './types.js'

/** The JSONPath of the one place that a pointer leads to, as short as can be. RFC 9535, sections 2.3 and 2.5. */
export function jsonPath(root: Json, pointer: string): string {
  let value: Json | undefined = root
  let path = '$'
  for (const token of parse(pointer)) {
    path += Array.isArray(value) ? `[${token}]` : /^[A-Za-z_]\w*$/.test(token) ? `.${token}` : `[${quoted(token)}]`
    value = step(value, token)
  }
  return path
}

/** RFC 9535, section 2.3.1.1. */
function quoted(name: string): string {
  const escaped = name.replace(/[\\'\p{Cc}]/gu, (character) =>
    character === '\\' || character === "'"
      ? `\\${character}`
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `'${escaped}'`
}
