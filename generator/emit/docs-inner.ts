/** What is in an object, in the items of a list, and in each of several things that a value may be, as tables show it. */
import type { Property, Value, Variant } from '../model/types.js'

export type Named = Value & { readonly name: string }

/** How the way to what is in something is written. */
export type Way = (outer: string, name: string) => string

/** One of several things that a value may be. */
export interface Alternative {
  /** The way to the value. */
  readonly name: string
  readonly label: string
  readonly variant: Variant
  /** What is in it, each with its way there. */
  readonly properties: readonly Property[]
}

/** What a row is about that follows a value's own: a property, or what the properties after it are in. */
export type Inner =
  | {
      readonly property: Property
      /** What it may be, where no rows follow that tell. */
      readonly apart: readonly Alternative[]
    }
  | { readonly alternative: Alternative }

/** Up to so many rows, the properties of objects within an object are shown as well. */
const MOST = 24

/** The rows of what is in a value, each with its way there, `address.city`, `lines[].sku`; and what is too much for rows. */
export function innerOf(value: Named, way: Way): { inner: readonly Inner[]; apart: readonly Alternative[] } {
  const whole = within(value, way, 2)
  const inner = whole.length > MOST ? within(value, way, 1) : whole
  const apart = inner.length > MOST ? alternativesOf(value, way) : []
  return apart.length > 0 ? { inner: [], apart } : { inner, apart }
}

function within(value: Named, way: Way, levels: number): Inner[] {
  const inner = (property: Property): Inner[] =>
    levels > 1
      ? [{ property, apart: [] }, ...within(property, way, levels - 1)]
      : [{ property, apart: alternativesOf(property, way) }]
  const alternatives = alternativesOf(value, way)
  return alternatives.length > 0
    ? alternatives.flatMap((alternative) => [{ alternative }, ...alternative.properties.flatMap(inner)])
    : propertiesOf(value, way).flatMap(inner)
}

/** The objects that a value may be; none where only one of them has something in it. */
function alternativesOf(value: Named, way: Way): Alternative[] {
  const { name, variants = [] } = innermost(value)
  const all = variants.map((variant, index) => ({
    ...{ name, variant, label: variant.label ?? `variant ${index + 1}` },
    properties: propertiesOf({ ...variant, name }, way),
  }))
  const isOne = ({ properties }: Alternative): boolean => properties.length > 0
  return all.filter(isOne).length > 1 ? all.filter((one) => isOne(one) || one.variant.type === 'object') : []
}

function propertiesOf(value: Named, way: Way): Property[] {
  const { name, properties = [], variants = [] } = innermost(value)
  const [only = [], ...others] = variants
    .map((variant) => propertiesOf({ ...variant, name }, way))
    .filter((inner) => inner.length > 0)
  return others.length > 0 ? [] : [...properties.map((one) => ({ ...one, name: way(name, one.name) })), ...only]
}

/** Of a list, its items. */
const innermost = (value: Named): Named =>
  value.items ? innermost({ ...value.items, name: `${value.name}[]` }) : value
