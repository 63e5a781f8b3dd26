import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ApiError, ParseError } from './errors.js'

const request = new Request('https://eu.example.com/api/roles?filter=x', { method: 'POST' })
const failed = (body: string, status = 422) =>
  new ApiError<{ name: string; role: string; attributes: string; 'a/b~c': string }>(
    request,
    new Response(null, { status, statusText: 'Bad' }),
    body,
  )

test('the errors, the fields that they are about, and a message that tells', () => {
  const errors = [
    { title: 'is taken', detail: 'name is taken', code: 'TAKEN', source: { pointer: '/data/attributes/name' } },
    { title: 'is short', source: { pointer: '/data/attributes/name' } },
    { detail: 'must exist', source: { pointer: '/data/relationships/role' } },
  ]
  const error = failed(JSON.stringify({ errors, meta: { id: 1 }, links: { about: '/x' } }))
  assert.instance(error, Error)
  assert.is(error.name, 'ApiError')
  assert.is(error.message, 'POST /api/roles: 422 is taken: name is taken (name); is short (name); must exist (role)')
  assert.equal([error.status, error.method, error.url], [422, 'POST', request.url])
  assert.equal([error.meta, error.links], [{ id: 1 }, { about: '/x' }])
  assert.equal(
    error.fields.name?.map(({ title }) => title),
    ['is taken', 'is short'],
  )
  assert.equal(error.fields.role, [{ detail: 'must exist', source: errors[2]?.source, field: 'role' }])
})

test('from a pointer to a field', () => {
  const given: [pointer: unknown, want: string | undefined][] = [
    ['/data/attributes/name', 'name'],
    ['/data/attributes/metadata/foo/0', 'metadata'],
    ['/data/relationships/role', 'role'],
    ['/data/relationships/role/data/id', 'role'],
    ['/data/name', 'name'],
    ['/data/id', 'id'],
    ['#/data/attributes/name', 'name'],
    ['/data/attributes/a~1b~0c', 'a/b~c'],
    ['/data/attributes/~01', '~1'],
    ['/data/attributes/attributes', 'attributes'],
    ['/data/attributes/__proto__', '__proto__'],
    ['/data/attributes', undefined],
    ['/data/relationships/', undefined],
    ['/data', undefined],
    ['', undefined],
    [null, undefined],
    [7, undefined],
    ['/meta/name', undefined],
  ]
  for (const [pointer, want] of given) {
    const error = failed(JSON.stringify({ errors: [{ title: 'x', source: { pointer } }] }))
    assert.is(error.errors[0]?.field, want, String(pointer))
    assert.equal(Object.keys(error.fields), want === undefined ? [] : [want])
  }
})

test('an answer without JSON:API errors', () => {
  const given: [body: string, message: string][] = [
    ['', 'POST /api/roles: 502 Bad'],
    ['  \n', 'POST /api/roles: 502 Bad'],
    ['<h1>Bad Gateway</h1>', 'POST /api/roles: 502 <h1>Bad Gateway</h1>'],
    ['{"error":"x"}', 'POST /api/roles: 502 {"error":"x"}'],
    ['null', 'POST /api/roles: 502 null'],
    ['"text"', 'POST /api/roles: 502 "text"'],
    ['{"errors":"x"}', 'POST /api/roles: 502 {"errors":"x"}'],
    ['{"errors":[null,7]}', 'POST /api/roles: 502 {"errors":[null,7]}'],
    ['{"errors":[{}]}', 'POST /api/roles: 502 error'],
    ['{"errors":[{"source":null,"title":"x","detail":"x"}]}', 'POST /api/roles: 502 x'],
    ['x'.repeat(5000), `POST /api/roles: 502 ${'x'.repeat(200)}`],
  ]
  for (const [body, message] of given) {
    const error = failed(body, 502)
    assert.is(error.message, message)
    assert.equal(error.fields, {})
  }
})

test('what should have been a document keeps its status and its beginning', () => {
  const error = new ParseError(request, new Response(null, { status: 200 }), 'x'.repeat(5000), 'a JSON:API document')
  assert.is(error.message, 'POST /api/roles: 200 without a JSON:API document')
  assert.equal([error.name, error.status, error.body.length], ['ParseError', 200, 1000])
})

test.run()
