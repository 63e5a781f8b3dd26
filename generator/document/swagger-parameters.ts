/** Parameters of Swagger 2.0, of which some are bodies. https://spec.openapis.org/oas/v2.0.html#parameter-object */
import type { Moves } from './moves.js'
import { isObject, put } from './objects.js'
import type { Parsed, ParsedObject } from './parse.js'
import { join } from './pointer.js'

/** A parameter, after its `$ref`, and where it stands. */
export interface SwaggerParameter {
  readonly value: ParsedObject
  readonly pointer: string
}

const FORMS = ['multipart/form-data', 'application/x-www-form-urlencoded']

/** What OpenAPI 3 has in a schema, and Swagger beside the parameter's name. */
const OF_SCHEMA = [
  ...['type', 'format', 'items', 'default', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'maxLength'],
  ...['minLength', 'pattern', 'maxItems', 'minItems', 'uniqueItems', 'enum', 'multipleOf', 'x-nullable'],
]

const STYLES: Readonly<Record<string, ParsedObject>> = {
  multi: { style: 'form', explode: true },
  ssv: { style: 'spaceDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
}

/** A parameter of path, query or header, or a header of a response, as it stands at `to`. */
export function parameterObject(value: ParsedObject, from: string, to: string, moves: Moves): ParsedObject {
  moves.add(from, join(to, 'schema'))
  moves.add(from, to)
  const rest = Object.entries(value).filter(([name]) => !OF_SCHEMA.includes(name) && name !== 'collectionFormat')
  return { ...Object.fromEntries(rest), ...styleOf(value), schema: schemaOf(value) }
}

/** The one body of an operation: of a `body` parameter, or of all that are in `formData`. Undefined where it has none. */
export function requestBody(
  parameters: readonly SwaggerParameter[],
  consumes: readonly string[],
  to: string,
  moves: Moves,
): ParsedObject | undefined {
  const body = parameters.find(({ value }) => value.in === 'body')
  if (body) {
    const { in: _in, name: _name, schema, ...rest } = body.value
    moves.add(body.pointer, to)
    const content: ParsedObject = {}
    for (const mediaType of consumes.length > 0 ? consumes : ['application/json']) {
      moves.add(join(body.pointer, 'schema'), join(to, 'content', mediaType, 'schema'))
      put(content, mediaType, schema === undefined ? {} : { schema })
    }
    return { ...rest, content }
  }
  const fields = parameters.filter(({ value }) => value.in === 'formData' && typeof value.name === 'string')
  const [first] = fields
  if (!first) return undefined
  moves.add(first.pointer, to)
  const content: ParsedObject = {}
  for (const mediaType of formTypes(fields, consumes)) {
    put(content, mediaType, form(fields, join(to, 'content', mediaType), moves))
  }
  return { required: fields.some(({ value }) => value.required === true), content }
}

/** Files need multipart; where nothing is said, the rest is sent as HTML's forms are. */
function formTypes(fields: readonly SwaggerParameter[], consumes: readonly string[]): string[] {
  const [multipart = '', urlencoded = ''] = FORMS
  if (fields.some(({ value }) => value.type === 'file')) return [multipart]
  const named = consumes.filter((mediaType) => FORMS.includes(mediaType))
  return named.length > 0 ? named : [urlencoded]
}

function form(fields: readonly SwaggerParameter[], to: string, moves: Moves): ParsedObject {
  const properties: ParsedObject = {}
  const encoding: ParsedObject = {}
  for (const { value, pointer } of fields) {
    const name = String(value.name)
    moves.add(pointer, join(to, 'schema', 'properties', name))
    const { description } = value
    put(properties, name, { ...(description !== undefined && { description }), ...schemaOf(value) })
    const style = styleOf(value)
    if (style.style !== undefined) put(encoding, name, style)
  }
  const required = fields.flatMap(({ value }) => (value.required === true ? [String(value.name)] : []))
  const schema: ParsedObject = { type: 'object', properties, ...(required.length > 0 && { required }) }
  return { schema, ...(Object.keys(encoding).length > 0 && { encoding }) }
}

function schemaOf(value: ParsedObject): ParsedObject {
  // Values between tabs: no style of OpenAPI 3 writes them, the program that calls does.
  if (value.type === 'array' && value.collectionFormat === 'tsv') return { type: 'string' }
  const schema: ParsedObject = {}
  for (const name of OF_SCHEMA) if (value[name] !== undefined) put(schema, name, value[name] ?? null)
  if (isObject(schema.items)) put(schema, 'items', schemaOf(schema.items))
  if (schema.type === 'file') Object.assign(schema, { type: 'string', format: 'binary' })
  return schema
}

/** https://spec.openapis.org/oas/v2.0.html#fixed-fields-6, collectionFormat */
function styleOf(value: ParsedObject): ParsedObject {
  if (value.type !== 'array' || value.collectionFormat === 'tsv') return {}
  const inQuery = value.in === 'query' || value.in === 'formData'
  const format: Parsed = value.collectionFormat ?? 'csv'
  if (!inQuery) return { style: 'simple', explode: false }
  return (typeof format === 'string' ? STYLES[format] : undefined) ?? { style: 'form', explode: false }
}
