import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { AbortError, ConnectionError } from './errors.js'
import { path } from './path.js'
import { answer, client, type Received, serve } from './testing.fixture.js'
import { type ClientOptions, Transport } from './transport.js'

const ARTICLE = JSON.stringify({ data: { type: 'articles', id: '1' } })

/** Does something with a server; gives what the server received. */
async function received(
  act: (url: string) => Promise<unknown>,
  respond: Parameters<typeof serve>[0] = () => ({ body: ARTICLE }),
): Promise<Received[]> {
  const server = await serve(respond)
  try {
    await act(server.url)
    return server.received
  } finally {
    await server.close()
  }
}

test('what goes over the wire: method, path, query, headers, body', async () => {
  const [get, post, remove] = await received(async (baseUrl) => {
    const api = client({ baseUrl: `${baseUrl}/api`, auth: { accessToken: 'token' } })
    await api.retrieve('a/b?c=d#e', { include: ['author'], fields: { people: ['name'] } })
    await api.create({ title: 'ü', author: 'ada' })
    await api.delete('..%2f')
  })
  const mediaType = 'application/vnd.api+json'
  assert.equal(
    [get?.method, get?.url],
    ['GET', '/api/articles/a%2Fb%3Fc%3Dd%23e?include=author&fields%5Bpeople%5D=name'],
  )
  assert.equal([get?.headers.accept, get?.headers.authorization], [mediaType, 'Bearer token'])
  assert.equal([get?.headers['content-type'], get?.body], [undefined, ''])
  assert.equal([post?.method, post?.url, post?.headers['content-type']], ['POST', '/api/articles', mediaType])
  assert.equal(JSON.parse(post?.body ?? ''), {
    data: {
      type: 'articles',
      attributes: { title: 'ü' },
      relationships: { author: { data: { type: 'people', id: 'ada' } } },
    },
  })
  assert.equal([remove?.method, remove?.url], ['DELETE', '/api/articles/..%252f'])
  assert.equal([remove?.headers['content-type'], remove?.body], [undefined, ''])
})

test('any value arrives as it was', async () => {
  const values = ['a/b?c=d#e', 'a&b=c#d', '%2e%2e', '+ %20', 'ü🚀', '\\', '..\\..', '\u0000\n', '\'"`', ';,']
  const all = await received(
    async (baseUrl) => {
      for (const value of values) await client({ baseUrl }).list().filter({ title_eq: value })
      for (const value of values) await client({ baseUrl }).retrieve(value)
    },
    ({ url }) => ({ body: url.startsWith('/articles?') ? '{"data":[]}' : ARTICLE }),
  )
  all.forEach(({ url }, index) => {
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1')
    const value = values[index % values.length] ?? ''
    if (index < values.length) assert.equal([...searchParams], [['filter[q][title_eq]', value]])
    else assert.equal(pathname.split('/').map(decodeURIComponent), ['', 'articles', value])
  })
})

test('a base URL is checked at once', () => {
  for (const baseUrl of ['', '/api', 'nonsense', 'https://example.com/api?key=1', 'https://example.com/#x']) {
    assert.throws(() => client({ baseUrl }), /baseUrl: no plain URL/)
  }
})

test('an aborted request asks for no token', async () => {
  let asked = 0
  const auth = () => `token ${++asked}`
  const signal = AbortSignal.abort(new Error('enough'))
  const outcome = await client({ auth })
    .retrieve('1', {}, { signal })
    .catch((error: unknown) => error instanceof AbortError && error.cause)
  assert.equal([outcome, asked], [signal.reason, 0])
})

test("headers: the request's win over the client's, and those over our own", async () => {
  const all = await received(async (baseUrl) => {
    const headers = { accept: 'a/b', 'x-both': 'client', 'x-client': '1' }
    const api = client({ baseUrl, auth: { accessToken: 'token' }, headers: new Headers(headers) })
    await api.retrieve('1')
    await api.retrieve(
      '1',
      {},
      {
        headers: [
          ['X-Both', 'request'],
          ['Authorization', 'Basic x'],
        ],
      },
    )
  })
  const seen = all.map(({ headers }) => [headers.accept, headers['x-both'], headers['x-client'], headers.authorization])
  assert.equal(seen, [
    ['a/b', 'client', '1', 'Bearer token'],
    ['a/b', 'request', '1', 'Basic x'],
  ])
})

test('the token is asked for before every request, and can be late', async () => {
  let count = 0
  const accessToken = async () => `token ${++count}`
  const given: [auth: ClientOptions['auth'] | undefined, want: (string | undefined)[]][] = [
    [{ accessToken: 'fixed' }, ['Bearer fixed', 'Bearer fixed']],
    [{ accessToken }, ['Bearer token 1', 'Bearer token 2']],
    [accessToken, ['Bearer token 3', 'Bearer token 4']],
    [undefined, [undefined, undefined]],
  ]
  for (const [auth, want] of given) {
    const all = await received(async (baseUrl) => {
      const api = client({ baseUrl, ...(auth && { auth }) })
      await api.retrieve('1')
      await api.retrieve('2')
    })
    assert.equal(
      all.map(({ headers }) => headers.authorization),
      want,
    )
  }
  const failing = client({
    auth: () => Promise.reject(new Error('no token')),
    fetch: async () => answer({ data: null }),
  })
  assert.match(String(await failing.retrieve('1').catch((error: unknown) => error)), 'no token')
})

test('the base URL: with or without a slash, with a path, without any', async () => {
  const given: [baseUrl: string, want: string][] = [
    ['https://a.io', 'https://a.io/x'],
    ['https://a.io/', 'https://a.io/x'],
    ['https://a.io/v1//', 'https://a.io/v1/x'],
  ]
  const urlOf = (options: ClientOptions): string => {
    const transport = new Transport(description, options)
    return transport.url({ transport, method: 'GET', path: path`/x` }).href
  }
  for (const [baseUrl, want] of given) assert.is(urlOf({ baseUrl }), want)
  assert.is(urlOf({}), 'https://eu.example.com/api/x')
  const { baseUrl: _, ...unknown } = description
  assert.throws(() => new Transport(unknown, {}), /baseUrl/)
})

const reasonOf = (error: unknown): unknown => error instanceof AbortError && error.cause

test('a signal aborts before and during the request', async () => {
  const reason = new Error('changed my mind')
  const controller = new AbortController()
  await received(
    async (baseUrl) => {
      const aborted = client({ baseUrl }).retrieve('1', {}, { signal: AbortSignal.abort(reason) })
      assert.is(await aborted.catch(reasonOf), reason)
      const running = client({ baseUrl }).delete('1', { signal: controller.signal })
      assert.is(await running.catch(reasonOf), reason)
    },
    () => {
      setImmediate(() => controller.abort(reason))
      return { headers: { 'content-length': 10 } } // a body that never comes
    },
  )
})

test('a redirect to another host does not carry the authorization there', async () => {
  const there = await serve(() => ({ body: ARTICLE }))
  const here = await received(
    async (baseUrl) => {
      const { id } = await client({ baseUrl, auth: { accessToken: 'secret' } }).retrieve('1')
      assert.is(id, '1')
    },
    () => ({ status: 307, headers: { location: there.url } }),
  )
  await there.close()
  assert.equal([here[0]?.headers.authorization, there.received[0]?.headers.authorization], ['Bearer secret', undefined])
})

test('two clients at once, with two tokens', async () => {
  const all = await received(async (baseUrl) => {
    const clients = ['a', 'b'].map((accessToken) => client({ baseUrl, auth: { accessToken } }))
    await Promise.all(clients.flatMap((api) => [api.retrieve('1'), api.retrieve('2')]))
  })
  const tokens = all.map(({ headers }) => headers.authorization).sort()
  assert.equal(tokens, ['Bearer a', 'Bearer a', 'Bearer b', 'Bearer b'])
})

test('a connection that ends in the middle of a body is an error', async () => {
  await received(
    async (baseUrl) => {
      const error = await client({ baseUrl, retry: 0 })
        .retrieve('1')
        .settled()
        .catch((error: unknown) => error)
      assert.instance(error, ConnectionError)
      assert.instance(error instanceof ConnectionError && error.cause, TypeError)
    },
    () => ({ body: '{', headers: { 'content-length': 10, connection: 'close' } }),
  )
})

test('a base URL that is of no web, or that names a user, is refused without its password', () => {
  const given: [baseUrl: string, secret?: string][] = [
    ['localhost:3000'],
    ['mailto:a'],
    ['file:///etc'],
    ['http://user:pass@h', 'pass'],
    ['https://user:p@ss@h/api', 'p@ss'],
    ['https://token@h', 'token'],
  ]
  for (const [baseUrl, secret] of given) {
    let message = ''
    try {
      client({ baseUrl })
    } catch (error) {
      if (error instanceof TypeError) message = error.message
    }
    assert.match(message, /baseUrl: no plain URL/, baseUrl)
    if (secret) assert.not.match(message, secret)
  }
})

test.run()
