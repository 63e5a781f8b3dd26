import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { modelOfRoot } from '../../spec/fixtures/model/model-of.js'
import type { JsonObject } from '../document/types.js'

const tests: readonly (readonly [info: JsonObject, more: JsonObject, want: string[]])[] = [
  [{}, {}, []],
  [{ contact: {}, license: { name: ' ' } }, {}, []],
  [{ contact: { name: 'Us' } }, {}, ['contact Us']],
  [{ contact: { name: 'Us', email: 'us@a.example' } }, {}, ['contact Us mailto:us@a.example']],
  [{ contact: { email: 'us@a.example' } }, {}, ['contact us@a.example mailto:us@a.example']],
  [
    { contact: { name: 'Us', url: 'https://a.example', email: 'us@a.example' } },
    {},
    ['contact Us https://a.example', 'contact us@a.example mailto:us@a.example'],
  ],
  [
    { license: { name: 'MIT', url: 'https://a.example/l' }, termsOfService: 'https://a.example/t' },
    { externalDocs: { url: 'https://a.example/d' } },
    [
      'externalDocs https://a.example/d https://a.example/d',
      'license MIT https://a.example/l',
      'termsOfService https://a.example/t https://a.example/t',
    ],
  ],
  [
    {},
    { externalDocs: { description: 'The manual', url: 'https://a.example/d' } },
    ['externalDocs The manual https://a.example/d'],
  ],
]

for (const [info, more, want] of tests) {
  test(`what is said about the API: ${JSON.stringify({ ...info, ...more })}`, () => {
    const { model } = modelOfRoot({ openapi: '3.1.0', info: { title: 'T', version: '1', ...info }, paths: {}, ...more })
    assert.equal(
      model.api.about.map(({ of, name, url }) => [of, name, url].filter(Boolean).join(' ')),
      want,
    )
  })
}

test.run()
