import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Limits } from '../model/types.js'
import { limitChanges } from './limits.js'
import { SENT } from './value-types.js'
import { plainText, says } from './words.js'

const subject = { of: 'field', type: 'roles', name: 'kind' } as const

/** Whether requests that were right are refused, the one way and the other. */
const GIVEN: readonly (readonly [one: Limits, other: Limits, there: boolean, back: boolean])[] = [
  [{}, { minLength: 1 }, true, false],
  [{}, { maxItems: 1 }, true, false],
  [{}, { minProperties: 1 }, true, false],
  [{}, { uniqueItems: true }, true, false],
  [{}, { multipleOf: 5 }, true, false],
  [{ minLength: 1, maxLength: 5 }, { minLength: 2, maxLength: 9 }, true, true],
  [{ minLength: 1, maxLength: 5 }, { maxLength: 5 }, false, true],
  [{ minimum: 1 }, { exclusiveMinimum: 1 }, true, false],
  [{ minimum: 1 }, { exclusiveMinimum: 0 }, false, true],
  [{ minimum: 1 }, { minimum: 1, exclusiveMinimum: 1 }, true, false],
  [{ maximum: 1 }, { exclusiveMaximum: 1 }, true, false],
  [{ maximum: 1 }, { exclusiveMaximum: 2 }, false, true],
  [{ maximum: -1 }, { maximum: -2 }, true, false],
  [{ multipleOf: 0.01 }, { multipleOf: 0.1 }, true, false],
  [{ multipleOf: 4 }, { multipleOf: 6 }, true, true],
]
for (const [one, other, there, back] of GIVEN) {
  test(`${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => {
    for (const [before, after, isRefused] of [[one, other, there] as const, [other, one, back] as const]) {
      const rules = limitChanges(subject, before, after, SENT).map(({ rule }) => rule)
      assert.equal(rules, [isRefused ? 'limits-narrowed-sent' : 'limits-compatible'])
      assert.equal(limitChanges(subject, before, before, SENT), [])
    }
  })
}

test('what is limited apart changes apart, and is told in the words of JSON Schema', () => {
  const before: Limits = { pattern: '^a', minLength: 1, maxItems: 2, uniqueItems: true }
  const found = limitChanges(subject, before, { pattern: '^b', maxLength: 3, maxItems: 2 }, SENT)
  assert.equal(
    found.map((change) => plainText(says(change))),
    [
      'matches ^b, before ^a',
      'limited by maxLength 3, before by minLength 1',
      'limited by none, before by uniqueItems',
    ],
  )
})

test.run()
