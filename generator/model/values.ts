/** What a value may be, with what is in it, as far as the reference and its examples show it. */
import { parse } from '../document/pointer.js'
import type { Context } from './context.js'
import { type Description, describe, typeName } from './describe.js'
import { alternatives, itemsOf, type Layer, member, memberNames, requiredNames, text, type View } from './schema.js'
import type { Property, Value, Variant } from './types.js'

/** How deep a value is looked into; what must be there deeper, since no example would be right without it. */
const DEEPEST = 6
const DEEPEST_REQUIRED = 16

/** Where a value is seen from. */
interface Seen {
  /** Which properties are left out: those that are never sent, or never come back. */
  readonly left?: 'readOnly' | 'writeOnly'
  readonly depth?: number
  /** Whether it is only shown, and no example is made of it. */
  readonly shown?: boolean
}

/** Where it is looked into only as deep as it is shown. */
const SHOWN = DEEPEST - 1

export function valueAt(context: Context, view: View, seen: Seen = {}): Value {
  return { ...valueFacts(describe(context, view)), ...within(context, view, seen) }
}

/** What is in a value: the items of an array, the properties of an object, and the things that it may be. */
export function within(
  context: Context,
  view: View,
  { depth = 0, ...seen }: Seen = {},
): Pick<Value, 'items' | 'properties' | 'variants'> {
  const { types } = describe(context, view)
  if (depth > DEEPEST_REQUIRED || !(types.includes('object') || types.includes('array'))) return {}
  const deeper: Seen = { ...seen, depth: depth + 1 }
  const [first, ...others] = alternatives(context, view)
  if (first && others.length > 0) {
    // Several things of which each may be several things again are more than anybody reads.
    if (seen.shown) return {}
    const variant = (one: View, from: Seen): Variant => ({ ...variantFacts(view, one), ...valueAt(context, one, from) })
    const least: Seen = { ...deeper, depth: Math.max(depth, SHOWN), shown: true }
    return { variants: [variant(first, deeper), ...others.map((one) => variant(one, least))] }
  }
  if (types.includes('array')) {
    const items = itemsOf(context, view)
    return items.length === 0 ? {} : { items: valueAt(context, items, deeper) }
  }
  const properties = propertiesOf(context, view, deeper)
  return properties.length === 0 ? {} : { properties }
}

/** What the schemas say of a variant that do not hold for the others as well. */
function variantFacts(view: View, variant: View): Pick<Variant, 'label' | 'description'> {
  const own = variant.filter((layer) => !view.some(({ pointer }) => pointer === layer.pointer))
  const said = (read: (layer: Layer) => string | undefined): string | undefined => own.map(read).find(Boolean)
  const label = said(({ object }) => text(object.title)) ?? said(({ pointer }) => schemaName(pointer))
  const description = said(({ object }) => text(object.description))
  return { ...(label === undefined ? {} : { label }), ...(description === undefined ? {} : { description }) }
}

/** `Cat` of `/components/schemas/Cat`. */
function schemaName(pointer: string): string | undefined {
  const [components, schemas, name, ...more] = parse(pointer)
  return components === 'components' && schemas === 'schemas' && more.length === 0 ? name : undefined
}

export function propertiesOf(context: Context, view: View, { depth = 0, ...seen }: Seen): Property[] {
  const needed = requiredNames(view)
  return memberNames(view).flatMap((name): Property[] => {
    const schema = member(context, view, name)
    const said = describe(context, schema)
    const required = needed.has(name)
    if ((seen.left && said[seen.left]) || (depth > DEEPEST && (seen.shown || !required))) return []
    return [
      {
        name,
        ...valueFacts(said),
        ...within(context, schema, { ...seen, depth }),
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
    ...(said.limits ? { limits: said.limits } : {}),
  }
}
