/** The grammar of Swagger 2.0. https://spec.openapis.org/oas/v2.0.html#schema */
import { type Grammar, type Kind, map, sectionsOf } from './grammar.js'
import { info, OF_OPERATION, schema, schemas, securityScheme, TOLD } from './openapi-grammar.js'

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
