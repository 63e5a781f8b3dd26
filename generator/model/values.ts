/** What a value may be, with what is in it, as far as the reference and its examples show it. */
import type { Context } from './context.js'
import { type Description, describe, typeName } from './describe.js'
import { alternatives, itemsOf, member, memberNames, requiredNames, type View } from './schema.js'
import type { Property, Value } from './types.js'

/** How deep a value is looked into; what must be there deeper, since no example would be right without it. */
const DEEPEST = 6
const DEEPEST_REQUIRED = 16

/** Where a value is seen from. */
interface Seen {
  /** Which properties are left out: those that are never sent, or never come back. */
  readonly left?: 'readOnly' | 'writeOnly'
  readonly depth?: number
}

export function valueAt(context: Context, view: View, seen: Seen = {}): Value {
  return { ...valueFacts(describe(context, view)), ...within(context, view, seen) }
}

/** What is in a value: the items of an array, the properties of an object, the first of what it may be. */
export function within(
  context: Context,
  view: View,
  { left, depth = 0 }: Seen = {},
): Pick<Value, 'items' | 'properties' | 'variant'> {
  const { types } = describe(context, view)
  if (depth > DEEPEST_REQUIRED || !(types.includes('object') || types.includes('array'))) return {}
  const deeper: Seen = { ...(left && { left }), depth: depth + 1 }
  const [first, ...others] = alternatives(context, view)
  if (first && others.length > 0) return { variant: valueAt(context, first, deeper) }
  if (types.includes('array')) {
    const items = itemsOf(context, view)
    return items.length === 0 ? {} : { items: valueAt(context, items, deeper) }
  }
  const properties = propertiesOf(context, view, deeper)
  return properties.length === 0 ? {} : { properties }
}

export function propertiesOf(context: Context, view: View, { left, depth = 0 }: Seen): Property[] {
  const needed = requiredNames(view)
  return memberNames(view).flatMap((name): Property[] => {
    const schema = member(context, view, name)
    const said = describe(context, schema)
    const required = needed.has(name)
    if ((left && said[left]) || (depth > DEEPEST && !required)) return []
    return [
      {
        name,
        ...valueFacts(said),
        ...within(context, schema, { ...(left && { left }), depth }),
        required,
        ...(said.description === undefined ? {} : { description: said.description }),
        deprecated: said.deprecated,
      },
    ]
  })
}

/** What a description says of a value as a whole. */
export function valueFacts(said: Description): Value {
  return {
    type: typeName(said.types),
    ...(said.format === undefined ? {} : { format: said.format }),
    ...(said.enum === undefined ? {} : { enum: said.enum }),
    nullable: said.nullable === true,
    ...(said.default === undefined ? {} : { default: said.default }),
    ...(said.example === undefined ? {} : { example: said.example }),
  }
}
