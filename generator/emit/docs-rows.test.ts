import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { attribute } from '../../spec/fixtures/docs/library.js'
import type { Attribute, Property } from '../model/types.js'
import { argumentRow, propertyRows } from './docs-parameters.js'
import { rowsText, valueText } from './docs-rows.js'

const many = Array.from({ length: 13 }, (_, index) => `v${index}`)
const property = (name: string, more: Partial<Property> = {}): Property => ({
  ...{ name, type: 'string', nullable: false, required: false, deprecated: false },
  ...more,
})

/** [what is known of an argument, its type, what its cell says] */
const CELLS: readonly (readonly [given: Partial<Attribute>, type: string, text: string])[] = [
  [{}, 'string', ''],
  [{ enum: ['a', 'b'] }, 'string', 'One of `a`, `b`.'],
  [{ enum: ['a'], description: 'How' }, 'string', 'How. Always `a`.'],
  [{ enum: ['a', 'b'], description: '* `a` - A\n* `b` - B' }, 'string', '• `a` - A<br>• `b` - B'],
  [{ description: '* `a` - A', default: 'a' }, 'string', '• `a` - A<br>`a` by default.'],
  [{ enum: many }, 'string', 'One of `v0`, `v1`, `v2`, `v3` and 9 more, below.'],
  [
    { type: 'array', items: { type: 'string', enum: ['a', 'b'], nullable: false } },
    'array of string',
    'Each is one of `a`, `b`.',
  ],
  [
    { type: 'integer', nullable: true, default: 5, description: 'So (many.)' },
    'integer or null',
    'So (many.) `5` by default.',
  ],
  [{ deprecated: true, description: 'Why?' }, 'string', '**Deprecated.** Why?'],
]

for (const [given, type, text] of CELLS) {
  test(`${JSON.stringify(given)} is ${type}, ${text}`, () => {
    const { cells } = argumentRow({ ...attribute('some', given), required: true })
    assert.equal(cells, ['`some`', type, 'Required', text])
  })
}

const VALUES: readonly (readonly [value: unknown, want: string])[] = [
  ['held', '`held`'],
  ['', '`""`'],
  [null, '`null`'],
  [['a', 1], '`["a",1]`'],
  ['x'.repeat(61), `\`${'x'.repeat(59)}…\``],
]
for (const [value, want] of VALUES) {
  test(`${JSON.stringify(value)} is shown as ${want}`, () => assert.is(valueText(value), want))
}

test('a long list stands below its table', () => {
  const [, below] = rowsText(['Name', 'Type', 'Required', 'Description'], [argumentRow(property('x', { enum: many }))])
  assert.is(
    below,
    `<details>\n<summary>All 13 values of x</summary>\n\n${many.map((one) => `\`${one}\``).join(', ')}\n\n</details>`,
  )
})

const names = (value: Property): string[] => propertyRows([value]).map(({ cells: [name = ''] }) => name)

test('what is in an object has its way there, two steps deep', () => {
  const deep = property('c', { type: 'object', properties: [property('d')] })
  const list = property('b', { type: 'array', items: { type: 'object', nullable: false, properties: [deep] } })
  assert.equal(names(property('a', { type: 'object', properties: [list] })), ['`a`', '`a.b`', '`a.b[].c`'])
})

test('of an object that has much in it, the first step is shown', () => {
  const inner = many.map((name) => property(name))
  const outer = ['x', 'y'].map((name) => property(name, { type: 'object', properties: inner }))
  assert.equal(names(property('a', { type: 'object', properties: outer })), ['`a`', '`a.x`', '`a.y`'])
})

test.run()
