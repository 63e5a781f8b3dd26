import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { datesIn } from './dates.js'
import type { Description } from './description.js'
import { ConnectionError, ParseError, RequestError } from './errors.js'
import { link } from './link.js'
import { answer, answering, client, rejection, serve } from './testing.fixture.js'

const ARTICLE = { type: 'articles', id: '1' }
const answered = (document: object) => client({ fetch: answering(() => answer(document)).fetch, retry: 0 })
const outcome = (request: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(request).then(
    (data) => data ?? `${data}`,
    (error: Error) => error.name,
  )

test('withResponse gives what the document tells beside its data', async () => {
  const told = { meta: { took: 3 }, links: { self: '/articles/1' }, jsonapi: { version: '1.1' } }
  const given: [beside: object, want: object][] = [
    [told, told],
    [{}, {}],
    [{ meta: null, links: null, jsonapi: null }, {}],
    [{ ...told, other: 1 }, told],
  ]
  for (const [beside, want] of given) {
    const { data, response, ...rest } = await answered({ data: ARTICLE, ...beside })
      .retrieve('1')
      .withResponse()
    assert.equal([data, JSON.parse(JSON.stringify(rest)), response.status], [ARTICLE, want, 200])
    assert.is(response.headers.get('content-type'), description.mediaType)
  }
  const { data, meta, links } = await answered({ data: [ARTICLE], ...told })
    .list()
    .withResponse()
  assert.equal(
    [data.meta, data.links, data.jsonapi, meta, links],
    [told.meta, told.links, told.jsonapi, told.meta, told.links],
  )
})

test('asResponse gives the response with its body unread, each time anew', async () => {
  const { fetch, requests } = answering(() => new Response('{"data":'))
  const request = client({ fetch }).retrieve('1')
  for (const count of [1, 2]) {
    const response = await request.asResponse()
    assert.equal([response.bodyUsed, await response.text(), requests.length], [false, '{"data":', count])
  }
  const failing = client({ fetch: async () => new Response('no', { status: 404 }) })
  assert.match((await rejection(failing.retrieve('1').asResponse(), RequestError)).message, '404 no')
})

test('an answer that is not what was due', async () => {
  const given: [body: string | null, status: number, want: string][] = [
    ['<!doctype html><title>Sign in</title>', 200, 'ParseError'],
    ['', 200, 'ParseError'],
    [null, 204, 'ParseError'],
    ['{"data": {"type": "articles", "id": "1"', 200, 'ParseError'],
    ['{"meta": {}}', 200, 'ParseError'],
    ['{"data": [{"type": "articles", "id": "1"}]}', 200, 'ParseError'],
    ['{"errors": []}', 200, 'ParseError'],
    ['{"data": {"id": "1"}}', 200, 'ParseError'],
    ['{"data": {"type": 7, "id": "1"}}', 200, 'ParseError'],
    ['\ufeff{"data": {"type": "articles", "id": "1"}}', 200, 'given'],
  ]
  for (const [body, status, want] of given) {
    for (const type of [description.mediaType, 'text/html', '']) {
      const fetch = async () => new Response(body, { status, headers: type ? { 'content-type': type } : {} })
      const api = client({ fetch })
      for (const request of [api.retrieve('1'), api.create({ title: 'x', author: 'ada' })]) {
        const result = await outcome(request)
        assert.equal(result, want === 'given' ? ARTICLE : want, `${body}`)
      }
    }
  }
})

test('a document with oddities', async () => {
  const author = { author: { data: { type: 'people', id: 'ada' } } }
  const data = { ...ARTICLE, relationships: author }
  const ada = { type: 'people', id: 'ada', attributes: { name: 'Ada' } }
  const given: [document: object, author: unknown][] = [
    [{ data, included: null }, null],
    [{ data, included: 7 }, null],
    [{ data, included: 'x' }, null],
    [{ data, included: {} }, null],
    [{ data, included: [] }, null],
    [
      { data, included: [null, ada, null] },
      { type: 'people', id: 'ada', name: 'Ada' },
    ],
    [{ data, included: [{ ...ada, id: 'eve' }] }, null],
    // of two of the same, the first
    [
      { data, included: [ada, { ...ada, attributes: { name: 'other' } }] },
      { type: 'people', id: 'ada', name: 'Ada' },
    ],
    // a type and an id that join to the same text
    [
      {
        data,
        included: [
          { ...ada, type: 'people,ada', id: '' },
          { ...ada, type: 'peoplea', id: 'da' },
        ],
      },
      null,
    ],
    [
      { data: { ...data, attributes: null }, included: [ada] },
      { type: 'people', id: 'ada', name: 'Ada' },
    ],
  ]
  for (const [document, want] of given) {
    const article = await answered(document).retrieve('1', { include: ['author'] })
    assert.equal(article.author, want, JSON.stringify(document))
  }
  for (const relationships of [null, {}, { author: null }, { author: {} }, { author: { data: undefined } }]) {
    const article = await answered({ data: { ...ARTICLE, relationships } }).retrieve('1')
    assert.is(article.author, undefined, JSON.stringify(relationships))
  }
})

test('names that mean something to JavaScript or to JSON:API are names', async () => {
  const names = ['__proto__', 'constructor', 'prototype', 'then', 'toString', 'hasOwnProperty', 'links', 'meta', 'data']
  for (const name of names) {
    const key = JSON.stringify(name)
    for (const data of [
      `{ "type": "articles", "id": "1", "attributes": { ${key}: { "admin": true } } }`,
      `{ "type": ${key}, "id": "1", "attributes": { ${key}: { "admin": true } } }`,
      `{ "type": "articles", "id": ${key}, "relationships": { ${key}: { "data": { "type": ${key}, "id": ${key} } } } }`,
    ]) {
      const fetch = async () => new Response(`{ "data": ${data}, "included": [{ "type": ${key}, "id": ${key} }] }`)
      const { attributes, relationships } = JSON.parse(data)
      const article = await client({ fetch }).retrieve('1', { include: ['author'] })
      const want: unknown = attributes
        ? { admin: true }
        : Object.getOwnPropertyDescriptor(relationships, name)?.value.data
      assert.equal(Object.getOwnPropertyDescriptor(article, name)?.value, want, data)
      assert.is(Object.getPrototypeOf(article), Object.prototype)
    }
  }
  assert.equal(
    Reflect.ownKeys(Object.prototype).filter((key) => key === 'admin' || key === 'data'),
    [],
  )
  assert.is(Reflect.get({}, 'admin'), undefined)
})

test('an attribute called id or type does not stand in for them', async () => {
  const article = await answered({ data: { ...ARTICLE, attributes: { id: 'x', type: 'y', title: 'z' } } }).retrieve('1')
  assert.equal(article, { ...ARTICLE, title: 'z' })
})

test('what is included and primary at once is one', async () => {
  const relationships = { author: { data: { type: 'people', id: 'ada' } } }
  const rows = ['1', '2'].map((id) => ({ type: 'articles', id, relationships, attributes: { title: `t${id}` } }))
  const articles = { articles: { data: rows.map(({ type, id }) => ({ type, id })) } }
  const document = {
    data: rows,
    included: [
      { type: 'people', id: 'ada', relationships: articles },
      { ...rows[0], attributes: { title: 'copy' } },
    ],
  }
  const { data } = await answered(document).list({ include: ['author.articles'] })
  const [first, second] = data
  assert.is(first?.author, second?.author)
  assert.equal(
    first?.author?.articles.map(({ title }) => title),
    ['t1', 't2'],
  )
  assert.ok(JSON.stringify(data))
})

test('dates, where the description says so', () => {
  const { resources, ...rest } = description
  const api: Description = {
    ...rest,
    resources: { ...resources, articles: { ...resources.articles, dates: datesIn(['published_at', 'days', 'gone']) } },
  }
  const time = '2024-01-02T03:04:05.678Z'
  const given: [value: unknown, want: unknown][] = [
    [time, new Date(time)],
    ['2024-01-02T03:04:05+02:00', new Date('2024-01-02T01:04:05Z')],
    [null, null],
    [7, 7],
    // what is no date stays what was sent
    ['soon', 'soon'],
    ['', ''],
    ['2024-13-45T99:99:99Z', '2024-13-45T99:99:99Z'],
    [
      [time, 'soon'],
      [new Date(time), 'soon'],
    ],
    [
      [time, null],
      [new Date(time), null],
    ],
  ]
  for (const [value, want] of given) {
    const data = { ...ARTICLE, attributes: { published_at: value, title: time } }
    for (const asked of [{}, { fields: { articles: ['published_at', 'title'] } }]) {
      assert.equal(link(api, { data }, asked), [{ ...ARTICLE, published_at: want, title: time }])
    }
    assert.equal(link(description, { data }, {}), [{ ...ARTICLE, published_at: value, title: time }])
  }
})

test('a connection that is reset in the middle of the body', async () => {
  let reset = (): unknown => undefined
  const server = await serve((_, response) => {
    response.writeHead(200, { 'content-length': 1000 }).write('{"data":')
    reset = () => response.destroy()
    return undefined
  })
  const fetch = async (request: Request): Promise<Response> => {
    const response = await globalThis.fetch(request)
    setImmediate(reset)
    return response
  }
  try {
    const api = client({ baseUrl: server.url, fetch, retry: { limit: 1, minDelay: 1, maxDelay: 2 } })
    const error = await rejection(api.retrieve('1'), ConnectionError)
    assert.equal([error.status, error.attempts, server.received.length], [200, 2, 2])
    assert.instance(error.cause, Error)
  } finally {
    await server.close()
  }
})

test('nobody who listens', async () => {
  const server = await serve(() => ({}))
  await server.close()
  const error = await rejection(client({ baseUrl: server.url, retry: 0 }).retrieve('1'), ConnectionError)
  assert.match(error.message, /fetch failed.*ECONNREFUSED/)
  assert.is(error.status, undefined)
})

test('an error of the document that was due has the beginning of what came', async () => {
  const { fetch } = answering(() => new Response('<p>Hello</p>', { headers: { 'x-request-id': 'r' } }))
  const error = await rejection(client({ fetch }).retrieve('1'), ParseError)
  assert.is(error.message, 'GET /api/articles/1: 200 without a document with one resource (request r)')
  assert.equal([error.body, error.status, error.attempts], ['<p>Hello</p>', 200, 1])
})

test('a document that cannot be read is a ParseError with what was thrown', async () => {
  const { resources, ...rest } = description
  const articles = { ...resources.articles, dates: datesIn(['published_at']) }
  const api: Description = { ...rest, resources: { ...resources, articles } }
  // So many lists in one another are more than the stack holds.
  const deep = '['.repeat(50_000) + ']'.repeat(50_000)
  const resource = `{"type":"articles","id":"1","attributes":{"published_at":${deep}}}`
  type Api = ReturnType<typeof client>
  const given: [body: string, send: (api: Api) => PromiseLike<unknown>][] = [
    [`{"data":${resource}}`, (one) => one.retrieve('1')],
    [`{"data":[${resource}]}`, (one) => one.list()],
  ]
  for (const [body, send] of given) {
    const { fetch, requests } = answering(() => new Response(body))
    const error = await rejection(send(client({ fetch }, api)), ParseError)
    assert.instance(error.cause, RangeError)
    assert.match(error.message, '200 without a document that can be read')
    assert.equal([error.body, error.attempts, requests.length], [body.slice(0, 1000), 1, 1])
  }
})

test.run()
