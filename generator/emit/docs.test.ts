import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { load as yamlOf } from 'js-yaml'
import ts from 'typescript'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  attribute,
  library,
  operation,
  relationship,
  resource,
  server,
  taking,
} from '../../spec/fixtures/docs/library.js'
import { modelOfRoot } from '../../spec/fixtures/model/model-of.js'
import { load } from '../document/load.js'
import { build } from '../model/build.js'
import type { Model, PageDialect, Relationship, SecurityScheme } from '../model/types.js'
import { emitDocs } from './docs.js'
import { slug } from './markdown.js'
import { readTemplates } from './templates.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { render } = await readTemplates()
const provisioning = build(await load('spec/provisioning.yaml', { cwd: root })).model

test('a page of an operation', async () => {
  const want = await readFile(`${root}spec/fixtures/docs/create.md`, 'utf8')
  assert.is(emitDocs(library, render).get('docs/books/create.md'), want)
})

const SITE = 'docs/.vitepress/site.ts'

/** Without what the site says of itself. */
const pagesOf = (model: Model): Map<string, string> =>
  new Map([...emitDocs(model, render)].filter(([path]) => path !== SITE))

test('a resource has its pages, an operation of none has its own', () => {
  assert.equal(
    [...pagesOf(library).keys()].map((page) => page.slice('docs/'.length)),
    [
      'index.md',
      'map.md',
      ...[
        'installing',
        'authorization',
        'queries',
        'pagination',
        'errors',
        'retries',
        'hooks',
        'documents',
        'testing',
      ].map((page) => `client/${page}.md`),
      ...['index', 'object', 'create', 'list', 'retrieve', 'update', 'delete', 'author'].map(
        (page) => `books/${page}.md`,
      ),
      ...['subjects', 'add-subjects', 'replace-author'].map((page) => `books/${page}-relationship.md`),
      ...['books/lend.md', 'books/return.md'],
      ...['index', 'object', 'create', 'books'].map((page) => `authors/${page}.md`),
      ...['index', 'object', 'update'].map((page) => `settings/${page}.md`),
      ...['covers/index.md', 'covers/put.md', 'operations/index.md', 'operations/health.md'],
    ],
  )
})

for (const [name, model] of Object.entries({ library, provisioning })) {
  test(`every link of the reference of ${name} leads to a page`, () => {
    const pages = pagesOf(model)
    const links = [...pages].flatMap(([page, text]) =>
      [...text.matchAll(/\]\(((?!https?:|mailto:)[^)]+)\)/g)].map(([, to = '']) => [page, to] as const),
    )
    assert.ok(links.length > pages.size)
    for (const [page, to] of links) {
      const [file = '', anchor] = to.split('#')
      const target = pages.get(file ? path.posix.join(path.posix.dirname(page), file) : page)
      assert.ok(target, `${page}: ${to}`)
      const headings = [...target.matchAll(/^##+ (.*)$/gm)].map(([, heading = '']) => slug(heading))
      assert.ok(anchor === undefined || headings.includes(anchor), `${page}: ${to}`)
    }
  })
}

const LINKAGE: readonly (readonly [page: string, line: string])[] = [
  ['subjects', '# Retrieve the subjects relationship of a book'],
  ['subjects', '| `page[size]` | integer | Optional | How many resources a page holds, 50 at most. |'],
  [
    'subjects',
    'The response is `200 OK`, with the resource identifiers of the [authors](../authors/object.md) or the [books](object.md):',
  ],
  ['add-subjects', '# Add to the subjects relationship of a book'],
  [
    'add-subjects',
    'Send a `POST` request to `/books/{bookId}/relationships/subjects`, with the id of the book in the path and the resource identifiers to add in the body.',
  ],
  [
    'add-subjects',
    '| `data` | array | Required | The resource identifiers of the [authors](../authors/object.md) or the [books](object.md). |',
  ],
  ['add-subjects', '| `data[].type` | string | Required | One of `authors`, `books`. |'],
  [
    'replace-author',
    '| `data` | object or null | Required | The resource identifier of the [author](../authors/object.md); null for none. |',
  ],
  ['replace-author', '| `data.type` | string | Required | Always `authors`. |'],
  [
    'replace-author',
    'The response is `200 OK`, with the resource identifier of the [author](../authors/object.md), or with `null` where there is none:',
  ],
]

for (const [page, line] of LINKAGE) {
  test(`a relationship’s own page, ${page}: ${line}`, () => {
    const text = emitDocs(library, render).get(`docs/books/${page}-relationship.md`) ?? ''
    assert.ok(text.split('\n').includes(line), text)
  })
}

test('every page can be reached from the first', () => {
  const pages = pagesOf(provisioning)
  const reached = new Set(['docs/index.md'])
  for (const page of reached) {
    for (const [, to = ''] of (pages.get(page) ?? '').matchAll(/\]\(([^)#:]+\.md)/g)) {
      reached.add(path.posix.join(path.posix.dirname(page), to))
    }
  }
  assert.equal([...reached].sort(), [...pages.keys()].sort())
})

test('pages with like names stay apart, and in their folder', () => {
  const calls = ['fooBar', 'foo_bar', 'index', 'object', 'x/y']
  const things = resource('things', 'Thing', {
    accessor: '..',
    operations: calls.map((call) => operation(`...${call}`, '/')),
  })
  const model: Model = {
    ...library,
    resources: [things, resource('others', 'Other', { accessor: 'index' })],
    operations: [],
  }
  assert.equal(
    [...pagesOf(model).keys()].filter((page) => !page.startsWith('docs/client/')),
    [
      'docs/index.md',
      ...['index', 'object', 'foo-bar', 'foo-bar-2', 'index-2', 'object-2', 'x-y'].map(
        (page) => `docs/page/${page}.md`,
      ),
      ...['index', 'object'].map((page) => `docs/index-2/${page}.md`),
    ],
  )
})

const source = { by: 'declared', pointer: '' } as const

const PAGINATION: readonly (readonly [page: PageDialect, text: string, rows: readonly string[]])[] = [
  [
    {
      style: 'offset',
      names: { offset: 'page[offset]', limit: 'page[limit]' },
      defaultSize: 10,
      maxSize: 25,
      total: { at: '/meta/total', source },
      source,
    },
    [
      'Lists come in pages. `page[offset]` says how many resources come before it, and `page[limit]` how many resources it holds: 10 by default, 25 at most.',
      'The answer says how many resources the whole list has (`/meta/total`).',
    ].join('\n\n'),
    [
      '| `page[offset]` | integer | Optional | How many resources of the list to skip. |',
      '| `page[limit]` | integer | Optional | How many resources a page holds, 10 by default, 25 at most. |',
    ],
  ],
  [
    {
      style: 'cursor',
      names: { after: 'page[after]', before: 'page[before]', size: 'page[size]' },
      count: { at: '/meta/pages', source },
      next: { at: '/meta/next', source },
      source,
    },
    [
      'Lists come in pages. `page[after]` says after which cursor it begins, `page[before]` before which cursor it ends, and `page[size]` how many resources it holds.',
      'The answer says how many pages the list fills (`/meta/pages`) and the cursor of the next page (`/meta/next`).',
    ].join('\n\n'),
    [
      '| `page[after]` | string | Optional | The cursor that the page begins after. |',
      '| `page[before]` | string | Optional | The cursor that the page ends before. |',
      '| `page[size]` | integer | Optional | How many resources a page holds. |',
    ],
  ],
]

for (const [page, text, rows] of PAGINATION) {
  test(`pages by ${Object.keys(page.names)}`, () => {
    const pages = emitDocs({ ...library, dialect: { ...library.dialect, page } }, render)
    assert.match(pages.get('docs/index.md') ?? '', `\n## Pagination\n\n${text}\n\nIn the SDK`)
    assert.match(pages.get('docs/books/list.md') ?? '', rows.join('\n'))
  })
}

const SCHEMES: readonly (readonly [given: SecurityScheme, want: string])[] = [
  [
    { name: 'key', type: 'apiKey', in: 'query', parameter: 'X-Key', description: 'Yours.' },
    '### API key\n\nRequests carry an API key in the query parameter `X-Key`.\n\nYours.\n',
  ],
  [
    { name: 'program', type: 'clientCredentials', scopes: [{ name: 'read', description: 'To read.' }] },
    '### Client credentials\n\nAn access token is obtained by the OAuth 2.0 client credentials flow:\n\n| Scope | Meaning |\n| --- | --- |\n| `read` | To read. |\n',
  ],
  [{ name: 'mine', type: 'other' }, '### mine\n\nRequests are authorized by the scheme `mine`.\n'],
]

for (const [given, want] of SCHEMES) {
  test(`how requests are authorized: ${given.name}`, () => {
    const model = { ...library, api: { ...library.api, security: [given] } }
    assert.match(emitDocs(model, render).get('docs/index.md') ?? '', `\n## Authorization\n\n${want}`)
  })
}

test('what a tag says of operations stands on their first page and in the list of all', () => {
  const source = { by: 'declared', pointer: '' } as const
  const tags = ['books', 'covers'].map((accessor) => ({ accessor, description: `About ${accessor}.\n\nMore.`, source }))
  const pages = emitDocs({ ...library, tags }, render)
  for (const accessor of ['books', 'covers']) {
    assert.match(pages.get(`docs/${accessor}/index.md`) ?? '', `\n\nAbout ${accessor}.\n\nMore.\n\n`)
    assert.match(pages.get('docs/index.md') ?? '', `(${accessor}/index.md): About ${accessor}.\n`)
  }
  assert.not.match(pages.get('docs/books/object.md') ?? '', 'About books')
})

test('a filter has its default', () => {
  const properties = { data: { type: 'array', items: { properties: { type: { const: 'boats' }, attributes: {} } } } }
  const schema = { type: 'string', enum: ['sail', 'motor'], default: 'sail' }
  const { model } = modelOfRoot({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: {
      '/boats': {
        get: {
          parameters: [{ name: 'filter[kind]', in: 'query', schema }],
          responses: {
            200: { description: 'OK', content: { 'application/vnd.api+json': { schema: { properties } } } },
          },
        },
      },
    },
  })
  assert.match(
    emitDocs(model, render).get('docs/boats/list.md') ?? '',
    '| `filter[kind]` | string | Optional | One of `sail`, `motor`. `sail` by default. |',
  )
})

test('the first page names whom the API refers to, and links to no script', () => {
  const about = [
    { of: 'externalDocs', name: 'The *manual*', url: 'https://a.example/m' },
    { of: 'contact', name: 'Us', url: 'mailto:us@a.example' },
    { of: 'license', name: 'MIT' },
    { of: 'termsOfService', name: 'Terms', url: 'javascript:alert(1)' },
  ] as const
  const page = emitDocs({ ...library, api: { ...library.api, about } }, render).get('docs/index.md') ?? ''
  assert.ok(
    page.endsWith(
      [
        '\n\n## More about the API\n',
        '- Documentation: [The \\*manual\\*](https://a.example/m)',
        '- Contact: [Us](mailto:us@a.example)',
        '- License: MIT',
        '- Terms of service: Terms\n',
      ].join('\n'),
    ),
    page.slice(-300),
  )
})

/** [what a body is like, what its page says] */
const BODIES: readonly (readonly [given: Partial<Relationship> & { readonly required: boolean }, says: string])[] = [
  [{ required: true }, ' of the new book in the body.\n'],
  [{ required: false }, ' of the new book in the body, which may be left out.\n'],
  [
    { required: true, description: 'Who wrote it', deprecated: true },
    '| **Deprecated.** Who wrote it. Leads to one [author](../authors/object.md). |',
  ],
]
for (const [{ required, ...given }, says] of BODIES) {
  test(`a body: ${JSON.stringify({ required, ...given })}`, () => {
    const books = resource('books', 'Book', {
      relationships: [relationship('author', ['authors'], { create: 'required', ...given })],
      operations: [
        operation('books.create', '/books', {
          kind: 'create',
          method: 'POST',
          body: { kind: 'resource', type: 'books', write: 'create', required },
        }),
      ],
    })
    const model = { ...library, resources: [books, ...library.resources.slice(1)] }
    assert.match(emitDocs(model, render).get('docs/books/create.md') ?? '', says)
  })
}

/** Whatever the document says, in every place where it may say it. */
function hostile(text: string): Model {
  const things = resource(text, 'Thing', {
    accessor: text.replaceAll('.', ''),
    label: { one: text, many: text },
    description: text,
    id: { example: text, create: 'required', filterable: true, sortable: true },
    attributes: [
      attribute(text, {
        format: text,
        enum: [text],
        description: text,
        example: text,
        create: 'required',
        filterable: true,
      }),
    ],
    relationships: [relationship(text, [text], { description: text, create: 'required' })],
    operations: [
      operation(`${text.replaceAll('.', '')}.x`, `/${text}/{id}`, {
        kind: 'create',
        summary: text,
        description: text,
        body: { kind: 'resource', type: text, write: 'create', required: true },
        answer: { kind: 'many', types: [text], status: 200 },
        query: taking('include', 'fields', 'sort', 'filter', 'page'),
        errors: [{ status: text, description: text }],
      }),
    ],
  })
  const pointer = { by: 'declared', pointer: '' } as const
  return {
    sdk: { dates: 'Date', enums: 'open' },
    api: {
      title: text,
      version: text,
      summary: text,
      description: text,
      about: [
        { of: 'contact', name: text, url: text },
        { of: 'license', name: text, url: `https://a.example/${text}` },
        { of: 'externalDocs', name: text },
      ],
      servers: [server(text, text), server(text)],
      mediaType: text,
      security: [
        { name: text, type: 'apiKey', in: 'header', parameter: text },
        {
          name: text,
          type: 'clientCredentials',
          tokenUrl: text,
          scopes: [{ name: text, description: text }],
          description: text,
        },
        { name: text, type: 'other' },
      ],
      secrets: [text],
      rateLimits: [{ methods: [text], limit: 1, period: 7, scope: 'all' }],
      sources: { mediaType: pointer },
    },
    dialect: {
      filter: {
        parameter: `${text}{filter}`,
        or: text,
        through: text,
        list: text,
        matchers: [{ name: text, takes: 'value', for: ['string'] }],
        source: pointer,
      },
      page: {
        style: 'cursor',
        names: { after: text, before: text, size: text },
        total: { at: `/meta/${text}`, source: pointer },
        count: { at: text, source: pointer },
        next: { at: `/meta/page/${text}`, source: pointer },
        source: pointer,
      },
    },
    resources: [things],
    operations: [],
    tags: [{ accessor: text.replaceAll('.', ''), description: text, source: pointer }],
  }
}

/** What a page says of itself before its Markdown. */
const FRONT = /^---\n([\s\S]*?)\n---\n/

/** A page without that, and without its blocks and spans of code, where everything is text. */
const outsideCode = (page: string): string =>
  page
    .replace(FRONT, '')
    .replace(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm, '')
    .replace(/(?<![\\`])(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '')

const HOSTILE: readonly (readonly [text: string, forbidden: RegExp])[] = [
  ['<script>alert(1)</script>', /<script/i],
  ['a`<img src=x onerror=alert(1)>', /<img/],
  ['| x | y |\n', /^\| [^\n]* \| x \| /m],
  ['<!--@include: ../secret-->', /<!--/],
  ['{{constructor}}', /\{\{/],
  ['[a](javascript:alert(1))', /(?<!\\)\]\(javascript/],
  ['a\n# b\n---\n::: c', /^(# b|---|:::)/m],
  ['```\n<b>\n', /<b>/],
]

for (const [text, forbidden] of HOSTILE) {
  test(`text that stays text: ${JSON.stringify(text)}`, () => {
    for (const [page, content] of pagesOf(hostile(text))) {
      assert.match(page, /^docs\/([a-z0-9-]+\/)?[a-z0-9-]+\.md$/)
      assert.not.match(outsideCode(content), forbidden, page)
      assert.not.match(content, /<!--\s*@include/, page)
      const [front, yaml = ''] = FRONT.exec(content) ?? []
      assert.equal(Object.keys(front === undefined ? {} : Object(yamlOf(yaml))), front ? ['title', 'description'] : [])
      assert.not.match(yaml, /[<>]|\{\{|\}\}/, page)
      for (const [, head = '', rows = ''] of content.matchAll(/^(\|.*)\n\| ---.*\n((?:\|.*\n?)+)/gm)) {
        for (const row of rows.trim().split('\n')) assert.is(row.split('|').length, head.split('|').length, row)
      }
    }
  })
}

test('in the site, a title is text, and its file is one literal', () => {
  for (const [text] of HOSTILE) {
    const file = ts.createSourceFile('site.ts', emitDocs(hostile(text), render).get(SITE) ?? '', ts.ScriptTarget.Latest)
    assert.is(file.statements.length, 1)
    const texts: string[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) || ts.isTemplateExpression(node)) throw new Error(node.getText(file))
      if (ts.isPropertyAssignment(node) && node.name.getText(file) === 'text' && ts.isStringLiteral(node.initializer))
        texts.push(node.initializer.text)
      ts.forEachChild(node, visit)
    }
    visit(file)
    assert.ok(texts.length > 5)
    for (const title of texts) assert.not.match(title, /[<>]/)
  }
})

test.run()
