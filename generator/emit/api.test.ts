import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { library, operation, relationship, resource, server } from '../../spec/fixtures/docs/library.js'
import type {
  Api,
  Attribute,
  FilterDialect,
  Model,
  PageDialect,
  Resource,
  Server,
  ServerVariable,
} from '../model/types.js'
import { apiFile } from './api.js'
import { openProject } from './edits.js'
import { groupFile } from './group.js'
import { groups } from './groups.js'
import { readTemplates } from './templates.js'

const { render } = await readTemplates()

/** The text of `api.ts`; what is no TypeScript does not pass. */
function apiText(model: Model): string {
  const { open, assertSyntax } = openProject()
  const text = apiFile(model, render, open).getFullText()
  assertSyntax()
  return text
}

const withApi = (api: Partial<Api>): Model => ({ ...library, api: { ...library.api, ...api } })
const withPage = (page: PageDialect | null): Model => ({ ...library, dialect: { ...library.dialect, page } })

/** The members of the description, but for the resources. */
function descriptionOf(model: Model): string[] {
  const [, members = ''] =
    /\nexport const description: Description = \{\n(.*?) {2}resources: /s.exec(apiText(model)) ?? []
  return members
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(2))
}

/** The declaration of a type, without the comment before it. */
function declarationOf(model: Model, name: string): string {
  const text = apiText(model)
  const [found = ''] = new RegExp(`export (type|interface) ${name} [^]*?(?=\\n\\n|$)`).exec(text) ?? []
  return found
}

const source = { by: 'declared', pointer: '' } as const
const place = (at: string) => ({ at, source })

test('what the runtime must know of the API', () => {
  assert.equal(descriptionOf(library), [
    "baseUrl: 'https://library.example/api',",
    "mediaType: 'application/vnd.api+json',",
    "userAgent: 'library/1',",
    'filters: nestedFilters,',
    'pages: pagesByNumber({',
    "  number: 'page[number]',",
    "  size: 'page[size]',",
    "  total: ['meta', 'record_count'],",
    "  count: ['meta', 'page_count'],",
    '}),',
  ])
})

test('what the document does not say is left out', () => {
  const bare = { ...withApi({ servers: [], security: [] }), dialect: { filter: null, page: null } }
  assert.equal(descriptionOf(bare), [
    "mediaType: 'application/vnd.api+json',",
    "userAgent: 'library/1',",
    'filters: nestedFilters,',
  ])
  assert.match(apiText({ ...bare, resources: [] }), '  resources: {},\n}\n')
})

test('resources by type, each with what the runtime must know of it', () => {
  const relationships = [relationship('owner', ['people'])]
  const resources = [resource('__proto__', 'Proto', { relationships }), resource('api_keys', 'ApiKey')]
  assert.match(
    apiText({ ...library, resources }),
    "  resources: {\n    ['__proto__']: {\n      one: { owner: 'people' },\n    },\n  },\n}\n",
  )
})

const AGENTS: readonly (readonly [title: string, version: string, want: string])[] = [
  ['Commerce Layer Provisioning API', '1.0.0', 'commerce-layer-provisioning-api/1.0.0'],
  ['  Café — “Menü” 2 ', '', 'cafe-menu-2'],
  ['蔵書', '1', 'api/1'],
  ["It's", "1 (beta)\r\nX: y/2'", "it-s/1betaXy2'"],
]

for (const [title, version, want] of AGENTS) {
  test(`the user agent of ${JSON.stringify(title)}`, () => {
    const line = descriptionOf(withApi({ title, version })).find((one) => one.startsWith('userAgent'))
    assert.is(line, `userAgent: '${want.replaceAll("'", "\\'")}',`)
  })
}

test('keys, tokens and secrets', () => {
  const model = withApi({
    security: [
      { name: 'Key', type: 'apiKey', in: 'header', parameter: "X-'" },
      { name: '__proto__', type: 'apiKey', in: 'cookie', parameter: 'sid' },
      { name: 'first', type: 'clientCredentials', scopes: [] },
      { name: 'second', type: 'clientCredentials', tokenUrl: 'https://a/token', scopes: [] },
      { name: 'third', type: 'clientCredentials', tokenUrl: 'https://b/token', scopes: [] },
    ],
    secrets: ['client_secret', "it's"],
  })
  assert.equal(descriptionOf(model).slice(3, 6), [
    "apiKeys: { Key: { in: 'header', name: 'X-\\'' }, ['__proto__']: { in: 'cookie', name: 'sid' } },",
    "tokenUrl: 'https://a/token',",
    "secrets: ['client_secret', 'it\\'s'],",
  ])
  assert.is(declarationOf(model, 'ApiKeyScheme'), "export type ApiKeyScheme = 'Key' | '__proto__'")
  assert.is(declarationOf(library, 'ApiKeyScheme'), 'export type ApiKeyScheme = never')
})

const filter = { parameter: 'filter[{filter}]', or: null, through: null, list: ',', matchers: [], source } as const
const FILTERS: readonly (readonly [given: FilterDialect, want: string])[] = [
  [filter, "filters: flatFilters({ parameter: 'filter[{filter}]', list: ',' }),"],
  [
    { ...filter, or: '_or_', through: '_' },
    "filters: flatFilters({ parameter: 'filter[{filter}]', or: '_or_', through: '_', list: ',' }),",
  ],
]

for (const [given, want] of FILTERS) {
  test(want, () => assert.ok(descriptionOf({ ...library, dialect: { filter: given, page: null } }).includes(want)))
}

const PAGES: readonly (readonly [given: PageDialect | null, description: string, type: string])[] = [
  [null, '', 'type PageQueryParts = Record<string, string | number>'],
  [
    { style: 'number', names: { number: 'n', size: 's' }, count: place('/meta/c'), source },
    "pages: pagesByNumber({ number: 'n', size: 's', count: ['meta', 'c'] }),",
    'interface PageQueryParts {\n  number: number\n  size: PageSize\n}',
  ],
  [
    { style: 'offset', names: { limit: 'l', offset: 'o' }, total: place('/meta/t'), count: place('/meta/c'), source },
    "pages: pagesByOffset({ offset: 'o', limit: 'l', total: ['meta', 't'] }),",
    'interface PageQueryParts {\n  offset: number\n  limit: PageSize\n}',
  ],
  [
    {
      style: 'cursor',
      names: { size: 's', after: 'a', before: 'b' },
      total: place('/t'),
      next: place('/meta/n'),
      source,
    },
    "pages: pagesByCursor({ after: 'a', before: 'b', size: 's', next: ['meta', 'n'] }),",
    'interface PageQueryParts {\n  after: string\n  before: string\n  size: PageSize\n}',
  ],
  [
    { style: 'cursor', names: { cursor: 'c' }, source },
    "pages: pagesByCursor({ cursor: 'c' }),",
    'interface PageQueryParts {\n  cursor: string\n}',
  ],
]

for (const [given, description, type] of PAGES) {
  test(`pages: ${given ? `${given.style} ${Object.keys(given.names)}` : 'not told'}`, () => {
    const model = withPage(given)
    assert.is(descriptionOf(model).find((line) => line.startsWith('pages')) ?? '', description)
    assert.is(declarationOf(model, 'PageQueryParts'), `export ${type}`)
  })
}

const at = (template: string, ...variables: ServerVariable[]): Server => ({
  ...server('https://x'),
  template,
  variables,
})
const region = { name: 'region', default: 'eu', enum: ['eu', "u's"], description: 'Where */ it is.' }

const SERVERS: readonly (readonly [
  given: readonly Server[],
  description: readonly string[],
  variables: string,
  urls: string,
])[] = [
  [[], [], 'type ServerVariables = Record<never, never>', 'never'],
  [
    [at('https://a'), at('https://a')],
    ["baseUrl: 'https://a',"],
    'type ServerVariables = Record<never, never>',
    "'https://a'",
  ],
  [
    [at('https://{region}/{a-b}', region, { name: 'a-b' })],
    ["baseUrl: 'https://{region}/{a-b}',", "variables: variables({ region: 'eu' }),"],
    "interface ServerVariables {\n  /** Where *\\/ it is. */\n  region?: 'eu' | 'u\\'s' | undefined\n  'a-b'?: string | undefined\n}",
    "'https://{region}/{a-b}'",
  ],
  // A variable of several servers has the values of all of them.
  [
    [
      at('https://{region}', region),
      at('https://b/{region}/{v}', { name: 'region', default: 'ap', enum: ['ap'] }, { name: 'v', default: '' }),
    ],
    ["baseUrl: 'https://{region}',", "variables: variables({ region: 'eu', v: '' }),"],
    "interface ServerVariables {\n  /** Where *\\/ it is. */\n  region?: 'eu' | 'u\\'s' | 'ap' | undefined\n  v?: string | undefined\n}",
    "'https://{region}' | 'https://b/{region}/{v}'",
  ],
  [
    [at('https://{region}', region), at('https://b/{region}', { name: 'region' })],
    ["baseUrl: 'https://{region}',", "variables: variables({ region: 'eu' }),"],
    'interface ServerVariables {\n  /** Where *\\/ it is. */\n  region?: string | undefined\n}',
    "'https://{region}' | 'https://b/{region}'",
  ],
]

for (const [given, description, variables, urls] of SERVERS) {
  test(`servers: ${given.map(({ template }) => template).join(' ') || 'none'}`, () => {
    const model = withApi({ servers: given })
    assert.equal(
      descriptionOf(model).filter((line) => /^(baseUrl|variables)/.test(line)),
      description,
    )
    assert.is(declarationOf(model, 'ServerVariables'), `export ${variables}`)
    assert.is(declarationOf(model, 'ServerUrl'), `export type ServerUrl = ${urls}`)
  })
}

const STRINGS = {
  wireType: () => ['string'],
  typeOf: () => ['string'],
  schemaType: () => ['string'],
  dated: (_: Attribute, value: unknown) => value,
}

/** The text of a resource's file. */
function resourceText(thing: Resource): string {
  const model = { ...library, resources: [thing] }
  return groups(model)
    .filter((group) => group.resource)
    .map((group) => groupFile(model, group, STRINGS, render))
    .join('')
}

const RELATIONSHIPS: readonly (readonly [given: Resource['relationships'], want: string])[] = [
  [[], '{}'],
  [
    [
      relationship('author', ['people'], { create: 'required' }),
      relationship('tags', ['tags'], { cardinality: 'many' }),
    ],
    "{\n    things: {\n      one: { author: 'people' },\n      many: named('tags'),\n    },\n  }",
  ],
  [
    [
      relationship('tags', ['tags'], { cardinality: 'many' }),
      relationship('drafts', ['books'], { cardinality: 'many' }),
      relationship("a'b", ["a'b"], { cardinality: 'many' }),
    ],
    "{\n    things: {\n      many: { ...named('tags', 'a\\'b'), drafts: 'books' },\n    },\n  }",
  ],
  [
    [relationship("a'b", ['cats', 'dogs'], { cardinality: 'many', readable: false, update: 'optional' })],
    "{\n    things: {\n      many: { 'a\\'b': ['cats', 'dogs'] },\n    },\n  }",
  ],
]

for (const [relationships, want] of RELATIONSHIPS) {
  test(`a resource with the relationships ${relationships.map(({ name }) => name).join(', ') || 'of none'}`, () => {
    const model = { ...library, resources: [resource('things', 'Thing', { relationships })] }
    assert.match(apiText(model), `  resources: ${want},\n}\n`)
  })
}

test('only a PATCH that is no update must not be sent twice', () => {
  const operations = (['update', 'action', 'plain'] as const).flatMap((kind) =>
    (['PATCH', 'POST', 'DELETE'] as const).map((method) =>
      operation(`things.${kind}${method}`, '/things', { kind, method }),
    ),
  )
  const text = resourceText(resource('things', 'Thing', { operations }))
  const methods = [...text.matchAll(/^ {2}(\w+)\(options.*?\n {2}\}$/gms)]
  assert.is(methods.length, operations.length)
  assert.equal(
    methods.filter(([body]) => body.includes('repeatable: false')).map(([, name]) => name),
    ['actionPATCH', 'plainPATCH'],
  )
})

test.run()
