import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { modelOfRoot } from '../../spec/fixtures/model/model-of.js'
import type { JsonObject } from '../document/types.js'
import type { Value } from './types.js'

/** What the Model says of the value that an operation answers with. */
function answered(schema: JsonObject, schemas: JsonObject = {}, version = '3.1.0'): Value {
  const content = { 'application/json': { schema } }
  const { model } = modelOfRoot({
    openapi: version,
    info: { title: 'T', version: '1' },
    paths: { '/a': { get: { responses: { 200: { description: 'Done', content } } } } },
    components: { schemas },
  })
  const answer = model.operations[0]?.answer
  const value = answer?.kind === 'plain' ? answer.contents[0].value : undefined
  if (!value) throw new Error('no value')
  return value
}

test('limits, the more specific schema before what it refers to', () => {
  const Base = { type: 'number', minimum: 1, maximum: 9, multipleOf: 2 }
  const given: [schema: JsonObject, want: Value['limits']][] = [
    [{ type: 'string' }, undefined],
    [
      { type: 'string', pattern: '^a', minLength: 1, maxLength: 2 },
      { pattern: '^a', minLength: 1, maxLength: 2 },
    ],
    [
      { type: 'array', minItems: 1, maxItems: 2, uniqueItems: true },
      { minItems: 1, maxItems: 2, uniqueItems: true },
    ],
    [
      { type: 'object', minProperties: 1, maxProperties: 2 },
      { minProperties: 1, maxProperties: 2 },
    ],
    [
      { $ref: '#/components/schemas/Base', maximum: 5 },
      { minimum: 1, maximum: 5, multipleOf: 2 },
    ],
    [{ type: 'number', exclusiveMinimum: 0 }, { exclusiveMinimum: 0 }],
    // What limits nothing, or is no limit.
    [{ type: 'array', minItems: 0, uniqueItems: false, maxItems: 'many', multipleOf: 0, pattern: '' }, undefined],
  ]
  for (const [schema, want] of given) assert.equal(answered(schema, { Base }).limits, want, JSON.stringify(schema))
  const old = { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false }
  assert.equal(answered(old, {}, '3.0.3').limits, { exclusiveMinimum: 0, maximum: 9 })
})

test.run()
