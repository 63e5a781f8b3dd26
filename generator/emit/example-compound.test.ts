import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { attribute, library, operation, relationship, resource, taking } from '../../spec/fixtures/docs/library.js'
import type { FieldsQuery, Model, NamesQuery, Operation, Relationship } from '../model/types.js'
import { exampleAnswer } from './example-answer.js'
import { compoundQuery } from './example-compound.js'

const source = { by: 'declared', pointer: '' } as const
const names = (...values: string[]): NamesQuery => ({ list: 'comma', required: false, source, values })
const fields = (types: Readonly<Record<string, readonly string[]>>): FieldsQuery => ({
  types: Object.entries(types).map(([type, values]) => ({ ...names(...values), type })),
  source,
})

const MANY = { cardinality: 'many' } as const
const RELATIONSHIPS = [
  relationship('sequel', ['books']),
  relationship('old', ['people'], { deprecated: true }),
  relationship('author', ['people']),
  relationship('editor', ['people']),
  relationship('shops', ['shops'], MANY),
  relationship('tags', ['tags'], MANY),
]

/** An API that retrieves books. */
function retrieving(query: Partial<Operation['query']>, relationships: readonly Relationship[]): [Model, Operation] {
  const retrieve = operation('books.retrieve', '/books/{id}', {
    kind: 'retrieve',
    answer: { kind: 'one', types: ['books'], nullable: false, status: 200 },
    query: { ...taking('include', 'fields'), ...query },
  })
  const books = resource('books', 'Book', {
    attributes: ['title', 'pages', 'isbn'].map((name) => attribute(name, name === 'isbn' ? { example: '1' } : {})),
    relationships,
    operations: [retrieve],
  })
  // Tags have nothing to show.
  const others = [resource('people', 'Person', { attributes: [attribute('name')] }), resource('tags', 'Tag')]
  const shops = resource('shops', 'Shop', { attributes: [attribute('city')] })
  return [{ ...library, resources: [books, ...others, shops] }, retrieve]
}

const CASES: readonly (readonly [what: string, query: Partial<Operation['query']>, want: object | undefined])[] = [
  [
    'the first to-one and the first to-many, with few fields, those with examples before others',
    {},
    {
      include: ['author', 'shops'],
      fields: { books: ['isbn', 'title', 'author', 'shops'], people: ['name'], shops: ['city'] },
    },
  ],
  ['nothing where nothing can be included', { include: null }, undefined],
  ['nothing where what can be included has nothing to show', { include: names('tags', 'sequel') }, undefined],
  ['only what the document lists', { include: names('editor'), fields: null }, { include: ['editor'] }],
  [
    'no fields where they would leave out the relationship',
    { include: names('author'), fields: fields({ books: ['title'], people: ['name'] }) },
    { include: ['author'], fields: { people: ['name'] } },
  ],
]

for (const [what, query, want] of CASES) {
  test(what, () => {
    const [model, retrieve] = retrieving(query, RELATIONSHIPS)
    assert.equal(compoundQuery(model, retrieve), want)
  })
}

test('the answer holds what was asked for, and each resource once', () => {
  const [model, retrieve] = retrieving({}, [
    relationship('author', ['people']),
    relationship('writers', ['people'], MANY),
  ])
  assert.equal(exampleAnswer(model, retrieve, compoundQuery(model, retrieve)), {
    data: {
      id: 'xYZkjABcde',
      type: 'books',
      links: { self: 'https://library.example/api/books/xYZkjABcde' },
      attributes: { title: 'Example title', isbn: '1' },
      relationships: {
        author: { data: { type: 'people', id: 'ABCRtyUpBa' } },
        writers: { data: [{ type: 'people', id: 'ABCRtyUpBa' }] },
      },
    },
    included: [{ id: 'ABCRtyUpBa', type: 'people', attributes: { name: 'Example name' } }],
  })
})

test.run()
