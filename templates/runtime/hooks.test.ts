import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { basic } from './basic.js'
import { byOwnClock } from './clock.fixture.js'
import { AbortError, ApiError, AuthenticationError, ParseError, type RequestError } from './errors.js'
import { type HookFunctions, hooks } from './hooks.js'
import { logging } from './logging.js'
import { answer, answering, client, rejection } from './testing.fixture.js'
import type { ClientOptions } from './transport.js'

const ARTICLE = { type: 'articles', id: '1' }
const QUICK = { limit: 2, minDelay: 1, maxDelay: 5 }
const failing = (status: number) => () => Response.json({ errors: [{ title: 'no' }] }, { status })
const fine = () => answer({ data: ARTICLE })

const served = (answers: (() => Response)[], options: ClientOptions) => {
  const { fetch, requests } = answering(...answers)
  return { api: client({ fetch, retry: QUICK, ...options }), requests }
}

/** Hooks that keep what they were told of. */
function keeping() {
  const told: [hook: string, attempt: number, more: unknown][] = []
  const functions: HookFunctions = {
    beforeRequest: ({ attempt, method }) => {
      told.push(['before', attempt, method])
    },
    afterResponse: async ({ attempt, response }) => void told.push(['after', attempt, response.status]),
    onRetry: ({ attempt, error }) => void told.push(['retry', attempt, error.name]),
    onError: async ({ attempt, error }) => void told.push(['error', attempt, error.name]),
  }
  return { told, hooks: hooks(functions) }
}

test('in which order they are called, and with which attempt', async () => {
  const given: [answers: (() => Response)[], want: unknown[]][] = [
    [
      [fine],
      [
        ['before', 1, 'GET'],
        ['after', 1, 200],
      ],
    ],
    [
      [failing(500), failing(429), fine],
      [
        ['before', 1, 'GET'],
        ['after', 1, 500],
        ['retry', 1, 'ServerError'],
        ['before', 2, 'GET'],
        ['after', 2, 429],
        ['retry', 2, 'RateLimitError'],
        ['before', 3, 'GET'],
        ['after', 3, 200],
      ],
    ],
    [
      [failing(404)],
      [
        ['before', 1, 'GET'],
        ['after', 1, 404],
        ['error', 1, 'NotFoundError'],
      ],
    ],
    [
      [
        failing(500),
        () => {
          throw new TypeError('fetch failed')
        },
        failing(503),
      ],
      [
        ['before', 1, 'GET'],
        ['after', 1, 500],
        ['retry', 1, 'ServerError'],
        ['before', 2, 'GET'],
        ['retry', 2, 'ConnectionError'],
        ['before', 3, 'GET'],
        ['after', 3, 503],
        ['error', 3, 'ServerError'],
      ],
    ],
  ]
  for (const [answers, want] of given) {
    const { told, hooks: kept } = keeping()
    await served(answers, { hooks: kept })
      .api.retrieve('1')
      .catch(() => null)
    assert.equal(told, want)
  }
})

test('they are awaited, and what they throw the call throws', async () => {
  const late = new Error('late')
  const fail = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    throw late
  }
  const given: [functions: HookFunctions, answers: (() => Response)[], sent: number][] = [
    [{ beforeRequest: fail }, [fine], 0],
    [{ afterResponse: fail }, [fine], 1],
    [{ onRetry: fail }, [failing(500), fine], 1],
    [{ onError: fail }, [failing(404)], 1],
  ]
  for (const [functions, answers, sent] of given) {
    const { api, requests } = served(answers, { hooks: hooks(functions) })
    assert.is(await rejection(api.retrieve('1'), Error), late, Object.keys(functions)[0])
    assert.is(requests.length, sent)
  }
})

test('what is thrown without telling anything is no time that is over', async () => {
  const { api, requests } = served([fine], { hooks: hooks({ beforeRequest: () => Promise.reject() }) })
  const told = await api.retrieve('1').then(
    () => 'done',
    (error: unknown) => [error],
  )
  assert.equal([told, requests.length], [[undefined], 0])
})

test('headers that beforeRequest gives are sent with that attempt, and win', async () => {
  const functions: HookFunctions = { beforeRequest: ({ attempt }) => ({ 'x-attempt': `${attempt}`, 'x-own': 'hook' }) }
  const { api, requests } = served([failing(500), fine], { hooks: hooks(functions), headers: { 'x-own': 'client' } })
  await api.retrieve('1')
  assert.equal(
    requests.map(({ headers }) => [headers.get('x-attempt'), headers.get('x-own')]),
    [
      ['1', 'hook'],
      ['2', 'hook'],
    ],
  )
})

test('what they are told has no secrets, and what is sent has them', async () => {
  const TOKEN = 'sEcret+/=token'
  const PASSWORD = 'hunter2-hunter2'
  const given: [options: ClientOptions, secret: string][] = [
    [{ auth: { accessToken: TOKEN } }, TOKEN],
    [{ auth: basic('ada', PASSWORD) }, btoa(`ada:${PASSWORD}`)],
    [{ headers: { cookie: `session=${TOKEN}` } }, TOKEN],
    [{ headers: { Authorization: `Custom ${TOKEN}` } }, TOKEN],
  ]
  for (const [options, secret] of given) {
    const told: unknown[] = []
    const tell = (event: unknown) => void told.push(event)
    const functions = { beforeRequest: tell, afterResponse: tell, onRetry: tell, onError: tell }
    const echo = async (request: Request): Promise<Response> =>
      Response.json(
        {
          echo: options.auth && [...request.headers].join(),
          data: { attributes: { password: PASSWORD, name: PASSWORD } },
        },
        { status: 500, headers: { 'set-cookie': TOKEN, ...(options.auth && { 'x-echo': secret }) } },
      )
    const input = { title: 'x', author: 'ada', settings: { password: PASSWORD, open: 'yes' } }
    const sent: Request[] = []
    const fetch = (request: Request) => {
      sent.push(request.clone())
      return echo(request)
    }
    const api = client({ fetch, hooks: hooks(functions), retry: QUICK, ...options })
    await rejection(api.create(input, {}, { idempotencyKey: 'k' }), ApiError)
    assert.is(told.length, 9)
    // A `Headers` and a message are nothing to JSON.
    const events = JSON.stringify(told, (_, value) =>
      value instanceof Headers
        ? [...value]
        : value instanceof Error
          ? { ...value, message: value.message, headers: '' }
          : value,
    )
    for (const hidden of [secret, TOKEN, PASSWORD]) assert.not.match(events, hidden)
    assert.match(events, '"open":"yes"')
    assert.match(events, '"password":"[redacted]"')
    const { body } = (told[0] ?? {}) as { body?: { data: { attributes: { title: string } } } }
    assert.is(body?.data.attributes.title, 'x')
    assert.match([...(sent[0]?.headers ?? [])].join(), secret)
    assert.match((await sent[0]?.text()) ?? '', PASSWORD)
  }
})

test('what the service tells under the name of a secret is hidden, too', async () => {
  const told: unknown[] = []
  const functions: HookFunctions = { afterResponse: ({ response }) => void told.push(response.body) }
  const attributes = { password: 'new', deep: [{ password: 7 }, { password: null }, { password: { a: 'b' } }] }
  await served([() => answer({ data: { ...ARTICLE, attributes } })], { hooks: hooks(functions) }).api.retrieve('1')
  const hidden = '[redacted]'
  const deep = [{ password: hidden }, { password: null }, { password: hidden }]
  assert.equal(told, [{ data: { ...ARTICLE, attributes: { password: hidden, deep } } }])
})

test('what a hook does with what it is told changes nothing', async () => {
  const functions: HookFunctions = {
    beforeRequest: ({ headers }) => headers.delete('authorization'),
    afterResponse: ({ response }) => {
      const { body } = response as { body: { data: { id: string } } }
      body.data.id = 'changed'
    },
  }
  const { api, requests } = served([fine], { hooks: hooks(functions), auth: { accessToken: 'token' } })
  assert.is((await api.retrieve('1')).id, '1')
  assert.is(requests[0]?.headers.get('authorization'), 'Bearer token')
})

test('logging writes a line for each answer, repetition and error', async () => {
  const lines: string[] = []
  const { api } = served([failing(500), fine, failing(401)], {
    hooks: logging((line) => void lines.push(line)),
    auth: { accessToken: 'token' },
  })
  await api.list({ filter: { title_eq: 'x' } }).catch(() => null)
  await rejection(api.retrieve('1'), AuthenticationError)
  const want = [
    /^GET https:\/\/eu\.example\.com\/api\/articles\?filter%5Bq%5D%5Btitle_eq%5D=x 500 in \d+ ms$/,
    /^GET \/api\/articles: 500 no; once more in \d+ ms$/,
    /^GET https:\/\/eu\.example\.com\/api\/articles\?filter%5Bq%5D%5Btitle_eq%5D=x 200 in \d+ ms \(attempt 2\)$/,
    /^ParseError: GET \/api\/articles: 200 without a document with a list of resources$/,
    /^GET https:\/\/eu\.example\.com\/api\/articles\/1 401 in \d+ ms$/,
    /^AuthenticationError: GET \/api\/articles\/1: 401 no$/,
  ]
  assert.is(lines.length, want.length, lines.join('\n'))
  want.forEach((pattern, index) => {
    assert.match(lines[index] ?? '', pattern)
  })
})

test("an error's event is the attempt that failed last", async () => {
  const told: { attempt: number; error: RequestError; url: string }[] = []
  const functions: HookFunctions = { onError: (event) => void told.push(event) }
  const error = await rejection(served([failing(500)], { hooks: hooks(functions) }).api.retrieve('1'), ApiError)
  assert.equal([told.length, told[0]?.attempt, told[0]?.error], [1, 3, error])
})

test('an answer that is not what was due is an error for onError, too', async () => {
  type Api = ReturnType<typeof served>['api']
  const given: [body: string, send: (api: Api) => PromiseLike<unknown>][] = [
    ['<p>Hello</p>', (api) => api.retrieve('1')],
    ['{"data":[]}', (api) => api.retrieve('1')],
    ['{"data":{}}', (api) => api.list()],
    ['{"data":{}}', (api) => api.list().first()],
    ['{"data":{}}', (api) => api.commentsLinkage('1')],
  ]
  for (const [body, send] of given) {
    const { told, hooks: kept } = keeping()
    const error = await rejection(send(served([() => new Response(body)], { hooks: kept }).api), ParseError)
    assert.equal(told, [
      ['before', 1, 'GET'],
      ['after', 1, 200],
      ['error', 1, 'ParseError'],
    ])
    assert.is(error.attempts, 1)
  }
})

test('afterResponse is not called when the time is over, or the call aborted', async () => {
  for (const end of ['time', 'signal']) {
    const { told, hooks: kept } = keeping()
    // It heeds no signal, and answers when nobody waits any more.
    const fetch = async (): Promise<Response> => {
      await new Promise((resolve) => setTimeout(resolve, 40))
      return fine()
    }
    const controller = new AbortController()
    const options = end === 'time' ? { timeout: 10 } : { signal: controller.signal }
    await byOwnClock(async () => {
      if (end === 'signal') setTimeout(() => controller.abort(), 10)
      await rejection(client({ fetch, retry: 0, hooks: kept }).retrieve('1', {}, options), Error)
      await new Promise((resolve) => setTimeout(resolve, 60))
    })
    assert.equal(told, [
      ['before', 1, 'GET'],
      ['error', 1, end === 'time' ? 'TimeoutError' : 'AbortError'],
    ])
  }
})

test('onError tells of the attempt that failed last when a call is aborted while it waits for another', async () => {
  const { told, hooks: kept } = keeping()
  const controller = new AbortController()
  const busy = () => new Response('', { status: 503, headers: { 'retry-after': '30' } })
  const { api } = served([busy], { hooks: kept, retry: 2 })
  await byOwnClock(async () => {
    setTimeout(() => controller.abort(), 20_000)
    await rejection(api.retrieve('1', {}, { signal: controller.signal }), AbortError)
  })
  assert.equal(told, [
    ['before', 1, 'GET'],
    ['after', 1, 503],
    ['retry', 1, 'ServerError'],
    ['error', 1, 'AbortError'],
  ])
})

test('a secret that is spelled like a part of the document leaves what hooks are told whole', async () => {
  for (const accessToken of ['data', '"', 'type', 'rticl']) {
    const told: unknown[] = []
    const functions: HookFunctions = { afterResponse: ({ response }) => void told.push(response.body) }
    await served([fine], { hooks: hooks(functions), auth: { accessToken } }).api.retrieve('1')
    const type = ARTICLE.type.replaceAll(accessToken, '[redacted]')
    assert.equal(told, [{ data: { ...ARTICLE, type } }], accessToken)
  }
})

test.run()
