import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ParseError } from './errors.js'
import { lidOf, linksOf, metaOf } from './origin.js'
import { type Expected, parse, parseList } from './parse.js'

const AUTHOR = { type: 'people', id: 'ada' } as const
const ARTICLE = {
  type: 'articles',
  id: '1',
  attributes: { title: 'One', words: 3 },
  relationships: { author: { data: AUTHOR }, comments: { links: { related: '/articles/1/comments' } } },
  links: { self: '/articles/1' },
  meta: { mode: 'test' },
}
const DOCUMENT = { data: ARTICLE, included: [{ ...AUTHOR, attributes: { name: 'Ada' } }] }

test('a document as text or as a value, with what is asked for', () => {
  for (const document of [DOCUMENT, JSON.stringify(DOCUMENT)]) {
    const article = parse(document, { type: 'articles' })
    assert.equal(article, { type: 'articles', id: '1', title: 'One', words: 3, author: AUTHOR })
    assert.equal([metaOf(article), linksOf(article)], [{ mode: 'test' }, { self: '/articles/1' }])
    // it has links and no linkage: its links are kept, its value is not known
    assert.equal(linksOf(article, 'comments'), { related: '/articles/1/comments' })
    assert.not('comments' in article)

    const linked = parse(document, {
      type: 'articles',
      include: ['author'],
      fields: { articles: ['title', 'author'] },
    })
    assert.equal(linked, { type: 'articles', id: '1', title: 'One', author: { ...AUTHOR, name: 'Ada' } })
    const name: string | undefined = linked.author?.name
    assert.is(name, 'Ada')
  }
})

test('a list, with what the document tells beside it', () => {
  const document = { data: [ARTICLE], meta: { record_count: 1 }, links: { next: null }, jsonapi: { version: '1.1' } }
  const { data, ...rest } = parseList(document, { type: 'articles' })
  const title: string | undefined = data[0]?.title
  assert.is(title, 'One')
  assert.equal(rest, { meta: { record_count: 1 }, links: { next: null }, jsonapi: { version: '1.1' } })
  assert.equal(parseList('{"data":[]}', {}).data, [])
})

test('what is given stays as it was, and what is made of it is another', () => {
  const given = structuredClone(DOCUMENT)
  const article = parse(given, { type: 'articles', include: ['author'] })
  assert.ok(Reflect.set(article, 'title', 'Two'))
  assert.equal(given, DOCUMENT)
})

test('types of which one is expected', () => {
  const [one, some]: Expected<'articles' | 'people'>[] = [{ type: 'people' }, { type: ['people', 'articles'] }]
  assert.is(parse(DOCUMENT, some).type, 'articles')
  assert.is(parse(DOCUMENT).type, 'articles')
  assert.throws(() => parse(DOCUMENT, one), refused)
  const mixed = { data: [ARTICLE, AUTHOR] }
  assert.is(parseList(mixed, some).data.length, 2)
  assert.throws(() => parseList(mixed, one), refused)
})

const refused = (error: unknown): boolean => error instanceof ParseError

test('what is no such document is refused, with the beginning of it', () => {
  const texts = ['', '<p>x</p>', '{"data": {"type": "ar', 'null', '7', '"x"', '[]', '{}', '{"errors":[]}', '{"data":7}']
  for (const given of texts) {
    for (const read of [parse, parseList]) {
      const error = thrown(() => read(given))
      assert.instance(error, ParseError, given)
      assert.is(error instanceof ParseError && error.body, given)
      assert.match(String(error), /ParseError: without a document with/)
    }
  }
  for (const given of [undefined, null, 7, 'x', [], {}, () => {}, { data: null }, { data: [] }, { data: {} }]) {
    assert.instance(
      thrown(() => parse(given)),
      ParseError,
    )
  }
  for (const given of [undefined, null, { data: null }, { data: ARTICLE }, { data: [null] }, { data: [{}] }]) {
    assert.instance(
      thrown(() => parseList(given)),
      ParseError,
    )
  }
})

const thrown = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

test('local ids, two of one type', () => {
  const document = {
    data: {
      type: 'articles',
      lid: 'a',
      relationships: {
        comments: {
          data: [
            { type: 'comments', lid: 'x' },
            { type: 'comments', lid: 'y' },
            { type: 'comments', id: 'x' },
          ],
        },
      },
    },
    included: [
      { type: 'comments', lid: 'x', attributes: { body: 'local x' } },
      { type: 'comments', lid: 'y', attributes: { body: 'local y' } },
      { type: 'comments', id: 'x', attributes: { body: 'x' } },
    ],
  }
  const article = parse(document, { type: 'articles', include: ['comments'] })
  assert.equal(
    article.comments.map((comment) => [comment.body, lidOf(comment), comment.id]),
    [
      ['local x', 'x', undefined],
      ['local y', 'y', undefined],
      ['x', undefined, 'x'],
    ],
  )
  assert.is(lidOf(article), 'a')
  const { comments = [] } = parse(document, { type: 'articles' })
  assert.equal(comments.map(lidOf), ['x', 'y', undefined])
})

test('the meta of a resource, of an identifier and of a relationship', () => {
  const document = {
    data: {
      ...ARTICLE,
      relationships: {
        author: { data: { ...AUTHOR, meta: { since: 1 } }, meta: { by: 'hand' }, links: { self: '/x' } },
        comments: {
          data: [
            { type: 'comments', id: '1', meta: { order: 1 } },
            { type: 'comments', id: '2' },
          ],
          meta: { count: 2 },
        },
      },
    },
  }
  const article = parse(document, { type: 'articles' })
  const { author, comments } = article
  assert.equal(metaOf(article), { mode: 'test' })
  assert.equal(metaOf(article, 'author'), { by: 'hand' })
  assert.equal(linksOf(article, 'author'), { self: '/x' })
  assert.equal(metaOf(article, 'comments'), { count: 2 })
  assert.equal(author && metaOf(author), { since: 1 })
  assert.equal(
    comments?.map((comment) => metaOf(comment)),
    [{ order: 1 }, undefined],
  )
  assert.equal([metaOf(article, 'none'), metaOf(article, 'constructor'), metaOf({})], [undefined, undefined, undefined])
  assert.equal(JSON.parse(JSON.stringify(author)), AUTHOR)
})

test.run()
