/** The body that a call is given. */
import type { Inspected, InspectedAttribute, InspectedBody, InspectedRelationship } from './inspected.js'
import { at, type Json } from './raw.js'
import { BYTES, type Sampling, sample } from './sample.js'

/** As TypeScript. @param schema of what is sent, where the document has none at the pointers that `inspect` tells. */
export function bodyArgument(sampling: Sampling, api: Inspected, body: InspectedBody, schema?: unknown): string {
  switch (body.kind) {
    case 'resource': {
      const { write = 'create', type } = body
      const resource = api.resources.find((one) => one.type === type)
      const id = write === 'create' && resource?.id.create === 'required' ? { id: '1' } : {}
      const attributes = (resource?.attributes ?? []).filter((one) => one[write] === 'required')
      const relationships = (resource?.relationships ?? []).filter((one) => one[write] === 'required')
      return literal({
        ...valuesOf(sampling, attributes, write),
        ...Object.fromEntries(relationships.map((one) => [one.name, link(one)])),
        ...id,
      })
    }
    case 'attributes': {
      const attributes = (body.attributes ?? []).filter((one) => one.create === 'required')
      return literal(valuesOf(sampling, attributes, 'read', []))
    }
    case 'linkage':
      return literal(link({ types: body.types ?? [], cardinality: body.cardinality ?? 'one' }))
    case 'plain':
      return plainBody(sampling, body, schema)
  }
  throw new Error(`a body of the kind ${body.kind}`)
}

const BLOB = "new Blob(['bytes'])"

/** In the media type that is usual. */
function plainBody(sampling: Sampling, { contents: [content] = [] }: InspectedBody, schema: unknown): string {
  if (content?.format === 'binary') return BLOB
  const value = schema === undefined ? sampleAt(sampling, content?.schema) : sample(sampling, schema)
  const written = literal(value)
  // Only parts carry bytes as they are.
  return content?.format === 'multipart' ? written.replaceAll(JSON.stringify(BYTES), BLOB) : written
}

const link = ({ types, cardinality }: Pick<InspectedRelationship, 'types' | 'cardinality'>): unknown => {
  const one = types.length === 1 ? '1' : { type: types[0], id: '1' }
  return cardinality === 'many' ? [one] : one
}

/** A resource object has these itself. https://jsonapi.org/format/1.1/#document-resource-object-fields */
const RESERVED = ['id', 'type']

/** A value for each attribute, by its schema. @param without the names of those that are left out. */
export function valuesOf(
  sampling: Sampling,
  attributes: readonly InspectedAttribute[],
  use: 'read' | 'create' | 'update',
  without: readonly string[] = RESERVED,
): Json {
  const fields = attributes.filter(({ name }) => !without.includes(name))
  return Object.fromEntries(
    fields.map((one) => [one.name, one.enum?.[0] ?? sampleAt(sampling, (one.schema[use] ?? one.schema.read)?.[0])]),
  )
}

/** By the pointer of its schema; undefined where there is none. */
export const sampleAt = (sampling: Sampling, pointer: string | undefined): unknown =>
  pointer === undefined ? undefined : sample(sampling, at(sampling.root, pointer))

/** JSON is TypeScript, but for the name that is no member in a literal. */
export const literal = (value: unknown): string =>
  (JSON.stringify(value) ?? 'undefined').replaceAll('"__proto__":', '["__proto__"]:')
