import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from './load.js'
import { get } from './pointer.js'
import type { Json } from './types.js'

const cwd = fileURLToPath(new URL('../../spec/fixtures/document', import.meta.url))
const document = await load('swagger.yaml', { cwd })

const pets = '/paths/~1pets'
const wants: [pointer: string, want: Json | undefined][] = [
  ['/openapi', '3.0.4'],
  ['/swagger', undefined],
  ['/servers', [{ url: 'https://api.example.com/v1' }, { url: 'http://api.example.com/v1' }]],
  [
    `${pets}/parameters`,
    [
      {
        ...{ name: 'page', in: 'query', required: true, style: 'pipeDelimited', explode: false },
        schema: { type: 'array', items: { type: 'integer' } },
      },
    ],
  ],
  [`${pets}/get/parameters/0/style`, 'form'],
  [`${pets}/get/parameters/0/explode`, true],
  [`${pets}/get/responses/200/content`, { 'application/xml': { schema: { $ref: '#/components/schemas/Pet' } } }],
  [`${pets}/get/responses/200/headers/X-Rate/schema`, { type: 'integer' }],
  [`${pets}/get/responses/404`, { $ref: '#/components/responses/Lost' }],
  ['/components/responses/Lost/content/application~1json/schema', { $ref: '#/components/schemas/Pet' }],
  [
    `${pets}/put/requestBody`,
    { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Other' } } } },
  ],
  [`${pets}/put/parameters`, []],
  [
    `${pets}/put/responses/200/content/application~1json/schema/$ref`,
    '#/paths/~1pets/get/responses/200/content/application~1xml/schema',
  ],
  [
    `${pets}/post/requestBody`,
    {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: {
            type: 'object',
            properties: {
              note: { type: 'string', enum: ['a', 'b'] },
              list: { type: 'array', items: { type: 'string' } },
            },
            required: ['note'],
          },
          encoding: { list: { style: 'form', explode: false } },
        },
      },
    },
  ],
  [`${pets}/post/responses/201/content/application~1json/schema`, { type: 'string', format: 'binary' }],
  [
    '/paths/~1photos/post/requestBody/content',
    {
      'multipart/form-data': {
        schema: { type: 'object', properties: { photo: { type: 'string', format: 'binary' } } },
      },
    },
  ],
  ['/components/parameters', { Page: get(document.root, `${pets}/parameters/0`) ?? null }],
  [
    '/components/requestBodies/Body/content/application~1json/schema',
    { type: 'object', properties: { a: { type: 'integer' } } },
  ],
  ['/components/requestBodies/Alias', undefined],
  [
    '/paths/~1photos/put/requestBody/content/application~1json/schema',
    { type: 'object', properties: { a: { type: 'integer' } } },
  ],
  [
    '/components/requestBodies/Unused/content/application~1json/schema/$ref',
    '#/components/requestBodies/Body/content/application~1json/schema/properties/a',
  ],
  ['/components/securitySchemes/basic', { type: 'http', scheme: 'basic' }],
  [
    '/components/securitySchemes/oauth/flows',
    { clientCredentials: { tokenUrl: 'https://example.com/token', scopes: { read: '' } } },
  ],
  ['/components/schemas/Pet/discriminator', { propertyName: 'kind' }],
  ['/components/schemas/Pet/properties/kind/nullable', true],
  ['/components/schemas/Pet/properties/example/$ref', '#/components/schemas/Pet'],
  // data
  ['/components/schemas/Pet/example', { type: 'file', discriminator: 'kind', $ref: '#/definitions/Nope' }],
  ['/components/schemas/Other/properties/again/$ref', '#/components/schemas/Other'],
]
for (const [pointer, want] of wants) test(`upgraded: ${pointer}`, () => assert.equal(get(document.root, pointer), want))

const places: [pointer: string, want: string][] = [
  ['/servers', 'swagger.yaml:3:7 /host'],
  [`${pets}/parameters/0/schema/items`, 'swagger.yaml:10:54 /parameters/Page/items'],
  [
    `${pets}/get/responses/200/content/application~1xml/schema`,
    'swagger.yaml:23:43 /paths/~1pets/get/responses/200/schema',
  ],
  [`${pets}/put/requestBody/required`, 'swagger.yaml:26:53 /paths/~1pets/put/parameters/0/required'],
  [
    `${pets}/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/note/enum/1`,
    'swagger.yaml:9:61 /parameters/Form/enum/1',
  ],
  ['/components/schemas/Pet/properties/kind', 'swagger.yaml:45:13 /definitions/Pet/properties/kind'],
  ['/components/schemas/Other/properties', 'swagger-parts.json:1:45 /definitions/Other/properties'],
]
for (const [pointer, want] of places) {
  test(`place of ${pointer}`, () => {
    const place = document.locate(pointer)
    assert.is(`${place.file}:${place.line}:${place.column} ${place.pointer}`, want)
  })
}

const petstore = fileURLToPath(new URL('../../../shared/specs/petstore-v2.json', import.meta.url))
if (existsSync(petstore)) {
  test('every reference of the Swagger Petstore leads to something', async () => {
    const { root } = await load(petstore, { cwd })
    const refs = JSON.stringify(root).match(/(?<="\$ref":")[^"]*/g) ?? []
    assert.ok(refs.length > 10)
    for (const ref of refs) assert.ok(get(root, ref.slice(1)) !== undefined, ref)
  })
} else {
  console.log('skipped: the Swagger Petstore, which is not there')
}

test.run()
