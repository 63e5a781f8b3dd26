import path from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { library } from '../../spec/fixtures/docs/library.js'
import { change } from '../diff/change.js'
import { RULES, type Rule } from '../diff/rules.js'
import type { Change, Release, Subject } from '../diff/types.js'
import { emitDocs } from './docs.js'
import { slug } from './markdown.js'
import { readTemplates } from './templates.js'

const { render } = await readTemplates()
const release = (version: string, since: string, ...changes: Change[]): Release => ({ version, since, changes })
const pages = (...history: Release[]): Map<string, string> => emitDocs(library, render, { history })
const page = (...history: Release[]): string => pages(...history).get('docs/changelog.md') ?? ''
const lines = (...changes: Change[]): string[] =>
  page(release('2', '1', ...changes))
    .split('\n')
    .filter((line) => /^ *- /.test(line))

const field = (name: string, type = 'books'): Subject => ({ of: 'field', type, name })
const operation = (method: string, path: string, call: string, type: string | null = 'books'): Subject => ({
  of: 'operation',
  ...{ method, path, call, type },
})
const list = operation('GET', '/books', 'books.list')
const part = (name: string, place: 'query' | 'header' = 'query', path = '/books'): Subject => ({
  ...{ of: 'part', in: place, name, method: 'GET', path },
  ...{ call: 'books.list', type: 'books' },
})

test('without a history there is no page, and nothing leads to it', () => {
  const all = pages()
  assert.not.ok(all.has('docs/changelog.md'))
  for (const [, text] of all) assert.not.match(text, 'hangelog')
})

test('with one, the first page, the sidebar and the navigation lead to it', () => {
  const all = pages(release('2', '1'))
  assert.match(all.get('docs/index.md') ?? '', /\n## What has changed\n\n\[The changelog\]\(changelog\.md\) tells it/)
  const site = all.get('docs/.vitepress/site.ts') ?? ''
  assert.is(site.match(/\{ text: 'Changelog', link: '\/changelog' \}/g)?.length, 2)
})

const ITEMS: readonly (readonly [name: string, given: Change[], want: string[]])[] = [
  ['a field', change('field-added', field('title')), ['- [`books.title`](books/object.md)']],
  [
    'a field that is gone has no page',
    change('field-removed', field('isbn')),
    ['- `books.isbn`: removed. Programs that read it find nothing, and those that write it are refused.'],
  ],
  [
    'several fields',
    ['title', 'pages', 'isbn'].flatMap((name) => change('filter-offered', field(name))),
    ['- `title`, `pages`, `isbn` of [`books`](books/object.md): can be filtered by'],
  ],
  ['what is in a field', change('property-added', field('title.short')), ['- [`books.title.short`](books/object.md)']],
  ['a field of a resource that is gone', change('field-added', field('name', 'shops')), ['- `shops.name`']],
  ['an operation', change('operation-added', list), ['- `GET /books`: [List all books](books/list.md)']],
  [
    'an operation that is gone',
    change('operation-removed', operation('GET', '/old', 'books.old')),
    ['- `GET /old`: removed. Requests to it fail.'],
  ],
  [
    'the API',
    change('server-added', { of: 'api' }, { values: ['https://a.b'] }),
    ['- The API is served at `https://a.b` as well'],
  ],
  [
    'a header',
    change('argument-added', part('X-Trace', 'header')),
    ['- header `X-Trace` of [`GET /books`](books/list.md): may be given'],
  ],
  [
    'the same of many operations',
    ['/books', '/b', '/c', '/d', '/e'].flatMap((path) =>
      change('maximum-raised', part('page[size]', 'query', path), { before: '25', after: '50' }),
    ),
    ['- `page[size]` of [`GET /books`](books/list.md), `GET /b`, `GET /c` and 2 more: at most `50`, before `25`'],
  ],
  [
    'no value before',
    change('default-changed', part('locale'), { after: '"de"' }),
    [
      '- `locale` of [`GET /books`](books/list.md): by default `"de"`, before none. Requests that leave it out mean something else.',
    ],
  ],
  [
    'a resource with its operations',
    [...change('resource-added', { of: 'resource', type: 'books' }), ...change('operation-added', list)],
    ['- [`books`](books/index.md)', '  - `GET /books`: [List all books](books/list.md)'],
  ],
  [
    'a resource that is gone, with its operations',
    [
      ...change('resource-removed', { of: 'resource', type: 'shops' }),
      ...change('operation-removed', operation('GET', '/shops', 'shops.list', 'shops')),
    ],
    ['- `shops`: removed. All requests to it fail.', '  - `GET /shops`'],
  ],
]
for (const [name, given, want] of ITEMS) test(name, () => assert.equal(lines(...given), want))

const deprecated = change('deprecated', field('title'))
const headings = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('#'))

test('sections by version, the newest first, what breaks first in each', () => {
  const text = page(
    release(
      '1.10.0',
      '1.9.0',
      ...deprecated,
      ...change('field-added', field('a')),
      ...change('field-removed', field('b')),
    ),
    release('1.9.0', '1.8.0', ...change('null-received', field('a')), ...change('server-default', { of: 'api' })),
  )
  assert.equal(headings(text), [
    '# Changelog',
    '## Version 1.10.0',
    '### Breaks in 1.10.0',
    '### Added in 1.10.0',
    '### Deprecated in 1.10.0',
    '## Version 1.9.0',
    '### Breaks in 1.9.0',
    '### May break in 1.9.0',
  ])
  assert.match(text, '\nCompared with version 1.9.0: 3 changes, 1 of which breaks what used it.\n')
  assert.match(
    text,
    '\nCompared with version 1.8.0: 2 changes, 1 of which breaks what used it, 1 of which may break what used it.\n',
  )
})

test('versions of the same name stay what they are called when newer ones come', () => {
  const [a, b, c] = [release('1', '1', ...deprecated), release('1', '1'), release('1', '1', ...deprecated)]
  const titles = (...history: Release[]): string[] =>
    headings(page(...history)).filter((line) => line.startsWith('## '))
  assert.equal(titles(a), ['## Version 1'])
  assert.equal(titles(b, a), ['## Version 1 (2)', '## Version 1'])
  assert.equal(titles(c, b, a), ['## Version 1 (3)', '## Version 1 (2)', '## Version 1'])
  const all = headings(page(c, b, a)).map((line) => slug(line))
  assert.is(new Set(all).size, all.length)
  assert.match(page(a), '\nCompared with what it was before: 1 change, nothing that breaks.\n')
  assert.match(page(b), '\nCompared with what it was before, nothing has changed but words.\n')
})

test('every link leads to a page', () => {
  const all = pages(
    release(
      '2',
      '1',
      ...change('resource-added', { of: 'resource', type: 'books' }),
      ...change('operation-added', list),
    ),
  )
  const links = [...(all.get('docs/changelog.md') ?? '').matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to)
  assert.is(links.length, 2)
  for (const link of links) assert.ok(all.has(path.posix.join('docs', link)), link)
})

const HOSTILE = [
  '<script>alert(1)</script>',
  '{{ 7 * 7 }}',
  '`|` [a](javascript:b)',
  '\n\n# Heading\n<!-- x -->',
  '<<< @/a',
]

for (const text of HOSTILE) {
  test(`text of the document is shown as it is: ${JSON.stringify(text)}`, () => {
    const subjects: Subject[] = [
      field(text, text),
      operation(text, text, text),
      { of: 'resource', type: text },
      part(text),
    ]
    const rules = Object.keys(RULES) as Rule[]
    const given = subjects.flatMap((subject) =>
      rules.flatMap((rule) => change(rule, subject, { before: text, after: text, values: [text] })),
    )
    const written = page(release(text, text, ...given))
      .split('---\n')
      .slice(2)
      .join('')
    // What is in a code span is inert, but for mustaches, which are never left in one.
    const outside = written.replace(/`[^`\n]*`/g, '')
    assert.not.match(written, /\{\{|\}\}/)
    assert.not.match(outside, /<(?!\/?code>)|(?<!\\)\]\(javascript/)
    assert.not.match(written, /^(# Heading|<<<|<!--)/m)
    for (const line of written.split('\n')) assert.match(line, /^($|#+ |Compared with| *- |What changed|everything)/)
  })
}

test.run()
