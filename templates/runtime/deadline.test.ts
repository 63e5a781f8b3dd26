import { getEventListeners } from 'node:events'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { byOwnClock } from './clock.fixture.js'
import { AbortError, RequestError, TimeoutError } from './errors.js'
import { hooks } from './hooks.js'
import { answer, answering, client, rejection, serve } from './testing.fixture.js'

const ARTICLE = { type: 'articles', id: '1' }
const BODY = JSON.stringify({ data: ARTICLE })
const fine = () => answer({ data: ARTICLE })
const QUICK = { limit: 2, minDelay: 1, maxDelay: 5 }
const NO_WAIT = { limit: 2, minDelay: 0 }

/** A `fetch` that never answers, whatever becomes of its signal. */
function deaf() {
  const requests: Request[] = []
  const fetch = (request: Request): Promise<Response> => {
    requests.push(request)
    return new Promise(() => {})
  }
  return { fetch, requests }
}

/** An answer whose body begins and never ends, or never stops coming. */
function endless(chunk: string, often: boolean): Response {
  const bytes = new TextEncoder().encode(chunk)
  return new Response(
    new ReadableStream({
      start(controller) {
        if (!often) controller.enqueue(bytes)
      },
      pull(controller) {
        if (often) controller.enqueue(bytes)
      },
    }),
  )
}

test('each attempt has its time', async () => {
  const { fetch, requests } = deaf()
  const time = await byOwnClock(async () => {
    const error = await rejection(client({ fetch, retry: NO_WAIT, timeout: 20 }).retrieve('1'), TimeoutError)
    assert.is(error.attempts, 3)
    assert.is(error.message, 'GET /api/articles/1: no answer in 20 ms')
  })
  assert.equal([requests.length, time], [3, 60])
  assert.ok(requests.every(({ signal }) => signal.aborted && signal.reason instanceof Error))
})

test("a request's own time wins over the client's", async () => {
  const { fetch, requests } = deaf()
  const api = client({ fetch, retry: 0, timeout: 60_000 })
  const time = await byOwnClock(() => rejection(api.retrieve('1', {}, { timeout: 10 }), TimeoutError))
  assert.equal([requests.length, time], [1, 10])
})

test('all attempts together have their time, for the client or for a request', async () => {
  for (const [options, own] of [
    [{ totalTimeout: 50 }, {}],
    [{}, { totalTimeout: 50 }],
    [{ totalTimeout: 60_000 }, { totalTimeout: 50 }],
  ] as const) {
    const { fetch, requests } = deaf()
    const api = client({ fetch, retry: { ...NO_WAIT, limit: 1000 }, timeout: 20, ...options })
    const time = await byOwnClock(() => rejection(api.retrieve('1', {}, own), TimeoutError))
    assert.equal([requests.length, time], [3, 50])
  }
})

test('who has no time left to wait for another attempt fails at once', async () => {
  const { fetch, requests } = answering(
    () => Response.json({}, { status: 429, headers: { 'retry-after': '30' } }),
    fine,
  )
  const time = await byOwnClock(() => rejection(client({ fetch, totalTimeout: 5000 }).retrieve('1'), Error))
  assert.equal([requests.length, time], [1, 0])
})

test('what was slow once is tried again', async () => {
  let sent = 0
  const fetch = async () => {
    sent += 1
    return sent < 3 ? new Promise<Response>(() => {}) : fine()
  }
  const api = client({ fetch, retry: NO_WAIT, timeout: 20 })
  const time = await byOwnClock(async () => assert.equal(await api.retrieve('1'), ARTICLE))
  assert.equal([sent, time], [3, 40])
})

test('a body that stalls', async () => {
  const { fetch } = answering(() => endless('{', false))
  const time = await byOwnClock(async () => {
    const error = await rejection(client({ fetch, retry: 0, timeout: 20 }).retrieve('1'), TimeoutError)
    assert.is(error.status, 200)
  })
  assert.is(time, 20)

  const server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/vnd.api+json' }).write('{')
    return undefined
  })
  try {
    await rejection(client({ baseUrl: server.url, retry: 0, timeout: 50 }).retrieve('1'), TimeoutError)
  } finally {
    await server.close()
  }
})

test('a body that never ends, or is longer than allowed', async () => {
  const given: [respond: () => Response, maxBytes: number, want: string | undefined][] = [
    [() => endless('x'.repeat(1000), true), 10_000, '200 without an end'],
    [() => new Response(BODY), BODY.length, undefined],
    [() => new Response(BODY), BODY.length - 1, '200 without an end'],
    // bytes, not characters
    [() => answer({ data: { ...ARTICLE, attributes: { title: 'ü'.repeat(100) } } }), 200, '200 without an end'],
    [() => new Response('x'.repeat(1000), { status: 400 }), 100, '400 without an end'],
  ]
  for (const [respond, maxBytes, want] of given) {
    const { fetch, requests } = answering(respond)
    const request = client({ fetch, maxBytes, retry: QUICK }).retrieve('1')
    if (want === undefined) assert.equal(await request, ARTICLE)
    else assert.match((await rejection(request, RequestError)).message, want)
    assert.is(requests.length, 1) // it would be as long again
  }
})

test('text of several bytes that arrives in pieces', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ data: { ...ARTICLE, attributes: { title: 'ü🚀ü' } } }))
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  const { fetch } = answering(() => new Response(body))
  assert.is((await client({ fetch }).retrieve('1')).title, 'ü🚀ü')
})

test('an aborted call rejects with the reason as its cause', async () => {
  const reason = new Error('changed my mind')
  const heeding = (request: Request): Promise<Response> =>
    new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)))
  const waiting = { limit: 2, minDelay: 60_000, maxDelay: 60_000 }
  const given: [when: string, fetch: (request: Request) => Promise<Response>, after: number][] = [
    ['before', async () => fine(), 0],
    ['during, where fetch does not heed it', deaf().fetch, 10],
    ['during, where fetch heeds it', heeding, 10],
    ['in the body', async () => endless('{', false), 10],
    ['while it waits for the next attempt', async () => Response.json({}, { status: 500 }), 30],
    [
      'while it waits as the service asked',
      async () => Response.json({}, { status: 429, headers: { 'retry-after': '30' } }),
      30,
    ],
  ]
  for (const [when, fetch, after] of given) {
    let sent = 0
    const counting = (request: Request) => {
      sent += 1
      return fetch(request)
    }
    const controller = new AbortController()
    const time = await byOwnClock(async () => {
      if (after === 0) controller.abort(reason)
      else setTimeout(() => controller.abort(reason), after)
      const request = client({ fetch: counting, retry: waiting }).retrieve('1', {}, { signal: controller.signal })
      const error = await rejection(request, AbortError)
      assert.is(error.cause, reason, when)
      assert.is(error.name, 'AbortError')
    })
    assert.equal([sent, time], [after === 0 ? 0 : 1, after], when)
  }
})

test("a call that is done leaves nothing at its caller's signal", async () => {
  const controller = new AbortController()
  const { signal } = controller
  const { fetch, requests } = answering(() => Response.json({}, { status: 500 }), fine)
  const api = client({ fetch, retry: QUICK })
  for (let count = 0; count < 3; count += 1) await api.retrieve('1', {}, { signal })
  assert.equal([getEventListeners(signal, 'abort').length, requests.length], [0, 4])
})

test('the body of asResponse has no deadline once it has begun', async () => {
  const { fetch } = answering(() => endless('{', false))
  await byOwnClock(async () => {
    const response = await client({ fetch, timeout: 200, retry: 0 }).retrieve('1').asResponse()
    assert.is(response.bodyUsed, false)
    await new Promise((resolve) => setTimeout(resolve, 250))
    assert.is(new TextDecoder().decode((await response.body?.getReader().read())?.value), '{')
  })
})

test('the body of asResponse can be aborted', async () => {
  const server = await serve((_, response) => {
    response.writeHead(200).write('{')
    return undefined
  })
  try {
    const controller = new AbortController()
    const api = client({ baseUrl: server.url, retry: 0 })
    const response = await api.retrieve('1', {}, { signal: controller.signal }).asResponse()
    assert.equal([response.status, response.bodyUsed], [200, false])
    const reader = response.body?.getReader()
    assert.is(new TextDecoder().decode((await reader?.read())?.value), '{')
    const reason = new Error('changed my mind')
    const next = reader?.read()
    controller.abort(reason)
    await next?.then(
      () => assert.unreachable('it went on'),
      (error: unknown) => assert.is(error, reason),
    )
  } finally {
    await server.close()
  }
})

test('what was not sent is no attempt', async () => {
  const failing = (status: number) => () => Response.json({}, { status })
  const given: [when: string, isBefore: boolean, attempts: number][] = [
    ['before', true, 0],
    ['while it waits for the second attempt', false, 1],
  ]
  for (const [when, isBefore, attempts] of given) {
    const { fetch, requests } = answering(failing(500))
    const controller = new AbortController()
    const { signal } = controller
    if (isBefore) controller.abort()
    const told = hooks({ onRetry: () => void setImmediate(() => controller.abort()) })
    const api = client({ fetch, hooks: told })
    const request = api.retrieve('1', {}, { signal, retry: { limit: 1, minDelay: 60_000, maxDelay: 60_000 } })
    const error = await rejection(request, AbortError)
    assert.equal([error.attempts, requests.length], [attempts, attempts], when)
  }
  // the time is over while the token is still to come
  const { fetch, requests } = answering(fine)
  const auth = () => new Promise<string>(() => {})
  const error = await rejection(client({ fetch, auth, retry: 0, timeout: 10 }).retrieve('1'), TimeoutError)
  assert.equal([error.attempts, requests.length], [0, 0])
})

test('a token that comes when its time is over is for no attempt', async () => {
  const { fetch, requests } = deaf()
  let asked = 0
  const auth = async () => {
    asked += 1
    if (asked === 1) await new Promise((resolve) => setTimeout(resolve, 30))
    return 'token'
  }
  const told: number[] = []
  const seen = hooks({ beforeRequest: ({ attempt }) => void told.push(attempt) })
  await byOwnClock(async () => {
    const error = await rejection(
      client({ fetch, auth, hooks: seen, retry: NO_WAIT, timeout: 20 }).retrieve('1'),
      TimeoutError,
    )
    assert.equal([error.attempts, requests.length, told], [2, 2, [1, 2]])
  })
})

test.run()
