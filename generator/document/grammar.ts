/**
 * Where in an OpenAPI document a `$ref` is a reference. Everywhere else (examples, defaults, enums, extensions) it is
 * data. https://spec.openapis.org/oas/v3.1.1#schema
 */

export interface Kind {
  /** The kinds of the properties that have a name of their own. */
  readonly properties?: Readonly<Record<string, Kind>>
  /** The kind of all others. */
  readonly each?: Kind
  /** Properties that begin with `x-` are extensions; where they are not, any name may be given to a thing of `each`. */
  readonly extensible?: boolean
}

/** Where the things of each kind are in a document of one version of the specification. */
export interface Grammar {
  /** The kinds of the things that may be referred to by name, by the pointer of the object that holds them. */
  readonly sections: ReadonlyMap<string, Kind>
  /** The pointer of an object for what has no such place. */
  readonly others: string
  readonly pathItem: Kind
}

/** The objects that hold path items, by path or by name. */
export const PATHS = ['/paths', '/webhooks']

type Writable<T> = { -readonly [K in keyof T]: T[K] }

const map = (each: Kind): Kind => ({ each })

const example: Kind = {}
const link: Kind = {}
const securityScheme: Kind = {}
const schema: Writable<Kind> = {}
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

const header: Writable<Kind> = {}
const encoding: Writable<Kind> = {}
encoding.properties = {
  headers: map(header),
  encoding: map(encoding),
  itemEncoding: encoding,
  prefixEncoding: encoding,
}
const mediaType: Kind = {
  properties: { schema, itemSchema: schema, examples: map(example), ...encoding.properties, encoding: map(encoding) },
}
const parameter: Kind = {
  properties: { schema, content: map(mediaType), examples: map(example) },
}
header.properties = { schema, content: map(mediaType), examples: map(example) }
const requestBody: Kind = { properties: { content: map(mediaType) } }
const response: Kind = {
  properties: { headers: map(header), content: map(mediaType), links: map(link) },
}

const pathItem: Writable<Kind> = {}
const callback: Kind = { each: pathItem, extensible: true }
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

/** https://spec.openapis.org/oas/v3.1.1#components-object */
export const openapi: Grammar = {
  sections: new Map([
    ['/components/schemas', schema],
    ['/components/responses', response],
    ['/components/parameters', parameter],
    ['/components/examples', example],
    ['/components/requestBodies', requestBody],
    ['/components/headers', header],
    ['/components/securitySchemes', securityScheme],
    ['/components/links', link],
    ['/components/callbacks', callback],
    ['/components/pathItems', pathItem],
    ['/components/mediaTypes', mediaType],
  ]),
  others: '/components/x-parts',
  pathItem,
}

const swaggerParameter: Kind = { properties: { schema } }
const swaggerResponse: Kind = { properties: { schema } }
const swaggerOperation: Kind = {
  properties: { parameters: swaggerParameter, responses: { each: swaggerResponse, extensible: true } },
}

/** https://spec.openapis.org/oas/v2.0.html#schema */
export const swagger: Grammar = {
  sections: new Map([
    ['/definitions', schema],
    ['/parameters', swaggerParameter],
    ['/responses', swaggerResponse],
    ['/securityDefinitions', {}],
  ]),
  others: '/x-parts',
  pathItem: {
    properties: {
      parameters: swaggerParameter,
      ...Object.fromEntries(
        ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'].map((name) => [name, swaggerOperation]),
      ),
    },
  },
}

export { mediaType, schema }

/** The kind of what `name` holds in a thing of `kind`; undefined where it is data. */
export function kindOf(kind: Kind, name: string): Kind | undefined {
  if (kind.properties && Object.hasOwn(kind.properties, name)) return kind.properties[name]
  return kind.extensible && name.startsWith('x-') ? undefined : kind.each
}
