import { inspect } from 'node:util'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ArticleCreate } from '../api.js'
import { apiKey } from './api-key.js'
import type { Auth } from './auth.js'
import { basic } from './basic.js'
import { byOwnClock } from './clock.fixture.js'
import {
  ApiError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  NotFoundError,
  ParseError,
  PermissionError,
  RateLimitError,
  RequestError,
  ServerError,
  ValidationError,
} from './errors.js'
import { answer, answering, client, rejection } from './testing.fixture.js'

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
  assert.is(error.message, 'POST /api/articles: 422 title is taken (title); is short (title); must exist (author)')
  assert.equal([error.status, error.method, error.path, error.attempts], [422, 'POST', '/api/articles', 1])
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
    ['{"errors":{"title":["is short"]}}', 'POST /api/articles: 502 {"errors":{"title":["is short"]}}'],
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

test('a class for each status', async () => {
  const given: [status: number, kind: abstract new (...parameters: never[]) => ApiError<ArticleCreate>][] = [
    [400, ApiError],
    [401, AuthenticationError],
    [403, PermissionError],
    [404, NotFoundError],
    [409, ConflictError],
    [418, ApiError],
    [422, ValidationError],
    [429, RateLimitError],
    [500, ServerError],
    [503, ServerError],
    [599, ServerError],
  ]
  for (const [status, kind] of given) {
    const error = await failed('{"errors":[{"title":"no"}]}', status)
    assert.equal([error.constructor, error.name, error.status], [kind, kind.name, status])
    assert.instance(error, ApiError)
    assert.instance(error, RequestError)
    assert.is(error.message, `POST /api/articles: ${status} no`)
  }
})

test('the request id is told, whatever its header is called', async () => {
  const given: [headers: Record<string, string>, want: string | undefined][] = [
    [{}, undefined],
    [{ 'x-request-id': 'r1' }, 'r1'],
    [{ 'Request-Id': 'r2' }, 'r2'],
    [{ 'x-correlation-id': 'r3' }, 'r3'],
    [{ 'x-request-id': '', 'x-correlation-id': 'r4' }, 'r4'],
  ]
  for (const [headers, want] of given) {
    for (const status of [200, 404, 500]) {
      const { fetch } = answering(() => new Response('oops', { status, headers }))
      const error = await rejection(client({ fetch, retry: 0 }).retrieve('1'), RequestError)
      assert.equal([error.requestId, error.status], [want, status])
      assert.match(
        error.message,
        new RegExp(`^GET /api/articles/1: ${status} .*${want ? ` \\(request ${want}\\)` : '[^)]'}$`),
      )
    }
  }
})

test('no error tells a secret', async () => {
  const TOKEN = 'tok+en/=&x'
  const PASSWORD = 'hunter2"ü'
  const auths: [auth: Auth, secrets: string[]][] = [
    [{ accessToken: TOKEN }, [TOKEN]],
    [apiKey(TOKEN, 'header'), [TOKEN]],
    [apiKey(TOKEN, 'query'), [TOKEN, encodeURIComponent(TOKEN)]],
    [apiKey(TOKEN, 'cookie'), [TOKEN, encodeURIComponent(TOKEN)]],
    [basic('ada', PASSWORD), [PASSWORD, btoa(String.fromCharCode(...new TextEncoder().encode(`ada:${PASSWORD}`)))]],
  ]
  const bodies: ((echo: string) => string)[] = [
    (echo) => `<html><p>${echo}</p></html>`,
    (echo) => `<p>${PASSWORD}</p> ${echo}`,
    (echo) => JSON.stringify({ errors: [{ title: echo, detail: `not strong: ${PASSWORD}` }] }),
    (echo) =>
      JSON.stringify({ errors: [{ title: 'x', meta: { echo, given: { password: PASSWORD } } }], meta: { echo } }),
    (echo) => JSON.stringify({ error: echo, password: PASSWORD }),
  ]
  for (const [auth, secrets] of auths) {
    for (const body of bodies) {
      for (const status of [200, 422, 500]) {
        const fetch = async ({ url, headers }: Request): Promise<Response> => {
          const echo = [url, decodeURIComponent(url), ...headers].join(' ')
          return new Response(body(echo), { status })
        }
        const input = { title: 'x', author: 'ada', settings: { password: PASSWORD } }
        const error = await rejection(client({ fetch, auth, retry: 0 }).create(input), RequestError)
        const told = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error) + error.stack
        for (const secret of [...secrets, PASSWORD]) {
          assert.not.match(told, secret)
          assert.not.match(told, JSON.stringify(secret).slice(1, -1))
        }
      }
    }
    const lost = ({ url }: Request) => Promise.reject(new TypeError(`cannot reach ${url}`))
    const error = await rejection(client({ fetch: lost, auth, retry: 0 }).retrieve('1'), ConnectionError)
    for (const secret of secrets) assert.not.match(error.message, secret)
  }
})

test('nor what was put into a header by hand', async () => {
  const given: Readonly<Record<string, string>>[] = [
    { authorization: 'Bearer by-hand' },
    { authorization: 'Of-My-Own by-hand' },
    { authorization: 'of.my.own by-hand' },
    { authorization: 'by-hand' },
    { cookie: 'by-hand' },
    { cookie: 'by-hand; theme=dark' },
    { cookie: 'theme=dark; by-hand' },
  ]
  for (const headers of given) {
    const { fetch } = answering(() => new Response('who is by-hand?', { status: 500 }))
    const error = await rejection(client({ fetch, retry: 0, headers }).retrieve('1'), ApiError)
    assert.not.match(inspect(error, { depth: 9, showHidden: true }), 'by-hand', JSON.stringify(headers))
  }
})

test('nor what a pointer has, wherever it stands', async () => {
  const errors = [{ title: 'no', source: { pointer: '/data/attributes/tok-1234' }, meta: { pointer: 'tok-1234' } }]
  const { fetch } = answering(() => Response.json({ errors, meta: { pointer: 'tok-1234' } }, { status: 422 }))
  const error = await rejection(client({ fetch, auth: { accessToken: 'tok-1234' } }).retrieve('1'), ApiError)
  assert.not.match(inspect(error, { depth: 9 }), 'tok-1234')
})

test('a secret that another begins with leaves nothing of the other', async () => {
  const { fetch } = answering(() => new Response('token-1234 and token', { status: 500 }))
  const auth: Auth = [apiKey('token', 'header'), { accessToken: 'token-1234' }]
  const error = await rejection(client({ fetch, auth, retry: 0 }).retrieve('1'), RequestError)
  assert.match(error.message, '500 [redacted] and [redacted]')
})

test('the fields of a plain request', async () => {
  const errors = [{ source: { pointer: '/new_owner' } }, { source: { pointer: '/data/attributes/slug' } }]
  const { fetch } = answering(() => Response.json({ errors }, { status: 422 }))
  const error = await rejection(client({ fetch }).request('POST /transfer', { body: { new_owner: 'x' } }), ApiError)
  assert.equal(Object.keys(error.fields), ['new_owner', 'slug'])
})

test('an error document with oddities is an ApiError of its status', async () => {
  const given: [errors: unknown[], message: string][] = [
    [[{ title: { toString: 1 } }], '422 error'],
    [[{ title: 7, detail: ['x'] }], '422 error'],
    [[{ title: { toString: 1 }, detail: 'told' }], '422 told'],
    [[{ title: 'x', source: 7 }, { source: { pointer: { toString: 1 } } }], '422 x; error'],
    // a field is what we say, by the pointer, and nobody else
    [[{ title: 'x', field: 'title' }], '422 x'],
    [[{ title: 'x', field: { toString: 1 } }], '422 x'],
    [[{ title: 'x', field: 'words', source: { pointer: '/data/attributes/title' } }], '422 x (title)'],
  ]
  for (const [errors, message] of given) {
    const error = await failed(JSON.stringify({ errors }))
    assert.is(error.message, `POST /api/articles: ${message}`)
    assert.is(error.status, 422)
    const isTitle = message.includes('(title)')
    assert.equal(Object.keys(error.fields), isTitle ? ['title'] : [])
    assert.is(error.errors[0] && 'field' in error.errors[0], isTitle)
  }
})

test('when the service wants to be asked again', async () => {
  const given: [retryAfter: string | (() => string), seconds: number | undefined][] = [
    ['0', 0],
    ['120', 120],
    [' 7 ', 7],
    ['1.5', 1.5],
    // time that is over is no time to wait
    ['-1', 0],
    [new Date(0).toUTCString(), 0],
    [() => new Date(Date.now() + 100_000).toUTCString(), 100],
    ['soon', undefined],
    ['', undefined],
  ]
  for (const [value, seconds] of given) {
    const headers = () => ({ 'retry-after': typeof value === 'string' ? value : value() })
    const { fetch } = answering(() => Response.json({}, { status: 400, headers: headers() }))
    await byOwnClock(async () => {
      const { retryAfter } = await rejection(client({ fetch, retry: 0 }).retrieve('1'), ApiError)
      assert.is(retryAfter, seconds, `${value}`)
    })
  }
  const { fetch } = answering(() => Response.json({}, { status: 400 }))
  assert.is((await rejection(client({ fetch }).retrieve('1'), ApiError)).retryAfter, undefined)
})

test('a message is one line, without what a terminal obeys, and ends', async () => {
  const control = '\u001b[2J\r\n\t\u0000\u007f\u0085\u009b'
  const given: [body: string, status: number][] = [
    [`a${control}b`, 500],
    [JSON.stringify({ errors: [{ title: `a${control}b` }] }), 422],
    [JSON.stringify({ errors: Array.from({ length: 999 }, (_, index) => ({ title: `a ${control} ${index}` })) }), 422],
    [JSON.stringify({ errors: [{ title: 'x'.repeat(1e6) }] }), 422],
    [JSON.stringify({ errors: [{ source: { pointer: `/data/attributes/a${control}b${'x'.repeat(2000)}` } }] }), 422],
    [JSON.stringify({ [`a${control}${'x'.repeat(2000)}`]: 1 }), 200],
  ]
  for (const [body, status] of given) {
    const { message } = await rejection(
      client({ fetch: answering(() => new Response(body, { status })).fetch, retry: 0 }).retrieve('1'),
      RequestError,
    )
    assert.not.match(message, /\p{Cc}/u)
    assert.ok(message.length <= 1000, `${message.length}`)
    assert.match(message, `GET /api/articles/1: ${status} `)
  }
  const lost = async () => {
    throw new TypeError(`a${control}b${'x'.repeat(2000)}`)
  }
  const { message } = await rejection(client({ fetch: lost, retry: 0 }).retrieve('1'), ConnectionError)
  assert.not.match(message, /\p{Cc}/u)
  assert.is(message.length, 1000)
})

test('a secret that is spelled like a part of the document is hidden all the same', async () => {
  const errors = [{ title: 'taken', detail: 'title', source: { pointer: '/data/attributes/title' } }]
  for (const accessToken of ['title', 'errors', 'source', '"', '{', '/data', 'taken']) {
    const { fetch } = answering(() => Response.json({ errors, meta: { errors: 1 } }, { status: 422 }))
    const request = client({ fetch, auth: { accessToken } }).create({ title: 'x', author: 'ada' })
    const { message, status, errors: told } = await rejection(request, ValidationError)
    assert.is(status, 422)
    const texts = [message, ...told.flatMap(({ title, detail }) => [title, detail])].join().replace('/api/articles', '')
    assert.not.match(texts, accessToken)
  }
})

test('what is sent under the name of a secret is hidden where it is repeated, however deep it is', async () => {
  const password = { old: 'hunter1', next: [{ value: 'hunter2' }] }
  const given: [respond: (echo: string) => Response, kind: typeof ParseError | typeof ApiError][] = [
    [(echo) => Response.json({ errors: [{ title: echo }] }, { status: 422 }), ApiError],
    [(echo) => new Response(echo, { status: 500 }), ApiError],
    [(echo) => new Response(echo), ParseError],
  ]
  for (const [respond, kind] of given) {
    const { fetch } = answering(() => respond('not hunter1 but hunter2'))
    const request = client({ fetch, retry: 0 }).create({ title: 'x', author: 'ada', settings: { password } })
    const told = inspect(await rejection<RequestError>(request, kind), { depth: 9, showHidden: true })
    assert.not.match(told, 'hunter')
    assert.match(told, 'not [redacted] but [redacted]')
  }
})

test('nor does the body of an answer that was not due tell the secrets in it', async () => {
  for (const password of ['hunter2', { deep: ['hunter2'] }]) {
    const { fetch } = answering(() => answer({ data: 7, password, echo: 'it is hunter2' }))
    const error = await rejection(client({ fetch }).retrieve('1'), ParseError)
    assert.not.match(inspect(error, { depth: 9, showHidden: true }), 'hunter2')
    assert.match(error.body, '"echo":"it is [redacted]"')
  }
})

test.run()
