import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { modelOfRoot } from '../../spec/fixtures/model/model-of.js'
import type { JsonObject } from '../document/types.js'
import { InputError } from '../problems.js'
import type { PageDialect } from './types.js'

interface List {
  /** The names of its query parameters, each with its schema. */
  readonly parameters?: JsonObject
  /** The properties of the `meta` of its answer. */
  readonly meta?: JsonObject
}

/** An API of these lists, at `/0`, `/1` and so on. */
const documentOf = (lists: readonly List[], page?: JsonObject): JsonObject => ({
  ...(page ? { 'x-jsonapi': { page } } : {}),
  paths: Object.fromEntries(
    lists.map(({ parameters = {}, meta }, index) => [
      `/${index}`,
      {
        get: {
          parameters: Object.entries(parameters).map(([name, schema = {}]) => ({ name, in: 'query', schema })),
          responses: { 200: { content: { 'application/vnd.api+json': { schema: documentSchema(meta) } } } },
        },
      },
    ]),
  ),
})

const documentSchema = (meta: JsonObject | undefined): JsonObject => ({
  properties: {
    data: { type: 'array', items: { properties: { type: { const: 'notes' }, attributes: {} } } },
    ...(meta ? { meta: { properties: meta } } : {}),
  },
})

const pageOf = (lists: readonly List[], stated?: JsonObject, facts?: Record<string, unknown>): PageDialect | null =>
  modelOfRoot(documentOf(lists, stated), facts).model.dialect.page

const named = (...names: string[]): List => ({
  parameters: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
})

const STYLES: readonly (readonly [given: readonly List[], want: string])[] = [
  [[named('page[number]', 'page[size]')], 'number page[number] page[size]'],
  [[named('page[page]', 'page[per_page]')], 'number page[page] page[per_page]'],
  [[named('page[limit]', 'page[offset]')], 'offset page[offset] page[limit]'],
  [[named('page[size]', 'page[before]', 'page[after]')], 'cursor page[after] page[before] page[size]'],
  [[named('page[after]', 'page[cursor]')], 'cursor page[after]'],
  [[named('page[cursor]', 'page[size]')], 'cursor page[cursor] page[size]'],
  // Where an operation has several, the one that reaches any page; where operations differ, the one that most have.
  [[named('page[cursor]', 'page[number]', 'page[size]')], 'number page[number] page[size]'],
  [
    [named('page[number]', 'page[size]'), named('page[cursor]'), named('page[cursor]', 'page[size]')],
    'cursor page[cursor] page[size]',
  ],
  // A size alone: links lead on. Where other operations tell their pages, so do they.
  [[named('page[size]')], 'links page[size]'],
  [[named('page[size]'), named('page[size]'), named('page[number]', 'page[size]')], 'number page[number] page[size]'],
  [[named('page[number]')], 'number page[number]'],
  [[named('page[offset]')], 'offset page[offset]'],
  // Documents without brackets, of which a size alone may be the size of anything.
  [[named('page', 'per_page')], 'number page per_page'],
  [[named('offset', 'limit')], 'offset offset limit'],
  [[named('page_cursor', 'pageSize')], 'cursor page_cursor pageSize'],
  [[named('size', 'filter[page[number]]')], 'null'],
  [[named('page[number]', 'limit')], 'number page[number]'],
  [
    [{ parameters: { page: { type: 'object', properties: { offset: { type: 'integer' }, limit: {} } } } }],
    'offset page[offset] page[limit]',
  ],
]

for (const [given, want] of STYLES) {
  const names = given.map(({ parameters = {} }) => Object.keys(parameters).join(' ')).join(' | ')
  test(`pages by ${names}`, () => {
    const page = pageOf(given)
    assert.is(page ? [page.style, ...Object.values(page.names)].join(' ') : 'null', want)
    if (page) assert.is(page.source.by, 'declared')
  })
}

const sized = (...sizes: JsonObject[]): List[] =>
  sizes.map((size) => ({ parameters: { 'page[number]': {}, 'page[size]': { type: 'integer', ...size } } }))

const SIZES: readonly (readonly [
  given: readonly List[],
  want: readonly [usual: number | undefined, most: number | undefined],
])[] = [
  [sized({ default: 10, maximum: 25 }), [10, 25]],
  [sized({ default: 10, maximum: 25 }, { default: 10, maximum: 100 }), [10, 100]],
  [sized({ default: 10, maximum: 25 }, { default: 20 }), [undefined, undefined]],
  [sized({ default: 0, maximum: 2.5 }), [undefined, undefined]],
]

for (const [given, want] of SIZES) {
  test(`the sizes of pages: ${JSON.stringify(given.map(({ parameters }) => parameters?.['page[size]']))}`, () => {
    const page = pageOf(given)
    assert.equal([page?.defaultSize, page?.maxSize], want)
  })
}

const integer = { type: 'integer' }
const within = (properties: JsonObject) => ({ type: 'object', properties })
const PLACES: readonly (readonly [meta: JsonObject, total: string | undefined, count: string | undefined])[] = [
  [{ record_count: integer, page_count: integer }, '/meta/record_count', '/meta/page_count'],
  [{ 'total-pages': { type: 'number' }, recordCount: integer }, '/meta/recordCount', '/meta/total-pages'],
  [{ count: integer, total: integer }, '/meta/total', undefined],
  [{ count: { type: ['integer', 'null'] } }, '/meta/count', undefined],
  [
    { pagination: within({ page: integer, pages: integer, count: integer }) },
    '/meta/pagination/count',
    '/meta/pagination/pages',
  ],
  [{ page: within({ total: integer, lastPage: integer }) }, '/meta/page/total', '/meta/page/lastPage'],
  // How many there are on the page, or how many pages?
  [{ page: within({ count: integer }) }, undefined, undefined],
  [
    { total: { type: 'string' }, pages: { type: 'array', items: integer }, totals: integer, count: {} },
    undefined,
    undefined,
  ],
  [{ other: within({ total: integer }) }, undefined, undefined],
]

for (const [meta, total, count] of PLACES) {
  test(`the length of a list in ${JSON.stringify(meta)}`, () => {
    const page = pageOf([{ ...named('page[number]', 'page[size]'), meta }])
    assert.equal([page?.total?.at, page?.count?.at], [total, count])
  })
}

test('a place is inferred from the lists that most agree, and says from which', () => {
  const lists = [{ total: integer }, { record_count: integer }, { record_count: integer }, undefined]
  const page = pageOf(lists.map((meta) => ({ ...named('page[number]', 'page[size]'), ...(meta ? { meta } : {}) })))
  assert.equal(page?.total, {
    at: '/meta/record_count',
    source: {
      by: 'inferred',
      pointer:
        '/paths/~11/get/responses/200/content/application~1vnd.api+json/schema/properties/meta/properties/record_count',
      reason: 'the meta of GET /1',
    },
  })
})

const by = (pointer: string) => ({ by: 'extension', pointer }) as const
const source = by('/x-jsonapi/page')

const STATED: readonly (readonly [stated: JsonObject, want: PageDialect])[] = [
  [
    { number: 'p', size: 's', default: 10, max: 25 },
    { style: 'number', names: { number: 'p', size: 's' }, defaultSize: 10, maxSize: 25, source },
  ],
  [
    { offset: 'o', limit: 'l', total: '/meta/a~1b' },
    {
      style: 'offset',
      names: { offset: 'o', limit: 'l' },
      total: { at: '/meta/a~1b', source: by('/x-jsonapi/page/total') },
      source,
    },
  ],
  [
    { before: 'b', size: 's' },
    { style: 'cursor', names: { before: 'b', size: 's' }, source },
  ],
  [
    { cursor: 'c', next: '/meta/next' },
    { style: 'cursor', names: { cursor: 'c' }, next: { at: '/meta/next', source: by('/x-jsonapi/page/next') }, source },
  ],
]

for (const [stated, want] of STATED) {
  test(`stated: ${JSON.stringify(stated)}`, () => assert.equal(pageOf([{}], stated), want))
}

test('what is not stated is what the operations declare', () => {
  const list = {
    parameters: { 'page[number]': {}, 'page[size]': { default: 5, maximum: 9 } },
    meta: { total: integer },
  }
  const page = pageOf([list], { max: 7, count: '/meta/n' })
  assert.equal(
    [page?.names, page?.source.by, page?.defaultSize, page?.maxSize, page?.total?.at, page?.count],
    [
      { number: 'page[number]', size: 'page[size]' },
      'declared',
      5,
      7,
      '/meta/total',
      { at: '/meta/n', source: by('/x-jsonapi/page/count') },
    ],
  )
  const configured = pageOf([list], { total: '/meta/a' }, { '': { page: { total: '/meta/b' } } })
  assert.equal(configured?.total, { at: '/meta/b', source: { by: 'config', pointer: '' } })
})

const WRONG: readonly (readonly [stated: JsonObject, want: readonly string[]])[] = [
  [{ number: 'p' }, ['x-jsonapi.page.size is missing.']],
  [{ size: 's' }, ['x-jsonapi.page.number is missing.']],
  [{ limit: 'l' }, ['x-jsonapi.page.offset is missing.']],
  [{ number: 'p', size: 's', offset: 'o' }, ['x-jsonapi.page.offset must not stand beside number.']],
  [{ offset: 'o', limit: 'l', next: '/meta/next' }, ['x-jsonapi.page.next must not stand beside offset.']],
  [{ after: 'a', cursor: 'c' }, ['x-jsonapi.page.cursor must not stand beside after.']],
  [{ cursor: '' }, ['x-jsonapi.page.cursor must not be empty.']],
  [
    { cursor: 'c', total: 'meta.total' },
    ['x-jsonapi.page.total must be a JSON pointer into the answer, such as /meta/total, not "meta.total".'],
  ],
  [{ cursor: 'c', pages: 'p' }, ['x-jsonapi.page.pages is no key that is known here.']],
  [{ max: 5 }, ['x-jsonapi.page names no query parameters, and no operation declares those of pages.']],
]

function faults(build: () => unknown): string[] {
  try {
    build()
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  }
}

for (const [stated, want] of WRONG) {
  test(`wrong: ${JSON.stringify(stated)}`, () =>
    assert.equal(
      faults(() => pageOf([{}], stated)),
      want,
    ))
}

test('where pages are numbered, no cursor leads on', () => {
  const lists = [named('page[number]', 'page[size]')]
  assert.equal(
    faults(() => pageOf(lists, { next: '/meta/next' })),
    ['x-jsonapi.page.next says where a cursor is, and the pages are told by number.'],
  )
})

test.run()
