import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { positionsIn } from './lines.js'
import { offsetOf, SyntaxFault } from './placed.js'
import { placeJson } from './placed-json.js'
import { placeYaml } from './placed-yaml.js'

const yaml = `\
# a comment: with a colon
openapi: 3.1.0  # another: one
info:
  # within
  "title" : 'é 😀: y'
  empty:
  nothing: ~
  ? asked
  : answered
  text: |
    a: b
  é😀: {k: [1, {z: 2}], "j":3}
base: &base
  type: object
merged:
  <<: *base
  extra: 1
alias: *base
list:
- a
- - b
  - c
-
- k: v
  l: w
-   {m: n}
paths:
  /a/{b}~c:
    get: {}
`
const inYaml: [pointer: string, key: string, value: string][] = [
  ['', '2:1', '2:1'],
  ['/openapi', '2:1', '2:10'],
  ['/info', '3:1', '5:3'],
  ['/info/title', '5:3', '5:13'],
  ['/info/empty', '6:3', '6:3'],
  ['/info/nothing', '7:3', '7:12'],
  ['/info/asked', '8:5', '9:5'],
  ['/info/text', '10:3', '10:9'],
  ['/info/é😀', '12:3', '12:8'],
  ['/info/é😀/k/1/z', '12:17', '12:20'],
  ['/info/é😀/j', '12:25', '12:29'],
  ['/merged', '15:1', '16:3'],
  ['/merged/type', '14:3', '14:9'],
  ['/merged/extra', '17:3', '17:10'],
  ['/alias/type', '14:3', '14:9'],
  ['/list', '19:1', '20:1'],
  ['/list/0', '20:3', '20:3'],
  ['/list/1/1', '22:5', '22:5'],
  ['/list/3/l', '25:3', '25:6'],
  ['/list/4/m', '26:6', '26:9'],
  ['/paths/~1a~1{b}~0c/get', '29:5', '29:10'],
  ['/paths/~1a~1{b}~0c/get/not/there', '29:5', '29:10'],
]

const json = `{\t"openapi": "3.1.0",
\t"paths": { "/a": {}, "\\u00e9\\"": "x\\n", "😀": {"a":[1,-2e3,[{"b" : null}]]}}
}`
const inJson: [pointer: string, key: string, value: string][] = [
  ['', '1:1', '1:1'],
  ['/openapi', '1:3', '1:14'],
  ['/paths', '2:2', '2:11'],
  ['/paths/~1a', '2:13', '2:19'],
  ['/paths/é"', '2:23', '2:35'],
  ['/paths/😀/a', '2:49', '2:53'],
  ['/paths/😀/a/2/0/b', '2:63', '2:69'],
]

for (const [format, place, text, wants] of [
  ['YAML', placeYaml, yaml, inYaml],
  ['YAML with CR LF', placeYaml, yaml.replaceAll('\n', '\r\n'), inYaml],
  ['JSON', placeJson, json, inJson],
  ['JSON with CR LF', placeJson, json.replaceAll('\n', '\r\n'), inJson],
  ['JSON as YAML', placeYaml, json, inJson],
] as const) {
  const positionOf = positionsIn(text)
  const at = (offset: number) => `${positionOf(offset).line}:${positionOf(offset).column}`
  for (const [pointer, key, value] of wants) {
    test(`${format}: ${pointer || '(the whole)'}`, () => {
      const placed = place(text)
      assert.is(at(offsetOf(placed, pointer, 'key')), key, 'key')
      assert.is(at(offsetOf(placed, pointer, 'value')), value, 'value')
    })
  }
}

const faults: [place: typeof placeJson, text: string, offset: number, pointer: string, message: RegExp][] = [
  [placeJson, '{"a": {"b": }}', 12, '/a/b', /expected a value, found "}"/],
  [placeJson, '{"a": [1, 2', 11, '/a', /found the end of the file/],
  [placeJson, '{"a": 1,}', 8, '', /expected a property name in double quotes/],
  [placeJson, "{'a': 1}", 1, '', /expected a property name in double quotes/],
  [placeJson, '{"a" 1}', 5, '/a', /expected ":"/],
  [placeJson, '{"a": "b\n"}', 6, '/a', /string that is not closed/],
  [placeJson, '{"a": 01}', 6, '/a', /expected a value, found "01"/],
  [placeJson, '{} x', 3, '', /after the end/],
  [placeYaml, 'a:\n  b: c: d', 9, '/a', /bad indentation/],
  [placeYaml, 'a:\n- b\n- [c', 11, '/a/1', /flow collection/],
  [placeYaml, 'a:\n\tb: c', 3, '', /tab characters/],
]
for (const [place, text, offset, pointer, message] of faults) {
  test(`fault in ${JSON.stringify(text)}`, () => {
    try {
      place(text)
    } catch (error) {
      assert.instance(error, SyntaxFault)
      if (!(error instanceof SyntaxFault)) throw error
      assert.match(error.message, message)
      assert.equal([error.offset, error.pointer], [offset, pointer])
      return
    }
    assert.unreachable()
  })
}

test('lines end with LF, CR LF or CR', () => {
  const positionOf = positionsIn('a\nb\r\n\rc')
  const want = ['1:1 a', '1:2 a', '2:1 b', '2:2 b', '2:3 b', '3:1 ', '4:1 c', '4:2 c', '4:2 c']
  const have = want
    .map((_, offset) => positionOf(offset))
    .map(({ line, column, excerpt }) => `${line}:${column} ${excerpt}`)
  assert.equal(have, want)
})

test.run()
