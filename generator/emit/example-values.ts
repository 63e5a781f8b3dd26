import type { Attribute } from '../model/types.js'

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

/** What there must be known of a value. */
type Valued = Pick<Attribute, 'name' | 'type' | 'nullable' | 'format' | 'enum' | 'default' | 'example'>

/** A value that the attribute may have: its example, its default, one of its enum, or one made from type and format. */
export function exampleValue(attribute: Valued): unknown {
  const given = givenValue(attribute)
  return given === undefined ? madeValue(attribute) : given
}

/** A value that the document itself gives, and that its type allows; undefined where it gives none. */
export function givenValue(attribute: Valued): unknown {
  const candidates = [attribute.example, attribute.default, attribute.enum?.[0]]
  // An empty text shows nothing, and few services accept one.
  return candidates.find((value) => value !== undefined && value !== '' && allows(attribute, value))
}

/** Whether the attribute's type, nullability and enum allow the value. Examples in documents are often wrong. */
function allows({ type, nullable, enum: values }: Valued, value: unknown): boolean {
  if (value === null) return nullable
  if (values && !values.some((one) => one === value)) return false
  return type.split(' | ').some((one) => is(one, value))
}

function is(type: string, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return Number.isFinite(value)
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && !Array.isArray(value)
    case 'string':
    case 'boolean':
      return typeof value === type
    default:
      return type === 'any'
  }
}

/** A value made from the type and the format of the attribute. */
export function madeValue({ type, format, name }: Valued): unknown {
  switch (type.split(' | ')[0]) {
    case 'integer':
    case 'number':
      return 1
    case 'boolean':
      return true
    case 'array':
      return []
    case 'object':
      return {}
    default:
      return FORMATS.get(format ?? '') ?? `Example ${name.replaceAll('_', ' ')}`
  }
}
