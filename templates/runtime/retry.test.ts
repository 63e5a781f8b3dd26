import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { byOwnClock } from './clock.fixture.js'
import { ApiError, ConnectionError } from './errors.js'
import { hooks } from './hooks.js'
import { answer, answering, client, rejection } from './testing.fixture.js'
import type { ClientOptions } from './transport.js'

const ARTICLE = { type: 'articles', id: '1' }
const fine = () => answer({ data: ARTICLE })
const failing =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    Response.json({}, { status, headers })
const QUICK = { limit: 2, minDelay: 1, maxDelay: 5 }

const served = (answers: (() => Response)[], options: ClientOptions = {}) => {
  const { fetch, requests } = answering(...answers)
  return { api: client({ fetch, retry: QUICK, ...options }), requests }
}
type Api = ReturnType<typeof client>

const SENDS = {
  GET: (api: Api) => api.retrieve('1'),
  DELETE: (api: Api) => api.delete('1'),
  PATCH: (api: Api) => api.replaceAuthor('1', 'ada'),
  POST: (api: Api) => api.create({ title: 'x', author: 'ada' }),
  'PATCH, an action': (api: Api) => api.action('1'),
}

test('which statuses and which methods are sent again', async () => {
  const again = ['GET', 'DELETE', 'PATCH']
  const all = Object.keys(SENDS)
  const given: [status: number, headers: Record<string, string>, sentAgain: string[]][] = [
    [400, {}, []],
    [401, {}, []],
    [403, {}, []],
    [404, {}, []],
    [408, {}, again],
    [409, {}, []],
    [422, {}, []],
    [429, {}, all],
    [429, { 'retry-after': '0' }, all],
    [500, {}, again],
    [502, {}, again],
    [503, {}, again],
    [503, { 'retry-after': '0' }, all],
    [500, { 'retry-after': '0' }, again],
    [504, {}, again],
    [422, { 'retry-after': '0' }, []],
  ]
  for (const [status, headers, want] of given) {
    const sentAgain: string[] = []
    for (const [name, send] of Object.entries(SENDS)) {
      const { api, requests } = served([failing(status, headers)])
      const error = await rejection(send(api), ApiError)
      assert.equal([error.status, error.attempts], [status, requests.length])
      if (requests.length === 3) sentAgain.push(name)
      else assert.is(requests.length, 1)
    }
    assert.equal(sentAgain, want, `${status} ${JSON.stringify(headers)}`)
  }
})

test('a lost connection is tried again, but for what must not be done twice', async () => {
  for (const [name, send] of Object.entries(SENDS)) {
    const cause = new TypeError('fetch failed')
    let sent = 0
    const fetch = () => {
      sent += 1
      return Promise.reject(cause)
    }
    const error = await rejection(send(client({ fetch, retry: QUICK })), ConnectionError)
    assert.equal([error.cause, error.attempts, error.status], [cause, sent, undefined])
    assert.is(sent, ['GET', 'DELETE', 'PATCH'].includes(name) ? 3 : 1, name)
  }
})

test('what succeeds in the end is given, with the same body each time', async () => {
  const { api, requests } = served([failing(429), failing(503, { 'retry-after': '0' }), fine])
  assert.equal(await api.create({ title: 'x', author: 'ada' }), ARTICLE)
  const bodies = await Promise.all(requests.map((request) => request.text()))
  assert.is(bodies.length, 3)
  assert.is(new Set(bodies).size, 1)
  assert.is(JSON.parse(bodies[0] ?? '').data.attributes.title, 'x')
})

test('how often: for the client, for a request, as a number or in detail', async () => {
  const given: [client: ClientOptions['retry'], own: ClientOptions['retry'], sent: number][] = [
    [0, undefined, 1],
    [QUICK, 0, 1],
    [QUICK, undefined, 3],
    [QUICK, { ...QUICK, limit: 4 }, 5],
    [0, { ...QUICK, limit: 1 }, 2],
    [{ minDelay: 1, maxDelay: 5 }, undefined, 3],
  ]
  for (const [retry, own, want] of given) {
    const { api, requests } = served([failing(500)], { retry })
    await rejection(api.retrieve('1', {}, { retry: own }), ApiError)
    assert.is(requests.length, want, JSON.stringify([retry, own]))
  }
})

test('a POST with an idempotency key may be sent again, with the same key', async () => {
  const given: [options: ClientOptions, key: string | undefined, header: string, want: RegExp | undefined][] = [
    [{}, undefined, 'idempotency-key', undefined],
    [{}, 'mine', 'idempotency-key', /^mine$/],
    [{ idempotencyHeader: 'X-Once' }, undefined, 'x-once', /^[\da-f]{8}-[\da-f-]{27}$/],
    [{ idempotencyHeader: 'X-Once' }, 'mine', 'x-once', /^mine$/],
  ]
  for (const [options, idempotencyKey, header, want] of given) {
    const { api, requests } = served([failing(502)], options)
    await rejection(api.create({ title: 'x', author: 'ada' }, {}, { idempotencyKey }), ApiError)
    const keys = requests.map(({ headers }) => headers.get(header))
    assert.is(keys.length, want ? 3 : 1)
    assert.is(new Set(keys).size, 1)
    if (want) assert.match(keys[0] ?? '', want)
    else assert.is(keys[0], null)
  }
})

test('two requests have two idempotency keys, and a GET has none', async () => {
  const { api, requests } = served([fine], { idempotencyHeader: 'X-Once' })
  for (let count = 0; count < 2; count += 1) await api.create({ title: 'x', author: 'ada' })
  await api.retrieve('1')
  const [first, second, third] = requests.map(({ headers }) => headers.get('x-once'))
  assert.ok(first && second && first !== second)
  assert.is(third, null)
})

test('how long to wait: what the service asks for, in seconds or as a date', async () => {
  const inAWhile = () => new Date(Date.now() + 2000).toUTCString()
  const given: [retryAfter: () => string, least: number, most?: number][] = [
    [() => '1', 1000],
    [() => '0.5', 500],
    [inAWhile, 2000],
    [() => new Date(0).toUTCString(), 0],
    [() => 'soon', 0, QUICK.minDelay],
  ]
  for (const [retryAfter, least, most = least] of given) {
    const delays: number[] = []
    const told = hooks({ onRetry: ({ delay }) => void delays.push(delay) })
    const answers = [() => failing(429, { 'retry-after': retryAfter() })(), fine]
    const time = await byOwnClock(() => served(answers, { hooks: told }).api.retrieve('1'))
    assert.ok(time >= least && time <= most, `${retryAfter}: ${time}`)
    assert.equal(delays, [time])
  }
})

test('who asks for a longer wait than is allowed gets none', async () => {
  const far = new Date(Date.now() + 120_000).toUTCString()
  const given: [retryAfter: string, maxRetryAfter: number | undefined][] = [
    ['61', undefined],
    [far, undefined],
    ['1', 999],
    ['99999999999999999999', undefined],
  ]
  for (const [retryAfter, maxRetryAfter] of given) {
    const { api, requests } = served([failing(429, { 'retry-after': retryAfter }), fine], {
      retry: { ...QUICK, maxRetryAfter },
    })
    const { retryAfter: seconds } = await rejection(api.retrieve('1'), ApiError)
    assert.is(requests.length, 1, retryAfter)
    assert.ok((seconds ?? 0) > (maxRetryAfter ?? 60_000) / 1000)
  }
})

test('the wait is random, and doubles up to a limit', async () => {
  const { random } = Math
  try {
    for (const part of [0, 0.25, 0.5, 0.999]) {
      Math.random = () => part
      const delays: number[] = []
      const told = hooks({ onRetry: ({ delay }) => void delays.push(delay) })
      const { api } = served([failing(500)], { hooks: told, retry: { limit: 4, minDelay: 100, maxDelay: 300 } })
      const time = await byOwnClock(() => rejection(api.retrieve('1'), ApiError))
      assert.equal(
        delays,
        [100, 200, 300, 300].map((most) => most * part),
      )
      assert.is(
        time,
        delays.reduce((sum, delay) => sum + delay),
      )
    }
  } finally {
    Math.random = random
  }
})

test('what no URL can carry, or a token that fails, is not tried again', async () => {
  const { api, requests } = served([fine])
  await rejection(api.retrieve('..'), TypeError)
  assert.is(requests.length, 0)
  let asked = 0
  const auth = () => {
    asked += 1
    return Promise.reject(new Error('no token'))
  }
  await rejection(served([fine], { auth }).api.retrieve('1'), Error)
  assert.is(asked, 1)
})

test.run()
