import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { child, resolve, root } from './resolve.js'
import type { Document, JsonObject } from './types.js'

const value: JsonObject = {
  paths: { '/a': { $ref: '#/components/pathItems/A' } },
  components: {
    pathItems: { A: { get: { responses: { '200': { $ref: '#/components/responses/Ok' } } } } },
    responses: { Ok: { $ref: '#/components/responses/Fine' }, Fine: { description: 'fine' } },
    schemas: {
      Self: { $ref: '#/components/schemas/Self' },
      One: { $ref: '#/components/schemas/Two' },
      Two: { $ref: '#/components/schemas/One' },
      Encoded: { $ref: '#/components/schemas/with%20space' },
      'with space': { type: 'string' },
      Data: { example: { $ref: './not-a-reference' } },
    },
  },
}
const document: Document = {
  ...{ name: 'x', version: '3.1.0', problems: [], sources: new Map(), root: value },
  locate: () => ({ file: 'x' }),
}

const wants: [path: string[], pointer: string, value: unknown][] = [
  [['paths', '/a', 'get', 'responses', '200'], '/components/responses/Fine', { description: 'fine' }],
  [['paths', '/a', 'get', 'responses', '200', 'description'], '/components/responses/Fine/description', 'fine'],
  [
    ['paths', '/a', 'get'],
    '/components/pathItems/A/get',
    { responses: { '200': { $ref: '#/components/responses/Ok' } } },
  ],
  [['paths', '/a', 'put', 'responses'], '/components/pathItems/A/put/responses', undefined],
  [['components', 'schemas', 'Self'], '/components/schemas/Self', undefined],
  [['components', 'schemas', 'One', 'type'], '/components/schemas/Two/type', undefined],
  [['components', 'schemas', 'Encoded'], '/components/schemas/with space', { type: 'string' }],
  [['components', 'schemas', 'constructor'], '/components/schemas/constructor', undefined],
  [['components', 'schemas', 'Data', 'example'], '/components/schemas/Data/example', { $ref: './not-a-reference' }],
]
for (const [path, pointer, value] of wants) {
  test(`child ${path.join(' ')}`, () => assert.equal(child(document, root(document), ...path), { value, pointer }))
}

test('resolve leaves alone what is no reference', () => {
  const node = { value: { type: 'string' }, pointer: '/x' }
  assert.is(resolve(document, node), node)
})

test.run()
