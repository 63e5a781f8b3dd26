import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import type { Document, Linkage, ResourceObject } from './document.js'
import { type Asked, link } from './link.js'
import { linksOf, metaOf } from './origin.js'
import { frozen } from './testing.fixture.js'

const linked = (document: Document, asked: Asked = {}) => link(description, frozen(document), frozen(asked))

const to = (type: string, ...ids: string[]) => ids.map((id) => ({ type, id }))
const one = (type: string, id: string) => ({ data: { type, id } })

// Everything leads to everything: article 1 and 2 by Ada, who wrote the comments on them, which lead back.
const cyclic: Document = {
  data: [
    {
      type: 'articles',
      id: '1',
      attributes: { title: 'One', words: 1 },
      relationships: { author: one('people', 'ada'), comments: { data: to('comments', 'a', 'b', 'gone') } },
    },
    {
      type: 'articles',
      id: '2',
      attributes: { title: 'Two', words: 2 },
      relationships: { author: one('people', 'ada'), comments: { data: [] } },
    },
  ],
  included: [
    {
      type: 'people',
      id: 'ada',
      attributes: { name: 'Ada', comments: 'none' },
      relationships: { articles: { data: to('articles', '1', '2') } },
    },
    {
      type: 'comments',
      id: 'a',
      attributes: { body: 'A' },
      relationships: { author: one('people', 'ada'), subject: one('articles', '1') },
    },
    {
      type: 'comments',
      id: 'b',
      attributes: { body: 'B' },
      relationships: { author: { data: null }, subject: one('people', 'ada') },
    },
  ],
}

const ADA = { type: 'people', id: 'ada', name: 'Ada', comments: 'none', articles: to('articles', '1', '2') }

test('the result has the shape that was asked for', () => {
  const given: [asked: Asked, want: unknown][] = [
    [
      {},
      {
        type: 'articles',
        id: '1',
        title: 'One',
        words: 1,
        author: { type: 'people', id: 'ada' },
        comments: to('comments', 'a', 'b', 'gone'),
      },
    ],
    [
      { include: ['author'], fields: { articles: ['title', 'author'] } },
      { type: 'articles', id: '1', title: 'One', author: ADA },
    ],
    [{ fields: { articles: [] } }, { type: 'articles', id: '1' }],
    [
      { include: ['author'], fields: { articles: ['title'] } },
      { type: 'articles', id: '1', title: 'One' },
    ],
    [
      {
        include: ['comments.author', 'author.articles.author'],
        fields: { articles: ['author', 'comments'], comments: ['author'], people: ['name', 'articles'] },
      },
      {
        type: 'articles',
        id: '1',
        author: {
          type: 'people',
          id: 'ada',
          name: 'Ada',
          articles: ['1', '2'].map((id) => ({
            type: 'articles',
            id,
            author: { type: 'people', id: 'ada', name: 'Ada', articles: to('articles', '1', '2') },
            comments: id === '1' ? to('comments', 'a', 'b', 'gone') : [],
          })),
        },
        comments: [
          {
            type: 'comments',
            id: 'a',
            author: { type: 'people', id: 'ada', name: 'Ada', articles: to('articles', '1', '2') },
          },
          { type: 'comments', id: 'b', author: null },
        ],
      },
    ],
  ]
  for (const [asked, want] of given) {
    const [row] = linked(cyclic, asked)
    assert.equal(row, want)
    assert.equal(JSON.parse(JSON.stringify(row)), want)
  }
})

test('rows share a related resource within a path, paths that go on differently do not', () => {
  const [first, second] = linked(cyclic, { include: ['author.articles', 'comments.author'] })
  assert.ok(first?.author)
  assert.is(first?.author, second?.author)
  const [comment] = (first?.comments ?? []) as { author: object }[]
  assert.equal(comment?.author, ADA)
  assert.is.not(comment?.author, first?.author)
})

test('linkage that is not there, and linkage to nothing', () => {
  const bare: ResourceObject = { type: 'articles', id: '1' }
  const links = { related: '/articles/1/author' }
  const person = { type: 'people', id: 'ada' }
  const given: [relationships: ResourceObject['relationships'], asked: Asked, want: object][] = [
    [undefined, {}, {}],
    [null, {}, {}],
    [{ author: { links } }, {}, {}],
    [{ author: { data: null } }, {}, { author: null }],
    [{ author: { data: { ...person, meta: {} } as Linkage } }, {}, { author: person }],
    [{ comments: { data: [{ ...person, meta: {} } as Linkage] } }, {}, { comments: [person] }],
    [undefined, { include: ['author', 'comments'] }, { author: null, comments: [] }],
    [{ author: { links }, comments: { links } }, { include: ['author', 'comments'] }, { author: null, comments: [] }],
    [{ author: one('people', 'gone') }, { include: ['author'] }, { author: null }],
    [{ comments: { data: to('comments', 'gone') } }, { include: ['comments'] }, { comments: [] }],
    // the other cardinality than the API's document says: the type's stands
    [{ comments: one('comments', 'a') }, {}, { comments: to('comments', 'a') }],
    [{ comments: { data: null } }, {}, { comments: [] }],
    [{ author: { data: to('people', 'ada') } }, {}, { author: { type: 'people', id: 'ada' } }],
    [{ author: { data: [] } }, {}, { author: null }],
    // more than the API's document says
    [{ editor: one('people', 'ada') }, {}, { editor: { type: 'people', id: 'ada' } }],
    [{ valueOf: { data: [] } }, {}, { valueOf: [] }],
  ]
  for (const [relationships, asked, want] of given) {
    const data = relationships === undefined ? bare : { ...bare, relationships }
    for (const included of [undefined, null, []]) {
      const document = included === undefined ? { data } : { data, included }
      assert.equal(linked(document, asked), [{ type: 'articles', id: '1', ...want }])
    }
  }
})

test('one, none, and no data', () => {
  assert.equal(linked({ data: null }), [])
  assert.equal(linked({ data: [] }), [])
  assert.equal(linked({}), [])
  assert.equal(linked({ data: { type: 'articles', id: '1', attributes: null } }), [{ type: 'articles', id: '1' }])
})

test('an included resource that is also primary, twice or under a joined key', () => {
  const data = (id: string, related: string): ResourceObject => ({
    type: 'people',
    id,
    relationships: { articles: { data: to('articles', related) } },
  })
  const article = (type: string, id: string, title: string) => ({ type, id, attributes: { title } })
  const titles = (document: Document) =>
    linked(document, { include: ['articles'] }).map(({ articles }) => articles as { title: string }[])

  const self = { ...article('people', 'p', 'self'), relationships: { articles: { data: to('people', 'p') } } }
  assert.equal(titles({ data: self })[0]?.[0]?.title, 'self')
  assert.equal(titles({ data: self, included: [article('people', 'p', 'copy')] })[0]?.[0]?.title, 'self')

  const keys = [
    article('articles', '1', 'right'),
    article('article', 's1', 'wrong'),
    article('articles', '__proto__', 'odd'),
  ]
  assert.equal(titles({ data: data('p', '1'), included: keys })[0]?.[0]?.title, 'right')
  assert.equal(titles({ data: data('p', '__proto__'), included: keys })[0]?.[0]?.title, 'odd')
  assert.equal(titles({ data: data('p', 'constructor'), included: keys })[0], [])
})

test('names that mean something to JavaScript or to JSON:API', async () => {
  const text = `{ "data": { "type": "articles", "id": "1",
    "attributes": { "links": 1, "meta": 2, "then": 3, "id": 4, "type": 5, "constructor": 6, "__proto__": { "admin": true } },
    "relationships": { "__proto__": { "data": null }, "toString": { "data": { "type": "people", "id": "1" } } } } }`
  const [all] = linked(JSON.parse(text))
  assert.is(
    JSON.stringify(all),
    '{"type":"articles","id":"1","links":1,"meta":2,"then":3,"constructor":6,"__proto__":null,"toString":{"type":"people","id":"1"}}',
  )
  assert.is(Reflect.getPrototypeOf(all ?? {}), Object.prototype)
  assert.is(await all, all)

  const fields = { articles: ['__proto__', 'links', 'id', 'valueOf', 'hasOwnProperty'] }
  const bare = text.replace(/,\s*"relationships".*/s, '} }')
  assert.is(
    JSON.stringify(linked(JSON.parse(bare), { fields })[0]),
    '{"type":"articles","id":"1","__proto__":{"admin":true},"links":1}',
  )
  assert.is(Reflect.get({}, 'admin'), undefined)
  const odd = `{ "data": { "type": "__proto__", "id": "1", "attributes": { "a": 1 } } }`
  assert.equal(linked(JSON.parse(odd), { include: ['constructor', '__proto__'] }), [
    { type: '__proto__', id: '1', a: 1 },
  ])
})

test('include paths go on through relationships of any name, but no field takes the place of type and id', () => {
  const names = ['type', 'id', '__proto__', 'constructor']
  const text = `{ "data": { "type": "articles", "id": "1", "relationships": {
    ${names.map((name) => `"${name}": { "data": { "type": "people", "id": "ada" } }`)} } } }`
  const included = [{ type: 'people', id: 'ada', attributes: { name: 'Ada' } }]
  const [read] = linked({ ...JSON.parse(text), included }, { include: names.map((name) => `${name}.articles`) })
  assert.equal(Object.keys(read ?? {}), ['type', 'id', '__proto__', 'constructor'])
  assert.equal(
    [read?.type, read?.id, read?.constructor],
    ['articles', '1', { type: 'people', id: 'ada', name: 'Ada', articles: [] }],
  )
  assert.is(Reflect.getOwnPropertyDescriptor(read ?? {}, '__proto__')?.value.name, 'Ada')
  assert.is(Reflect.getPrototypeOf(read ?? {}), Object.prototype)
})

test('a part of an attribute is asked for by a dot, which may also stand at the beginning of a name', () => {
  const attributes = { address: { city: 'Bari' }, 'a.b': 1, '.c': 2, '': 3, a: 4, 'd\n': 5 }
  const table: [field: string, want: object][] = [
    ['address.city', { address: { city: 'Bari' } }],
    ['a.b', { 'a.b': 1, a: 4 }],
    ['.c', { '.c': 2 }],
    ['.', {}],
    ['d\n.e\nf', { 'd\n': 5 }],
  ]
  for (const [field, want] of table) {
    const [read] = linked({ data: { type: 'articles', id: '1', attributes } }, { fields: { articles: [field] } })
    assert.equal(read, { ...want, type: 'articles', id: '1' }, field)
  }
})

test('a polymorphic relationship: each type has its own fields and relationships', () => {
  const comment = (id: string, type: string, to: string) => ({
    type: 'comments',
    id,
    relationships: { subject: one(type, to) },
  })
  const document = { ...cyclic, data: [comment('x', 'articles', '1'), comment('y', 'people', 'ada')] }
  const included = [...(cyclic.included ?? []), ...[cyclic.data ?? []].flat()]
  // `comments` is a relationship of articles, and an attribute of people
  const asked = {
    include: ['subject.comments'],
    fields: { articles: ['comments'], people: ['comments'], comments: ['body', 'subject'] },
  }
  const [x, y] = linked({ ...document, included }, asked)
  assert.equal(x?.subject, {
    type: 'articles',
    id: '1',
    comments: [
      { type: 'comments', id: 'a', body: 'A', subject: { type: 'articles', id: '1' } },
      { type: 'comments', id: 'b', body: 'B', subject: { type: 'people', id: 'ada' } },
    ],
  })
  assert.equal(y?.subject, { type: 'people', id: 'ada', comments: 'none' })
})

test("a resource's own meta and links, and a relationship's, are in nobody's way", () => {
  const self = { self: '/articles/1' }
  const related = { related: '/articles/1/author' }
  const resource: ResourceObject = {
    type: 'articles',
    id: '1',
    attributes: { meta: 'mine', links: 'mine' },
    relationships: { author: { links: related } },
    meta: { mode: 'test' },
    links: self,
  }
  const [row = {}] = linked({ data: resource })
  assert.equal(row, { type: 'articles', id: '1', meta: 'mine', links: 'mine' })
  assert.equal(Reflect.ownKeys({ ...row }), ['type', 'id', 'meta', 'links'])
  assert.equal(metaOf(row), { mode: 'test' })
  assert.equal(linksOf(row), self)
  assert.equal(linksOf(row, 'author'), related)
  assert.is(linksOf(row, 'constructor'), undefined)
  assert.equal([metaOf({}), linksOf({}), linksOf({}, 'author')], [undefined, undefined, undefined])
})

test('a chain of ten thousand resources needs no deep stack', () => {
  const person = (id: number) => ({
    type: 'people',
    id: `${id}`,
    relationships: { articles: { data: to('people', `${id + 1}`) } },
  })
  const length = 10_000
  const included = Array.from({ length }, (_, id) => person(id + 1))
  const [first] = linked({ data: person(0), included }, { include: [Array(length).fill('articles').join('.')] })
  let last: Partial<Record<string, unknown>> | undefined = first
  for (let depth = 0; depth < length; depth++) last = ((last?.articles ?? []) as Record<string, unknown>[])[0]
  assert.equal(last, { type: 'people', id: `${length}`, articles: to('people', `${length + 1}`) })
})

test.run()
