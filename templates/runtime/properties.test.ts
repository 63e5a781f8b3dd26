import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { inputDocument } from './input.js'
import { link } from './link.js'
import { answer, client, frozen, serve } from './testing.fixture.js'

const { FAST_CHECK_SEED: seed, FAST_CHECK_RUNS: often } = process.env
fc.configureGlobal({ includeErrorInReport: true, ...(seed && { seed: Number(seed) }) })
const runs = (usual: number) => ({ numRuns: Number(often ?? usual) })
const RUNS = runs(200)

/** Names that a document may have, and those that mean something to JavaScript or to JSON:API. */
const name = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme' }) },
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'then', 'toString', 'links', 'meta', 'attributes', 'a.b'),
)
const isAttribute = (key: string): boolean => !['id', 'type', 'author', 'comments'].includes(key)
/** What comes back from JSON: -0 is 0. */
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)))
const attributes = fc
  .array(fc.tuple(name.filter(isAttribute), json), { maxLength: 6 })
  .map((entries) => Object.fromEntries(entries))
const id = fc.string({ unit: 'grapheme' })
const identifier = (type: string) => id.map((one) => ({ type, id: one }))

test('what is written comes back as it was: every attribute and every relationship', () => {
  const author = fc.option(identifier('people'))
  const comments = fc.array(identifier('comments'), { maxLength: 4 })
  fc.assert(
    fc.property(attributes, id, author, comments, fc.boolean(), (given, own, one, many, short) => {
      const written = {
        author: short && one ? one.id : one,
        comments: short ? many.map((comment) => comment.id) : many,
      }
      // In this order: a spread defines `__proto__` where it is a property.
      const input = frozen({ ...given, ...written })
      const document = JSON.parse(JSON.stringify(inputDocument(description, 'articles', input, own)))
      const [read] = link(description, frozen(document), {})
      assert.equal(entriesOf(read), entriesOf({ ...given, type: 'articles', id: own, author: one, comments: many }))
      assert.is(Object.getPrototypeOf(read), Object.prototype)
    }),
    RUNS,
  )
  assert.equal(Reflect.ownKeys({}), [])
})

/** The properties in one order, `__proto__` among them. */
const entriesOf = (value: object = {}): unknown[] =>
  Object.entries(value)
    .map(([key, one]) => JSON.stringify([key, one]))
    .sort()

test('only what fields ask for is there, whatever the names are', () => {
  fc.assert(
    fc.property(attributes, fc.array(name.filter(isAttribute), { maxLength: 3 }), (given, more) => {
      const asked = [...Object.keys(given).slice(0, 2), ...more]
      const data = { type: 'articles', id: '1', attributes: given }
      const [read] = link(description, { data }, { fields: { articles: asked } })
      // A part of an attribute, `a.b`, is within the attribute `a`.
      const isAsked = (key: string) =>
        asked.some((one) => one === key || (one.startsWith(key) && one.indexOf('.', 1) === key.length))
      const want = Object.entries(given).filter(([key]) => isAsked(key))
      assert.equal(entriesOf(read), entriesOf({ ...Object.fromEntries(want), type: 'articles', id: '1' }))
    }),
    RUNS,
  )
})

test('included resources are found by type and id, whatever these are', () => {
  const resources = fc.uniqueArray(fc.tuple(name, id), {
    maxLength: 8,
    selector: ([type, one]) => JSON.stringify([type, one]),
  })
  fc.assert(
    fc.property(resources, (pairs) => {
      const included = pairs.map(([type, one], index) => ({ type, id: one, attributes: { index } }))
      const comments = { data: [...included].reverse().map(({ type, id: one }) => ({ type, id: one })) }
      const document = { data: { type: 'articles', id: 'the only one', relationships: { comments } }, included }
      const [read] = link<{ comments: { index: number }[] }>(description, frozen(document), { include: ['comments'] })
      assert.equal(
        read?.comments.map(({ index }) => index),
        included.map((_, index) => index).reverse(),
      )
    }),
    RUNS,
  )
})

test('any id and any filter value arrives at the service as it was, or is refused', async () => {
  const server = await serve(({ url }) => ({
    body: JSON.stringify({ data: url.startsWith('/articles?') ? [] : { type: 'articles', id: '1' } }),
  }))
  const api = client({ baseUrl: server.url, retry: 0 })
  /** Any string of code units, lone surrogates among them. */
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.nat({ max: 0xffff }), { maxLength: 4 }).map((units) => String.fromCharCode(...units)),
    fc.constantFrom(
      '',
      '.',
      '..',
      '...',
      '%2e',
      '%2E%2e',
      '/',
      '\\',
      '\ud800',
      '\udc00\ud800',
      '\0',
      '?',
      '#',
      '%',
      '+',
      ';',
    ),
  )
  try {
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const lone = /\p{Surrogate}/u.test(value)
        const refusal = (request: PromiseLike<unknown>) =>
          request.then(
            () => undefined,
            (error: unknown) => error,
          )
        const before = server.received.length
        const refusedId = await refusal(api.retrieve(value))
        if (lone || ['', '.', '..'].includes(value)) {
          assert.instance(refusedId, TypeError)
          assert.is(server.received.length, before)
        } else {
          assert.is(refusedId, undefined)
          const segments = server.received.at(-1)?.url.split('/').map(decodeURIComponent)
          assert.equal(segments, ['', 'articles', value])
        }
        const middle = server.received.length
        const refusedValue = await refusal(api.list({ filter: { title_eq: value } }))
        if (lone) {
          assert.instance(refusedValue, TypeError)
          assert.is(server.received.length, middle)
        } else {
          assert.is(refusedValue, undefined)
          const { searchParams } = new URL(server.received.at(-1)?.url ?? '', server.url)
          assert.equal([...searchParams], [['filter[q][title_eq]', value]])
        }
      }),
      runs(5000),
    )
  } finally {
    await server.close()
  }
})

test('no answer, whatever it is, breaks the client: it is a resource or a RequestError', async () => {
  const piece = fc.oneof(json, fc.constantFrom(null, [], {}, 7, 'x'))
  const type = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('articles', 'people', 'comments') }, name, piece)
  const linkage = fc.record({ type, id: fc.oneof(fc.constantFrom('1', '2'), piece) }, { requiredKeys: [] })
  const relationship = fc.oneof(
    fc.record({ data: fc.oneof(linkage, fc.array(fc.oneof(linkage, piece)), piece) }),
    piece,
  )
  const relationships = fc.dictionary(fc.oneof(fc.constantFrom('author', 'comments'), name), relationship)
  const resource = fc.record(
    {
      type,
      id: fc.oneof(fc.constantFrom('1', '2'), piece),
      attributes: fc.oneof(attributes, piece),
      relationships: fc.oneof({ weight: 4, arbitrary: relationships }, piece),
    },
    { requiredKeys: [] },
  )
  const document = fc.oneof(
    piece,
    fc.record(
      { data: fc.oneof(resource, piece), included: fc.oneof(fc.array(resource), piece), links: piece, meta: piece },
      { requiredKeys: [] },
    ),
    fc.record({ errors: fc.oneof(fc.array(piece), piece), meta: piece }),
  )
  await fc.assert(
    fc.asyncProperty(document, fc.constantFrom(200, 201, 400, 422, 500), async (body, status) => {
      const fetch = async () => (body instanceof Object ? answer(body, status) : Response.json(body, { status }))
      const api = client({ fetch, retry: 0 })
      const request = api.retrieve('1', { include: ['author', 'comments.author'] })
      const error = await request.then(
        () => undefined,
        (error: unknown) => error,
      )
      if (error !== undefined)
        assert.ok(error instanceof Error && 'status' in error && error.status === status, String(error))
      else assert.ok(status < 300)
    }),
    runs(500),
  )
})

test.run()
