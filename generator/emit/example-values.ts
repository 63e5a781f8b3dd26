import type { Property, Value } from '../model/types.js'

/** Stand wherever the document gives no example of an id: for the resource that a request is about, and a related one. */
export const EXAMPLE_ID = 'xYZkjABcde'
export const RELATED_ID = 'ABCRtyUpBa'

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['date-time', '2018-01-01T12:00:00.000Z'],
  ['date', '2018-01-01'],
  ['time', '12:00:00Z'],
  ['duration', 'P1D'],
  ['email', 'user@example.com'],
  ['idn-email', 'user@example.com'],
  ['hostname', 'example.com'],
  ['idn-hostname', 'example.com'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['uri', 'https://example.com'],
  ['url', 'https://example.com'],
  ['iri', 'https://example.com'],
  ['uri-reference', '/example'],
  ['iri-reference', '/example'],
  ['uuid', '123e4567-e89b-12d3-a456-426614174000'],
  ['byte', 'ZXhhbXBsZQ=='],
  ['password', 'correct-horse-battery-staple'],
])

/** What must be known of a value: its name is for texts that are made up. */
type Named = Value & { readonly name: string }

/** Whether a value is sent or read: much is in what is read, and little in what is sent. */
export type Use = 'read' | 'write'

/** How deep a value that is read has all in it that may be there, and how deep any has more than it must have. */
const WHOLE = 3
const DEEP = 6

/** A value that the attribute may have: its example, its default, one of its enum, or one made from what is known of it. */
export function exampleValue(value: Named, use: Use = 'read', depth = 0): unknown {
  const given = givenValue(value)
  return given === undefined ? madeValue(value, use, depth) : given
}

/** The same of an attribute of a resource. An enum that has the resource's type in it says which resource it is. */
export const attributeValue = (type: string, attribute: Named, use: Use = 'read'): unknown =>
  attribute.example === undefined && attribute.enum?.includes(type) ? type : exampleValue(attribute, use)

/** A value that the document itself gives, and that its type allows; undefined where it gives none. */
export function givenValue(value: Value): unknown {
  const candidates = [value.example, value.default, value.enum?.[0]]
  // An empty text shows nothing, and few services accept one.
  return candidates.find((one) => one !== undefined && one !== '' && allows(value, one))
}

/** Whether type, nullability and enum allow it, and those of what is in it. Examples in documents are often wrong. */
function allows(value: Value, given: unknown): boolean {
  if (given === null) return value.nullable
  if (value.enum && !value.enum.some((one) => one === given)) return false
  return value.type.split(' | ').some((type) => is(type, value, given))
}

function is(type: string, { items, properties = [] }: Value, given: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(given)
    case 'number':
      return Number.isFinite(given)
    case 'array':
      return Array.isArray(given) && given.every((one) => !items || allows(items, one))
    case 'object': {
      if (typeof given !== 'object' || given === null || Array.isArray(given)) return false
      if (properties.length === 0) return true
      const members = new Map<string, unknown>(Object.entries(given))
      const known = new Set(properties.map(({ name }) => name))
      return (
        [...members.keys()].every((name) => known.has(name)) &&
        properties.every((one) => (members.has(one.name) ? allows(one, members.get(one.name)) : !one.required))
      )
    }
    case 'string':
    case 'boolean':
      return typeof given === type
    default:
      return type === 'any'
  }
}

/** A value made from the type and the format, with what is in it. */
export function madeValue(value: Named, use: Use = 'read', depth = 0): unknown {
  const { type, format, name, items, variants } = value
  const [variant] = variants ?? []
  if (variant) return exampleValue({ ...variant, name }, use, depth)
  switch (type.split(' | ')[0]) {
    case 'integer':
    case 'number':
      return 1
    case 'boolean':
      return true
    case 'array':
      return items ? [exampleValue({ ...items, name }, use, depth + 1)] : []
    case 'object':
      return Object.fromEntries(shown(value, use, depth).map((one) => [one.name, exampleValue(one, use, depth + 1)]))
    default:
      return FORMATS.get(format ?? '') ?? byName(name) ?? `Example ${inWords(name)}`
  }
}

/** `photoUrls` as `photo urls`. */
const inWords = (name: string): string =>
  name.replaceAll('_', ' ').replace(/(?<=[\p{Ll}\d])\p{Lu}(?=\p{Ll})/gu, (capital) => ` ${capital.toLowerCase()}`)

/** A text that its name tells of. */
const byName = (name: string): string | undefined => NAMES.find(([pattern]) => pattern.test(name))?.[1]

const NAMES: readonly (readonly [RegExp, string | undefined])[] = [
  [/^id$|[_-]id$|[a-z]Id$/, EXAMPLE_ID],
  [/(^|[_-])e-?mail(_address)?$|[a-z]Email$/i, FORMATS.get('email')],
  [/(^|[_-])(url|uri)$|[a-z]Url$/i, FORMATS.get('url')],
  [/password$/i, FORMATS.get('password')],
]

/** The properties of an object that its example has: those that must be there, those with examples, or all. */
function shown({ properties = [] }: Value, use: Use, depth: number): readonly Property[] {
  const current = properties.filter(({ deprecated, required }) => required || !deprecated)
  if (use === 'read' && depth < WHOLE) return current
  const required = current.filter((one) => one.required)
  if (depth >= DEEP) return required
  const telling = current.filter((one) => one.required || (one.example !== undefined && givenValue(one) !== undefined))
  return telling.length > 0 ? telling : current
}
