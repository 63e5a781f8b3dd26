import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { attribute, operation, relationship, resource, server, taking } from '../../spec/fixtures/docs/library.js'
import type {
  Api,
  Attribute,
  Dialect,
  FilterParameter,
  Model,
  NamesQuery,
  Operation,
  PageDialect,
  PageParameter,
  Parameter,
  Property,
  RateLimit,
  Relationship,
  Resource,
  SecurityScheme,
  Value,
} from '../model/types.js'
import { changes } from './changes.js'
import { RULES, type Rule } from './rules.js'
import { plainText, subjectWords } from './words.js'

const source = { by: 'declared', pointer: '' } as const

function model({ api, ...more }: Partial<Omit<Model, 'api'>> & { api?: Partial<Api> } = {}): Model {
  return {
    api: {
      ...{ title: 'Roles', version: '1', mediaType: 'application/vnd.api+json' },
      ...{ about: [], servers: [], security: [], secrets: [], rateLimits: [] },
      sources: { mediaType: source },
      ...api,
    },
    dialect: { filter: null, page: null },
    ...{ resources: [], operations: [], tags: [], sdk: { dates: 'string', enums: 'closed' } },
    ...more,
  }
}

/** What differs, each as `roles.kind: type-changed`. */
const told = (before: Model, after: Model): string[] =>
  changes(before, after).map(({ rule, subject }) => `${plainText(subjectWords([subject]))}: ${rule}`)

const seen = new Set<Rule>()

/** A test of each row: what it is with `make` of the one and of the other. */
function rows<T>(make: (given: T) => Model, subject: string, table: readonly (readonly [T, T, ...Rule[]])[]): void {
  for (const [before, after, ...rules] of table) {
    for (const rule of rules) seen.add(rule)
    test(`${subject}: ${rules.join(', ') || 'nothing'}: ${JSON.stringify([before, after])}`, () => {
      assert.equal(
        told(make(before), make(after)),
        rules.map((rule) => `${subject}: ${rule}`),
      )
      assert.equal(told(make(before), make(before)), [])
      assert.equal(told(make(after), make(after)), [])
    })
  }
}

const write = (how: 'create' | 'update') => ({ kind: 'resource', type: 'roles', write: how, required: true }) as const
const create = operation('roles.create', '/roles', { method: 'POST', kind: 'create', body: write('create') })
const update = operation('roles.update', '/roles/{id}', { method: 'PATCH', kind: 'update', body: write('update') })
const roles = (more: Partial<Resource>): Model =>
  model({ resources: [resource('roles', 'Role', { operations: [create, update], ...more })] })

// ── the API ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const [one, two] = [server('https://one.example'), server('https://two.example')]
const key = { name: 'key', type: 'apiKey', in: 'header', parameter: 'X-Key' } as const
const login = (...scopes: string[]): SecurityScheme & { type: 'clientCredentials' } => ({
  ...{ name: 'login', type: 'clientCredentials', tokenUrl: 'https://a.example' },
  scopes: scopes.map((name) => ({ name, description: '' })),
})
const limit: RateLimit = { methods: ['GET'], limit: 10, period: 60, scope: 'all' }

rows<Partial<Api>>((api) => model({ api }), 'The API', [
  [{ title: 'Roles' }, { title: 'Rôles', version: '2', description: 'Other words.' }],
  [{ servers: [one] }, { servers: [one, two] }, 'server-added'],
  [{ servers: [one, two] }, { servers: [one] }, 'server-removed'],
  [{ servers: [one, two] }, { servers: [two, one] }, 'server-default'],
  [{}, { mediaType: 'application/json' }, 'media-type-changed'],
  [{}, { security: [key] }, 'scheme-added'],
  [{ security: [key] }, { security: [] }, 'scheme-removed'],
  [{ security: [key] }, { security: [{ ...key, parameter: 'X-Api-Key' }] }, 'scheme-changed'],
  [{ security: [login()] }, { security: [{ ...login(), tokenUrl: 'https://b.example' }] }, 'scheme-changed'],
  [{ security: [login('a')] }, { security: [login('a', 'b')] }, 'scopes-added'],
  [{ security: [login('a', 'b')] }, { security: [login('b')] }, 'scopes-removed'],
  [{}, { rateLimits: [limit] }, 'rate-limit-added'],
  [{ rateLimits: [limit] }, {}, 'rate-limit-removed'],
])

const filter = { parameter: 'filter[{filter}]', or: '_or_', through: null, list: ',', source } as const
const eq = { name: 'eq', takes: 'value', for: ['string', 'number'] } as const
const page: PageDialect = {
  ...{ style: 'number', names: { number: 'page[number]', size: 'page[size]' }, defaultSize: 10, maxSize: 25, source },
  total: { at: '/meta/total', source },
}

rows<Partial<Dialect>>((dialect) => model({ dialect: { filter: null, page: null, ...dialect } }), 'The API', [
  [
    { filter: { ...filter, matchers: [eq] } },
    { filter: { ...filter, through: '_', matchers: [eq] } },
    'filter-form-changed',
  ],
  [{ filter: { ...filter, matchers: [] } }, { filter: { ...filter, matchers: [eq] } }, 'matchers-added'],
  [{ filter: { ...filter, matchers: [eq] } }, { filter: { ...filter, matchers: [] } }, 'matchers-removed'],
  [
    { filter: { ...filter, matchers: [eq] } },
    { filter: { ...filter, matchers: [{ ...eq, for: ['string'] }] } },
    'matchers-narrowed',
  ],
  [
    { filter: { ...filter, matchers: [{ ...eq, for: ['string'] }] } },
    { filter: { ...filter, matchers: [eq] } },
    'matchers-widened',
  ],
  [
    { filter: { ...filter, matchers: [eq] } },
    { filter: { ...filter, matchers: [{ ...eq, takes: 'list' }] } },
    'matchers-narrowed',
  ],
  [{ page }, { page: { ...page, style: 'offset', names: { offset: 'skip', limit: 'take' } } }, 'pages-changed'],
  [{ page }, { page: { ...page, maxSize: 20 } }, 'page-maximum-lowered'],
  [{ page }, { page: { ...page, maxSize: 50 } }, 'page-maximum-raised'],
  [{ page }, { page: { ...page, defaultSize: 20 } }, 'page-default-changed'],
  [{ page }, { page: { ...page, total: { at: '/meta/count', source } } }, 'page-place-changed'],
])

// ── resources and their fields ───────────────────────────────────────────────────────────────────────────────────────

rows<Resource[]>((resources) => model({ resources }), 'roles', [
  [[], [resource('roles', 'Role')], 'resource-added'],
  [[resource('roles', 'Role')], [], 'resource-removed'],
  [[resource('roles', 'Role')], [resource('roles', 'UserRole')], 'interface-renamed'],
  [
    [resource('roles', 'Role', { operations: [create] })],
    [resource('roles', 'Role', { accessor: 'userRoles', operations: [{ ...create, call: 'userRoles.create' }] })],
    'accessor-renamed',
  ],
])

const given = { create: 'optional', update: 'optional' } as const
const sent = { readable: false, ...given }

rows<Partial<Attribute> | null>((more) => roles({ attributes: more ? [attribute('kind', more)] : [] }), 'roles.kind', [
  [{ description: 'One' }, { description: 'Other', example: 'x' }],
  [null, {}, 'field-added'],
  [null, { create: 'optional' }, 'field-added'],
  [null, { create: 'required' }, 'field-added-required'],
  [null, { update: 'required' }, 'field-added-required'],
  [{}, null, 'field-removed'],
  [sent, { ...sent, readable: true }, 'read-offered'],
  [given, sent, 'read-withdrawn'],
  [{}, { create: 'optional' }, 'create-offered'],
  [{}, { create: 'required' }, 'create-required'],
  [{ create: 'optional' }, { create: 'required' }, 'create-required'],
  [{ create: 'required' }, { create: 'optional' }, 'create-optional'],
  [{ create: 'optional' }, {}, 'create-withdrawn'],
  [{}, { update: 'optional' }, 'update-offered'],
  [{ update: 'optional' }, { update: 'required' }, 'update-required'],
  [{ update: 'required' }, { update: 'optional' }, 'update-optional'],
  [{ update: 'required' }, {}, 'update-withdrawn'],
  [{}, { filterable: true }, 'filter-offered'],
  [{ filterable: true }, {}, 'filter-withdrawn'],
  [{}, { sortable: true }, 'sort-offered'],
  [{ sortable: true }, {}, 'sort-withdrawn'],
  [{ type: 'string' }, { type: 'boolean' }, 'type-widened-received'],
  [given, { ...given, type: 'boolean' }, 'type-changed'],
  [{ type: 'number' }, { type: 'integer' }, 'type-compatible'],
  [{ type: 'integer' }, { type: 'number' }, 'type-widened-received'],
  [{ ...sent, type: 'integer' }, { ...sent, type: 'number' }, 'type-compatible'],
  [{ ...sent, type: 'string | integer' }, { ...sent, type: 'string' }, 'type-narrowed-sent'],
  [{ type: 'any' }, { type: 'string' }, 'type-told'],
  [{ type: 'array' }, { type: 'array', items: { type: 'string', nullable: false } }, 'type-told'],
  [
    { type: 'array', items: { type: 'integer', nullable: false } },
    { type: 'array', items: { type: 'string', nullable: false } },
    'type-widened-received',
  ],
  [{ format: 'date' }, { format: 'date-time' }, 'format-changed'],
  [{}, { format: 'date-time' }, 'format-told'],
  [{ enum: ['a'] }, { enum: ['a', 'b'] }, 'values-added-received'],
  [{ ...sent, enum: ['a'] }, { ...sent, enum: ['a', 'b'] }, 'values-added'],
  [{ enum: ['a', 'b'] }, { enum: ['b'] }, 'values-removed'],
  [{ ...given, enum: ['a', 'b'] }, { ...given, enum: ['b'] }, 'values-removed-sent'],
  [{ ...given, enum: ['a', 'b'] }, { ...given, enum: ['b', 'c'] }, 'values-added-received', 'values-removed-sent'],
  [{ enum: ['a', 'b'] }, { enum: ['b', 'a'] }],
  [{}, { enum: ['a'] }, 'values-limited'],
  [given, { ...given, enum: ['a'] }, 'values-limited-sent'],
  [{}, { limits: { pattern: 'a' } }, 'pattern-added'],
  [given, { ...given, limits: { pattern: 'a' } }, 'pattern-added-sent'],
  [{ limits: { pattern: 'a' } }, { limits: { pattern: 'b' } }, 'pattern-changed'],
  [{ ...sent, limits: { pattern: 'a' } }, sent, 'pattern-removed'],
  [{ ...given, limits: { pattern: 'a' } }, given, 'pattern-removed-received'],
  [{}, { limits: { maxLength: 2 } }, 'limits-compatible'],
  [{ ...sent, limits: { maxLength: 2 } }, sent, 'limits-compatible'],
  [given, { ...given, limits: { maxLength: 2 } }, 'limits-narrowed-sent'],
  [{ ...given, limits: { maxLength: 2 } }, given, 'limits-widened-received'],
  // What is of another type has limits of its own.
  [{ limits: { maxLength: 2 } }, { type: 'any', limits: { maxLength: 3 } }, 'type-told'],
  [{ enum: ['a'] }, {}, 'values-opened-received'],
  [{ ...sent, enum: ['a'] }, sent, 'values-opened'],
  [{}, { nullable: true }, 'null-received'],
  [{ nullable: true }, {}, 'null-gone'],
  [sent, { ...sent, nullable: true }, 'null-taken'],
  [{ ...given, nullable: true }, given, 'null-refused'],
  [given, { ...given, default: 'a' }, 'default-changed'],
  [
    { ...given, default: [1] },
    { ...given, default: [1] },
  ],
  [{}, { default: 'a' }],
  [{}, { deprecated: true }, 'deprecated'],
  [{ deprecated: true }, {}, 'undeprecated'],
])

rows<Resource['id']>((id) => roles({ id }), 'roles.id', [
  [
    { create: null, filterable: false, sortable: false },
    { create: 'required', filterable: true, sortable: true },
    'create-required',
    'filter-offered',
    'sort-offered',
  ],
])

rows<Partial<Relationship> | null>(
  (more) => roles({ relationships: more ? [relationship('owner', ['users'], more)] : [] }),
  'roles.owner',
  [
    [null, {}, 'field-added'],
    [{}, null, 'field-removed'],
    [{}, { cardinality: 'many' }, 'cardinality-changed'],
    [{}, { types: ['users', 'teams'] }, 'targets-added-received'],
    [sent, { ...sent, types: ['users', 'teams'] }, 'targets-added'],
    [{ types: ['users', 'teams'] }, {}, 'targets-removed'],
    [{ ...given, types: ['users', 'teams'] }, given, 'targets-removed-sent'],
    [{ types: [] }, {}],
    [given, { ...given, nullable: true }, 'null-taken'],
    [{ ...given, nullable: true }, given, 'null-refused'],
    [{}, { deprecated: true }, 'deprecated'],
  ],
)

test('where nothing could be created before, nothing is asked for on creation', () => {
  const kind = (how: Attribute['create']) => [attribute('kind', { create: how })]
  assert.equal(told(roles({ operations: [], attributes: kind(null) }), roles({ attributes: kind('required') })), [
    'POST /roles: operation-added',
    'PATCH /roles/{id}: operation-added',
  ])
})

// ── operations ───────────────────────────────────────────────────────────────────────────────────────────────────────

const list = operation('roles.list', '/roles', {
  kind: 'list',
  answer: { kind: 'many', types: ['roles'], status: 200 },
})
const way = (scheme: string, ...scopes: string[]) => [{ scheme, scopes }]
const content = (mediaType: string, properties: Property[] = []) =>
  ({ status: 200, mediaType, format: 'json', properties }) as const
const sends = (...[first = 'a/a', ...others]: string[]): Partial<Operation> => ({
  body: {
    ...{ kind: 'plain', required: true },
    contents: [bodyOf(first), ...others.map((mediaType) => bodyOf(mediaType))],
  },
})
const bodyOf = (mediaType: string, properties: Property[] = []) =>
  ({ mediaType, format: 'json', schema: '', encoding: [], properties }) as const
const answers = (...[first = 'a/a', ...others]: string[]): Partial<Operation> => ({
  answer: {
    ...{ kind: 'plain', empty: false, status: 200 },
    contents: [content(first), ...others.map((mediaType) => content(mediaType))],
  },
})
const linkage = (...types: string[]): Partial<Operation> => ({
  body: { kind: 'linkage', cardinality: 'many', types, required: true },
})
const one_ = (types: string[], nullable = false): Partial<Operation> => ({
  answer: { kind: 'one', types, nullable, status: 200 },
})

rows<Partial<Operation> | null>((more) => model({ operations: more ? [{ ...list, ...more }] : [] }), 'GET /roles', [
  [{ summary: 'One' }, { summary: 'Other', tags: ['x'], operationId: 'x', kind: 'plain' }],
  [null, {}, 'operation-added'],
  [{}, null, 'operation-removed'],
  [{ path: '/v1/roles' }, {}, 'operation-moved'],
  [{ method: 'POST' }, {}, 'operation-moved'],
  [{}, { call: 'roles.all' }, 'method-renamed'],
  [{}, { deprecated: true }, 'deprecated'],
  [{ deprecated: true }, {}, 'undeprecated'],
  [{}, { security: [way('key')] }, 'authorization-needed'],
  [{ security: [[]] }, { security: [way('key')] }, 'authorization-needed'],
  [{ security: [way('key')] }, { security: [way('key'), []] }, 'authorization-dropped'],
  [{ security: [way('key')] }, { security: [way('key'), way('login')] }, 'authorization-added'],
  [{ security: [way('key'), way('login')] }, { security: [way('login')] }, 'authorization-removed'],
  [
    { security: [way('login', 'a')] },
    { security: [way('login', 'a', 'b')] },
    'authorization-added',
    'authorization-removed',
  ],
  [{}, { body: { ...write('create'), required: false } }, 'body-added'],
  [{}, { body: write('create') }, 'body-required'],
  [{ body: write('create') }, {}, 'body-removed'],
  [{ body: write('create') }, { body: { ...write('create'), required: false } }, 'body-optional'],
  [{ body: write('create') }, { body: write('update') }, 'body-changed'],
  [{ body: write('create') }, { body: { ...write('create'), type: 'users' } }, 'body-changed'],
  [{ body: write('create') }, sends('application/json'), 'body-changed'],
  [linkage('users'), linkage('users', 'teams'), 'targets-added'],
  [linkage('users', 'teams'), linkage('teams'), 'targets-removed-sent'],
  [
    { body: { kind: 'attributes', name: 'A', type: 'roles', id: false, attributes: [], required: true } },
    { body: { kind: 'attributes', name: 'B', type: 'roles', id: false, attributes: [], required: true } },
    'body-renamed',
  ],
  [sends('a/a'), sends('b/b', 'a/a'), 'accepts-added'],
  [sends('a/a', 'b/b'), sends('b/b'), 'accepts-removed'],
  [answers('a/a'), answers('b/b', 'a/a'), 'answers-added'],
  [answers('a/a', 'b/b'), answers('b/b'), 'answers-removed'],
  [{ answer: { kind: 'nothing', status: 200 } }, {}, 'answer-given'],
  [{}, { answer: { kind: 'nothing', status: 200 } }, 'answer-dropped'],
  [{}, one_(['roles']), 'answer-changed'],
  [one_(['roles']), one_(['users']), 'answer-changed'],
  [one_(['roles']), one_(['roles', 'users']), 'targets-added-received'],
  [one_(['roles', 'users']), one_(['roles']), 'targets-removed'],
  [one_(['roles']), one_(['roles'], true), 'null-received'],
  [one_(['roles'], true), one_(['roles']), 'null-gone'],
  [{ answer: { kind: 'nothing', status: 200 } }, { answer: { kind: 'nothing', status: 204 } }, 'status-changed'],
  [{}, { errors: [{ status: '423', description: '' }] }, 'failures-added'],
  [{ errors: [{ status: '423', description: '' }] }, {}, 'failures-removed'],
])

test('the names of security schemes, and the order of scopes, do not matter', () => {
  const named = (name: string, ...scopes: string[]) =>
    model({
      api: { security: [{ ...key, name }] },
      operations: [{ ...list, security: [[...way(name), ...way('other', ...scopes)]] }],
    })
  assert.equal(told(named('key', 'a', 'b'), named('apiKey', 'b', 'a')), [])
  assert.equal(told(named('key'), model({ operations: [list] })), [
    'The API: scheme-removed',
    'GET /roles: authorization-dropped',
  ])
})

test('the names of the parameters of a path do not matter', () => {
  const at = (path: string) => model({ operations: [operation('roles.retrieve', path)] })
  assert.equal(told(at('/roles/{id}'), at('/roles/{roleId}')), [])
})

test('what is called otherwise since its resource is, is not told again', () => {
  const [before, after] = ['roles', 'userRoles'].map((accessor) =>
    roles({ accessor, operations: [{ ...list, call: `${accessor}.list` }] }),
  )
  assert.equal(before && after && told(before, after), ['roles: accessor-renamed'])
})

const parameter = (more: Partial<Parameter>): Parameter => ({
  ...{ name: 'locale', in: 'query', style: 'form', explode: true, allowReserved: false, required: false },
  ...{ schema: '', type: 'string', deprecated: false, source },
  ...more,
})

rows<Partial<Parameter> | null>(
  (more) => model({ operations: [{ ...list, parameters: more ? [parameter(more)] : [] }] }),
  'locale of GET /roles',
  [
    [null, {}, 'argument-added'],
    [null, { required: true }, 'argument-added-required'],
    [{}, null, 'argument-removed'],
    [{}, { required: true }, 'argument-required'],
    [{ required: true }, {}, 'argument-optional'],
    [{ enum: ['a', 'b'] }, { enum: ['a'] }, 'values-removed-sent'],
    [{}, { explode: false }],
    [{ type: 'array' }, { type: 'array', explode: false }, 'style-changed'],
    [{}, { deprecated: true }, 'deprecated'],
  ],
)

rows<Operation['pathParameters']>(
  (pathParameters) => model({ operations: [{ ...list, pathParameters }] }),
  'b in the path of GET /roles',
  [
    [[{ name: 'a', argument: 'a', type: 'string' }], [{ name: 'b', argument: 'b', type: 'string' }]],
    [
      [{ name: 'b', argument: 'b', type: 'string' }],
      [{ name: 'b', argument: 'b', type: 'number' }],
      'type-narrowed-sent',
    ],
    [
      [{ name: 'b', argument: 'b', type: 'array' }],
      [{ name: 'b', argument: 'b', type: 'array', written: { style: 'label', explode: false, schema: '' } }],
      'style-changed',
    ],
  ],
)

const property = (more: Partial<Property> = {}): Property => ({
  ...{ name: 'name', type: 'string', nullable: false, required: false, deprecated: false },
  ...more,
})

rows<Partial<Property> | null>(
  (more) => {
    const contents = [bodyOf('a/a', more ? [property(more)] : [])] as const
    return model({ operations: [{ ...list, body: { kind: 'plain', contents, required: true } }] })
  },
  'name in the body of GET /roles',
  [
    [null, {}, 'argument-added'],
    [null, { required: true }, 'argument-added-required'],
    [{}, null, 'argument-removed'],
    [{}, { required: true }, 'argument-required'],
    [{}, { type: 'integer' }, 'type-narrowed-sent'],
  ],
)

rows<Partial<Attribute>[]>(
  (all) => {
    const attributes = all.map((more) => attribute('name', more))
    const body = { kind: 'attributes', name: 'A', type: 'roles', id: false, attributes, required: true } as const
    return model({ operations: [{ ...list, body }] })
  },
  'name in the body of GET /roles',
  [
    [[], [{ create: 'required' }], 'argument-added-required'],
    [[{ create: 'required' }], [{ create: 'optional' }], 'argument-optional'],
    [[{ enum: ['a', 'b'] }], [{ enum: ['a'] }], 'values-removed-sent'],
  ],
)

rows<Partial<Property> | null>(
  (more) => {
    const contents = [content('a/a', more ? [property(more)] : [])] as const
    return model({ operations: [{ ...list, answer: { kind: 'plain', contents, empty: false, status: 200 } }] })
  },
  'name in the answer of GET /roles',
  [
    [null, {}, 'property-added'],
    [{}, null, 'property-removed'],
    [{ required: true }, {}, 'absence-received'],
    [{}, { required: true }],
    [{}, { nullable: true }, 'null-received'],
    [{ enum: ['a'] }, { enum: ['a', 'b'] }, 'values-added-received'],
  ],
)

const kind = (more: Partial<Attribute>): Model =>
  roles({ attributes: [attribute('kind', { type: 'object', ...more })] })
const object = (...properties: Property[]) => ({ type: 'object', nullable: false, properties })
const texts = (more: Partial<Property> = {}) => ({ type: 'array', items: { type: 'string', nullable: false, ...more } })

const INNER: readonly (readonly [before: Partial<Attribute>, after: Partial<Attribute>, ...told: string[]])[] = [
  [object(property()), object(property(), property({ name: 'more' })), 'roles.kind.more: property-added'],
  [object(property(), property({ name: 'more' })), object(property()), 'roles.kind.more: property-removed'],
  [object(property({ required: true })), object(property()), 'roles.kind.name: absence-received'],
  [object(property()), object(property({ enum: ['a'] })), 'roles.kind.name: values-limited'],
  [
    object(property({ ...object(property()) })),
    object(property(object(property({ nullable: true })))),
    'roles.kind.name.name: null-received',
  ],
  [texts({ enum: ['a'] }), texts({ enum: ['a', 'b'] }), 'roles.kind[]: values-added-received'],
  [texts(object(property())), texts(object(property({ type: 'integer' }))), 'roles.kind[].name: type-widened-received'],
  [
    { variants: [object(property())] },
    { variants: [object(property({ deprecated: true }))] },
    'roles.kind.name: deprecated',
  ],
  // What was not told may have been so.
  [{}, object(property())],
  [object(property()), {}],
  [{ variants: [object(property())] }, object()],
  [{ ...given, ...object() }, { ...given, ...object(property()) }, 'roles.kind.name: field-added'],
  [
    { ...given, ...object() },
    { ...given, ...object(property({ required: true })) },
    'roles.kind.name: field-added-required',
  ],
  [{ ...given, ...object(property()) }, { ...given, ...object() }, 'roles.kind.name: field-removed'],
  [
    { ...given, ...object(property()) },
    { ...given, ...object(property({ required: true })) },
    'roles.kind.name: argument-required',
  ],
  [
    { ...sent, ...object(property({ required: true })) },
    { ...sent, ...object(property()) },
    'roles.kind.name: argument-optional',
  ],
]
for (const [before, after, ...want] of INNER) {
  test(`within an attribute: ${want.join() || 'nothing'}: ${JSON.stringify([before, after])}`, () => {
    assert.equal(told(kind(before), kind(after)), want)
  })
}

const headed = (...headers: Property[]): Model => model({ operations: [{ ...list, headers }] })
rows<Property[]>((headers) => headed(...headers), 'header name of the answer of GET /roles', [
  [[], [property()], 'property-added'],
  [[property()], [], 'property-removed'],
  [[property({ required: true })], [property()], 'absence-received'],
  [[property()], [property({ type: 'integer' })], 'type-widened-received'],
])
test('the case of a header does not matter', () => {
  assert.equal(told(headed(property({ name: 'X-Trace' })), headed(property({ name: 'x-trace' }))), [])
})

const cat = { label: 'Cat', ...object(property()) }
const dog = { label: 'Dog', ...object(property({ name: 'bark' })) }
const loud = { label: 'Dog', ...object(property({ name: 'bark', nullable: true })) }

const VARIANTS: readonly (readonly [before: Partial<Attribute>, after: Partial<Attribute>, ...told: string[]])[] = [
  [{ variants: [cat, dog] }, { variants: [dog, cat] }],
  [{ variants: [cat] }, { variants: [cat, dog] }, 'roles.kind: values-added-received'],
  [{ variants: [cat, dog] }, { variants: [dog] }, 'roles.kind: values-removed'],
  [{ ...sent, variants: [cat] }, { ...sent, variants: [cat, dog] }, 'roles.kind: values-added'],
  [{ ...given, variants: [cat, dog] }, { ...given, variants: [cat] }, 'roles.kind: values-removed-sent'],
  [{ variants: [cat, dog] }, { variants: [cat, loud] }, 'roles.kind.bark: null-received'],
  // What it is called is not on the wire.
  [{ variants: [cat, dog] }, { variants: [cat, { ...dog, label: 'Hound' }] }],
  [{ variants: [cat] }, { variants: [dog] }, 'roles.kind: values-added-received', 'roles.kind: values-removed'],
  // What is in all of them is told once.
  [
    { variants: [cat, { ...cat, label: 'Lion' }] },
    {
      variants: [
        { label: 'Cat', ...object() },
        { label: 'Lion', ...object() },
      ],
    },
    'roles.kind.name: property-removed',
  ],
  // One of them may be what it was.
  [cat, { variants: [cat, dog] }, 'roles.kind: values-added-received'],
  [{ ...given, variants: [dog, cat] }, { ...given, ...cat }, 'roles.kind: values-removed-sent'],
  [
    { ...given, variants: [dog, loud] },
    { ...given, ...cat },
  ],
]
for (const [before, after, ...want] of VARIANTS) {
  test(`what may be several things: ${want.join() || 'nothing'}: ${JSON.stringify([before, after])}`, () => {
    assert.equal(told(kind(before), kind(after)), want)
  })
}

test('the whole of a body and of an answer', () => {
  const of = (type: string, more: Partial<Value> = {}) => {
    const value: Value = { type, nullable: false, ...more }
    const body = { kind: 'plain', contents: [{ ...bodyOf('a/a'), value }], required: true } as const
    const answer = { kind: 'plain', contents: [{ ...content('a/a'), value }], empty: false, status: 200 } as const
    return model({ operations: [{ ...list, body, answer }] })
  }
  assert.equal(told(of('object'), of('array')), ['GET /roles: type-narrowed-sent', 'GET /roles: type-widened-received'])
  assert.equal(told(of('any'), of('array')), ['GET /roles: type-told', 'GET /roles: type-told'])
  assert.equal(told(of('array'), of('array', { limits: { maxItems: 3 } })), [
    'GET /roles: limits-narrowed-sent',
    'GET /roles: limits-compatible',
  ])
  assert.equal(told(of('object', { variants: [cat, dog] }), of('object', { variants: [loud] })), [
    'GET /roles: values-removed-sent',
    'bark in the body of GET /roles: null-taken',
    'GET /roles: values-removed',
    'bark in the answer of GET /roles: null-received',
  ])
})

// ── queries ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const asked = (query: Partial<Operation['query']>): Model =>
  model({ operations: [{ ...list, query: { ...taking(), ...query } }] })
const names = (...values: string[]): NamesQuery => ({
  ...{ list: 'comma', required: false, source },
  ...(values.length > 0 ? { values } : {}),
})
const { include: anything } = taking('include')

rows<Partial<Operation['query']>>(asked, 'sort of GET /roles', [
  [{}, { sort: anything }, 'query-offered'],
  [{ sort: anything }, {}, 'query-withdrawn'],
  [{ sort: names('name') }, { sort: names('name', '-name') }, 'values-added'],
  [{ sort: names('name', '-name') }, { sort: names('name') }, 'values-removed-sent'],
  [{ sort: names() }, { sort: { ...names(), list: 'pipe' } }, 'style-changed'],
  [{ sort: names() }, { sort: { ...names(), required: true } }, 'argument-required'],
  [{ sort: { ...names(), source: { by: 'inferred', pointer: '' } } }, {}],
])

rows<Partial<Operation['query']>>(
  (query) => {
    const operations = [{ ...list, query: { ...taking(), ...query } }]
    return model({ resources: [resource('roles', 'Role', { operations })] })
  },
  'fields[roles] of GET /roles',
  [
    [
      { fields: { types: [{ type: 'users', ...names() }], source } },
      {
        fields: {
          types: [
            { type: 'users', ...names() },
            { type: 'roles', ...names() },
          ],
          source,
        },
      },
      'query-offered',
    ],
    [
      { fields: { types: [{ type: 'roles', ...names('a', 'b') }], source } },
      { fields: { types: [{ type: 'roles', ...names('b') }], source } },
      'values-removed-sent',
    ],
  ],
)

test('the fields of a resource come with it', () => {
  const fields = (...types: string[]) =>
    model({
      resources: types.map((type) => resource(type, type)),
      operations: [
        { ...list, query: { ...taking(), fields: { types: types.map((type) => ({ type, ...names() })), source } } },
      ],
    })
  assert.equal(told(fields('roles'), fields('roles', 'users')), ['users: resource-added'])
})

const filterParameter = (more: Partial<FilterParameter> = {}): FilterParameter => ({
  ...{ parameter: 'filter[kind]', path: ['kind'], field: 'kind', list: null, single: true, type: 'string', schema: '' },
  ...{ deprecated: false, required: false, source },
  ...more,
})
const filters = (...parameters: FilterParameter[]): Partial<Operation['query']> => ({
  filter: {
    dialect: false,
    parameters: [filterParameter({ parameter: 'filter[x]' }), ...parameters],
    open: false,
    text: null,
    source,
  },
})

rows<Partial<Operation['query']>>(asked, 'filter[kind] of GET /roles', [
  [filters(), filters(filterParameter()), 'query-offered'],
  [filters(), filters(filterParameter({ required: true })), 'argument-added-required'],
  [filters(filterParameter()), filters(), 'query-withdrawn'],
  [filters(filterParameter()), filters(filterParameter({ enum: ['a'] })), 'values-limited-sent'],
  [filters(filterParameter()), filters(filterParameter({ list: 'comma' })), 'style-changed'],
  [filters(filterParameter()), filters(filterParameter({ deprecated: true })), 'deprecated'],
  [filters(filterParameter({ default: 'a' })), filters(filterParameter({ default: 'b' })), 'default-changed'],
])

const free = (open: boolean, text: boolean): Partial<Operation['query']> => ({
  filter: {
    ...{ dialect: false, parameters: [], open, source },
    text: text ? { required: false, expression: null, source } : null,
  },
})

rows<Partial<Operation['query']>>(asked, 'filter[…] of GET /roles', [
  [free(false, true), free(true, true), 'query-offered'],
  [free(true, true), free(false, true), 'query-withdrawn'],
])
rows<Partial<Operation['query']>>(asked, 'filter of GET /roles', [
  [free(true, false), free(true, true), 'query-offered'],
  [free(true, true), free(true, false), 'query-withdrawn'],
  [free(true, true), {}, 'query-withdrawn'],
])

const size = (more: Partial<PageParameter> = {}): Partial<Operation['query']> => ({
  page: {
    parameters: [{ parameter: 'page[size]', key: 'size', type: 'number', required: false, source, ...more }],
    source,
  },
})

rows<Partial<Operation['query']>>(asked, 'page[size] of GET /roles', [
  [size({ maximum: 50 }), size({ maximum: 25 }), 'maximum-lowered'],
  [size(), size({ maximum: 25 }), 'maximum-lowered'],
  [size({ maximum: 25 }), size({ maximum: 50 }), 'maximum-raised'],
  [size({ default: 10 }), size({ default: 20 }), 'default-changed'],
])

test('how large pages are is told once, of all lists', () => {
  const of = (maximum: number) => ({
    ...asked(size({ maximum })),
    dialect: { filter: null, page: { ...page, maxSize: maximum } },
  })
  assert.equal(told(of(50), of(25)), ['The API: page-maximum-lowered'])
})

// ── all of it ────────────────────────────────────────────────────────────────────────────────────────────────────────

test('each rule is tested', () => {
  assert.equal(
    Object.keys(RULES).filter((rule) => !seen.has(rule as Rule)),
    [],
  )
})

test.run()
