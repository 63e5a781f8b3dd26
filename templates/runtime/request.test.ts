import { inspect } from 'node:util'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ApiError, ConnectionError, ParseError } from './errors.js'
import { answer, answering, client, frozen } from './testing.fixture.js'

const ARTICLE = { type: 'articles', id: '1', attributes: { title: 'One' } }
const one = () => answer({ data: ARTICLE })
const served = (...answers: (() => Response)[]) => {
  const { fetch, requests } = answering(...answers)
  return { api: client({ fetch }), requests }
}
const tick = () => new Promise((resolve) => setTimeout(resolve))

test('nothing is sent until it is awaited, and then once', async () => {
  const { api, requests } = served(one)
  const request = api.retrieve('1')
  await tick()
  assert.is(requests.length, 0)
  const [first, second, third] = await Promise.all([request, request, request.then((article) => article)])
  const { data, response } = await request.withResponse()
  assert.is(first, second)
  assert.is(first, third)
  assert.is(first, data)
  assert.equal([first.title, response.status, requests.length], ['One', 200, 1])
  assert.is(Object.prototype.toString.call(request), '[object ApiRequest]')
})

test('what is sent is the input as it was written, whatever becomes of it before', async () => {
  const { api, requests } = served(one)
  const input = { title: 'a', author: 'ada', settings: { deep: [1] } }
  const create = api.create(input)
  input.title = 'b'
  input.settings.deep.push(2)
  await create
  assert.equal(JSON.parse((await requests[0]?.text()) ?? '').data.attributes, { title: 'a', settings: { deep: [1] } })
})

test('what is not due is not handed out', async () => {
  const answers: [data: unknown, one: string, nullable: string, list: string][] = [
    [{ type: 'people', id: '1' }, 'given', 'given', 'ParseError'],
    [null, 'ParseError', 'given', 'ParseError'],
    [[], 'ParseError', 'ParseError', 'given'],
    [[{ type: 'people', id: '1' }], 'ParseError', 'ParseError', 'given'],
    [[null], 'ParseError', 'ParseError', 'ParseError'],
    ['x', 'ParseError', 'ParseError', 'ParseError'],
    [{}, 'ParseError', 'ParseError', 'ParseError'],
    [undefined, 'ParseError', 'ParseError', 'ParseError'],
  ]
  for (const [data, ...want] of answers) {
    const { api } = served(() => answer({ data, links: null, meta: null, included: null }))
    const outcomes = [api.retrieve('1'), api.author('1'), api.list()].map((request) =>
      (request as PromiseLike<unknown>).then(
        () => 'given',
        (error: Error) => error.name,
      ),
    )
    assert.equal(await Promise.all(outcomes), want, JSON.stringify(data))
  }
})

test('each way of waiting sends it', async () => {
  const { api, requests } = served(one)
  assert.is(await api.retrieve('1').then(({ id }) => id), '1')
  assert.is((await api.retrieve('1').catch(() => null))?.id, '1')
  let done = 0
  const final = await api.retrieve('1').finally(() => {
    done += 1
  })
  assert.equal([final.id, done], ['1', 1])
  assert.equal(await api.retrieve('1').settled(), { ok: true, data: { type: 'articles', id: '1', title: 'One' } })
  assert.is(requests.length, 4)
})

test('each step is a new request and leaves the one before as it was', async () => {
  const { api, requests } = served(() => answer({ data: [] }))
  const all = api.list(frozen({ include: ['author'], filter: { words_gt: 1 }, fields: { people: ['name'] } } as const))
  const some = all
    .include('comments', 'author')
    .filter({ title_eq: 'x' })
    .sort('-words')
    .page({ number: 3 })
    .page({ size: 2 })
  const few = some.fields({ articles: ['title'] }).fields({ people: [], articles: ['words'] })
  for (const request of [few, some, all]) await request
  const want = [
    'include=author,comments&fields[people]=&fields[articles]=words&filter[q][title_eq]=x&sort=-words&page[number]=3&page[size]=2',
    'include=author,comments&fields[people]=name&filter[q][title_eq]=x&sort=-words&page[number]=3&page[size]=2',
    'include=author&fields[people]=name&filter[q][words_gt]=1',
  ]
  assert.equal(
    requests.map(({ url }) => decodeURIComponent(new URL(url).search)),
    want.map((query) => `?${query}`),
  )
  await api
    .retrieve('1')
    .include('author')
    .fields({ people: ['name'] })
    .catch(() => null)
  assert.is(decodeURIComponent(new URL(requests[3]?.url ?? '').search), '?include=author&fields[people]=name')
})

test('toRequest gives the request, unsent', async () => {
  const { api, requests } = served(one)
  const input = frozen({ title: 'One', author: 'ada' })
  const request = await api.create(input, { include: ['author'] }, { headers: { 'x-a': 'b' } }).toRequest()
  assert.equal(
    [request.method, request.url, request.headers.get('x-a'), requests.length],
    ['POST', 'https://eu.example.com/api/articles?include=author', 'b', 0],
  )
  assert.equal(await request.json(), {
    data: {
      type: 'articles',
      attributes: { title: 'One' },
      relationships: { author: { data: { type: 'people', id: 'ada' } } },
    },
  })
})

test('a failure is thrown, or given as a value', async () => {
  const errors = [{ title: 'is taken', source: { pointer: '/data/attributes/title' } }]
  const { api, requests } = served(() => answer({ errors }, 422))
  const request = api.create({ title: 'One', author: 'ada' })
  const outcome = await request.settled()
  assert.not(outcome.ok)
  if (!outcome.ok) assert.equal(outcome.error.fields.title?.[0]?.title, 'is taken')
  const thrown = await request.catch((error: unknown) => error)
  assert.instance(thrown, ApiError)
  if (!outcome.ok) assert.is(thrown, outcome.error)
  assert.is(requests.length, 1)
})

test('what is no answer of the service is thrown by settled, too', async () => {
  const cause = new TypeError('fetch failed')
  const lost = client({ fetch: () => Promise.reject(cause), retry: 0 })
  const given: [send: () => Promise<unknown>, kind: typeof ConnectionError | typeof TypeError, want: RegExp][] = [
    [() => lost.retrieve('1').settled(), ConnectionError, /GET \/api\/articles\/1: TypeError: fetch failed/],
    [() => lost.delete('1').settled(), ConnectionError, /DELETE \/api\/articles\/1: TypeError: fetch failed/],
    [() => lost.retrieve('..').settled(), TypeError, /no URL can carry/],
    [() => lost.retrieve('..').toRequest(), TypeError, /no URL can carry/],
  ]
  for (const [send, kind, want] of given) {
    const error = await send().catch((error: unknown) => error)
    assert.instance(error, kind)
    if (!(error instanceof Error)) throw error
    assert.match(error.message, want)
    if (error instanceof ConnectionError) assert.is(error.cause, cause)
  }
})

test('an answer that is no document', async () => {
  const bodies = ['', '<p>Hello</p>', '{"data": {"type": "articles", "i', '{}', 'null', '7', '"data"', '[]']
  for (const body of bodies) {
    const { api } = served(() => new Response(body, { status: 200 }))
    const error = await api.retrieve('1').catch((error: unknown) => error)
    assert.instance(error, ParseError, body)
    assert.is(error instanceof ParseError && error.body, body)
  }
  const { api } = served(() => new Response(null, { status: 204 }))
  assert.instance(await api.retrieve('1').catch((error: unknown) => error), ParseError)
})

test('a request that is answered with nothing gives nothing', async () => {
  for (const status of [200, 202, 204]) {
    const { api, requests } = served(() => new Response(status === 204 ? null : '{}', { status }))
    assert.is(await api.delete('1'), undefined)
    assert.is(requests[0]?.method, 'DELETE')
  }
})

test('a request that is printed, or written as JSON, tells nothing of its client', () => {
  const { fetch } = answering(one)
  const options = { fetch, auth: { accessToken: 'client-token' }, headers: { 'x-client': 'client-header' } }
  const own = { headers: { 'x-own': 'own-header' } }
  const api = client(options)
  const requests = [
    api.list({ page: { size: 1 } }, own),
    api.retrieve('1', {}, own),
    api.create({ title: 'x', author: 'ada' }, {}, own),
    api.delete('1', own),
    api.request('GET /x', {}, own),
  ]
  for (const request of requests) {
    const told = JSON.stringify(request) + inspect(request, { depth: 9, showHidden: false })
    for (const secret of ['client-token', 'client-header', 'own-header']) assert.not.match(told, secret)
  }
})

test('a filter of any make', async () => {
  const { api, requests } = served(() => answer({ data: [] }))
  const date = new Date('2024-01-02T03:04:05Z')
  await api.list({ filter: new Proxy({ title_eq: 'a', words_in: [1] }, {}) })
  assert.is(decodeURIComponent(new URL(requests[0]?.url ?? '').search), '?filter[q][title_eq]=a&filter[q][words_in]=1')
  const dated: object = { created_at_gt: date, created_at_in: [date], author: { born_at_lt: date } }
  await api.list({ filter: dated })
  const time = '2024-01-02T03:04:05.000Z'
  assert.is(
    decodeURIComponent(new URL(requests[1]?.url ?? '').search),
    `?filter[q][created_at_gt]=${time}&filter[q][created_at_in]=${time}&filter[q][author_born_at_lt]=${time}`,
  )
})

test('a request that is answered with nothing due gives what a document tells all the same', async () => {
  const given: [body: string | null, want: object][] = [
    [
      '{"meta":{"left":3},"links":{"self":"/x"},"jsonapi":{"version":"1.1"}}',
      { meta: { left: 3 }, links: { self: '/x' }, jsonapi: { version: '1.1' } },
    ],
    ['{"data":{"type":"articles","id":"1"}}', {}],
    ['<p>', {}],
    ['7', {}],
    ['', {}],
    [null, {}],
  ]
  for (const [body, want] of given) {
    const { api } = served(() => new Response(body, { status: body === null ? 204 : 200 }))
    const { response, ...told } = await api.delete('1').withResponse()
    assert.equal(JSON.parse(JSON.stringify(told)), want, `${body}`)
    assert.ok(response.ok)
  }
})

test.run()
