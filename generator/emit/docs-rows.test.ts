import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { attribute, operation } from '../../spec/fixtures/docs/library.js'
import type { Attribute, Property, Variant } from '../model/types.js'
import { argumentRow, parameterRows, propertyRows } from './docs-parameters.js'
import { rowsText, valueText } from './docs-rows.js'

const source = { by: 'declared', pointer: '' } as const
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

/** An object with properties of these names, as one of several. */
const variant = (label: string | undefined, ...properties: string[]): Variant => ({
  ...{ type: 'object', nullable: false, properties: properties.map((name) => property(name)) },
  ...(label !== undefined && { label, description: `What ${label} is.` }),
})

/** What a value may be, and the first two cells of the rows that it has. */
const ALTERNATIVES: readonly (readonly [value: Partial<Property>, rows: readonly string[]])[] = [
  [
    { variants: [variant('Cat_1', 'claws'), variant(undefined, 'tail')] },
    ['`a`', '`a` as Cat_1', '`a.claws`', '`a` as variant 2', '`a.tail`'],
  ],
  [{ variants: [variant('Cat'), variant('Dog', 'tail')] }, ['`a`', '`a.tail`']],
  [
    {
      variants: [variant('Cat', 'claws'), variant('Fish'), variant('Dog', 'tail'), { type: 'string', nullable: false }],
    },
    ['`a`', '`a` as Cat', '`a.claws`', '`a` as Fish', '`a` as Dog', '`a.tail`'],
  ],
  [
    {
      type: 'array',
      items: { type: 'object', nullable: false, variants: [variant('Cat', 'claws'), variant('Dog', 'tail')] },
    },
    ['`a`', '`a[]` as Cat', '`a[].claws`', '`a[]` as Dog', '`a[].tail`'],
  ],
  [
    {
      type: 'object',
      properties: [property('b', { type: 'object', variants: [variant('Cat', 'claws'), variant('Dog', 'tail')] })],
    },
    ['`a`', '`a.b`', '`a.b` as Cat', '`a.b.claws`', '`a.b` as Dog', '`a.b.tail`'],
  ],
]
for (const [value, rows] of ALTERNATIVES) {
  test(`each of several things has a head: ${rows}`, () => assert.equal(names(property('a', value)), rows))
}

test('where several things have too much in them, each has a table of its own', () => {
  const [row, ...more] = propertyRows([
    property('a', { variants: [variant('<Cat>', ...many), variant('Dog', ...many)] }),
  ])
  assert.equal([row?.cells[3], more], ['One of &lt;Cat&gt;, Dog.', []])
  const [, cat = '', dog = ''] = rowsText(['Name', 'Type', 'Required', 'Description'], row ? [row] : [])
  assert.match(cat, '<summary>a as &lt;Cat&gt;</summary>\n\n| Name | Type | Required |\n')
  assert.match(dog, '| `a.v12` | string | Optional |\n\n</details>')
})

test('so has each that a property may be that is shown without what is in it', () => {
  const variants = [variant('Cat', ...many), variant('Dog', ...many)] as const
  const lists = property('b', { type: 'array', items: { type: 'object', nullable: false, variants } })
  const rows = propertyRows([property('a', { type: 'object', properties: [lists] })])
  assert.equal(
    rows.map(({ cells, apart = [] }) => [cells[3], ...apart.map(({ name }) => name)]),
    [[''], ['Each is one of Cat, Dog.', 'a.b[] as Cat', 'a.b[] as Dog']],
  )
})

test('what is in a parameter is called as on the wire', () => {
  const range = property('range', {
    type: 'object',
    properties: [property('from', { type: 'object', properties: [property('at')] })],
  })
  for (const [style, want] of [
    ['deepObject', ['`range`', '`range[from]`', '`range[from][at]`']],
    ['json', ['`range`', '`range.from`', '`range.from.at`']],
  ] as const) {
    const parameter = { ...range, in: 'query', style, explode: true, allowReserved: false, schema: '', source } as const
    const rows = parameterRows({ ...operation('x', '/x'), parameters: [parameter] }, 'query')
    assert.equal(
      rows.map(({ cells: [name] }) => name),
      want,
    )
  }
})

test.run()
