import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  arrayLines,
  blockLines,
  byLetter,
  exportLines,
  importLines,
  objectLines,
  returnNewLines,
  signatureLines,
  unionLines,
  wrapped,
} from './layout.js'

const long = Array.from({ length: 12 }, (_, index) => `'a_rather_long_member_${index}'`)

test('a union breaks where it does not fit', () => {
  assert.equal(unionLines('kind:', ["'a'", 'null'], 2), ["kind: 'a' | null"])
  assert.equal(unionLines('kind:', long, 2), ['kind:', ...long.map((member) => `  | ${member}`)])
  assert.equal(unionLines('kind:', ['x'.repeat(200)], 2), [`kind: ${'x'.repeat(200)}`])
})

test('a signature breaks at its parameters, then at its type parameters', () => {
  const types = ['const I extends string = never', 'const F extends Fields = NoFields']
  const parameters = ['id: string', "query?: Query<'roles', I, F>", 'options?: RequestOptions']
  assert.equal(signatureLines('delete', [], ['id: string'], 'EmptyRequest', 2), ['delete(id: string): EmptyRequest {'])
  assert.equal(signatureLines('retrieve', types, parameters, "ResourceRequest<'roles', I, F>", 2), [
    'retrieve<const I extends string = never, const F extends Fields = NoFields>(',
    '  id: string,',
    "  query?: Query<'roles', I, F>,",
    '  options?: RequestOptions,',
    "): ResourceRequest<'roles', I, F> {",
  ])
  assert.equal(signatureLines('x'.repeat(60), types, ['id: string'], 'X', 2), [
    `${'x'.repeat(60)}<`,
    '  const I extends string = never,',
    '  const F extends Fields = NoFields,',
    '>(',
    '  id: string,',
    '): X {',
  ])
})

test('what a method returns', () => {
  const given: [type: string, given: string[], members: string[], want: string[]][] = [
    ['A', ['[]', 'options'], [], ['return new A(this.to([], options))']],
    ['A', ['[]'], ['query,', 'options,'], ['return new A(this.to([], { query, options }))']],
    ['x'.repeat(90), ['[]', 'options'], [], [`return new ${'x'.repeat(90)}(`, '  this.to([], options),', ')']],
    [
      'A',
      ['[]'],
      ['a: f({', '  b: 1,', '}),', 'options,'],
      ['return new A(', '  this.to([], {', '    a: f({', '      b: 1,', '    }),', '    options,', '  }),', ')'],
    ],
    [
      'A',
      ['[]', 'x'.repeat(110)],
      [],
      ['return new A(', '  this.to(', '    [],', `    ${'x'.repeat(110)},`, '  ),', ')'],
    ],
    [
      'A',
      ['[]', 'x'.repeat(110)],
      ['options,'],
      [
        ...['return new A(', '  this.to(', '    [],', `    ${'x'.repeat(110)},`],
        ...['    {', '      options,', '    },', '  ),', ')'],
      ],
    ],
  ]
  for (const [type, args, members, want] of given) {
    assert.equal(returnNewLines(type, 'this.to', args, members, 4), want)
  }
})

test('a block', () => {
  assert.equal(blockLines('one:', ["a: 'b'"], '{}'), ['one: {', "  a: 'b'", '}'])
  assert.equal(blockLines('one:', [], '{}'), ['one: {}'])
})

test('an array and an object break where they do not fit, one member a line', () => {
  assert.equal(arrayLines('one: ', ["'a'", "'b'"], ',', 2), ["one: ['a', 'b'],"])
  assert.equal(arrayLines('one: ', [], '', 2), ['one: []'])
  assert.equal(arrayLines('one: ', long, ',', 2), ['one: [', ...long.map((member) => `  ${member},`), '],'])
  assert.equal(objectLines('f(', ['a: 1', 'b: 2'], '),', 2), ['f({ a: 1, b: 2 }),'])
  assert.equal(objectLines('f(', [], '),', 2), ['f({}),'])
  const member = arrayLines('a: ', long, '', 4).join('\n')
  assert.equal(objectLines('f(', [member, 'b: 2'], '),', 2), [
    'f({',
    '  a: [',
    ...long.map((each) => `    ${each},`),
    '  ],',
    '  b: 2,',
    '}),',
  ])
  // Indented by two, 120 columns are the most.
  assert.equal(
    [110, 111].map((length) => arrayLines('a: ', [`'${'x'.repeat(length)}'`], ',', 2).length),
    [1, 3],
  )
})

test('prose is wrapped, what has a form of its own is not', () => {
  const code = `    ${'code '.repeat(10)}`
  const item = `- ${'item '.repeat(10)}`
  assert.equal(wrapped(['one two three four', code, item, 'x'.repeat(30)], 9), [
    'one two',
    'three',
    'four',
    code,
    item,
    'x'.repeat(30),
  ])
})

test('imports and exports are sorted as linters sort them', () => {
  const names = ['path', 'Link', 'linksOf', 'Fields'].map((name) => ({ name, type: /^[A-Z]/.test(name) }))
  assert.equal(importLines(names, './a.js'), ["import { type Fields, type Link, linksOf, path } from './a.js'"])
  const types = names.filter(({ type }) => type)
  assert.equal(importLines(types, './a.js'), ["import type { Fields, Link } from './a.js'"])
  assert.equal(exportLines(['b', 'B', 'a'], './a.js'), ["export type { a, B, b } from './a.js'"])
  assert.equal(['b', 'a', 'B', 'A'].sort(byLetter), ['A', 'a', 'B', 'b'])
})

test.run()
