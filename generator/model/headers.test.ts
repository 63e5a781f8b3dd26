import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../document/load.js'
import { build } from './build.js'

const cwd = fileURLToPath(new URL('../../spec/fixtures/model/', import.meta.url))

test('the headers of the successful answer, without the one that its content tells', async () => {
  const { model } = build(await load('answer-headers.yaml', { cwd }))
  const usual = { nullable: false, required: false, deprecated: false }
  assert.equal(model.operations[0]?.headers, [
    { ...usual, name: 'X-Rate-Limit', type: 'integer', enum: [10, 20], deprecated: true },
    {
      ...usual,
      ...{ name: 'Location', type: 'string', format: 'uri', example: '/reports/1', required: true },
      description: 'Where it is.',
    },
    { ...usual, name: 'X-Trace', type: 'string' },
  ])
})

test.run()
