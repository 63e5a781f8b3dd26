/** What attributes of dates are in the SDK: as on the wire, or `Date`. */
import type { Attribute, Model } from '../model/types.js'
import type { TypeOf } from './schema.js'

/** The attributes as the SDK has them. */
export interface AttributeTypes {
  /**
   * The type of an attribute, as the members of a union; null is not among them.
   * @param pointers of the schemas of which any one holds, of those that the attribute has.
   */
  typeOf(attribute: Attribute, pointers: readonly string[]): readonly string[]
  /** The type of any other schema, as on the wire. */
  schemaType(pointer: string): readonly string[]
  /** The type of any schema of the document, given by its JSON pointer, as the members of a union, null among them. */
  readonly wireType: TypeOf
  /** A value that the document gives, as the SDK has it; undefined where it would not be of the type. */
  dated(attribute: Attribute, value: unknown): unknown
}

/** @param typeOf the type of a schema, as the document has it; @param wireType of one that is no attribute's. */
export function attributeTypes(model: Model, typeOf: TypeOf, wireType: TypeOf): AttributeTypes {
  return {
    wireType,
    typeOf(attribute, pointers) {
      const date = dateType(model, attribute)
      return date === undefined ? [...new Set(pointers.flatMap(typeOf))] : [date]
    },
    schemaType: typeOf,
    dated: (attribute, value) => dated(model, attribute, value),
  }
}

/** The type of an attribute whose values are dates in the SDK; undefined for any other. A date within an object is not. */
export function dateType({ sdk }: Model, { type, format, enum: values, items }: Attribute): string | undefined {
  if (sdk.dates !== 'Date') return undefined
  if (type === 'string' && format === 'date-time' && !values) return 'Date'
  if (type !== 'array' || items?.type !== 'string' || items.format !== 'date-time') return undefined
  return items.nullable ? '(Date | null)[]' : 'Date[]'
}

/** A value of an attribute as the SDK has it: dates are `Date`. Undefined where a date is due, and the value is none. */
export function dated(model: Model, attribute: Attribute, value: unknown): unknown {
  if (value === null || dateType(model, attribute) === undefined) return value
  if (attribute.type !== 'array') return dateOf(value)
  if (!Array.isArray(value)) return undefined
  const dates = value.map((one) => (one === null && attribute.items?.nullable ? null : dateOf(one)))
  return dates.includes(undefined) ? undefined : dates
}

/** RFC 3339, or the date alone. What names no offset would be another date on another machine. */
const DATE_TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$/

function dateOf(value: unknown): Date | undefined {
  if (typeof value !== 'string' || !DATE_TIME.test(value)) return undefined
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? undefined : date
}
