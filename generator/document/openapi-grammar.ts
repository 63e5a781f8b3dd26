/** The grammar of OpenAPI 3. https://spec.openapis.org/oas/v3.1.1#schema */
import { type Grammar, type Kind, map, type Shape, sectionsOf } from './grammar.js'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

export const TOLD: Readonly<Record<string, Shape>> = { summary: 'prose', description: 'prose' }

const example: Kind = { label: 'an example' }
const link: Kind = { label: 'a link', shapes: TOLD }
export const securityScheme: Kind = {
  label: 'a security scheme',
  shapes: { ...TOLD, type: 'text', scheme: 'text', name: 'text', in: 'text', flows: 'object' },
  needs: ['type'],
}
export const schema: Writable<Kind> = { label: 'a schema', boolean: true }
export const schemas = map(schema)
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
export const mediaType: Kind = {
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

export const OF_OPERATION: Readonly<Record<string, Shape>> = {
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

export const info: Kind = { label: 'the info', shapes: { ...TOLD, title: 'prose', version: 'prose' } }
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
