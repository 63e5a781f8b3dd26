import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { commentLines, literal, noTag, objectKey, propertyName, stringLiteral, union } from './literals.js'

/** The value of an expression. */
const value = (expression: string): unknown => new Function(`return (${expression})`)()

const hostile = [
  "it's",
  '"',
  '\\',
  "\\'",
  '`$' + '{process.exit()}`',
  '\n\r\t\0',
  '\u2028\u2029\ufeff\u0085',
  '*/ alert(1) /*',
  '</script>',
  '{{x}}',
  '$&',
  '🚀',
  '\ud800',
  '__proto__',
]

test('a string literal is the string, on one line', () => {
  for (const text of hostile) {
    const source = stringLiteral(text)
    assert.is(value(source), text)
    assert.not.match(source, /[\n\r\u2028\u2029]/)
    assert.ok(source.startsWith("'") && source.endsWith("'"))
  }
})

test('a literal is the value, own properties only', () => {
  for (const text of hostile) assert.is(value(literal(text)), text)
  assert.is(literal([`it's`, `'a"'`]), `["it's", '\\'a"\\'']`)
  const given = { a: [1, null, true, 'x'], 'b-c': {}, d: [], nested: { "it's": 1 } }
  assert.equal(value(literal(given)), given)
  assert.is(literal(given), "{ a: [1, null, true, 'x'], 'b-c': {}, d: [], nested: { 'it\\'s': 1 } }")
  const made = value(literal(JSON.parse('{ "__proto__": { "polluted": true } }')))
  assert.ok(Object.hasOwn(made as object, '__proto__'))
  assert.is((made as { polluted?: boolean }).polluted, undefined)
})

test('names', () => {
  const names: [given: string, property: string, key: string][] = [
    ['name', 'name', 'name'],
    ['$a_1', '$a_1', '$a_1'],
    ['größe', 'größe', 'größe'],
    ['media-protocol', "'media-protocol'", "'media-protocol'"],
    ['1st', "'1st'", "'1st'"],
    ['', "''", "''"],
    ['a]: never; x', "'a]: never; x'", "'a]: never; x'"],
    ['__proto__', '__proto__', "['__proto__']"],
  ]
  for (const [given, property, key] of names) {
    assert.is(propertyName(given), property)
    assert.is(objectKey(given), key)
  }
})

test('a union', () => {
  assert.is(union([]), 'never')
  assert.is(union(['a', "b'"]), "'a' | 'b\\''")
})

test('no line of a comment ends it or starts a tag', () => {
  const lines: [given: string, want: string[]][] = [
    ['  one\ntwo  \r\n\r\nthree\u2028four\n', ['one', 'two', '', 'three', 'four']],
    ['*/ alert(1) /* **/', ['*\\/ alert(1) /* **\\/']],
    ['@deprecated really', ['\\@deprecated really']],
    ['  mail me @home', ['mail me @home']],
    ['\u001b[31mred\u0007', [' [31mred']],
  ]
  for (const [given, want] of lines) assert.equal(commentLines(given).map(noTag), want)
})

test('a date is written as what makes it', () => {
  assert.is(literal({ at: [new Date(0)] }), "{ at: [new Date('1970-01-01T00:00:00.000Z')] }")
})

test.run()
