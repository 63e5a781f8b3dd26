import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { get, join, parse, parseFragment, toRef } from './pointer.js'

// RFC 6901, section 5
const document = JSON.parse(
  '{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\\\j":5,"k\\"l":6," ":7,"m~n":8,"__proto__":9}',
)
const values: [pointer: string, value: unknown][] = [
  ['', document],
  ['/foo', ['bar', 'baz']],
  ['/foo/0', 'bar'],
  ['/', 0],
  ['/a~1b', 1],
  ['/c%d', 2],
  ['/e^f', 3],
  ['/ ', 7],
  ['/m~0n', 8],
  ['/__proto__', 9],
  ['/constructor', undefined],
  ['/foo/length', undefined],
  ['/foo/01', undefined],
  ['/foo/2', undefined],
  ['/foo/0/length', undefined],
  ['/nothing/at/all', undefined],
]
for (const [pointer, value] of values) {
  test(`get ${pointer || '(the whole)'}`, () =>
    assert.is(JSON.stringify(get(document, pointer)), JSON.stringify(value)))
}

test('join escapes, parse undoes it', () => {
  assert.is(join('/paths', '/roles/{id}~', 0), '/paths/~1roles~1{id}~0/0')
  assert.equal(parse('/paths/~1roles~1{id}~0/0/~01'), ['paths', '/roles/{id}~', '0', '~1'])
  assert.equal(parse(''), [])
  assert.is(join(''), '')
})

test('a fragment is percent-decoded, as far as it can be', () => {
  assert.is(parseFragment('/paths/~1roles~1%7Bid%7D'), '/paths/~1roles~1{id}')
  assert.is(parseFragment('/100%'), '/100%')
  assert.is(toRef('/a%20b/c#d/é'), '#/a%2520b/c%23d/é')
})

test.run()
