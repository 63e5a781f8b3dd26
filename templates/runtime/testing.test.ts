import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { pageAt } from './answers.js'
import { apiKey } from './api-key.js'
import { clientCredentials } from './client-credentials.js'
import { ApiError, ConnectionError, NotFoundError, RateLimitError, TimeoutError, ValidationError } from './errors.js'
import { type Pages, pagesByCursor, pagesByLinks, pagesByOffset } from './pages.js'
import { client, rejection } from './testing.fixture.js'
import { answer, answerErrors, answerLate, answerPages, type Fixture, fakeService, type Routes } from './testing.js'

const ADA = { type: 'people', id: 'ada', name: 'Ada' } as const
const article = (id: string): Fixture<'articles'> => ({ type: 'articles', id, title: `Title ${id}` })

const serving = (routes: Routes) => {
  const service = fakeService(routes)
  return { service, api: client({ fetch: service.fetch, auth: { accessToken: 'a-token' } }) }
}

test('a route answers the requests of its endpoint, with what is in the path', async () => {
  const { api, service } = serving({
    'GET /articles/{id}': ({ path }) => answer({ type: 'articles', id: path.id, title: path.id.toUpperCase() }),
  })
  for (const id of ['a', 'a/b?c', '{id}', '%7B', 'ä.+']) {
    assert.equal({ ...(await api.retrieve(id)) }, { type: 'articles', id, title: id.toUpperCase() })
    assert.is(service.requests.at(-1)?.path.id, id)
  }
  assert.is(service.requests.length, 5)
})

test('a resource comes with what it is related to', async () => {
  const comment = {
    type: 'comments',
    id: 'c',
    body: 'Good',
    author: ADA,
    subject: { type: 'articles', id: '1' },
  } as const
  const { api } = serving({
    'GET /articles/{id}': answer({
      ...article('1'),
      author: 'ada',
      comments: [comment, { type: 'comments', id: 'd' }],
    }),
    'GET /articles': answer([{ ...article('1'), author: ADA }, article('2')], { meta: { record_count: 7 } }),
  })
  assert.equal(await api.retrieve('1', { include: ['author', 'comments.author'] }), {
    type: 'articles',
    id: '1',
    title: 'Title 1',
    author: ADA, // named by its id here, given with its fields deeper down
    comments: [{ ...comment, author: ADA }],
  })
  assert.equal((await api.retrieve('1')).comments, [
    { type: 'comments', id: 'c' },
    { type: 'comments', id: 'd' },
  ])
  const page = await api.list({ include: ['author'] })
  assert.equal(page.data, [
    { ...article('1'), author: ADA },
    { ...article('2'), author: null },
  ])
  assert.is(await api.list().count(), 7)
})

test('no resource, no document, a status and headers', async () => {
  const { api } = serving({
    'GET https://eu.example.com/api/articles/{id}/author': answer(null),
    'DELETE /articles/{id}': answer(),
    'POST /articles': answer(article('1'), { status: 201, headers: { 'x-request-id': 'r' } }),
  })
  assert.is(await api.author('1'), null)
  assert.is(await api.delete('1'), undefined)
  const { response } = await api.create({ title: 'x', author: 'ada' }).withResponse()
  assert.equal([response.status, response.headers.get('x-request-id')], [201, 'r'])
})

test('what was sent', async () => {
  const { api, service } = serving({ 'POST /articles': answer(article('1')), 'GET /articles': answer([]) })
  await api.create({ title: 'x', author: ADA, settings: { a: 1 } }, { include: ['author'] })
  await api.list({ filter: { title_eq: 'a&b' }, sort: ['-title'], page: { size: 5 } })
  const [first, second] = service.requests
  assert.equal([first?.route, first?.method, first?.url.pathname], ['POST /articles', 'POST', '/api/articles'])
  assert.equal(first?.query, { include: 'author' })
  assert.is(first?.headers.get('authorization'), 'Bearer a-token')
  assert.equal(first?.input, {
    type: 'articles',
    title: 'x',
    settings: { a: 1 },
    author: { type: 'people', id: 'ada' },
  })
  assert.equal(first?.body, await first?.request.json())
  assert.equal(second?.query, { 'filter[q][title_eq]': 'a&b', sort: '-title', 'page[size]': '5' })
  assert.equal([second?.body, second?.input], [undefined, undefined])
})

test('errors, by the fields of the input', async () => {
  const { api } = serving({
    'GET /articles/{id}': answerErrors(404),
    'POST /articles': answerErrors(422, [{ field: 'title', detail: 'too short' }, { title: 'No' }], { meta: { a: 1 } }),
  })
  assert.is((await rejection(api.retrieve('1'), NotFoundError)).errors.length, 1)
  const { fields, errors, meta } = await rejection(api.create({ title: '', author: 'ada' }), ValidationError)
  const source = { pointer: '/data/attributes/title' }
  assert.equal(errors[0], { status: '422', source, detail: 'too short', field: 'title' })
  assert.equal([Object.keys(fields), errors.length, meta], [['title'], 2, { a: 1 }])
})

test('a list answers one request after the other, and its last one all that follow', async () => {
  const limited = answerErrors(429, [], { headers: { 'retry-after': '0' } })
  const { api, service } = serving({ 'GET /articles': [limited, limited, answer([article('1')])] })
  for (const _ of [1, 2]) assert.is((await api.list()).data.length, 1)
  assert.is(service.requests.length, 4)
  await rejection(serving({ 'GET /articles': limited }).api.list(), RateLimitError)
})

test('a connection fails, an answer comes late or never', async () => {
  const { api, service } = serving({
    'GET /articles': new TypeError('fetch failed'),
    'GET /articles/{id}': [
      answerLate(Infinity, answer(article('1'))),
      answerLate(1, ({ path }) => answer(article(path.id))),
    ],
    'DELETE /articles/{id}': () => {
      throw new Error('reset')
    },
  })
  const { message, attempts } = await rejection(api.list({}, { retry: { minDelay: 0 } }), ConnectionError)
  assert.match(message, /fetch failed/)
  assert.is(attempts, 3)
  await rejection(api.delete('1', { retry: 0 }), ConnectionError)
  await rejection(api.retrieve('7', {}, { timeout: 5, retry: 0 }), TimeoutError)
  assert.is((await api.retrieve('7')).title, 'Title 7')
  assert.ok(service.requests.at(-2)?.request.signal.aborted)
})

test('what there is no route for fails at once, and tells which there are', async () => {
  const { api, service } = serving({ 'GET /articles': answer([]), 'DELETE /articles/{id}': answer() })
  const error = await rejection(api.retrieve('1'), ApiError)
  const told = 'no route for GET https://eu.example.com/api/articles/1; there are GET /articles, DELETE /articles/{id}'
  assert.is(error.message, `GET /api/articles/1: 421 ${told}`)
  assert.equal([error.attempts, service.requests[0]?.route], [1, undefined])
  assert.match((await rejection(serving({}).api.list(), ApiError)).message, /there are none/)
})

const place = 'https://eu.example.com/api'

test('a document as it is answered', async () => {
  const own = { ...article('1'), author: ADA }
  const { service } = serving({
    'GET /articles': answer([
      own,
      { ...article('2'), comments: [{ type: 'comments', id: 'c', body: '', subject: own }] },
    ]),
    'DELETE /articles/{id}': answer(),
    'POST /articles': answerErrors(422, [{ field: 'a/b~c' }], { headers: { 'content-type': 'text/json' } }),
  })
  const list = await service.fetch(new Request(`${place}/articles?a=1&b=2&a=3`))
  assert.is(list.headers.get('content-type'), description.mediaType)
  const { included } = await list.json()
  assert.equal(
    included.map(({ id }: { id: string }) => id),
    ['ada', 'c'],
  ) // nothing that is primary
  assert.equal(service.requests[0]?.query, { a: '1,3', b: '2' })
  assert.is((await service.fetch(new Request(`${place}/articles/1`, { method: 'DELETE' }))).status, 204)
  const refused = await service.fetch(new Request(`${place}/articles`, { method: 'POST', body: 'a=1' }))
  assert.is(refused.headers.get('content-type'), 'text/json')
  assert.equal(await refused.json(), { errors: [{ status: '422', source: { pointer: '/data/attributes/a~1b~0c' } }] })
  assert.equal([service.requests[2]?.body, service.requests[2]?.input], ['a=1', undefined])
})

test('what comes late heeds the signal', async () => {
  const { service } = serving({ 'GET /articles': answerLate(Infinity, answer()) })
  const later = new AbortController()
  for (const signal of [AbortSignal.abort(new RangeError('before')), later.signal]) {
    const answered = service.fetch(new Request(`${place}/articles`, { signal }))
    setImmediate(() => later.abort(new TypeError('meanwhile')))
    const { name } = await rejection(answered, Error)
    assert.is(name, signal.reason.name)
  }
})

test('a route with fewer names wins, and its text is no pattern', async () => {
  const { api } = serving({
    [`GET ${place}/articles/{id}`]: answer(article('any')),
    [`GET ${place}/articles/me`]: answer(article('own')),
    [`GET ${place}/articles/a.c(d`]: answer(article('odd')),
    [`GET ${place}/articles/x?by={by}&form=long`]: answer(article('long')),
  })
  assert.is((await api.retrieve('me')).id, 'own')
  assert.is((await api.retrieve('abc(d')).id, 'any')
  assert.is((await api.retrieve('a.c(d')).id, 'odd')
  assert.is((await api.retrieve('x')).id, 'any')
})

test('another server, and what authorizes', async () => {
  const token = { access_token: 't', expires_in: 60, token_type: 'bearer' }
  const routes: Routes = { 'GET /articles': answer([]), 'POST https://auth.test/token': Response.json(token) }
  for (const server of [{ baseUrl: 'http://localhost:3000/v1' }, { variables: { region: 'us' } }] as const) {
    const service = fakeService(routes, server)
    const auth = [
      clientCredentials({ tokenUrl: 'https://auth.test/token', clientId: 'a', clientSecret: 'b' }),
      apiKey('k'),
    ]
    await client({ fetch: service.fetch, auth, ...server }).list()
    assert.equal(
      service.requests.map(({ method }) => method),
      ['POST', 'GET'],
    )
    assert.match(String(service.requests[0]?.body), 'grant_type=client_credentials')
    assert.is(service.requests[1]?.headers.get('x-key'), 'k')
  }
})

test('pages, as the request asks for them', async () => {
  const rows = ['1', '2', '3', '4', '5'].map(article)
  const { api, service } = serving({ 'GET /articles': answerPages(rows, { size: 2, meta: { own: 1 } }) })
  const ids = (found: readonly { readonly id: string }[]): string => found.map(({ id }) => id).join('')
  assert.is(ids(await api.list().all()), '12345')
  assert.is(ids(await api.list().all({ concurrency: 3 })), '12345')
  assert.is(await api.list().count(), 5)
  const page = await api.list({ page: { number: 2, size: 3 } })
  assert.equal([ids(page.data), page.meta, page.links.next], ['45', { record_count: 5, own: 1 }, null])
  assert.is(ids((await page.prev())?.data ?? []), '123')
  assert.equal(service.requests.at(-1)?.query, { 'page[number]': '1', 'page[size]': '3' })
  assert.equal((await serving({ 'GET /articles': answerPages([]) }).api.list()).links, { prev: null, next: null })
})

/** [the pages of an API, the query, the rows, the page before, the page after], of seven rows, two a page. */
const PAGES: readonly (readonly [
  pages: Pages | undefined,
  asked: string,
  rows: readonly [from: number, to: number],
  prev: string | null,
  next: string | null,
])[] = [
  [description.pages, '', [0, 2], null, '?page[number]=2'],
  [description.pages, '?page[number]=3&page[size]=3', [6, 9], '?page[number]=2&page[size]=3', null],
  [pagesByOffset({ offset: 'skip', limit: 'take' }), '?skip=3&take=4', [3, 7], '?skip=0&take=4', null],
  [pagesByOffset({ offset: 'skip' }), '?skip=2&sort=a', [2, 4], '?skip=0&sort=a', '?skip=4&sort=a'],
  [pagesByCursor({ cursor: 'c', size: 's' }), '?c=6&s=1', [6, 7], '?c=5&s=1', null],
  [pagesByCursor({ after: 'a', before: 'b' }), '', [0, 2], null, '?a=2'],
  [pagesByLinks({ size: 's' }), '?s=3', [0, 3], null, '?s=3&page[cursor]=3'],
  [undefined, '?page[cursor]=2', [2, 4], '?page[cursor]=0', '?page[cursor]=4'],
]

for (const [pages, asked, [from, to], ...links] of PAGES) {
  test(`the page of ${asked || 'no query'}: ${from} to ${to}`, () => {
    const found = pageAt(new URL(`http://a/b${asked}`), 7, 2, pages)
    assert.equal([found.from, found.to], [from, to])
    const [prev, next] = links.map((link) => link && `http://a/b${link}`)
    const readable = (link: string | null): string | null => link && decodeURIComponent(link)
    assert.equal([readable(found.links.prev), readable(found.links.next)], [prev, next])
  })
}

test.run()
