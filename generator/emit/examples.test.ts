import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { attribute, library, operation, relationship, resource } from '../../spec/fixtures/docs/library.js'
import type { Attribute, BodyContent, Model, Operation, PageDialect, Parameter, Property } from '../model/types.js'
import { curlExample } from './docs-curl.js'
import { exampleUrl } from './example-documents.js'
import { exampleValue } from './example-values.js'
import { exampleAnswer, exampleDocument, exampleResource, sdkExample } from './examples.js'

const operations = [...library.resources.flatMap((one) => one.operations), ...library.operations]

function called(call: string): Operation {
  const found = operations.find((one) => one.call === call)
  assert.ok(found, call)
  return found
}

/** An API that can create one resource, with these attributes. */
function creating(...attributes: Attribute[]): [Model, Operation] {
  const create = operation('things.create', '/things', {
    kind: 'create',
    method: 'POST',
    body: { kind: 'resource', type: 'things', write: 'create', required: true },
    answer: { kind: 'one', types: ['things'], nullable: false, status: 201 },
  })
  return [{ ...library, resources: [resource('things', 'Thing', { attributes, operations: [create] })] }, create]
}

const onOneLine = (source: string): string =>
  source
    .replace(/,?\n\s*(?=\})/g, ' ')
    .replace(/\n\s*/g, ' ')
    .replaceAll('{  ', '{ ')

const CALLS = {
  'books.list': `const page = await api.books.list({
  sort: ['-added_at'],
  page: { size: 25 },
})`,
  'books.create': `const book = await api.books.create({
  title: "The Hitchhiker's Guide",
  pages: 1,
  author: 'xYZkjABcde',
  subjects: [{ type: 'authors', id: 'xYZkjABcde' }],
})`,
  'books.retrieve': "const book = await api.books.retrieve('b-1')",
  'books.update': `await api.books.update('b-1', { title: "The Hitchhiker's Guide" })`,
  'books.delete': "await api.books.delete('b-1')",
  'books.author': "const author = await api.books.author('b-1')",
  'books.subjectsRelationship': `const identifiers = await api.books.subjectsRelationship('b-1', {
  page: { size: 25 },
})`,
  'books.addSubjectsRelationship': `await api.books.addSubjectsRelationship('b-1', [
  { type: 'authors', id: 'xYZkjABcde' },
])`,
  'books.replaceAuthorRelationship': "await api.books.replaceAuthorRelationship('b-1', 'xYZkjABcde')",
  'books.lend': "await api.books.lend('b-1', { to: 'user@example.com' })",
  'books.return': "await api.books.return('b-1')",
  'authors.create': `const author = await api.authors.create({
  id: 'xYZkjABcde',
  books: ['b-1'],
})`,
  'authors.books': "const page = await api.authors.books('xYZkjABcde')",
  'settings.update': "await api.settings.update({ time_zone: 'UTC' })",
  health: 'const data = await api.health()',
  'covers.put': 'const send = (body: CoversPutBody) => api.covers.put(7, body)',
}

for (const [call, want] of Object.entries(CALLS)) {
  test(`the SDK's call of ${call}`, () => assert.is(sdkExample(library, called(call)), want))
}

const inner = (name: string, more: Partial<Property> = {}): Property => ({
  ...{ name, type: 'string', nullable: false, required: false, deprecated: false },
  ...more,
})
const city = inner('city', { required: true })
const zip = inner('zip', { example: '1050' })

const VALUES: readonly (readonly [Partial<Attribute>, unknown])[] = [
  [{ example: 'a', default: 'b' }, 'a'],
  [{ default: 'b', enum: ['a', 'b'] }, 'b'],
  [{ enum: ['a', 'b'] }, 'a'],
  [{ example: 'c', enum: ['a', 'b'] }, 'a'],
  [{ type: 'integer' }, 1],
  [{ type: 'integer', example: '1.5' }, 1],
  [{ type: 'integer', example: 1.5 }, 1],
  [{ type: 'number', example: 1.5 }, 1.5],
  [{ type: 'boolean' }, true],
  [{ type: 'array' }, []],
  [{ type: 'object', example: ['no object'] }, {}],
  [{ type: 'string | integer', example: 5 }, 5],
  [{ type: 'any', example: { a: [1] } }, { a: [1] }],
  [{ example: null }, 'Example some name'],
  [{ example: null, nullable: true }, null],
  [{ format: 'date-time' }, '2018-01-01T12:00:00.000Z'],
  [{ format: 'email' }, 'user@example.com'],
  [{ format: 'uri' }, 'https://example.com'],
  [{ format: 'uuid' }, '123e4567-e89b-12d3-a456-426614174000'],
  [{ format: 'constructor' }, 'Example some name'],
  [{ type: 'array', items: { type: 'string', enum: ['a', 'b'], nullable: false } }, ['a']],
  [{ type: 'array', items: { type: 'integer', nullable: false }, example: ['a'] }, [1]],
  [
    { type: 'object', properties: [city, zip] },
    { city: 'Example city', zip: '1050' },
  ],
  [{ type: 'object', properties: [city, zip], example: { city: 'Brussels' } }, { city: 'Brussels' }],
  // An example that lacks what must be there, has what is not there, or is of another type within.
  [{ type: 'object', properties: [city], example: {} }, { city: 'Example city' }],
  [{ type: 'object', properties: [city], example: { city: 'Brussels', country: 'BE' } }, { city: 'Example city' }],
  [{ type: 'object', properties: [city], example: { city: 5 } }, { city: 'Example city' }],
  [
    { type: 'object', properties: [inner('user_email'), inner('logoUrl'), inner('mailing')] },
    { user_email: 'user@example.com', logoUrl: 'https://example.com', mailing: 'Example mailing' },
  ],
  [{ type: 'object', properties: [inner('owner_id'), inner('old', { deprecated: true })] }, { owner_id: 'xYZkjABcde' }],
  [{ type: 'object | string', variants: [{ type: 'object', properties: [zip], nullable: false }] }, { zip: '1050' }],
]

for (const [given, want] of VALUES) {
  test(`a value for ${JSON.stringify(given)}`, () => assert.equal(exampleValue(attribute('some_name', given)), want))
}

test('less is sent than read: what must be there, and what has an example', () => {
  const properties = [city, zip, inner('street')]
  const given = attribute('address', { type: 'object', properties })
  assert.equal(exampleValue(given, 'read'), { city: 'Example city', zip: '1050', street: 'Example street' })
  assert.equal(exampleValue(given, 'write'), { city: 'Example city', zip: '1050' })
})

const DATES: readonly (readonly [Partial<Attribute>, string])[] = [
  [{ example: '2024-05-01T10:00:00+02:00' }, "new Date('2024-05-01T08:00:00.000Z')"],
  [{ example: '2024-05-01' }, "new Date('2024-05-01T00:00:00.000Z')"],
  [{}, "new Date('2018-01-01T12:00:00.000Z')"],
  // Another date on another machine, and no date at all.
  [{ example: '2024-05-01T10:00:00' }, "new Date('2018-01-01T12:00:00.000Z')"],
  [{ example: '2024-13-01T10:00:00Z' }, "new Date('2018-01-01T12:00:00.000Z')"],
  [{ example: 'soon' }, "new Date('2018-01-01T12:00:00.000Z')"],
  [{ example: null, nullable: true }, 'null'],
  [{ enum: ['2024-05-01T10:00:00Z'] }, "'2024-05-01T10:00:00Z'"],
  [{ format: 'date', example: '2024-05-01' }, "'2024-05-01'"],
  [
    { type: 'array', items: { type: 'string', format: 'date-time', nullable: true }, example: ['2024-05-01', null] },
    "[new Date('2024-05-01T00:00:00.000Z'), null]",
  ],
  [
    { type: 'array', items: { type: 'string', format: 'date-time', nullable: false }, example: ['soon'] },
    "[new Date('2018-01-01T12:00:00.000Z')]",
  ],
  [
    { type: 'array', items: { type: 'string', format: 'date-time', nullable: false }, example: [null] },
    "[new Date('2018-01-01T12:00:00.000Z')]",
  ],
  [{ type: 'array', items: { type: 'string', nullable: false }, example: ['2024-05-01'] }, "['2024-05-01']"],
]

for (const [given, want] of DATES) {
  test(`a date for ${JSON.stringify(given)}`, () => {
    const [model, create] = creating(attribute('at', { create: 'required', format: 'date-time', ...given }))
    const chosen: Model = { ...model, sdk: { dates: 'Date', enums: 'closed' } }
    assert.is(onOneLine(sdkExample(chosen, create)), `const thing = await api.things.create({ at: ${want} })`)
  })
}

test('a date stays whole where a call is long', () => {
  const name = 'long_'.repeat(18)
  const [model, create] = creating(attribute(name, { create: 'required', format: 'date-time' }))
  assert.is(
    sdkExample({ ...model, sdk: { dates: 'Date', enums: 'closed' } }, create),
    `const thing = await api.things.create({\n  ${name}: new Date('2018-01-01T12:00:00.000Z'),\n})`,
  )
})

test('a request holds what is required, and nothing that is optional', () => {
  assert.equal(exampleDocument(library, called('books.create')), {
    data: {
      type: 'books',
      attributes: { title: "The Hitchhiker's Guide", pages: 1 },
      relationships: {
        author: { data: { type: 'authors', id: 'xYZkjABcde' } },
        subjects: { data: [{ type: 'authors', id: 'xYZkjABcde' }] },
      },
    },
  })
  assert.equal(exampleDocument(library, called('books.lend')), {
    data: { type: 'books', id: 'b-1', attributes: { to: 'user@example.com' } },
  })
  assert.is(exampleDocument(library, called('books.return')), undefined)
})

test('a body that may be left out is, before a query that may not', () => {
  const note: Parameter = {
    ...{ name: 'note', schema: '', type: 'string', deprecated: false, source: { by: 'declared', pointer: '' } },
    ...{ in: 'query', style: 'form', explode: true, allowReserved: false, required: true },
  }
  const json: BodyContent = { mediaType: 'application/json', format: 'json', schema: '', encoding: [], properties: [] }
  const put = operation('notes.put', '/notes', {
    body: { kind: 'plain', contents: [json], required: false },
    parameters: [note],
  })
  assert.is(sdkExample(library, put), "await api.notes.put(undefined, { query: { note: 'Example note' } })")
})

test('a list comes with its count and its links', () => {
  const url = 'https://library.example/api/books?sort=-added_at&page[size]=25&page[number]=1'
  const [books] = library.resources
  assert.ok(books)
  assert.equal(exampleAnswer(library, called('books.list')), {
    data: [exampleResource(library, books)],
    meta: { record_count: 1, page_count: 1 },
    links: { first: url, last: url },
  })
})

const source = { by: 'declared', pointer: '' } as const
const place = (at: string) => ({ at, source })
const books = 'https://library.example/api/books?sort=-added_at'

const PAGES: readonly (readonly [page: PageDialect, query: string, answer: object])[] = [
  [
    {
      style: 'offset',
      names: { offset: 'page[offset]', limit: 'page[limit]' },
      maxSize: 5,
      total: place('/meta/a~1b'),
      source,
    },
    "sort: ['-added_at'], page: { limit: 5 }",
    {
      meta: { 'a/b': 1 },
      links: {
        first: `${books}&page[limit]=5&page[offset]=0`,
        last: `${books}&page[limit]=5&page[offset]=0`,
      },
    },
  ],
  [
    {
      style: 'cursor',
      names: { after: 'page[after]', size: 'page[size]' },
      maxSize: 50,
      total: place('/meta/page/total'),
      count: place('/page_count'),
      next: place('/meta/page/cursor'),
      source,
    },
    "sort: ['-added_at'], page: { size: 25 }",
    { meta: { page: { total: 1, cursor: null } }, links: { prev: null, next: null } },
  ],
  [
    { style: 'cursor', names: { cursor: 'page[cursor]' }, maxSize: 50, source },
    "sort: ['-added_at']",
    { links: { prev: null, next: null } },
  ],
]

for (const [page, query, want] of PAGES) {
  test(`a list in pages by ${Object.keys(page.names)}`, () => {
    const model = { ...library, dialect: { ...library.dialect, page } }
    const source = onOneLine(sdkExample(model, called('books.list')))
    assert.is(source, `const page = await api.books.list({ ${query} })`)
    const { data, ...rest } = { data: [], ...Object(exampleAnswer(model, called('books.list'))) }
    assert.is(data.length, 1)
    assert.equal(rest, want)
  })
}

const KEYS = {
  header: { url: '', option: "-H 'X-Key: {{your_api_key}}'" },
  cookie: { url: '', option: "-b 'X-Key={{your_api_key}}'" },
  query: { url: '&X-Key={{your_api_key}}', option: undefined },
} as const

for (const place of ['header', 'cookie', 'query'] as const) {
  test(`an API key in the ${place}`, () => {
    const security = [
      { name: 'first', type: 'other' },
      { name: 'key', type: 'apiKey', in: place, parameter: 'X-Key' },
    ] as const
    const lines = curlExample({ ...library, api: { ...library.api, security } }, called('books.list')).split(' \\\n  ')
    assert.is(lines[1], `'${books}&page[size]=25${KEYS[place].url}'`)
    assert.is(lines[3], KEYS[place].option)
  })
}

test('linkage is sent and answered with at a relationship’s own path', () => {
  const author = { type: 'authors', id: 'xYZkjABcde' }
  const url = 'https://library.example/api/books/b-1/relationships/subjects?page[size]=25&page[number]=1'
  const replace = called('books.replaceAuthorRelationship')
  assert.equal(exampleDocument(library, called('books.addSubjectsRelationship')), { data: [author] })
  assert.equal(
    [exampleDocument(library, replace), exampleAnswer(library, replace)],
    [{ data: author }, { data: author }],
  )
  assert.equal(exampleAnswer(library, called('books.subjectsRelationship')), {
    data: [author],
    meta: { record_count: 1, page_count: 1 },
    links: { first: url, last: url },
  })
  assert.match(curlExample(library, replace), `-d '${JSON.stringify({ data: author }, null, 2)}'`)
})

test('a resource that cannot be retrieved has linkage for links', () => {
  const [, authors] = library.resources
  assert.ok(authors)
  assert.equal(exampleResource(library, authors), {
    id: 'xYZkjABcde',
    type: 'authors',
    attributes: { name: 'Example name' },
    relationships: { books: { data: [{ type: 'books', id: 'b-1' }] } },
  })
})

test('two things never share an id in one example', () => {
  const [model, create] = creating()
  const owner = relationship('owner', ['people'], { create: 'required' })
  const things = resource('things', 'Thing', { relationships: [owner], operations: [create] })
  const people = resource('people', 'Person')
  assert.is(
    sdkExample({ ...model, resources: [things, people] }, create),
    "const thing = await api.things.create({ owner: 'ABCRtyUpBa' })",
  )
})

test('hostile names and values stay data', () => {
  const text = "'); process.exit() //\n\u2028`\\"
  const given = [
    attribute('__proto__', { create: 'required', example: text }),
    attribute("a'b", { create: 'required' }),
  ]
  const [model, create] = creating(...given)
  assert.is(
    sdkExample(model, create),
    String.raw`const thing = await api.things.create({
  ['__proto__']: '\'); process.exit() //\n\u2028${'`'}\\',
  'a\'b': "Example a'b",
})`,
  )
  assert.is(
    JSON.stringify(exampleDocument(model, create)),
    JSON.stringify({
      data: {
        type: 'things',
        attributes: Object.fromEntries([
          ['__proto__', text],
          ["a'b", "Example a'b"],
        ]),
      },
    }),
  )
})

test('a resource whose name is a word of the language', () => {
  const get = operation('classes.retrieve', '/classes/{id}', {
    kind: 'retrieve',
    answer: { kind: 'one', types: ['classes'], nullable: false, status: 200 },
  })
  for (const name of ['Class', 'Api', 'Await']) {
    const model = { ...library, resources: [resource('classes', name, { operations: [get] })] }
    assert.is(sdkExample(model, get), "const resource = await api.classes.retrieve('xYZkjABcde')")
  }
})

test('an id that no URL can carry is not taken', () => {
  for (const example of ['', '.', '..']) {
    const get = operation('a.b', '/a/{id}', {
      pathParameters: [{ name: 'id', argument: 'id', type: 'string', example }],
    })
    assert.is(exampleUrl(library, get), 'https://library.example/api/a/xYZkjABcde')
  }
})

test('what curl is given is quoted for the shell', () => {
  const [model, create] = creating(attribute('name', { create: 'required', example: "'; rm -rf / #" }))
  assert.match(curlExample(model, create), String.raw`"name": "'\''; rm -rf / #"`)
  const get = operation('a.b', "/a'$(id)/{id}")
  assert.match(curlExample(library, get), String.raw`/a'\''$(id)/xYZkjABcde'`)
})

test.run()
