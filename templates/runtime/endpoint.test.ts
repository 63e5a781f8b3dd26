import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { ApiError, ParseError } from './errors.js'
import { answering, client, rejection } from './testing.fixture.js'

const served = (respond: () => Response = () => Response.json({ ok: true }), options = {}) => {
  const { fetch, requests } = answering(respond)
  return { api: client({ fetch, retry: { limit: 1, minDelay: 1, maxDelay: 2 }, ...options }), requests }
}

test('path, query, headers, cookies and body', async () => {
  const { api, requests } = served()
  await api.request('DELETE /articles/{id}', { path: { id: 'a/b?c' } })
  await api.request('GET /articles', { query: { q: 'ü&x=1' } })
  await api.request('POST /articles', { body: { data: { type: 'articles' } } }, { headers: { 'x-own': '1' } })
  await api.request('PUT /a/{b}/c-{d}.{e}', {
    path: { b: 'ü', d: 7, e: '{d}' },
    query: { list: ['1', '2'], none: undefined, flag: false, 'a[b]': '' },
    headers: { 'X-A': 1, 'X-None': undefined },
    cookies: { 'a b': 'c;d' },
  })
  const base = 'https://eu.example.com/api'
  assert.equal(
    requests.map(({ method, url }) => `${method} ${url.replace(base, '')}`),
    [
      'DELETE /articles/a%2Fb%3Fc',
      'GET /articles?q=%C3%BC%26x%3D1',
      'POST /articles',
      'PUT /a/%C3%BC/c-7.%7Bd%7D?list=1&list=2&flag=false&a%5Bb%5D=',
    ],
  )
  const [remove, , post, put] = requests
  assert.is(remove?.headers.get('accept'), `${description.mediaType}, */*;q=0.9`)
  assert.equal([remove?.headers.get('content-type'), remove?.body], [null, null])
  assert.equal([post?.headers.get('content-type'), post?.headers.get('x-own')], [description.mediaType, '1'])
  assert.equal(await post?.json(), { data: { type: 'articles' } })
  assert.equal(
    [put?.headers.get('x-a'), put?.headers.get('x-none'), put?.headers.get('cookie')],
    ['1', null, 'a%20b=c%3Bd'],
  )
})

test('what it is answered with: JSON as a value, anything else as text, nothing as undefined', async () => {
  const given: [respond: () => Response, want: unknown][] = [
    [() => Response.json({ a: [1] }), { a: [1] }],
    [() => Response.json(null), null],
    [
      () => new Response('{"data":1}', { headers: { 'content-type': 'application/vnd.api+json; charset=utf-8' } }),
      { data: 1 },
    ],
    [() => new Response('{"data":1}', { headers: { 'content-type': 'text/plain' } }), '{"data":1}'],
    [() => new Response('<p>', { headers: { 'content-type': 'text/html' } }), '<p>'],
    [() => new Response(null, { status: 204 }), undefined],
    [() => new Response('', { headers: { 'content-type': 'application/json' } }), undefined],
  ]
  for (const [respond, want] of given) assert.equal(await served(respond).api.request('GET /anything'), want)
  const broken = served(() => new Response('{"a":', { headers: { 'content-type': 'application/json' } }))
  assert.match((await rejection(broken.api.request('GET /anything'), ParseError)).message, /without JSON/)
})

test('what the path lacks is refused', async () => {
  const { api, requests } = served()
  for (const path of [undefined, {}, { id: '' }, { id: '..' }, { other: 'x' }]) {
    await rejection(api.request('GET /nowhere/{id}', { ...(path && { path }) }), TypeError)
  }
  assert.is(requests.length, 0)
})

test('only what may be done twice is sent again', async () => {
  const given: [endpoint: `${'GET' | 'PUT' | 'DELETE' | 'HEAD' | 'POST' | 'PATCH'} /x`, sent: number][] = [
    ['GET /x', 2],
    ['PUT /x', 2],
    ['DELETE /x', 2],
    ['HEAD /x', 2],
    ['POST /x', 1],
    ['PATCH /x', 1],
  ]
  for (const [endpoint, sent] of given) {
    const { api, requests } = served(() => new Response(null, { status: 500 }))
    await rejection(api.request(endpoint), ApiError)
    assert.is(requests.length, sent, endpoint)
  }
})

test('it is authorized, and its errors are those of any request', async () => {
  const { api, requests } = served(
    () => Response.json({ errors: [{ title: 'no', source: { pointer: '/name' } }] }, { status: 422 }),
    { auth: { accessToken: 'token' } },
  )
  const error = await rejection(api.request('POST /x', { body: { name: 'x' } }), ApiError)
  assert.equal([error.message, Object.keys(error.fields)], ['POST /api/x: 422 no (name)', ['name']])
  assert.is(requests[0]?.headers.get('authorization'), 'Bearer token')
})

test('a POST with a key may be done twice', async () => {
  const given: [options: object, own: object, sent: number][] = [
    [{}, {}, 1],
    [{}, { idempotencyKey: 'k' }, 2],
    [{ idempotencyHeader: 'X-Once' }, {}, 2],
  ]
  for (const [options, own, sent] of given) {
    const { api, requests } = served(() => new Response(null, { status: 500 }), options)
    await rejection(api.request('POST /x', {}, own), ApiError)
    assert.is(requests.length, sent)
  }
  const { api, requests } = served(() => new Response(null, { status: 500 }))
  await rejection(api.request('PATCH /x', {}, { idempotencyKey: 'k' }), ApiError)
  assert.is(requests.length, 2)
})

test('a query in the path stays, before the other', async () => {
  const { api, requests } = served()
  await api.request('GET /x?y=1', { query: { z: 2 } })
  await api.request('GET /x?y=1#top')
  assert.equal(
    requests.map(({ url }) => new URL(url).search),
    ['?y=1&z=2', '?y=1'],
  )
})

test('dates and objects among the parameters', async () => {
  const { api, requests } = served()
  const since = new Date('2024-01-02T03:04:05Z')
  const given = { query: { since, list: [since, 1], deep: { a: 1 } }, headers: { 'x-since': since } }
  await api.request('GET /x', { ...given, cookies: { since } })
  const time = '2024-01-02T03:04:05.000Z'
  assert.equal(
    [...new URL(requests[0]?.url ?? '').searchParams],
    [
      ['since', time],
      ['list', time],
      ['list', '1'],
      ['deep[a]', '1'],
    ],
  )
  assert.is(requests[0]?.headers.get('x-since'), time)
  assert.is(requests[0]?.headers.get('cookie'), `since=${encodeURIComponent(time)}`)
})

test('bytes are sent as they are', async () => {
  const bytes = Uint8Array.of(0, 255, 128, 34)
  const bodies = [new Blob([bytes]), bytes, bytes.buffer, new DataView(bytes.buffer)]
  for (const body of bodies) {
    const { api, requests } = served()
    await api.request('POST /x', { body })
    assert.equal(new Uint8Array((await requests[0]?.arrayBuffer()) ?? []), bytes, body.constructor.name)
  }
  for (const [body, want] of [
    [new URLSearchParams({ a: 'ü' }), 'a=%C3%BC'],
    ['text', '"text"'],
    [[1], '[1]'],
  ] as const) {
    const { api, requests } = served()
    await api.request('POST /x', { body })
    assert.is(await requests[0]?.text(), want)
  }
})

test.run()
