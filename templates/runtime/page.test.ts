import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import type { Description } from './description.js'
import { pagesByCursor, pagesByNumber, pagesByOffset } from './pages.js'
import { answer, answering, client } from './testing.fixture.js'

const { pages: _, ...bare } = description
const NUMBERS = pagesByNumber({
  number: 'page[number]',
  size: 'page[size]',
  total: ['meta', 'total'],
  count: ['meta', 'pages'],
})
const OFFSETS = pagesByOffset({ offset: 'page[offset]', limit: 'page[limit]', total: ['meta', 'total'] })
const AFTER = pagesByCursor({ after: 'page[after]', before: 'page[before]', size: 'page[size]' })
const POINTED = pagesByCursor({ cursor: 'cursor', size: 'limit', next: ['meta', 'next', 'cursor/x'] })

interface List {
  /** How many rows the list has; 7 by default. */
  readonly length?: number
  /** How many rows a page has that names no size; 3 by default. */
  readonly size?: number
  /** What the document tells of it. */
  readonly meta?: (total: number, size: number) => object | undefined
  readonly links?: (parameters: URLSearchParams, first: number, last: number) => object | undefined
  /** Whether each row has its cursor. */
  readonly cursors?: boolean
}

/** A client of a service that has a list of numbered articles, paged in this style. */
function listed(pages: Description['pages'], list: List = {}) {
  const { length = 7, size: usual = 3, meta, links, cursors } = list
  const asked: string[] = []
  let running = 0
  let most = 0
  const fetch = async ({ url }: Request): Promise<Response> => {
    const { searchParams: parameters } = new URL(url)
    asked.push(decodeURIComponent(new URL(url).search))
    running += 1
    most = Math.max(most, running)
    // later pages are faster
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 10 - asked.length)))
    running -= 1
    const number = (...names: string[]) => Number(names.map((name) => parameters.get(name)).find(Boolean) ?? Number.NaN)
    const size = number('page[size]', 'page[limit]', 'limit') || usual
    const after = number('page[after]', 'cursor') || 0
    const before = number('page[before]')
    const first =
      number('page[offset]') ||
      (before ? Math.max(0, before - 1 - size) : after || (number('page[number]') - 1) * size || 0)
    const last = Math.min(length, before ? Math.min(before - 1, first + size) : first + size)
    const ids = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index + 1)
    const data = ids.map((id) => ({
      type: 'articles',
      id: `${id}`,
      ...(cursors && { meta: { page: { cursor: `${id}` } } }),
    }))
    return answer({
      data,
      meta: { ...meta?.(length, size), next: { 'cursor/x': last < length ? last : '' } },
      links: links?.(parameters, first, last),
    })
  }
  const { pages: __, ...rest } = description
  const api = client({ fetch, retry: 0 }, pages ? { ...rest, pages } : bare)
  return { api, asked, most: () => most }
}

const ids = (rows: readonly { id: string }[] | undefined) => rows?.map(({ id }) => id).join(' ')
const totals = (total: number, size: number) => ({ total, pages: Math.ceil(total / size) })

const linking: List['links'] = (parameters, first, last) => {
  const number = Number(parameters.get('page[number]') ?? 1)
  const to = (page: number) => `/api/articles?page[number]=${page}`
  return { prev: first > 0 ? { href: to(number - 1) } : null, ...(last < 7 && { next: to(number + 1) }) }
}

test('forth and back in each style', async () => {
  const given: [style: string, pages: Description['pages'], list: List, asked: string[]][] = [
    [
      'links',
      undefined,
      { links: linking },
      ['', '?page[number]=2', '?page[number]=3', '?page[number]=2', '?page[number]=1'],
    ],
    [
      'links before numbers',
      NUMBERS,
      { links: linking },
      ['', '?page[number]=2', '?page[number]=3', '?page[number]=2', '?page[number]=1'],
    ],
    [
      'numbers',
      NUMBERS,
      { meta: totals },
      ['', '?page[number]=2', '?page[number]=3', '?page[number]=2', '?page[number]=1'],
    ],
    [
      'offsets',
      OFFSETS,
      { meta: totals },
      [
        '',
        '?page[offset]=3&page[limit]=3',
        '?page[offset]=6&page[limit]=3',
        '?page[offset]=3&page[limit]=3',
        '?page[offset]=0&page[limit]=3',
      ],
    ],
    [
      'cursors',
      AFTER,
      { cursors: true },
      [
        '',
        '?page[after]=3',
        '?page[after]=6',
        '?page[after]=7',
        '?page[before]=7',
        '?page[before]=4',
        '?page[before]=1',
      ],
    ],
  ]
  for (const [style, pages, list, want] of given) {
    const { api, asked } = listed(pages, list)
    const first = await api.list()
    const second = await first.next()
    const third = await second?.next()
    assert.equal([ids(first.data), ids(second?.data), ids(third?.data)], ['1 2 3', '4 5 6', '7'], style)
    const after = await third?.next()
    // No cursor tells that it is the last one.
    if (style === 'cursors') assert.equal(after?.data, [])
    else assert.is(after, undefined, style)
    const back = await third?.prev()
    const start = await back?.prev()
    assert.equal([ids(back?.data), ids(start?.data)], ['4 5 6', '1 2 3'], style)
    const before = await start?.prev()
    if (style === 'cursors') assert.equal(before?.data, [])
    else assert.is(before, undefined, style)
    assert.equal(asked, want, style)
  }
})

test('where what follows is told: in `meta`, by a pointer, or by how many rows there are', async () => {
  const given: [style: string, pages: Description['pages'], list: List, asked: string[]][] = [
    ['a pointer to the cursor', POINTED, {}, ['', '?cursor=3', '?cursor=6']],
    [
      'count of pages',
      NUMBERS,
      { meta: (all, size) => ({ pages: Math.ceil(all / size) }) },
      ['', '?page[number]=2', '?page[number]=3'],
    ],
    // How many rows a page could hold is not told: the last, which holds fewer, may not be the last.
    [
      'total of rows',
      NUMBERS,
      { meta: (total) => ({ total }) },
      ['', '?page[number]=2', '?page[number]=3', '?page[number]=4'],
    ],
    [
      'total of rows that fill their pages',
      NUMBERS,
      { length: 6, meta: (total) => ({ total }) },
      ['', '?page[number]=2'],
    ],
    // a page without rows is the end
    ['numbers, nothing told', NUMBERS, {}, ['', '?page[number]=2', '?page[number]=3', '?page[number]=4']],
    [
      'offsets, nothing told',
      OFFSETS,
      {},
      ['', '?page[offset]=3&page[limit]=3', '?page[offset]=6&page[limit]=3', '?page[offset]=7&page[limit]=3'],
    ],
    ['no style and no links', undefined, {}, ['']],
    ['total as text', NUMBERS, { length: 3, meta: () => ({ total: '3', pages: null }) }, ['', '?page[number]=2']],
    ['an empty list', NUMBERS, { length: 0 }, ['']],
    ['an empty list with a total', NUMBERS, { length: 0, meta: totals }, ['']],
    ['an empty list, offsets', OFFSETS, { length: 0, meta: totals }, ['']],
    ['an empty list, cursors', AFTER, { length: 0, cursors: true }, ['']],
  ]
  for (const [style, pages, list, want] of given) {
    const { api, asked } = listed(pages, list)
    const seen: string[] = []
    for await (const { id } of api.list()) seen.push(id)
    const rows = pages ? (list.length ?? 7) : 3
    assert.equal(
      seen,
      Array.from({ length: rows }, (_, index) => `${index + 1}`),
      style,
    )
    assert.equal(asked, want, style)
  }
})

test('the query goes along from page to page', async () => {
  const { api, asked } = listed(NUMBERS, { meta: totals })
  const request = api.list({ filter: { title_eq: 'x' }, sort: ['-words'], page: { size: 5 } })
  assert.is((await request.all()).length, 7)
  const rest = 'filter[q][title_eq]=x&sort=-words&page[size]=5'
  assert.equal(asked, [`?${rest}`, `?${rest}&page[number]=2`])
})

test('from a page in the middle', async () => {
  const given: [pages: Description['pages'], page: object, want: string][] = [
    [NUMBERS, { number: 2, size: 2 }, '3 4 5 6 7'],
    [OFFSETS, { offset: 5, limit: 1 }, '6 7'],
    [AFTER, { after: '4' }, '5 6 7'],
  ]
  for (const [pages, page, want] of given) {
    for (const concurrency of [1, 3]) {
      const { api } = listed(pages, { meta: totals, cursors: true })
      assert.is(ids(await api.list({ page }).all({ concurrency })), want)
    }
  }
})

test('back from the middle by offset: no page begins before the first row', async () => {
  const { api, asked } = listed(OFFSETS, { meta: totals })
  const page: object = { offset: 2, limit: 3 }
  const before = await (await api.list({ page })).prev()
  assert.is(asked.at(-1), '?page[offset]=0&page[limit]=3')
  assert.is(await before?.prev(), undefined)
})

test('all the rows, in order, with no more requests than that takes', async () => {
  const given: [
    style: string,
    pages: Description['pages'],
    options: object,
    list: List,
    rows: number,
    requests: number,
    most: number,
  ][] = [
    ['one by one', NUMBERS, {}, {}, 7, 3, 1],
    ['several at once', NUMBERS, { concurrency: 2 }, { length: 20 }, 20, 7, 2],
    ['more than there are pages', NUMBERS, { concurrency: 9 }, { length: 20 }, 20, 7, 6],
    ['by offset', OFFSETS, { concurrency: 3 }, { length: 20 }, 20, 7, 3],
    ['a limit within a page', NUMBERS, { limit: 2 }, {}, 2, 1, 1],
    ['a limit of a page', NUMBERS, { limit: 3 }, {}, 3, 1, 1],
    ['a limit beyond a page', NUMBERS, { limit: 4 }, {}, 4, 2, 1],
    ['a limit of none', NUMBERS, { limit: 0 }, {}, 0, 1, 1],
    ['a limit, several at once', NUMBERS, { limit: 10, concurrency: 4 }, { length: 20 }, 10, 4, 3],
    ['a limit beyond the list', OFFSETS, { limit: 99, concurrency: 4 }, { length: 10 }, 10, 4, 3],
    ['nobody tells how many', NUMBERS, { concurrency: 4 }, { meta: () => undefined }, 7, 4, 1],
    ['cursors', AFTER, { concurrency: 4 }, { cursors: true }, 7, 4, 1],
    ['a list of one page', NUMBERS, { concurrency: 4 }, { length: 3 }, 3, 1, 1],
    ['an empty list', NUMBERS, { concurrency: 4 }, { length: 0 }, 0, 1, 1],
  ]
  for (const [style, pages, options, list, rows, requests, atOnce] of given) {
    const { api, asked, most } = listed(pages, { meta: totals, ...list })
    const found = await api.list().all(options)
    assert.equal(
      found.map(({ id }) => id),
      Array.from({ length: rows }, (_, index) => `${index + 1}`),
      style,
    )
    assert.equal([asked.length, most()], [requests, atOnce], style)
  }
})

test('the rows from a page on that a link led to', async () => {
  for (const concurrency of [1, 3]) {
    const { api } = listed(NUMBERS, { meta: totals, links: linking })
    const second = await (await api.list()).next()
    assert.is(ids(await second?.all({ concurrency })), '4 5 6 7', `${concurrency}`)
  }
})

test('several pages at once where there are links as well: one by its link, the others by number', async () => {
  const { api, asked, most } = listed(NUMBERS, { meta: totals, links: linking })
  assert.is(ids(await api.list().all({ concurrency: 3 })), '1 2 3 4 5 6 7')
  assert.equal([asked, most()], [['', '?page[number]=2', '?page[number]=3'], 2])
})

test('a list ends where its links end, whatever the count says, however many pages are asked for at once', async () => {
  for (const concurrency of [1, 3]) {
    const { api } = listed(NUMBERS, { meta: totals, links: () => ({ next: null }) })
    assert.is(ids(await api.list().all({ concurrency })), '1 2 3', `${concurrency}`)
  }
})

test('pages that were asked for at once can be asked for again', async () => {
  const { api } = listed(NUMBERS, { meta: totals })
  const first = await api.list()
  for (const concurrency of [3, 1]) assert.is(ids(await first.all({ concurrency })), '1 2 3 4 5 6 7')
  assert.is(ids((await (await first.next())?.next())?.data), '7')
})

test('a list that became shorter ends where it ends', async () => {
  const { api, asked } = listed(NUMBERS, { length: 4, meta: () => ({ total: 300, pages: 100 }) })
  assert.is(ids(await api.list().all({ concurrency: 2 })), '1 2 3 4')
  assert.ok(asked.length <= 5, `${asked.length}`)
})

test('a cursor that leads on does not lead back', async () => {
  const { api, asked } = listed(POINTED, { cursors: true })
  const second = await (await api.list()).next()
  assert.is(await second?.prev(), undefined)
  assert.equal(asked, ['', '?cursor=3'])
})

test('of several pages at once, one that fails fails all, and no more are asked for', async () => {
  let sent = 0
  const fetch = async (): Promise<Response> => {
    sent += 1
    return sent === 3
      ? Response.json({}, { status: 500 })
      : answer({ data: [{ type: 'articles', id: `${sent}` }], meta: { record_count: 100 } })
  }
  const error = await client({ fetch, retry: 0 })
    .list()
    .all({ concurrency: 2 })
    .catch((error: unknown) => error)
  await new Promise((resolve) => setTimeout(resolve, 10))
  assert.is(error instanceof Error && error.name, 'ServerError')
  assert.ok(sent <= 6, `${sent}`)
})

test('a list ends where more than a thousand pages in a row have no rows, however their links go on', async () => {
  let count = 0
  const fetch = async (): Promise<Response> => {
    count += 1
    return answer({ data: [], links: { next: `?at=${count}` } })
  }
  assert.equal(await client({ fetch }).list().all(), [])
  assert.is(count, 1002)
})

test('circles of any length end', async () => {
  for (const length of [1, 2, 3, 5, 8]) {
    for (const lead of [0, 1, 4]) {
      const visits = new Map<number, number>()
      const fetch = async ({ url }: Request): Promise<Response> => {
        const at = Number(new URL(url).searchParams.get('at') ?? 0)
        visits.set(at, (visits.get(at) ?? 0) + 1)
        const next = at + 1 < lead + length ? at + 1 : lead
        return answer({
          data: [{ type: 'articles', id: `${at}` }],
          links: { next: `?at=${next}&nonce=${visits.size}` },
        })
      }
      let count = 0
      for await (const _ of client({ fetch }).list()) if (++count > 100) break
      assert.ok(count >= lead + length && count <= 3 * (lead + length) + 1, `${lead}, ${length}: ${count}`)
    }
  }
})

test('the first row', async () => {
  const given: [length: number, want: string | undefined][] = [
    [7, '1'],
    [0, undefined],
  ]
  for (const [length, want] of given) {
    const { api, asked } = listed(NUMBERS, { length })
    const list = api.list()
    assert.is((await list.first())?.id, want)
    assert.is((await list.first())?.id, want)
    assert.equal(asked, [''])
  }
})

test('how many rows there are, told or counted', async () => {
  const given: [pages: Description['pages'], list: List, want: number, asked: string[]][] = [
    [NUMBERS, { meta: totals }, 7, ['']],
    [OFFSETS, { meta: totals }, 7, ['']],
    [NUMBERS, { meta: totals, length: 0 }, 0, ['']],
    [AFTER, { cursors: true, length: 4 }, 4, ['', '?page[after]=3', '?page[after]=4']],
    [undefined, { length: 2 }, 2, ['']],
    // the pointer leads nowhere
    [NUMBERS, { length: 2 }, 2, ['', '?page[number]=2']],
  ]
  for (const [pages, list, want, asked] of given) {
    const { api, asked: sent } = listed(pages, list)
    assert.is(await api.list().count(), want)
    assert.equal(sent, asked)
  }
})

test('page by page, each when it is due', async () => {
  const { api, asked } = listed(NUMBERS, { meta: totals })
  const seen: [string | undefined, number][] = []
  for await (const { data } of api.list().pages()) seen.push([ids(data), asked.length])
  assert.equal(seen, [
    ['1 2 3', 1],
    ['4 5 6', 2],
    ['7', 3],
  ])
  for await (const _ of api.list().pages()) break
  assert.is(asked.length, 4)
})

test('back again right after the first step forth', async () => {
  const given: [style: string, pages: Description['pages'], list: List][] = [
    ['links', undefined, { links: linking }],
    ['numbers', NUMBERS, { meta: totals }],
    ['offsets', OFFSETS, { meta: totals }],
  ]
  for (const [style, pages, list] of given) {
    const { api } = listed(pages, list)
    const second = await (await api.list()).next()
    const first = await second?.prev()
    assert.is(ids(first?.data), '1 2 3', style)
    // … and as often as one likes
    assert.is(ids((await (await first?.next())?.prev())?.data), '1 2 3', style)
  }
})

test('pages without rows, kept from this user, lead on to the next', async () => {
  let sent = 0
  const fetch = async (): Promise<Response> => {
    sent += 1
    const hasRow = sent === 1 || sent === 52
    return answer({
      data: hasRow ? [{ type: 'articles', id: `${sent}` }] : [],
      links: { next: sent === 52 ? null : `?at=${sent}` },
    })
  }
  const found = await client({ fetch, retry: 0 }).list().all()
  assert.equal([found.length, sent], [2, 52])
})

test('however many pages there are said to be, a hundred are asked for at once, until one is empty', async () => {
  for (const pages of [1000, 1e9]) {
    const { api, asked, most } = listed(NUMBERS, { length: 20, meta: () => ({ pages }) })
    assert.is((await api.list().all({ concurrency: Infinity })).length, 20)
    assert.is(most(), 100)
    assert.ok(asked.length <= 202, `${asked.length}`)
  }
})

test('a count of pages that is wrong loses no rows', async () => {
  for (const pages of [0, 1, -1]) {
    for (const concurrency of [1, 3, Infinity]) {
      const { api } = listed(NUMBERS, { meta: () => ({ pages }), links: linking })
      assert.is(ids(await api.list().all({ concurrency })), '1 2 3 4 5 6 7', `${pages}, ${concurrency}`)
    }
  }
})

test('a link that is no URL is no page', async () => {
  for (const next of ['http://[bad', { href: 'https://x:y/' }]) {
    const { fetch, requests } = answering(() => answer({ data: [{ type: 'articles', id: '1' }], links: { next } }))
    const api = client({ fetch })
    for (const leads of [(await api.list()).next(), api.list().all()]) {
      const error = await leads.then(
        () => undefined,
        (error: unknown) => error,
      )
      assert.ok(error instanceof TypeError && error.message === 'Invalid URL')
    }
    assert.is(requests.length, 2)
  }
})

test.run()
