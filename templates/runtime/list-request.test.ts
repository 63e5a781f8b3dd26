import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { answer, answering, client } from './testing.fixture.js'

const BASE = 'https://eu.example.com/api'
const rows = (...ids: string[]) => ids.map((id) => ({ type: 'articles', id }))
const page = (ids: string[], next?: unknown) => () =>
  answer({ data: rows(...ids), meta: { record_count: 5 }, ...(next !== undefined && { links: { next } }) })
const served = (...answers: (() => Response)[]) => {
  const { fetch, requests } = answering(...answers)
  return { api: client({ fetch, auth: { accessToken: 'secret' } }), requests }
}
const asked = (requests: Request[]) => requests.map(({ url }) => decodeURIComponent(url).replace(BASE, ''))

test('awaited, a list gives one page', async () => {
  const { api, requests } = served(page(['1', '2'], `${BASE}/articles?page[number]=2`), page(['3'], null))
  const first = await api.list({ page: { size: 2 } })
  assert.equal([first.data, first.meta.record_count, requests.length], [rows('1', '2'), 5, 1])
  assert.equal(first.links, { next: `${BASE}/articles?page[number]=2` })
  const second = await first.next()
  assert.equal([second?.data, await second?.next()], [rows('3'), undefined])
  assert.equal(asked(requests), ['/articles?page[size]=2', '/articles?page[number]=2'])
})

test('iterated, it gives every row, and asks for a page only when it is due', async () => {
  const { api, requests } = served(page(['1', '2'], '?page=2'), page([], '?page=3'), page(['3'], null))
  const seen: [string, number][] = []
  for await (const { id } of api.list()) seen.push([id, requests.length])
  assert.equal(seen, [
    ['1', 1],
    ['2', 1],
    ['3', 3],
  ])
  for await (const { id } of api.list()) if (id === '3') break
  assert.is(requests.length, 4)
})

test('an early break sends no more', async () => {
  const { api, requests } = served(page(['1', '2'], '?page=2'))
  for await (const _ of api.list()) break
  for await (const { id } of api.list()) if (id === '2') break
  assert.is(requests.length, 2)
})

test('what follows from links.next', async () => {
  const given: [next: unknown, want: string | undefined][] = [
    // no links at all: the next number
    [undefined, '/articles?page[number]=2'],
    [null, undefined],
    [{ href: `${BASE}/articles?page=2`, meta: {} }, '/articles?page=2'],
    ['?page=2', '/articles?page=2'],
    ['/api/articles?page=2', '/articles?page=2'],
    [`${BASE}/other/2`, '/other/2'],
    // out of our base path: the service does not know its public address
    ['/articles?page=2', '/articles?page=2'],
    // another host, port, scheme, user: only the query counts, and our own host is asked
    ['https://evil.example/api/articles?page=2', '/articles?page=2'],
    ['//evil.example/?page=2', '/articles?page=2'],
    ['http://eu.example.com/api/articles?page=2', '/articles?page=2'],
    ['https://eu.example.com:8443/api/articles?page=2', '/articles?page=2'],
    ['https://eu.example.com.evil.example/?page=2', '/articles?page=2'],
    ['javascript:alert(1)?page=2', '/articles?page=2'],
  ]
  for (const [next, want] of given) {
    const { api, requests } = served(page(['1'], next), page(['2'], null))
    const following = await (await api.list()).next()
    assert.equal(following?.data, want === undefined ? undefined : rows('2'))
    assert.equal(asked(requests), ['/articles', ...(want === undefined ? [] : [want])])
    for (const { url, headers } of requests) {
      assert.is(new URL(url).origin, 'https://eu.example.com')
      assert.is(headers.get('authorization'), 'Bearer secret')
    }
  }
})

test('a service that repeats a page does not make an endless loop', async () => {
  const given: [next: string, rows: number, requests: number][] = [
    [`${BASE}/articles?page%5Bnumber%5D=1&page%5Bsize%5D=2`, 1, 2],
    [`${BASE}/articles?page[number]=1&page[size]=2`, 1, 2],
    ['https://internal.example/articles?page[number]=1&page[size]=2', 1, 2],
    [`${BASE}/articles?page[number]=2&page[size]=2`, 1, 2],
    ['https://internal.example/articles', 1, 2],
  ]
  for (const [next, ...want] of given) {
    const { api, requests } = served(page(['1'], next))
    let count = 0
    for await (const _ of api.list({ page: { number: 1, size: 2 } })) if (++count > 9) break
    assert.equal([count, requests.length], want, next)
  }
})

test('every page has the shape that was asked for', async () => {
  const article = { type: 'articles', id: '1', attributes: { title: 'x', words: 1 } }
  const { api } = served(
    () => answer({ data: [article], links: { next: '?page=2' } }),
    () => answer({ data: [{ ...article, id: '2' }] }),
  )
  const first = await api.list({ fields: { articles: ['title'] } })
  const second = await first.next()
  assert.equal(second?.data, [{ type: 'articles', id: '2', title: 'x' }])
})

test('a page without meta and links', async () => {
  const { api } = served(() => answer({ data: [] }))
  const page = await api.list()
  assert.equal([page.data, page.meta, page.links, await page.next()], [[], {}, {}, undefined])
})

test('filters reach through the relationships of what the list is made of', async () => {
  const { api, requests } = served(() => answer({ data: [] }))
  await api.comments('1').filter({ author: { name_eq: 'x' } })
  assert.equal(asked(requests), ['/articles/1/comments?filter[q][author_name_eq]=x'])
})

test('withResponse gives what the document tells beside its rows', async () => {
  const document = { data: rows('1'), meta: { record_count: 5 }, links: { next: null }, jsonapi: { version: '1.1' } }
  const { api } = served(() => answer(document))
  const { data, meta, links, jsonapi, response } = await api.list().withResponse()
  assert.equal([data.data, meta, links, jsonapi], [document.data, document.meta, document.links, document.jsonapi])
  assert.is(response.status, 200)
})

test.run()
