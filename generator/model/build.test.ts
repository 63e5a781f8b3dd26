import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { modelOf } from '../../spec/fixtures/model/model-of.js'
import { load } from '../document/load.js'
import { build } from './build.js'
import type { Model, Resource } from './types.js'

function fixture<T>(name: string, file: string, read: (model: Model) => T, want: T): void {
  test(name, async () => assert.equal(read((await modelOf(file)).model), want))
}

const resource = (model: Model, type: string): Resource => {
  const found = model.resources.find((one) => one.type === type)
  if (!found) throw new Error(`no ${type}`)
  return found
}

const operations = ({ resources, operations }: Model) => [...resources.flatMap((one) => one.operations), ...operations]

fixture(
  'the type of a resource object, in each of the ways in which documents say it',
  'types.yaml',
  ({ resources }) => resources.map(({ type, source }) => `${type} ${source.reason ?? source.by}`),
  [
    'by-const declared',
    'by-enum declared',
    'by-ref declared',
    'by-all-of declared',
    'by-example the example of its type',
    'by-pattern the pattern of its type',
    'by-description the description of its type',
    'by-mapping declared',
    'things its path',
  ],
)

const attributes = ({ resources }: Model) =>
  resources.flatMap((one) =>
    one.attributes.map(
      ({ name, type, format, nullable, enum: values, readable, create, update }) =>
        `${name}: ${type}${format ? ` ${format}` : ''}${nullable ? ' null' : ''}${values ? ` [${values}]` : ''} ${readable ? 'read' : '-'} ${create} ${update}`,
    ),
  )

fixture('attributes of OpenAPI 3.0', 'attributes-3.0.yaml', attributes, [
  'title: string null read required optional',
  'mood: string null [dry,warm] read null optional',
  'author: object null read null optional',
  'made: string date-time read null null',
  'secret: string - null optional',
  '_draft: boolean - optional null',
])

fixture('attributes of OpenAPI 3.1', 'attributes-3.1.yaml', attributes, [
  'made: string date read null null',
  'plain: string read null optional',
  'array: string null read null null',
  'number: integer | string read null null',
  'const: integer [3] read null null',
  'enum: string null [a] read null null',
  'union: string [a,b] read null null',
  'nullable: string null [dry,warm] read null null',
  'mixed: string | array null read null null',
  'any: any read null null',
  'object: object read null null',
  'referred: string [dry,warm] read null null',
])

fixture(
  'what else is said of an attribute, and where its schemas stand',
  'attributes-3.0.yaml',
  (model) => {
    const [title, , author, , secret, draft] = resource(model, 'notes').attributes
    return [title?.example, title?.schema, author?.description, secret?.deprecated, draft?.default]
  },
  [
    'Hello',
    {
      read: ['/components/schemas/Note/properties/attributes/properties/title'],
      create: ['/components/schemas/NoteCreate/properties/attributes/properties/title'],
      update: ['/components/schemas/Note/properties/attributes/properties/title'],
    },
    'Who wrote it.',
    true,
    false,
  ],
)

fixture(
  'in OpenAPI 3.1 what stands beside a $ref is said of the place',
  'attributes-3.1.yaml',
  (model) => resource(model, 'notes').attributes.at(-1)?.description,
  'Here.',
)

test('what the items of an array are', async () => {
  const document = await load('options.yaml', {
    cwd: fileURLToPath(new URL('../../spec/fixtures/emit/', import.meta.url)),
  })
  const [events] = build(document).model.resources
  assert.equal(
    events?.attributes.flatMap(({ name, items }) => (items ? [[name, items]] : [])),
    [
      ['days', { type: 'string', format: 'date-time', nullable: false }],
      ['gaps', { type: 'string', format: 'date-time', nullable: true }],
      ['moods', { type: 'string', enum: ['dry', 'warm'], nullable: false }],
    ],
  )
})

test('what the configuration wants of the SDK', async () => {
  const document = await load('types.yaml', {
    cwd: fileURLToPath(new URL('../../spec/fixtures/model/', import.meta.url)),
  })
  assert.equal(build(document).model.sdk, { dates: 'string', enums: 'closed' })
  assert.equal(build(document, { dates: 'Date' }).model.sdk, { dates: 'Date', enums: 'closed' })
  assert.equal(build(document, { enums: 'open' }).model.sdk, { dates: 'string', enums: 'open' })
})

const relationships = ({ resources }: Model) =>
  resources.flatMap((one) =>
    one.relationships.map(
      ({ name, cardinality, types, readable, create, update, nullable, source }) =>
        `${name}: ${cardinality} ${types} ${readable ? 'read' : '-'} ${create} ${update}${nullable ? ' null' : ''} (${source.cardinality.reason ?? source.cardinality.by}; ${source.types.reason ?? source.types.by})`,
    ),
  )

fixture(
  'cardinality and types of relationships, from whichever place tells the truth',
  'relationships.yaml',
  relationships,
  [
    'author: one people read required null (declared; declared)',
    'editor: one people read optional null null (declared; a type of a name like it)',
    'readers: many people read optional null (declared; declared)',
    'reviews: many people read null null (the response of /books/{id}/reviews; the response of /books/{id}/reviews)',
    'chapters: many writer read null null (the plural name of /books/{id}/chapters; declared)',
    'label: many people read null null (POST /books/{id}/relationships/label; declared)',
    'people: many people read null null (its name; its name)',
    'cover: one cover_images read null null (declared; a type of a name like it)',
    'covers: many cover_images read null null (declared; declared)',
    'owner: one people - optional null null (declared; declared)',
  ],
)

fixture('the schema that a response borrows its attributes from', 'deep-refs.yaml', relationships, [
  'source: one cards,orders read null null (declared; declared)',
])

fixture('a polymorphic relationship', 'polymorphic.yaml', relationships, [
  'enemy: one cats,dogs read null optional null (declared; declared)',
  'nemesis: one cats,dogs read null null (declared; nothing, so any)',
  'friend: one cats - null optional (declared; declared)',
])

fixture(
  'a type that only linkage names is a resource with nothing but an id',
  'relationships.yaml',
  ({ resources }) => resources.map(({ type, attributes, source }) => `${type} ${attributes.length} ${source.by}`),
  ['books 0 declared', 'people 0 declared', 'writer 0 inferred', 'cover_images 0 inferred'],
)

fixture(
  'what a related path answers with, where only the relationship tells',
  'relationships.yaml',
  (model) =>
    resource(model, 'books').operations.map(
      ({ call, answer }) =>
        `${call} ${answer.kind} ${'types' in answer ? answer.types : ''}${'nullable' in answer && answer.nullable ? ' null' : ''}`,
    ),
  [
    'books.list many books',
    'books.create one books',
    'books.readers many people',
    'books.reviews many people',
    'books.author one people',
    'books.editor one people null',
    'books.chapters many writer',
    'books.addLabelRelationship nothing ',
  ],
)

const calls = (model: Model) =>
  operations(model).map(
    ({ call, kind, method, path, pathParameters }) =>
      `${call}(${pathParameters.map(({ argument }) => argument)}) ${kind} ${method} ${path}`,
  )

fixture('kinds of operations, and their calls', 'operations.yaml', calls, [
  'users.list() list GET /users',
  'users.create() create POST /users',
  'users.me() retrieve GET /users/me',
  'users.retrieve(id) retrieve GET /users/{userId}',
  'users.update(id) update PATCH /users/{userId}',
  'users.delete(id) delete DELETE /users/{userId}',
  'users.friends(id) related GET /users/{user_pk}/friends',
  'users.addFriendsRelationship(id) relationship POST /users/{id}/relationships/friends',
  'users.replaceFriendsRelationship(id) relationship PATCH /users/{id}/relationships/friends',
  'users.removeFriendsRelationship(id) relationship DELETE /users/{id}/relationships/friends',
  'users.invite(id) action POST /users/{userId}/invite',
  'users.handOver(id) action PATCH /users/{userId}/hand_over',
  'users.picture(id) action GET /users/{id}/picture',
  'users.headRetrieve(id) plain HEAD /users/{userId}',
  'users.friendsRelationship(id) plain GET /users/{id}/relationships/friends',
  'session.retrieve() retrieve GET /session',
  'session.delete() delete DELETE /session',
  'appStatus.getStatus() plain GET /status',
  'appStatus.headStatus() plain HEAD /status',
  'getPingByHost(host) plain GET /ping/{host}',
  'pingNow(host) plain PUT /ping/{host}',
])

fixture(
  'a collection of several types belongs to no resource',
  'polymorphic.yaml',
  ({ operations }) => operations.map(({ call, answer }) => [call, answer]),
  [['search.list', { kind: 'many', types: ['cats', 'dogs'], status: 200 }]],
)

fixture(
  'an action takes attributes of its own',
  'operations.yaml',
  (model) => {
    const { body } = resource(model, 'users').operations.find(({ call }) => call === 'users.handOver') ?? {}
    if (body?.kind !== 'attributes') return body
    return { ...body, attributes: body.attributes.map(({ name, create, update }) => [name, create, update]) }
  },
  {
    kind: 'attributes',
    name: 'UserHandOver',
    type: 'users',
    id: true,
    attributes: [
      ['to', 'required', null],
      ['note', 'optional', null],
    ],
    required: true,
  },
)

fixture(
  "an operation's own parameter wins over its path's",
  'operations.yaml',
  (model) =>
    resource(model, 'users')
      .operations.filter(({ path }) => path === '/users/{userId}')
      .map(({ call, pathParameters: [parameter] }) => `${call} ${parameter?.type} ${parameter?.description}`),
  [
    "users.retrieve string The path's.",
    "users.update number The operation's.",
    "users.delete string The path's.",
    "users.headRetrieve string The path's.",
  ],
)

fixture(
  'a singleton is called by its path',
  'operations.yaml',
  ({ resources }) => resources.map(({ type, name, accessor, singleton }) => [type, name, accessor, singleton]),
  [
    ['users', 'User', 'users', false],
    ['sessions', 'Session', 'session', true],
  ],
)

fixture('names that are not free are made safe', 'names.yaml', calls, [
  'request_.list() list GET /requests',
  'request_.then_(id) action POST /requests/{id}/then',
  'request_.partsByPartIdDelete(id,partId,delete_) action POST /requests/{id}/parts/{part-id}/{delete}',
  'request_.parts(id) action DELETE /requests/{id}/parts/{id}',
  'apiKeys.list() list GET /api_keys',
  'apiKey.list() list GET /apiKey',
  'constructor_() plain GET /3d',
  'toString_() plain GET /to-string',
  'twice() plain GET /twice',
  'postTwice() plain POST /twice',
])

fixture('the names of interfaces', 'names.yaml', ({ resources }) => resources.map(({ name }) => name), [
  'RequestResource',
  'ApiKeys',
  'ApiKey',
])

const queries = (model: Model) =>
  operations(model).map(({ path, query }) => {
    const families = Object.entries(query).filter(([, taken]) => taken)
    return `${path} ${families.map(([family]) => family)}`
  })

fixture('the query that each operation declares', 'query.yaml', queries, [
  '/bracketed include,fields,filter',
  '/deep sort,page',
  '/open include,fields,sort,filter,page',
  '/none ',
])

fixture('where nothing declares a query, what makes sense', 'operations.yaml', (model) => queries(model).slice(0, 4), [
  '/users include,fields,sort,filter,page',
  '/users include,fields',
  '/users/me include,fields',
  '/users/{userId} include,fields',
])

fixture('pages as a deepObject declares them', 'query.yaml', ({ dialect }) => dialect.page, {
  style: 'number',
  names: { number: 'page[number]', size: 'page[size]' },
  defaultSize: 10,
  maxSize: 25,
  source: { by: 'declared', pointer: '/paths/~1deep/get/parameters/0/schema/properties/size' },
})

fixture('schemas that lead back to themselves', 'circular.yaml', attributes, [
  'inner: string | object | integer read null null',
  'value: string | object | integer read null null',
])

const codes = async (file: string) =>
  (await modelOf(file)).problems.map(({ code, places: [place] }) => `${code} ${place?.pointer}`)

test('a document’s mistakes are warnings, each with its place', async () => {
  const warnings = (await codes('relationships.yaml')).filter((one) => !one.startsWith('path-parameter'))
  const schemas = '/components/schemas'
  assert.equal(
    warnings.sort(),
    [
      `linkage-type-contradiction ${schemas}/Wrong/properties/data`,
      `linkage-type-contradiction ${schemas}/Person/properties/data`,
      `cardinality-contradiction ${schemas}/Many/properties/data`,
      `cardinality-contradiction ${schemas}/Wrong/properties/data`,
      `linkage-type-unknown ${schemas}/Wrong/properties/data`,
      `cardinality-contradiction ${schemas}/One/properties/data`,
      `cardinality-unknown ${schemas}/Book/properties/relationships/properties/people`,
      `linkage-type-inferred ${schemas}/Book/properties/relationships/properties/people`,
      `linkage-type-unknown ${schemas}/Book/properties/relationships/properties/cover/properties/data`,
      `linkage-type-unknown ${schemas}/Book/properties/relationships/properties/covers/properties/data`,
      'no-query-parameters /paths',
      'response-not-declared /paths/~1books/post/responses/201',
      'response-not-declared /paths/~1books~1{id}~1readers/get/responses/200',
      'response-not-declared /paths/~1books~1{id}~1author/get/responses/200',
      'response-not-declared /paths/~1books~1{id}~1editor/get/responses/200',
      'response-not-declared /paths/~1books~1{id}~1chapters/get/responses/200',
      'request-not-declared /paths/~1books~1{id}~1relationships~1label/post',
    ].sort(),
  )
})

test('the same document gives the same Model, and is not changed', async () => {
  assert.equal(await modelOf('operations.yaml'), await modelOf('operations.yaml'))
})

test.run()
