/**
 * What an OpenAPI document is made of: where in it a `$ref` is a reference, and which shape what is read must have.
 * Everywhere else (examples, defaults, enums, extensions) there is data. https://spec.openapis.org/oas/v3.1.1#schema
 */

/** The shape of a property. `prose` is told to people only, `things` is a list of things of its kind; a list, its values. */
export type Shape =
  | ('prose' | 'text' | 'texts' | 'flag' | 'list' | 'object' | 'things' | 'types' | 'mapped' | 'any')
  | readonly string[]

export interface Kind {
  /** In a message, `a parameter`. */
  readonly label?: string
  /** The shapes of its properties. Where none is said, a thing is an object, and data may be anything. */
  readonly shapes?: Readonly<Record<string, Shape>>
  /** The properties without which it says nothing. */
  readonly needs?: readonly string[]
  /** Whether true and false are things of this kind. */
  readonly boolean?: boolean
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
  /** The document itself. */
  readonly document: Kind
}

/** The objects that hold path items, by path or by name. */
export const PATHS = ['/paths', '/webhooks']

type Writable<T> = { -readonly [K in keyof T]: T[K] }

const map = (each: Kind): Kind => ({ each })

const TOLD: Readonly<Record<string, Shape>> = { summary: 'prose', description: 'prose' }

const example: Kind = { label: 'an example' }
const link: Kind = { label: 'a link', shapes: TOLD }
const securityScheme: Kind = {
  label: 'a security scheme',
  shapes: { ...TOLD, type: 'text', scheme: 'text', name: 'text', in: 'text', flows: 'object' },
  needs: ['type'],
}
const schema: Writable<Kind> = { label: 'a schema', boolean: true }
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
schema.shapes = {
  ...{ title: 'prose', description: 'prose', type: 'types', format: 'text', pattern: 'text', discriminator: 'mapped' },
  ...{ enum: 'list', required: 'texts', allOf: 'things', anyOf: 'things', oneOf: 'things', prefixItems: 'things' },
  ...{ nullable: 'flag', deprecated: 'flag', readOnly: 'flag', writeOnly: 'flag' },
  // Of an older JSON Schema, where they may be names.
  dependencies: 'any',
}

const header: Writable<Kind> = { label: 'a header', shapes: { ...TOLD, required: 'flag', deprecated: 'flag' } }
const encoding: Writable<Kind> = { label: 'an encoding', shapes: { contentType: 'text', style: 'text' } }
encoding.properties = {
  headers: map(header),
  encoding: map(encoding),
  itemEncoding: encoding,
  prefixEncoding: encoding,
}
const mediaType: Kind = {
  label: 'a media type',
  shapes: { prefixEncoding: 'things' },
  properties: { schema, itemSchema: schema, examples: map(example), ...encoding.properties, encoding: map(encoding) },
}
const parameter: Kind = {
  label: 'a parameter',
  shapes: {
    ...{ ...TOLD, name: 'text', in: ['query', 'querystring', 'header', 'path', 'cookie'], style: 'text' },
    ...{ required: 'flag', deprecated: 'flag', explode: 'flag', allowReserved: 'flag' },
  },
  needs: ['name', 'in'],
  properties: { schema, content: map(mediaType), examples: map(example) },
}
header.properties = { schema, content: map(mediaType), examples: map(example) }
const requestBody: Kind = {
  label: 'a request body',
  shapes: { ...TOLD, required: 'flag' },
  properties: { content: map(mediaType) },
}
const response: Kind = {
  label: 'a response',
  shapes: TOLD,
  properties: { headers: map(header), content: map(mediaType), links: map(link) },
}

const OF_OPERATION: Readonly<Record<string, Shape>> = {
  ...{ ...TOLD, operationId: 'text', deprecated: 'flag', tags: 'texts', parameters: 'things' },
  ...{ security: 'list', servers: 'list' },
}
const pathItem: Writable<Kind> = {}
const callback: Kind = { label: 'a callback', each: pathItem, extensible: true }
const operation: Kind = {
  label: 'an operation',
  shapes: OF_OPERATION,
  properties: {
    parameters: parameter,
    requestBody,
    responses: { each: response, extensible: true },
    callbacks: map(callback),
  },
}
pathItem.label = 'a path item'
pathItem.shapes = { ...TOLD, parameters: 'things', servers: 'list' }
pathItem.properties = {
  parameters: parameter,
  additionalOperations: map(operation),
  ...Object.fromEntries(
    ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'].map((name) => [name, operation]),
  ),
}

const info: Kind = { label: 'the info', shapes: { ...TOLD, title: 'prose', version: 'prose' } }
const paths: Kind = { each: pathItem, extensible: true }
const components: Readonly<Record<string, Kind>> = {
  ...{ schemas, responses: map(response), parameters: map(parameter), examples: map(example) },
  ...{ requestBodies: map(requestBody), headers: map(header), securitySchemes: map(securityScheme), links: map(link) },
  ...{ callbacks: map(callback), pathItems: map(pathItem), mediaTypes: map(mediaType) },
}

/** https://spec.openapis.org/oas/v3.1.1#components-object */
export const openapi: Grammar = {
  sections: sectionsOf('/components', components),
  others: '/components/x-parts',
  pathItem,
  document: {
    label: 'the document',
    shapes: { servers: 'list', tags: 'list', security: 'list' },
    properties: { info, paths, webhooks: paths, components: { label: 'the components', properties: components } },
  },
}

const swaggerParameter: Kind = {
  label: 'a parameter',
  shapes: {
    ...{ ...TOLD, name: 'text', in: ['query', 'header', 'path', 'formData', 'body'], required: 'flag' },
    ...{ type: 'types', format: 'text', enum: 'list', collectionFormat: 'text', items: 'object' },
  },
  needs: ['name', 'in'],
  properties: { schema },
}
const swaggerResponse: Kind = {
  label: 'a response',
  shapes: { ...TOLD, headers: 'object', examples: 'object' },
  properties: { schema },
}
const swaggerOperation: Kind = {
  label: 'an operation',
  shapes: { ...OF_OPERATION, consumes: 'texts', produces: 'texts', schemes: 'texts' },
  properties: { parameters: swaggerParameter, responses: { each: swaggerResponse, extensible: true } },
}
const swaggerPathItem: Kind = {
  label: 'a path item',
  shapes: { parameters: 'things' },
  properties: {
    parameters: swaggerParameter,
    ...Object.fromEntries(
      ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'].map((name) => [name, swaggerOperation]),
    ),
  },
}
const swaggerSections: Readonly<Record<string, Kind>> = {
  definitions: schemas,
  parameters: map(swaggerParameter),
  responses: map(swaggerResponse),
  securityDefinitions: map({ ...securityScheme, shapes: { ...securityScheme.shapes, flow: 'text', scopes: 'object' } }),
}

/** https://spec.openapis.org/oas/v2.0.html#schema */
export const swagger: Grammar = {
  sections: sectionsOf('', swaggerSections),
  others: '/x-parts',
  pathItem: swaggerPathItem,
  document: {
    label: 'the document',
    shapes: {
      ...{ host: 'text', basePath: 'text', schemes: 'texts', consumes: 'texts', produces: 'texts' },
      ...{ tags: 'list', security: 'list' },
    },
    properties: { info, paths: { each: swaggerPathItem, extensible: true }, ...swaggerSections },
  },
}

export { mediaType, schema }

/** The kinds of things by the pointers of the maps that hold them. */
function sectionsOf(pointer: string, maps: Readonly<Record<string, Kind>>): Map<string, Kind> {
  return new Map(Object.entries(maps).flatMap(([name, { each }]) => (each ? [[`${pointer}/${name}`, each]] : [])))
}

/** The kind of what `name` holds in a thing of `kind`; undefined where it is data. */
export function kindOf(kind: Kind, name: string): Kind | undefined {
  if (kind.properties && Object.hasOwn(kind.properties, name)) return kind.properties[name]
  return kind.extensible && name.startsWith('x-') ? undefined : kind.each
}
