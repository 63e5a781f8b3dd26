import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { library } from '../../spec/fixtures/docs/library.js'
import { checkExamples, examplesIn } from '../../spec/fixtures/docs/run-examples.js'
import { load } from '../document/load.js'
import type { Document } from '../document/types.js'
import { build } from '../model/build.js'
import type { Model, PageDialect } from '../model/types.js'
import { emitDocs } from './docs.js'
import { emit } from './emit.js'
import { readTemplates } from './templates.js'

const cwd = fileURLToPath(new URL('../../', import.meta.url))
const { render } = await readTemplates()

async function apiOf(spec: string): Promise<{ document: Document; model: Model }> {
  const document = await load(spec, { cwd })
  return { document, model: build(document).model }
}

/** [document, its pages on the client and the first, their examples at least] */
const RUN: readonly (readonly [spec: string, pages: number, examples: number])[] = [
  ['spec/provisioning.yaml', 10, 45],
  ['spec/fixtures/docs/shop.yaml', 10, 40],
  ['spec/fixtures/docs/plain.yaml', 8, 20],
]

for (const [spec, count, least] of RUN) {
  test(`every example on the pages of the client type-checks and runs: ${spec}`, async () => {
    const { document, model } = await apiOf(spec)
    const files = await emit(model, document)
    const pages = [...files].filter(([path]) => /^docs\/(client\/[a-z-]+|index)\.md$/.test(path))
    assert.is(pages.length, count)
    const examples = examplesIn(new Map(pages))
    assert.ok(examples.size >= least, String(examples.size))
    await checkExamples(files, examples, model)
  })
}

const { model: shop } = await apiOf('spec/fixtures/docs/shop.yaml')
const { model: provisioning } = await apiOf('spec/provisioning.yaml')
const bare: Model = {
  ...library,
  api: { ...library.api, title: 'Bare', security: [], servers: [] },
  dialect: { filter: null, page: null },
  resources: [],
}
const empty: Model = { ...bare, operations: [] }
const paged = (page: PageDialect | null): Model => ({ ...library, dialect: { ...library.dialect, page } })
const source = { by: 'declared', pointer: '' } as const
const cursors: PageDialect = { style: 'cursor', names: { after: 'page[after]', size: 'page[size]' }, source }
const numbers: PageDialect = { style: 'number', names: { number: 'p', size: 's' }, source }

/** What a page says of an API, and what it does not. */
const SAYS: readonly (readonly [model: Model, page: string, says: readonly string[], not: readonly string[]])[] = [
  [shop, 'index', ["import { apiKey, createClient } from '../index.js'", 'createClient({ auth: apiKey(key) })'], []],
  [library, 'index', ['createClient({ auth: { accessToken } })', '(client/pagination.md)'], []],
  [
    provisioning,
    'client/installing',
    [
      'const request = api.apiCredentials.delete(',
      "| `Result<'api_credentials', 'organization'>` |",
      '| `Page<ApiCredential>` |',
    ],
    [],
  ],
  [shop, 'client/installing', ['| `OrderCreate` | What an order', "type Row = Result<'orders', 'lines'>"], ['delete(']],
  [bare, 'client/installing', ['console.log(await api.health())', '| `Client` |'], ['Page<']],
  [empty, 'client/installing', ["console.log(await api.request('GET /'))"], []],
  [
    provisioning,
    'client/queries',
    [
      "include: ['organization', 'application_memberships'],\n})\nconsole.log(membership.organization?.name)",
      "status_in: ['pending', 'verified']",
      'filter: { user: { email_eq:',
      "or: [{ of: ['name', 'user.email'], eq:",
      "sort: ['-created_at', 'mode']",
      "list().sort('-created_at')",
      'are listed with [Filtering]',
    ],
    ['The relationship itself'],
  ],
  [library, 'client/queries', ['The relationship itself has the identifiers alone'], ['## Filter']],
  [
    shop,
    'client/queries',
    ['holds `page`, as far', 'list({ page: { limit: 25 } })'],
    ['## Include', '`sort`', 'as const` keeps'],
  ],
  [
    provisioning,
    'client/testing',
    [
      "'GET /api_credentials/{apiCredentialId}': ({ path }) =>",
      "// 'The Blue Brand'",
      'such as `POST https://auth.commercelayer',
    ],
    [],
  ],
  [shop, 'client/testing', ["input?.['ship-to']) // 'Home'", 'example.com/token'], ['## Related']],
  [
    bare,
    'client/testing',
    ["'GET /health': Response.json(", '}, { baseUrl })', '`answerLate(1_000, answer)`', '`requests` holds'],
    ['answerErrors', '`input`', 'Fixture'],
  ],
  [empty, 'client/testing', ['`requests` holds'], ['```ts']],
  [bare, 'index', ['createClient({ baseUrl })', '(client/errors.md)'], ['pagination.md', 'auth:']],
  [
    shop,
    'client/authorization',
    [
      "auth: apiKey(key, 'ShopKey')",
      '| `TillKey` | the query parameter `till` |',
      'auth: [basic(',
      'For `Seal`, write',
    ],
    ['accessToken', 'clientCredentials'],
  ],
  [
    provisioning,
    'client/authorization',
    ['auth: { accessToken }', 'clientCredentials({ clientId', '`https://auth.commercelayer.io/oauth/token`'],
    ['apiKey', 'basic', 'Several together'],
  ],
  [bare, 'client/authorization', ['names no security scheme', 'auth: ticket'], ['apiKey', 'pagination.md']],
  [provisioning, 'client/retries', ['`401`', 'transfer_ownership', 'rate limits'], []],
  [shop, 'client/retries', ['keys): a `POST`, and a `PATCH`'], ['`401`', 'rate limits']],
  [provisioning, 'client/pagination', ['{ page: { size: 25 } }', '`/meta/page_count`', 'name_eq'], []],
  [shop, 'client/pagination', ['{ page: { limit: 25 } }', 'tells at `/meta/total`', 'by `page[offset]`'], ['filter']],
  [
    paged(cursors),
    'client/pagination',
    ['`page[after]`', 'does not tell', 'cursor of the last row'],
    ['what the answer tells'],
  ],
  [paged(numbers), 'client/pagination', ['in `p`, until a page is empty.', 'does not tell'], []],
  [paged(null), 'client/pagination', ['taken for the whole list'], ['`page` takes']],
  [shop, 'client/hooks', ['password: `card`.'], []],
  [library, 'client/hooks', ['this one marks none'], []],
  [shop, 'client/documents', ["variables: { region: 'us' }", '| `region` | `eu`, `us` | `eu` |'], ['In a filter']],
  [provisioning, 'client/documents', ['is the text that', "'GET /api_credentials/{apiCredentialId}'"], ['variables:']],
  [
    { ...provisioning, sdk: { ...provisioning.sdk, dates: 'Date' } },
    'client/documents',
    ['is a `Date`, read', '.created_at.getFullYear()'],
    ['new Date('],
  ],
  [
    {
      ...shop,
      api: {
        ...shop.api,
        servers: [{ url: 'https://{tenant}.test', template: 'https://{tenant}.test', variables: [] }],
      },
    },
    'client/documents',
    ['so `baseUrl` is required', '  baseUrl,\n  headers'],
    ['Requests go to'],
  ],
  [bare, 'client/documents', ['const request = api.health()', '`baseUrl` is required'], ['parse(', '## Dates']],
]

for (const [model, page, says, not] of SAYS) {
  test(`${model.api.title}, ${page}: ${says}`, () => {
    const content = emitDocs(model, render).get(`docs/${page}.md`) ?? ''
    for (const text of says) assert.ok(content.includes(text), `${text}\n${content}`)
    for (const text of not) assert.not.ok(content.includes(text), `${text}\n${content}`)
  })
}

test('an API without lists has no page on them', () =>
  assert.not.ok(emitDocs(bare, render).has('docs/client/pagination.md')))

test('a resource called client has a folder of its own', () => {
  const pages = emitDocs(shop, render)
  assert.ok(pages.has('docs/client-2/object.md'))
  assert.equal([...pages.keys()].filter((page) => page.startsWith('docs/client/')).length, 9)
})

test.run()
