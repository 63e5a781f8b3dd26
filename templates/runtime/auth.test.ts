import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { apiKey } from './api-key.js'
import type { Auth } from './auth.js'
import { basic } from './basic.js'
import { AuthenticationError, ConnectionError } from './errors.js'
import { answer, answering, client, rejection, serve } from './testing.fixture.js'

const ARTICLE = { type: 'articles', id: '1' }
const fine = () => answer({ data: ARTICLE })
const BODY = JSON.stringify({ data: ARTICLE })

/** The request that is sent with this authorization. */
async function authorized(auth: Auth): Promise<Request | undefined> {
  const { fetch, requests } = answering(fine)
  await client({ fetch, auth }).retrieve('1', { include: ['author'] })
  return requests[0]
}

test('each way to authorize, and several together', async () => {
  const url = 'https://eu.example.com/api/articles/1?include=author'
  const given: [auth: Auth, url: string, headers: Record<string, string>][] = [
    [{ accessToken: 'a b' }, url, { authorization: 'Bearer a b' }],
    [{ accessToken: () => 'made' }, url, { authorization: 'Bearer made' }],
    [{ accessToken: async () => 'late' }, url, { authorization: 'Bearer late' }],
    [() => 'made', url, { authorization: 'Bearer made' }],
    [async () => 'late', url, { authorization: 'Bearer late' }],
    [basic('Aladdin', 'open sesame'), url, { authorization: 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==' }],
    // https://www.rfc-editor.org/rfc/rfc7617#section-2.1
    [basic('test', '123£'), url, { authorization: 'Basic dGVzdDoxMjPCow==' }],
    [basic('ü', '🚀:'), url, { authorization: `Basic ${Buffer.from('ü:🚀:').toString('base64')}` }],
    [apiKey('key'), url, { 'x-key': 'key' }],
    [apiKey(async () => 'late', 'header'), url, { 'x-key': 'late' }],
    [apiKey('k&=ü', 'query'), `${url}&api%20key=k%26%3D%C3%BC`, {}],
    [apiKey(() => 'k;=ü', 'cookie'), url, { cookie: 'key=k%3B%3D%C3%BC' }],
    [[apiKey('1', 'query'), { accessToken: 't' }], `${url}&api%20key=1`, { authorization: 'Bearer t' }],
    [[{ accessToken: 't' }, apiKey('2', 'header')], url, { authorization: 'Bearer t', 'x-key': '2' }],
    [[apiKey('1', 'cookie'), apiKey('2', 'cookie')], url, { cookie: 'key=1; key=2' }],
    [[], url, {}],
  ]
  for (const [auth, wantUrl, headers] of given) {
    const request = await authorized(auth)
    assert.is(request?.url, wantUrl)
    for (const name of ['authorization', 'x-key', 'cookie']) {
      assert.is(request?.headers.get(name), headers[name] ?? null, name)
    }
  }
})

test("a cookie of the request's own goes along with the key", async () => {
  const { fetch, requests } = answering(fine)
  await client({ fetch, auth: apiKey('k', 'cookie') }).retrieve('1', {}, { headers: { cookie: 'own=1' } })
  assert.is(requests[0]?.headers.get('cookie'), 'key=k; own=1')
})

test('an API key in the query of a request that has no other', async () => {
  const { fetch, requests } = answering(fine)
  await client({ fetch, auth: apiKey('k', 'query') }).retrieve('1')
  assert.is(requests[0]?.url, 'https://eu.example.com/api/articles/1?api%20key=k')
})

test('an attempt that is repeated has the key once', async () => {
  for (const [scheme, want] of [
    ['query', 'https://eu.example.com/api/articles/1?api%20key=k'],
    ['cookie', 'key=k'],
  ] as const) {
    const { fetch, requests } = answering(() => Response.json({}, { status: 500 }), fine)
    await client({ fetch, auth: apiKey('k', scheme), retry: { minDelay: 1 } }).retrieve('1')
    const seen = requests.map(({ url, headers }) => (scheme === 'query' ? url : headers.get('cookie')))
    assert.equal(seen, [want, want])
  }
})

test('a page is asked for with the key, however its link has it', async () => {
  const { fetch, requests } = answering(
    () => answer({ data: [ARTICLE], links: { next: '/api/articles?page[number]=2' } }),
    () => answer({ data: [{ ...ARTICLE, id: '2' }], links: { next: null } }),
  )
  const rows = await client({ fetch, auth: apiKey('k', 'query') })
    .list()
    .all()
  assert.equal([rows.length, ...requests.map(({ url }) => new URL(url).searchParams.get('api key'))], [2, 'k', 'k'])
})

test('a scheme that the API does not have is refused when a request is sent', async () => {
  const { fetch, requests } = answering(fine)
  const { apiKeys: _, ...without } = description
  for (const request of [
    client({ fetch, auth: apiKey('k', 'constructor' as 'header') }).retrieve('1'),
    client({ fetch, auth: apiKey('k') }, without).retrieve('1'),
  ]) {
    assert.match((await rejection(request, TypeError)).message, /no such security scheme/)
  }
  assert.is(requests.length, 0)
})

test('what cannot be renewed is not tried again after a 401', async () => {
  for (const auth of [() => 'token', apiKey('k'), basic('a', 'b')]) {
    const { fetch, requests } = answering(() => Response.json({}, { status: 401 }), fine)
    await rejection(client({ fetch, auth }).retrieve('1'), AuthenticationError)
    assert.is(requests.length, 1)
  }
})

test('an API key in a header goes along with a redirect to the same origin, and to no other', async () => {
  for (const status of [301, 302, 303, 307, 308]) {
    const there = await serve(() => ({ body: BODY }))
    const here = await serve(({ url }) => {
      if (url === '/articles/1') return { status, headers: { location: '/again?x=1' } }
      if (url === '/again?x=1') return { status, headers: { location: `${there.url}/there` } }
      return { body: BODY }
    })
    try {
      const auth = [apiKey('secret', 'header'), { accessToken: 'token' }]
      assert.equal(await client({ baseUrl: here.url, auth, retry: 0 }).retrieve('1'), ARTICLE)
      const seen = [...here.received, ...there.received].map(({ method, url, headers }) => [
        method,
        url,
        headers['x-key'],
        headers.authorization,
      ])
      assert.equal(seen, [
        ['GET', '/articles/1', 'secret', 'Bearer token'],
        ['GET', '/again?x=1', 'secret', 'Bearer token'],
        ['GET', '/there', undefined, undefined],
      ])
    } finally {
      await Promise.all([here.close(), there.close()])
    }
  }
})

test('which verb and which body a redirect leads to', async () => {
  const given: [status: number, method: string, hasBody: boolean][] = [
    [301, 'GET', false],
    [302, 'GET', false],
    [303, 'GET', false],
    [307, 'POST', true],
    [308, 'POST', true],
  ]
  for (const [status, method, hasBody] of given) {
    // With a header to look after and without one: what `fetch` itself does, ours does.
    for (const auth of [apiKey('k', 'header'), basic('a', 'b')]) {
      const server = await serve(({ url }) =>
        url === '/articles' ? { status, headers: { location: '/moved' } } : { body: BODY },
      )
      try {
        await client({ baseUrl: server.url, auth, retry: 0 }).create({ title: 'x', author: 'ada' })
        const [first, second, ...more] = server.received
        assert.equal([second?.method, second?.body, more], [method, hasBody ? first?.body : '', []])
        assert.is(second?.headers['content-type'], hasBody ? description.mediaType : undefined, `${status}`)
      } finally {
        await server.close()
      }
    }
  }
})

test('redirects without an end are an error', async () => {
  const server = await serve(() => ({ status: 302, headers: { location: '/round' } }))
  try {
    const request = client({ baseUrl: server.url, auth: apiKey('k', 'header'), retry: 0 }).retrieve('1')
    assert.match((await rejection(request, ConnectionError)).message, /redirect/)
    assert.ok(server.received.length <= 22, `${server.received.length}`)
  } finally {
    await server.close()
  }
})

test('a redirect that a browser hides is an error that says so', async () => {
  const hidden = Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' })
  const request = client({ auth: apiKey('k', 'header'), retry: 0, fetch: async () => hidden }).retrieve('1')
  assert.match((await rejection(request, ConnectionError)).message, 'a redirect, of which a browser')
})

test('a token or key that no header can carry is a TypeError that does not tell it', async () => {
  // what JavaScript may hand over
  const none = undefined as unknown as string
  const secrets = [none, '', 'sec\nret', 'sec\r\nx-other: 1', 'sec\0ret', 'secrét', 'sec\u2028ret']
  for (const secret of secrets) {
    const ways: Auth[] = [
      { accessToken: secret },
      { accessToken: async () => secret },
      () => secret,
      apiKey(secret, 'header'),
    ]
    for (const auth of ways) {
      const { fetch, requests } = answering(fine)
      const { message, cause } = await rejection(client({ fetch, auth }).retrieve('1'), TypeError)
      assert.is(message, 'auth: no printable ASCII text')
      assert.equal([cause, requests.length], [undefined, 0])
    }
  }
})

test.run()
