import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { pairs } from './pairs.js'
import { path } from './path.js'
import { jsonPath, label, matrix, simple } from './path-styles.js'
import { parameters } from './plain.js'
import { styled, usually, wholeQuery } from './styled.js'
import {
  assigned,
  commas,
  form,
  inJson,
  jsonHeader,
  listed,
  pipes,
  reserved,
  type Style,
  spaces,
  unencoded,
} from './styles.js'

const LIST = ['blue', 'black']
const OBJECT = { R: 100, G: 200 }

/** https://spec.openapis.org/oas/v3.1.1#style-examples */
const TABLE: [style: Style, value: unknown, want: string][] = [
  [pairs, 'blue', 'color=blue'],
  [pairs, '', 'color='],
  [pairs, LIST, 'color=blue&color=black'],
  [pairs, [], ''],
  [pairs, [null, undefined, 'a'], 'color=a'],
  [pairs, OBJECT, 'color%5BR%5D=100&color%5BG%5D=200'],
  [pairs, { a: { b: [1, 2] }, c: undefined }, 'color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2'],
  [form, OBJECT, 'R=100&G=200'],
  [form, LIST, 'color=blue&color=black'],
  [form, { list: ['a', 'b'] }, 'list=a&list=b'],
  [commas, LIST, 'color=blue,black'],
  [commas, OBJECT, 'color=R,100,G,200'],
  [commas, ['a,b', 'c'], 'color=a%2Cb,c'],
  [commas, [], ''],
  [commas, 'blue', 'color=blue'],
  [spaces, LIST, 'color=blue%20black'],
  [spaces, OBJECT, 'color=R%20100%20G%20200'],
  [pipes, LIST, 'color=blue%7Cblack'],
  [pipes, OBJECT, 'color=R%7C100%7CG%7C200'],
  [inJson, OBJECT, 'color=%7B%22R%22%3A100%2C%22G%22%3A200%7D'],
  [reserved(), 'a/b?c=d&e#f+g%20h%zz', 'color=a/b?c=d%26e%23f%2Bg%20h%25zz'],
  [reserved(commas), ['a:b', 'c@d'], 'color=a:b,c@d'],
  [listed, LIST, 'blue,black'],
  [listed, OBJECT, 'R,100,G,200'],
  [assigned, OBJECT, 'R=100,G=200'],
  [jsonHeader, { a: 'ü🚀' }, '{"a":"\\u00fc\\ud83d\\ude80"}'],
  [unencoded, 'a b=c', 'color=a b=c'],
  [unencoded, OBJECT, 'R=100&G=200'],
]
for (const [style, value, want] of TABLE) {
  test(`${style.name || 'reserved'} of ${JSON.stringify(value)}`, () => {
    const separator = style === listed || style === assigned ? ',' : '&'
    assert.is(style('color', value).join(separator), want)
  })
}

test('a value that cannot be told from what stands between values', () => {
  const given: [style: Style, value: unknown][] = [
    [pipes, ['a|b']],
    [spaces, ['a b', 'c']],
    [unencoded, 'a; admin=1'],
    [unencoded, ['a\r\nb']],
  ]
  for (const [style, value] of given)
    assert.throws(
      () => style('color', value),
      (error: unknown) => error instanceof TypeError,
    )
})

/** https://spec.openapis.org/oas/v3.1.1#style-examples */
test('the styles of path parameters', () => {
  const given: [value: string | number | boolean | (() => string), want: string][] = [
    [true, '/x/true'],
    [simple(LIST), '/x/blue,black'],
    [simple(OBJECT), '/x/R,100,G,200'],
    [simple(OBJECT, true), '/x/R=100,G=200'],
    [simple(['a/b', 'c,d']), '/x/a%2Fb,c%2Cd'],
    [label('blue'), '/x/.blue'],
    [label(LIST), '/x/.blue,black'],
    [label(LIST, true), '/x/.blue.black'],
    [label(OBJECT), '/x/.R,100,G,200'],
    [label(OBJECT, true), '/x/.R=100.G=200'],
    [matrix('color', 'blue'), '/x/;color=blue'],
    [matrix('color', ''), '/x/;color'],
    [matrix('color', LIST), '/x/;color=blue,black'],
    [matrix('color', LIST, true), '/x/;color=blue;color=black'],
    [matrix('color', OBJECT), '/x/;color=R,100,G,200'],
    [matrix('color', OBJECT, true), '/x/;R=100;G=200'],
    [jsonPath({ a: 1 }), '/x/%7B%22a%22%3A1%7D'],
  ]
  for (const [value, want] of given) assert.is(path`/x/${value}`(), want)
  for (const value of [simple([]), simple(undefined), label(''), label('.')]) assert.throws(path`/x/${value}`, /no URL/)
  const list = ['a']
  const made = path`/x/${simple(list)}`
  list.push('b')
  assert.is(made(), '/x/a')
})

test('query, headers and cookies, some of them in a style of their own', () => {
  const write = styled({ query: { ids: commas, box: form }, headers: { 'X-Box': assigned }, cookies: { ids: commas } })
  const given = {
    query: { q: ['a', 'b'], ids: [1, 2], box: { w: 1 }, none: undefined, nothing: null, constructor: 'c' },
    headers: { 'X-Box': { w: 1, h: 2 }, 'X-List': [1, 2], 'X-None': undefined, 'X-Empty': [] },
    cookies: { ids: [1, 2], sid: 'a b' },
  }
  assert.equal(write(given), {
    search: 'q=a&q=b&ids=1,2&box%5Bw%5D=1&constructor=c'.replace('box%5Bw%5D', 'w'),
    headers: { 'X-Box': 'w=1,h=2', 'X-List': '1,2', cookie: 'ids=1,2; sid=a%20b' },
  })
  assert.equal(write(), { search: '', headers: {} })
})

test('a header that has no way to write a value refuses it', () => {
  for (const write of [parameters, styled({ headers: { 'X-Box': assigned } })]) {
    for (const value of [[{ w: 1 }], ['a', { w: 1 }], [[1, 2]]])
      assert.throws(
        () => write({ headers: { 'X-Rows': value } }),
        (error: unknown) => error instanceof TypeError && /^X-Rows: a header holds no objects/.test(error.message),
      )
    const times = [new Date(0), null, 'b']
    assert.is(new Headers(Object(write({ headers: { 'X-At': times } }).headers)).has('X-At'), true)
  }
  assert.throws(() => parameters({ headers: { 'X-Box': { w: 1 } } }), /^X-Box: a header holds no objects/)
})

test('usual values stand where none is given; those of headers apart', () => {
  const usual = { query: { v: 1 }, headers: { revision: '2025' }, cookies: { c: 'x' } }
  const write = usually(usual)
  assert.equal(write(), { search: 'v=1', headers: { cookie: 'c=x' }, usual: { revision: '2025' } })
  assert.equal(write({ query: { v: undefined, w: 2 }, headers: { revision: '2024' } }), {
    search: 'v=1&w=2',
    headers: { revision: '2024', cookie: 'c=x' },
    usual: { revision: '2025' },
  })
  assert.is(usually({ query: { v: [1, 2] } }, styled({ query: { v: commas } }))().search, 'v=1,2')
})

test('a query that is one value', () => {
  assert.is(wholeQuery({ query: { a: [1] } }).search, '%7B%22a%22%3A%5B1%5D%7D')
  assert.is(wholeQuery().search, '')
  assert.is(parameters({ query: { a: [1, 2], b: 'c' } }).search, 'a=1&a=2&b=c')
})

test.run()
