import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ArticleCreate } from '../api.js'
import { type ApiError, ParseError } from './errors.js'
import { answering, client } from './testing.fixture.js'

/** The error of a request that is answered with this. */
async function failed(body: string, status = 422): Promise<ApiError<ArticleCreate>> {
  const { fetch } = answering(() => new Response(body, { status, statusText: 'Bad' }))
  const outcome = await client({ fetch, retry: 0 }).create({ title: 'x', author: 'ada' }).settled()
  if (outcome.ok) throw new Error('it did not fail')
  return outcome.error
}

test('the errors, the fields that they are about, and a message that tells', async () => {
  const errors = [
    { title: 'is taken', detail: 'title is taken', code: 'TAKEN', source: { pointer: '/data/attributes/title' } },
    { title: 'is short', source: { pointer: '/data/attributes/title' } },
    { detail: 'must exist', source: { pointer: '/data/relationships/author' } },
  ]
  const error = await failed(JSON.stringify({ errors, meta: { id: 1 }, links: { about: '/x' } }))
  assert.instance(error, Error)
  assert.is(error.name, 'ValidationError')
  assert.is(
    error.message,
    'POST /api/articles: 422 is taken: title is taken (title); is short (title); must exist (author)',
  )
  assert.equal([error.status, error.method, error.path, error.attempts], [422, 'POST', '/api/articles', 1])
  assert.is(error.url, 'https://eu.example.com/api/articles')
  assert.equal([error.meta, error.links], [{ id: 1 }, { about: '/x' }])
  assert.equal(
    error.fields.title?.map(({ title }) => title),
    ['is taken', 'is short'],
  )
  assert.equal(error.fields.author, [{ detail: 'must exist', source: errors[2]?.source, field: 'author' }])
})

test('from a pointer to a field', async () => {
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
    // without `/data`, it may be that of a plain input
    ['/name', 'name'],
    ['/meta/name', 'meta'],
    ['/attributes', undefined],
    ['/data/attributes/data', 'data'],
    ['/data/relationships/attributes/data', 'attributes'],
    ['/data/relationships', undefined],
  ]
  for (const [pointer, want] of given) {
    const error = await failed(JSON.stringify({ errors: [{ title: 'x', source: { pointer } }] }))
    assert.is(error.errors[0]?.field, want, String(pointer))
    assert.equal(Object.keys(error.fields), want === undefined ? [] : [want])
  }
})

test('an answer without JSON:API errors', async () => {
  const given: [body: string, message: string][] = [
    ['', 'POST /api/articles: 502 Bad'],
    ['  \n', 'POST /api/articles: 502 Bad'],
    ['<h1>Bad Gateway</h1>', 'POST /api/articles: 502 <h1>Bad Gateway</h1>'],
    ['{"error":"x"}', 'POST /api/articles: 502 {"error":"x"}'],
    ['null', 'POST /api/articles: 502 null'],
    ['"text"', 'POST /api/articles: 502 "text"'],
    ['{"errors":"x"}', 'POST /api/articles: 502 {"errors":"x"}'],
    ['{"errors":[null,7]}', 'POST /api/articles: 502 {"errors":[null,7]}'],
    ['{"errors":[{}]}', 'POST /api/articles: 502 error'],
    ['{"errors":[{"source":null,"title":"x","detail":"x"}]}', 'POST /api/articles: 502 x'],
    ['x'.repeat(5000), `POST /api/articles: 502 ${'x'.repeat(200)}`],
  ]
  for (const [body, message] of given) {
    const error = await failed(body, 502)
    assert.is(error.message, message)
    assert.equal(error.fields, {})
  }
})

test('what should have been a document keeps its status and its beginning', async () => {
  const { fetch } = answering(() => new Response('x'.repeat(5000)))
  const error = await client({ fetch })
    .retrieve('1')
    .catch((error: unknown) => error)
  if (!(error instanceof ParseError)) throw error
  assert.is(error.message, 'GET /api/articles/1: 200 without a document with one resource')
  assert.equal([error.name, error.status, error.body.length], ['ParseError', 200, 1000])
})

test.run()
