import { get, parse, parseFragment } from '../document/pointer.js'
import type { Json, JsonObject } from '../document/types.js'

/**
 * A copy of the document as openapi-typescript reads it right.
 *
 * A `$ref` into another schema's properties is replaced by what it leads to: it would be an index through optional
 * properties, which does not compile. Extensions among responses are left out: they would be taken for responses.
 */
export function wireDocument(root: JsonObject): JsonObject {
  function copied(value: Json | undefined, key: string, inside: readonly string[]): Json | undefined {
    if (Array.isArray(value)) return value.map((item) => copied(item, '', inside) ?? null)
    if (typeof value !== 'object' || value === null) return value
    const { $ref } = value as JsonObject
    if (typeof $ref === 'string' && isDeep($ref)) {
      // A schema that contains itself this way cannot be written out: nothing is said of it from there on.
      return inside.includes($ref) ? {} : copied(get(root, parseFragment($ref.slice(1))), '', [...inside, $ref])
    }
    const members = Object.entries(value).filter(([name]) => key !== 'responses' || !name.startsWith('x-'))
    return Object.fromEntries(members.map(([name, member]) => [name, copied(member, name, inside)]))
  }
  return copied(root, '', []) as JsonObject
}

const isDeep = (ref: string): boolean =>
  ref.startsWith('#/components/schemas/') && parse(parseFragment(ref.slice(1))).length > 3
