/**
 * Where in an OpenAPI document a `$ref` is a reference. Everywhere else (examples, defaults, enums, extensions) it is
 * data. https://spec.openapis.org/oas/v3.1.1#schema
 */

export interface Kind {
  /** The section of the Components Object that holds such things. */
  readonly section?: string
  /** The kinds of the properties that have a name of their own. */
  readonly properties?: Readonly<Record<string, Kind>>
  /** The kind of all others. */
  readonly each?: Kind
  /** Properties that begin with `x-` are extensions; where they are not, any name may be given to a thing of `each`. */
  readonly extensible?: boolean
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

const map = (each: Kind): Kind => ({ each })

const example: Kind = { section: 'examples' }
const link: Kind = { section: 'links' }
const securityScheme: Kind = { section: 'securitySchemes' }
const schema: Writable<Kind> = { section: 'schemas' }
const schemas = map(schema)
schema.properties = {
  ...Object.fromEntries(
    [
      ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
      ...['items', 'prefixItems', 'additionalItems', 'unevaluatedItems', 'contains'],
      ...['additionalProperties', 'unevaluatedProperties', 'propertyNames', 'contentSchema'],
    ].map((name) => [name, schema]),
  ),
  ...Object.fromEntries(
    ['properties', 'patternProperties', 'dependentSchemas', 'dependencies', '$defs', 'definitions'].map((name) => [
      name,
      schemas,
    ]),
  ),
}

const header: Writable<Kind> = { section: 'headers' }
const encoding: Writable<Kind> = {}
encoding.properties = {
  headers: map(header),
  encoding: map(encoding),
  itemEncoding: encoding,
  prefixEncoding: encoding,
}
const mediaType: Kind = {
  section: 'mediaTypes',
  properties: { schema, itemSchema: schema, examples: map(example), ...encoding.properties, encoding: map(encoding) },
}
const parameter: Kind = {
  section: 'parameters',
  properties: { schema, content: map(mediaType), examples: map(example) },
}
header.properties = { schema, content: map(mediaType), examples: map(example) }
const requestBody: Kind = { section: 'requestBodies', properties: { content: map(mediaType) } }
const response: Kind = {
  section: 'responses',
  properties: { headers: map(header), content: map(mediaType), links: map(link) },
}

const pathItem: Writable<Kind> = { section: 'pathItems' }
const callback: Kind = { section: 'callbacks', each: pathItem, extensible: true }
const operation: Kind = {
  properties: {
    parameters: parameter,
    requestBody,
    responses: { each: response, extensible: true },
    callbacks: map(callback),
  },
}
pathItem.properties = {
  parameters: parameter,
  additionalOperations: map(operation),
  ...Object.fromEntries(
    ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'].map((name) => [name, operation]),
  ),
}

const sections = [schema, response, parameter, example, requestBody, header, securityScheme, link, callback, pathItem]

/** The kinds of things by the section of the Components Object that holds them. */
export const components: ReadonlyMap<string, Kind> = new Map(
  [...sections, mediaType].map((kind) => [kind.section ?? '', kind]),
)
export { mediaType, pathItem, schema }

/** The kind of what `name` holds in a thing of `kind`; undefined where it is data. */
export function kindOf(kind: Kind, name: string): Kind | undefined {
  if (kind.properties && Object.hasOwn(kind.properties, name)) return kind.properties[name]
  return kind.extensible && name.startsWith('x-') ? undefined : kind.each
}
