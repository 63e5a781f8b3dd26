import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { modelOfRoot } from '../../spec/fixtures/model/model-of.js'
import type { JsonObject } from '../document/types.js'

const DATA = {
  type: 'object',
  properties: { data: { type: 'object', properties: { type: { const: 'api_keys' }, id: { type: 'string' } } } },
}
const answers = (mediaType: string, schema: JsonObject): JsonObject => ({
  responses: { 200: { description: 'Done', content: { [mediaType]: { schema } } } },
})
const paths = {
  '/api_keys/{id}': { get: answers('application/vnd.api+json', DATA) },
  '/tides': { get: { tags: ['Tide tables'], operationId: 'get', ...answers('application/json', { type: 'string' }) } },
}

const tests: readonly (readonly [what: string, tags: JsonObject[], want: string[]])[] = [
  ['none is told of without a description', [{ name: 'api_keys' }, { name: 'tides', description: ' ' }], []],
  ['one of a resource', [{ name: 'api_keys', description: 'Keys.' }], ['apiKeys: Keys.']],
  ['one that is called nearly so', [{ name: 'API key', description: 'Keys.' }], ['apiKeys: Keys.']],
  [
    'the one that is called the same, of two',
    [
      { name: 'ApiKey', description: 'Nearly.' },
      { name: 'api_keys', description: 'Keys.' },
    ],
    ['apiKey: Nearly.', 'apiKeys: Keys.'],
  ],
  ['one of other operations', [{ name: 'Tide tables', description: 'When.' }], ['tideTables: When.']],
  ['a name once more tells nothing', [{ name: 'Tide tables', description: 'tide-tables.' }], []],
  [
    'nor does what is said of several',
    [
      { name: 'api_keys', description: 'resource type' },
      { name: 'tides', description: 'resource type' },
    ],
    [],
  ],
]

for (const [what, tags, want] of tests) {
  test(`tags: ${what}`, () => {
    const { model } = modelOfRoot({ openapi: '3.1.0', info: { title: 'T', version: '1' }, tags, paths })
    assert.equal(
      model.tags.map(({ accessor, description }) => `${accessor}: ${description}`),
      want,
    )
  })
}

test('a resource is called with the acronyms of its tag', () => {
  for (const [name, want] of [
    ['API Keys', 'API key, API keys'],
    ['Api keys', 'api key, api keys'],
    ['API', 'api key, api keys'],
  ]) {
    const { model } = modelOfRoot({ openapi: '3.1.0', info: { title: 'T', version: '1' }, tags: [{ name }], paths })
    assert.equal(
      model.resources.map(({ label }) => `${label.one}, ${label.many}`),
      [want],
    )
  }
})

test.run()
