import { get, join, parse, parseFragment } from '../document/pointer.js'
import type { Json, JsonObject } from '../document/types.js'
import { withoutControls } from './literals.js'

/**
 * A copy of the document as openapi-typescript reads it right.
 *
 * A `$ref` into another schema's properties, or into an operation, is replaced by what it leads to: it would be an index
 * through optional properties, which does not compile. Extensions among responses are left out: they would be taken for responses. So
 * are operationIds that stand twice, as two types would have one name, and control characters in what becomes a comment.
 * A parameter that declares a media type has the schema of it as well, and no header that OpenAPI ignores is required.
 */
export function wireDocument(root: JsonObject): JsonObject {
  const repeated = repeatedIds(root)

  function copied(value: Json | undefined, key: string, inside: readonly string[]): Json | undefined {
    if (typeof value === 'string') return PROSE.has(key) ? withoutControls(value) : value
    if (Array.isArray(value)) return value.map((item) => copied(item, '', inside) ?? null)
    if (typeof value !== 'object' || value === null) return value
    const { $ref } = value as JsonObject
    if (typeof $ref === 'string' && isDeep($ref)) {
      // A schema that contains itself this way cannot be written out: nothing is said of it from there on.
      return inside.includes($ref) ? {} : copied(get(root, parseFragment($ref.slice(1))), '', [...inside, $ref])
    }
    const members = Object.entries(parameter(value as JsonObject))
      .filter(([name]) => key !== 'responses' || !name.startsWith('x-'))
      .filter(([name, member]) => name !== 'operationId' || typeof member !== 'string' || !repeated.has(member))
    return Object.fromEntries(members.map(([name, member]) => [name, copied(member, name, inside)]))
  }
  return copied(root, '', []) as JsonObject
}

/** A parameter as it is read: by a schema, and without demanding a header that OpenAPI ignores. Anything else as it is. */
function parameter(object: JsonObject): JsonObject {
  const { name, in: place, content, schema } = object
  if (typeof name !== 'string' || typeof place !== 'string') return object
  const isIgnored = place === 'header' && /^(accept|content-type|authorization)$/i.test(name)
  const [only] = schema === undefined ? Object.values(Object(content)) : []
  return {
    ...object,
    ...(isIgnored && { required: false }),
    ...(only !== undefined && { schema: get(only as Json, '/schema') ?? {} }),
  }
}

const PROSE: ReadonlySet<string> = new Set(['description', 'summary', 'title'])

/** The operationIds that more than one operation has. */
function repeatedIds(root: JsonObject): Set<string> {
  const ids = Object.keys(Object(root.paths)).flatMap((path) =>
    Object.keys(Object(get(root, join('/paths', path)))).flatMap((verb) => {
      const id = get(root, join('/paths', path, verb, 'operationId'))
      return typeof id === 'string' ? [id] : []
    }),
  )
  return new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
}

/** Whether it leads elsewhere than to a component. */
function isDeep(ref: string): boolean {
  if (!ref.startsWith('#/')) return false
  const [first, , , ...rest] = parse(parseFragment(ref.slice(1)))
  return first !== 'components' || rest.length > 0
}
