import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { beneath, path } from './path.js'

const BASE = 'https://example.com/api'

test('a value stays one segment', () => {
  const given = ['xYZ', 'a/b?c=d#e', '%2e%2e', '...', 'ü', '🚀', ' ', 'a;b=c', '..\\..', '\u0000', "'()*!~", '`$1`']
  for (const id of given) {
    const { pathname, search, hash } = new URL(BASE + path`/roles/${id}/permissions`())
    const [, , , segment = '', last] = pathname.split('/')
    assert.is(pathname.split('/').length, 5, id)
    assert.is(decodeURIComponent(segment), id)
    assert.equal([last, search, hash], ['permissions', '', ''])
  }
})

test('segments beneath a path', () => {
  assert.is(beneath('/roles', [])(), '/roles')
  assert.is(beneath('/roles', ['a/b', 'x', 1, true, path`${'c'}.${'d'}`])(), '/roles/a%2Fb/x/1/true/c.d')
  for (const segment of ['', '.', '..', '\ud800']) assert.throws(beneath('/roles', [segment, 'x']), TypeError)
  const missing: { id?: string } = {}
  assert.throws(beneath('/roles', [missing.id as string]), /empty/) // as JavaScript may
})

test('numbers and parts of a segment', () => {
  assert.is(path`/a/${12}/b`(), '/a/12/b')
  assert.is(path`/a/${'x'}.${'y'}`(), '/a/x.y')
  assert.is(path`/a`(), '/a')
})

test('what cannot be a segment is refused when the request is made, not before', () => {
  const given: [id: string, want: RegExp][] = [
    ['', /no URL can carry/],
    ['.', /no URL can carry/],
    ['..', /no URL can carry/],
    ['\ud800', /half of a surrogate pair/],
    ['a\udc00b', /half of a surrogate pair/],
  ]
  for (const [id, want] of given) {
    const made = path`/roles/${id}`
    assert.throws(made, (error: unknown) => error instanceof TypeError && want.test(error.message))
  }
  assert.throws(path`/a/${'.'}${'.'}/b`, /no URL can carry/)
  const missing: { id?: string } = {}
  assert.throws(path`/roles/${missing.id as string}`, /empty/) // as JavaScript may
})

test.run()
