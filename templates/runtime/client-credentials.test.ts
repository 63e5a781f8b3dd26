import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { type ClientCredentials, clientCredentials } from './client-credentials.js'
import { byOwnClock } from './clock.fixture.js'
import { ApiError, AuthenticationError, ConnectionError, ParseError, RequestError } from './errors.js'
import { answer, client, rejection, serve } from './testing.fixture.js'
import type { ClientOptions } from './transport.js'

const ARTICLE = { type: 'articles', id: '1' }
const QUICK = { limit: 2, minDelay: 1, maxDelay: 5 }
const CREDENTIALS = { clientId: 'id', clientSecret: 's&cr=t/ü' }
const fine = () => answer({ data: ARTICLE })

interface Service {
  /** The answer to the request for a token of this number, counted from 1. */
  readonly grant?: (number: number, request: Request) => Response
  /** The answer to a request with this authorization. */
  readonly respond?: (authorization: string, request: Request) => Response
  readonly credentials?: Partial<ClientCredentials>
  readonly options?: ClientOptions
}

/** A client of a service that gives tokens at `/oauth/token`, numbered. */
function serviceWith({ grant = granting(3600), respond = fine, credentials, options }: Service = {}) {
  const tokens: Request[] = []
  const calls: string[] = []
  const fetch = async (request: Request): Promise<Response> => {
    await new Promise((resolve) => setTimeout(resolve))
    if (request.url.includes('token')) {
      tokens.push(request.clone())
      return grant(tokens.length, request)
    }
    const authorization = request.headers.get('authorization') ?? ''
    calls.push(authorization)
    return respond(authorization, request)
  }
  const auth = clientCredentials({ ...CREDENTIALS, ...credentials })
  return { api: client({ fetch, auth, retry: QUICK, ...options }), auth, tokens, calls, fetch }
}

const granting =
  (expires_in?: unknown) =>
  (number: number): Response =>
    Response.json({ access_token: `t${number}`, token_type: 'bearer', expires_in })

test('the request for a token', async () => {
  const given: [credentials: Partial<ClientCredentials>, url: string, scope: string | null][] = [
    [{}, 'https://eu.example.com/oauth/token', null],
    [{ scope: 'a b' }, 'https://eu.example.com/oauth/token', 'a b'],
    [{ tokenUrl: 'https://auth.example.com/token?x=1' }, 'https://auth.example.com/token?x=1', null],
    [{ tokenUrl: 'token' }, 'https://eu.example.com/api/token', null],
  ]
  for (const [credentials, url, scope] of given) {
    const { api, tokens, calls } = serviceWith({ credentials })
    await api.retrieve('1')
    const [request] = tokens
    assert.equal([request?.method, request?.url], ['POST', url])
    assert.match(request?.headers.get('content-type') ?? '', /^application\/x-www-form-urlencoded/)
    assert.is(request?.headers.get('accept'), 'application/json')
    assert.is(request?.headers.get('authorization'), null)
    assert.equal(Object.fromEntries(new URLSearchParams(await request?.text())), {
      grant_type: 'client_credentials',
      client_id: 'id',
      client_secret: 's&cr=t/ü',
      ...(scope && { scope }),
    })
    assert.equal(calls, ['Bearer t1'])
  }
})

test('twenty calls at once ask for one token, and so do those after them', async () => {
  // Who does not tell when it expires has it renewed after a 401.
  for (const expires of [3600, undefined, null, 'soon', -1]) {
    const { api, tokens, calls } = serviceWith({ grant: granting(expires) })
    await Promise.all(Array.from({ length: 20 }, () => api.retrieve('1')))
    await api.retrieve('1')
    assert.equal([tokens.length, calls.length, ...new Set(calls)], [1, 21, 'Bearer t1'])
  }
})

test('a token is renewed before it expires', async () => {
  const given: [expires: number | string, asked: [seconds: number, tokens: number][]][] = [
    [
      3600,
      [
        [0, 1],
        [3539, 1],
        [1, 2],
      ],
    ],
    [
      100,
      [
        [0, 1],
        [89, 1],
        [1, 2],
      ],
    ],
    [
      0,
      [
        [0, 1],
        [0, 2],
      ],
    ],
    // as some services write it
    [
      '100',
      [
        [0, 1],
        [89, 1],
        [1, 2],
      ],
    ],
  ]
  for (const [expires, asked] of given) {
    const { api, tokens } = serviceWith({ grant: granting(expires) })
    await byOwnClock(async () => {
      for (const [seconds, want] of asked) {
        await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
        await api.retrieve('1')
        assert.is(tokens.length, want, `${expires}`)
      }
    })
  }
})

test('after a 401 it is renewed, once for all the calls that were refused', async () => {
  let good = 't1'
  const { api, tokens, calls } = serviceWith({
    respond: (authorization) => (authorization === `Bearer ${good}` ? fine() : Response.json({}, { status: 401 })),
  })
  await api.retrieve('1')
  good = 't2'
  await Promise.all(Array.from({ length: 10 }, () => api.create({ title: 'x', author: 'ada' })))
  assert.equal([tokens.length, calls.length], [2, 21])
  good = 't3'
  await api.retrieve('1')
  assert.equal([tokens.length, calls.length], [3, 23])
})

test('who is told late that the old token was refused takes the new one', async () => {
  const tokens: number[] = []
  const fetch = async ({ url, headers }: Request): Promise<Response> => {
    if (url.includes('token')) {
      tokens.push(tokens.length + 1)
      return Response.json({ access_token: `t${tokens.length}` })
    }
    if (url.endsWith('/late')) await new Promise((resolve) => setTimeout(resolve, 30))
    return headers.get('authorization') === 'Bearer t1' ? Response.json({}, { status: 401 }) : fine()
  }
  const api = client({ fetch, auth: clientCredentials(CREDENTIALS) })
  await byOwnClock(() => Promise.all([api.retrieve('1'), api.retrieve('late')]))
  assert.equal(tokens, [1, 2])
})

test('a call that is refused with a new token, too, fails', async () => {
  const { api, tokens, calls } = serviceWith({ respond: () => Response.json({}, { status: 401 }) })
  const error = await rejection(api.retrieve('1'), AuthenticationError)
  assert.equal(calls, ['Bearer t1', 'Bearer t2'])
  assert.equal([tokens.length, error.attempts], [2, 2])
})

test('the renewal counts as no retry', async () => {
  const statuses = [500, 401, 500, 200]
  const { api, calls } = serviceWith({
    respond: () => {
      const status = statuses.shift() ?? 500
      return status === 200 ? fine() : Response.json({}, { status })
    },
  })
  await api.retrieve('1')
  assert.is(calls.length, 4)
})

test('after a renewal, nothing waits once more', async () => {
  const answers = [
    () => Response.json({}, { status: 429, headers: { 'retry-after': '1' } }),
    () => Response.json({}, { status: 401 }),
    fine,
  ]
  const { api } = serviceWith({ respond: () => (answers.shift() ?? fine)() })
  assert.is(await byOwnClock(() => api.retrieve('1')), 1000)
})

test('a token endpoint that fails fails the calls that wait for it, and is asked again by the next', async () => {
  const { api, tokens, calls } = serviceWith({
    grant: (number) =>
      number === 1
        ? Response.json({ error: 'invalid_client', error_description: 's&cr=t/ü is wrong' }, { status: 400 })
        : granting(3600)(number),
  })
  const errors = await Promise.all(Array.from({ length: 5 }, () => rejection(api.retrieve('1'), ApiError)))
  assert.equal([tokens.length, calls.length], [1, 0])
  for (const { message, status, method, path } of errors) {
    assert.equal([status, method, path], [400, 'POST', '/oauth/token'])
    assert.match(message, /^POST \/oauth\/token: 400 .*invalid_client/)
    assert.not.match(message, 's&cr=t')
  }
  await api.retrieve('1')
  assert.equal([tokens.length, ...calls], [2, 'Bearer t2'])
})

test('a token endpoint that fails for a while is tried again', async () => {
  const { api, tokens } = serviceWith({
    grant: (number) => (number < 3 ? Response.json({}, { status: 503 }) : granting(3600)(number)),
  })
  await api.retrieve('1')
  assert.is(tokens.length, 3)
})

test('a token endpoint that gives no token, or no answer', async () => {
  const given: [grant: () => Response, kind: typeof ParseError | typeof ConnectionError][] = [
    [() => new Response('<p>Hello</p>'), ParseError],
    [() => Response.json({}), ParseError],
    [() => Response.json({ access_token: 7 }), ParseError],
    [() => Response.json(null), ParseError],
    [
      () => {
        throw new TypeError('fetch failed')
      },
      ConnectionError,
    ],
  ]
  for (const [grant, kind] of given) {
    const { api, calls } = serviceWith({ grant })
    await rejection<RequestError>(api.retrieve('1'), kind)
    assert.is(calls.length, 0)
  }
})

test('neither secret nor token is told', async () => {
  const echo = async (request: Request) => `${await request.text()} s&cr=t/ü`
  let body = ''
  const { fetch, auth } = serviceWith({
    grant: () => Response.json({ access_token: 'to"ken', expires_in: 60 }),
    respond: (authorization) => Response.json({ errors: [{ title: `${authorization} ${body}` }] }, { status: 422 }),
  })
  body = await echo(new Request('https://x.io', { method: 'POST', body: new URLSearchParams({ a: 's&cr=t/ü' }) }))
  const error = await rejection(client({ fetch, auth, retry: 0 }).retrieve('1'), RequestError)
  for (const secret of ['to"ken', 's&cr=t/ü']) assert.not.match(error.message, secret)

  const refusing = serviceWith({
    grant: (_, { url }) => new Response(`${url} ${body}`, { status: 401 }),
  })
  const refused = await rejection(refusing.api.retrieve('1'), RequestError)
  for (const secret of ['s&cr=t/ü', encodeURIComponent('s&cr=t/ü')]) assert.not.match(refused.message, secret)
})

test('two clients at once have two tokens', async () => {
  const calls: string[] = []
  const fetch = async (request: Request): Promise<Response> => {
    if (request.url.endsWith('/token')) {
      const id = new URLSearchParams(await request.text()).get('client_id')
      return Response.json({ access_token: `token of ${id}` })
    }
    calls.push(request.headers.get('authorization') ?? '')
    return fine()
  }
  const apis = ['a', 'b'].map((clientId) => client({ fetch, auth: clientCredentials({ clientId, clientSecret: 's' }) }))
  await Promise.all(apis.flatMap((api) => [api.retrieve('1'), api.retrieve('2')]))
  assert.equal(calls.sort(), ['Bearer token of a', 'Bearer token of a', 'Bearer token of b', 'Bearer token of b'])
})

test('an API that names no token URL', async () => {
  const { tokenUrl: _, ...api } = description
  const request = client({ auth: clientCredentials(CREDENTIALS) }, api).retrieve('1')
  assert.match((await rejection(request, TypeError)).message, /tokenUrl/)
})

test('who aborts while a token is on its way leaves it to the others', async () => {
  const { api, tokens, calls } = serviceWith()
  const controller = new AbortController()
  const [first, second] = [api.retrieve('1', {}, { signal: controller.signal }), api.retrieve('2')]
  const both = [rejection(first, RequestError), second.then()] as const
  controller.abort()
  const [error] = await Promise.all(both)
  assert.is(error.name, 'AbortError')
  assert.equal([tokens.length, ...calls], [1, 'Bearer t1'])
})

test('a redirect of the token endpoint does not take the secret along', async () => {
  const { tokenUrl: _, ...api } = description
  for (const status of [301, 302, 303, 307, 308]) {
    const there = await serve(() => ({ body: '{"access_token":"t"}' }))
    const here = await serve(() => ({ status, headers: { location: `${there.url}/token` } }))
    try {
      const auth = clientCredentials({ ...CREDENTIALS, tokenUrl: `${here.url}/token` })
      const error = await rejection(client({ baseUrl: here.url, auth, retry: 0 }, api).retrieve('1'), ApiError)
      assert.equal([error.method, error.path, error.status], ['POST', '/token', status])
      assert.equal(
        here.received.map(({ url }) => url),
        ['/token'],
      )
      assert.equal(there.received, [], `${status}`)
    } finally {
      await Promise.all([here.close(), there.close()])
    }
  }
})

test('a token that no header can carry is a TypeError that does not tell it', async () => {
  for (const access_token of ['', 'to\nken', 'tökén']) {
    const { api, calls } = serviceWith({ grant: () => Response.json({ access_token }) })
    const { message } = await rejection(api.retrieve('1'), TypeError)
    assert.match(message, 'printable ASCII')
    if (access_token) assert.not.match(message, access_token)
    assert.is(calls.length, 0)
  }
})

test.run()
