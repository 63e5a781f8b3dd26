import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { literalLines } from './literal-lines.js'

const LONG = 'x'.repeat(60)

const GIVEN: readonly (readonly [value: unknown, want: readonly string[]])[] = [
  ['a', ["'a'"]],
  [null, ['null']],
  [new Date(0), ["new Date('1970-01-01T00:00:00.000Z')"]],
  [{}, ['{}']],
  [[], ['[]']],
  [{ a: ['bc', 'de'], 'f-g': { h: 1 } }, ["{ a: ['bc', 'de'], 'f-g': { h: 1 } }"]],
  [{ a: LONG, b: LONG }, ['{', `  a: '${LONG}',`, `  b: '${LONG}',`, '}']],
  [{ a: [LONG, LONG], b: {} }, ['{', '  a: [', `    '${LONG}',`, `    '${LONG}',`, '  ],', '  b: {},', '}']],
  [{ a: LONG + LONG }, ['{', `  a: '${LONG}${LONG}',`, '}']],
  [
    {
      a: [
        { b: 1, c: 2 },
        { b: 3, c: 4 },
      ],
    },
    ['{', '  a: [', '    { b: 1, c: 2 },', '    { b: 3, c: 4 },', '  ],', '}'],
  ],
  [[{ b: 1, c: 2 }, { b: 3 }], ['[{ b: 1, c: 2 }, { b: 3 }]']],
]

test('a value is on one line where that fits, and is broken where not', () => {
  for (const [value, want] of GIVEN) assert.equal(literalLines(value), want)
})

test('what stands before it counts', () => {
  const value = { a: 'x'.repeat(50) }
  assert.equal([literalLines(value, 30, 30).length, literalLines(value, 30, 31).length], [1, 3])
})

test('what it holds is looked at once, however deep that is', () => {
  let looked = 0
  let value: unknown = LONG
  for (let depth = 0; depth < 100; depth += 1) {
    const inner = value
    const holder = {}
    Object.defineProperty(holder, 'inner', {
      enumerable: true,
      get: () => {
        looked += 1
        return inner
      },
    })
    value = holder
  }
  assert.is(literalLines(value).length, 201)
  assert.is(looked, 100)
})

test.run()
