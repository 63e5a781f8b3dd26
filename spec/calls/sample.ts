/** Values that fit a schema. */
import { type Json, list, object, resolve } from './raw.js'

/** A text that must be percent-encoded wherever it goes, without what lists are separated by. */
export const TEXT = 'é&=+ x'

/** Stands for bytes. */
export const BYTES = 'bytes!'

export interface Sampling {
  readonly root: Json
  /** Whether objects have all their properties, not only those that they must have. */
  readonly all?: boolean
  /** What a string is where nothing more is said of it. */
  readonly text?: string
}

/** A small value that fits a schema; undefined where there is none that ends. */
export function sample(sampling: Sampling, given: unknown, depth = 0): unknown {
  if (depth > 12 || given === false) return undefined
  const schema = object(resolve(sampling.root, given))
  if ('const' in schema) return schema.const
  const values = list(schema.enum).filter((one) => one !== null)
  if (values.length > 0) return values[0]
  const { oneOf, anyOf, allOf } = schema
  const [choice] = [...list(oneOf), ...list(anyOf)].filter((one) => !isNull(sampling, one))
  const parts = [...list(allOf), ...(choice === undefined ? [] : [choice])]
  if (parts.length === 0) return plain(sampling, schema, depth)
  const own = 'properties' in schema ? [plain(sampling, { ...schema, type: 'object' }, depth)] : []
  const samples = [...parts.map((part) => sample(sampling, part, depth + 1)), ...own]
  const objects = samples.filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
  if (objects.length === 0) return samples.find((one) => one !== undefined)
  const required = list(schema.required).map((name) => `${name}`)
  const merged = Object.assign({}, ...objects, ...parts.map((part) => named(sampling, part, required, depth)))
  return { ...merged, ...discriminated(sampling.root, given, schema, parts, choice) }
}

/** Properties of a part that another part requires. */
function named(sampling: Sampling, part: unknown, required: readonly string[], depth: number): Json {
  const properties = object(object(resolve(sampling.root, part)).properties)
  return Object.fromEntries(
    required.flatMap((name) => (name in properties ? [[name, sample(sampling, properties[name], depth + 1)]] : [])),
  )
}

const isNull = ({ root }: Sampling, schema: unknown): boolean => object(resolve(root, schema)).type === 'null'

/** The discriminator's value for what was chosen. https://spec.openapis.org/oas/v3.1.1#discriminator-object */
function discriminated(root: Json, given: unknown, schema: Json, parts: readonly unknown[], choice: unknown): Json {
  const bases = parts.map((part) => [object(resolve(root, part)).discriminator, given] as const)
  return Object.assign(
    {},
    ...[...bases, [schema.discriminator, choice] as const].map(([discriminator, target]) => {
      const { propertyName, mapping } = object(discriminator)
      const { $ref } = object(target)
      if (typeof propertyName !== 'string' || typeof $ref !== 'string') return {}
      const name = $ref.split('/').at(-1)
      const mapped = Object.entries(object(mapping)).find(([, to]) => to === $ref || to === name)
      return { [propertyName]: mapped?.[0] ?? name }
    }),
  )
}

function plain(sampling: Sampling, schema: Json, depth: number): unknown {
  switch (typeOf(schema)) {
    case 'string':
      return schema.format === 'binary' ? BYTES : (sampling.text ?? TEXT)
    case 'integer':
    case 'number':
      return typeof schema.minimum === 'number' ? Math.max(1, schema.minimum) : 1
    case 'boolean':
      return true
    case 'null':
      return null
    case 'array':
      return items(sampling, schema, depth)
    case 'object':
      return properties(sampling, schema, depth)
  }
  return sampling.text ?? TEXT
}

function typeOf({ type, properties, items, additionalProperties }: Json): unknown {
  if (Array.isArray(type)) return type.find((one) => one !== 'null')
  return type ?? (properties || additionalProperties ? 'object' : items ? 'array' : undefined)
}

function items(sampling: Sampling, { items, prefixItems }: Json, depth: number): unknown[] {
  if (Array.isArray(prefixItems)) return prefixItems.map((one) => sample(sampling, one, depth + 1))
  const one = sample(sampling, items ?? {}, depth + 1)
  return one === undefined ? [] : [one]
}

function properties(sampling: Sampling, schema: Json, depth: number): Json {
  const required = list(schema.required)
  return Object.fromEntries(
    Object.entries(object(schema.properties)).flatMap(([name, inner]) => {
      const hasDefault = 'default' in object(resolve(sampling.root, inner)) // the wire types then require it
      if (!sampling.all && !required.includes(name) && !hasDefault) return []
      const value = sample(sampling, inner, depth + 1)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
