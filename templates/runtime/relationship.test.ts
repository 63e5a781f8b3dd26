import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { ParseError } from './errors.js'
import { linksOf, metaOf } from './origin.js'
import { linkage } from './relationship.js'
import { answer, answering, client, frozen, rejection } from './testing.fixture.js'

const ADA = { type: 'people', id: 'ada' }
const COMMENTS = ['1', '2'].map((id) => ({ type: 'comments', id }))
const served = (document: object) => {
  const { fetch, requests } = answering(() => answer(document))
  return { api: client({ fetch }), requests }
}

test('linkage is given as identifiers, with what the document tells beside it', async () => {
  const told = { meta: { total: 2 }, links: { related: '/articles/1/comments' } }
  const many = served({ data: COMMENTS.map((one) => ({ ...one, meta: { order: one.id } })), ...told })
  const { data, response, ...rest } = await many.api.commentsLinkage('1').withResponse()
  assert.equal([data, rest, response.status], [COMMENTS, { ...told, jsonapi: undefined }, 200])
  assert.equal(
    data.map((one) => metaOf(one)),
    [{ order: '1' }, { order: '2' }],
  )
  assert.is(linksOf(data[0] ?? {}), undefined)
  assert.equal(
    many.requests.map(({ method, url }) => [method, url]),
    [['GET', 'https://eu.example.com/api/articles/1/relationships/comments']],
  )
})

test('what is not due is not handed out', async () => {
  const given: [data: unknown, one: unknown, many: unknown][] = [
    [ADA, ADA, 'ParseError'],
    [null, null, 'ParseError'],
    [undefined, 'ParseError', 'ParseError'],
    [[], 'ParseError', []],
    [COMMENTS, 'ParseError', COMMENTS],
    [[null], 'ParseError', 'ParseError'],
    [[{ id: '1' }], 'ParseError', 'ParseError'],
    [{ id: '1' }, 'ParseError', 'ParseError'],
    ['ada', 'ParseError', 'ParseError'],
    // more than an identifier
    [{ ...ADA, attributes: { name: 'Ada' } }, ADA, 'ParseError'],
  ]
  const outcome = (request: PromiseLike<unknown>) =>
    request.then(
      (data) => data,
      (error: Error) => error.name,
    )
  for (const [data, one, many] of given) {
    const { api } = served({ data, links: {} })
    assert.equal([await outcome(api.authorLinkage('1')), await outcome(api.commentsLinkage('1'))], [one, many])
  }
  const fetch = async () => new Response(null, { status: 204 })
  await rejection(client({ fetch }).authorLinkage('1'), ParseError)
})

test('what replaces, adds and removes is written as ids, identifiers or resources', () => {
  const given: [value: unknown, types: string | readonly string[], want: unknown][] = [
    [null, 'people', null],
    ['ada', 'people', ADA],
    [ADA, 'people', ADA],
    [{ ...ADA, name: 'Ada' }, 'people', ADA],
    [{ type: 'people', lid: 'new' }, 'people', { type: 'people', lid: 'new' }],
    [[], 'comments', []],
    [['1', COMMENTS[1]], 'comments', COMMENTS],
    [
      [ADA, COMMENTS[0]],
      ['people', 'comments'],
      [ADA, COMMENTS[0]],
    ],
  ]
  for (const [value, types, want] of given) {
    const body = linkage(frozen(value), types)(description)
    assert.is(body?.mediaType, description.mediaType)
    assert.equal(JSON.parse(String(body?.content)), { data: want })
  }
})

test('an id that does not tell its type is refused at once', () => {
  const given: [value: unknown, types: string | readonly string[]][] = [
    ['1', ['people', 'comments']],
    [['1'], ['people', 'comments']],
    [7, 'people'],
    [{ id: '1' }, 'people'],
    [undefined, 'people'],
  ]
  for (const [value, types] of given) {
    assert.throws(
      () => linkage(value, types),
      (error: unknown) => error instanceof TypeError && /write .*\{ type, id \} or a resource/.test(error.message),
    )
  }
})

test('a change is sent as it was when it was written, and is answered with nothing', async () => {
  const { fetch, requests } = answering(() => new Response(null, { status: 204 }))
  const api = client({ fetch })
  const links = ['1']
  const request = api.addComments('a/b', links)
  links.push('2')
  assert.is(await request, undefined)
  await api.replaceAuthor('1', null)
  const bodies = await Promise.all(requests.map((one) => one.json()))
  assert.equal(bodies, [{ data: [COMMENTS[0]] }, { data: null }])
  assert.equal(
    requests.map(({ method, url, headers }) => [method, new URL(url).pathname, headers.get('content-type')]),
    [
      ['POST', '/api/articles/a%2Fb/relationships/comments', description.mediaType],
      ['PATCH', '/api/articles/1/relationships/author', description.mediaType],
    ],
  )
})

test.run()
