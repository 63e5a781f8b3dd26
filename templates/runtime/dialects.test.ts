import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { expressionFilters } from './expressions.js'
import { nestedFilters } from './filters.js'
import { listsAs } from './lists.js'
import { type QueryParts, search, type Ways } from './search.js'
import { frozen } from './testing.fixture.js'

const date = new Date('2024-01-02T03:04:05.678Z')
const written = (query: QueryParts, ways: Ways): string => search(description, frozen(query), ways)
const readable = (query: QueryParts, ways: Ways): string => decodeURIComponent(written(query, ways))

test('filters by name', () => {
  const given: [filter: object | string, want: string][] = [
    [
      { status: 'held', 'author.name': 'x', name__in: ['a', 'b'] },
      'filter[status]=held&filter[author.name]=x&filter[name__in]=a,b',
    ],
    [{ created: { gt: date, lt: undefined } }, 'filter[created][gt]=2024-01-02T03:04:05.678Z'],
    [{ a: { b: { c: [1, true] } } }, 'filter[a][b][c]=1,true'],
    ["equals(name,'x')", "filter=equals(name,'x')"],
    ['', 'filter='],
  ]
  for (const [filter, want] of given) assert.is(readable({ filter }, { filters: nestedFilters }), want)
})

test('the comma between values is one, that in a value would be another', () => {
  assert.is(written({ filter: { a: ['x y', 'ü'] } }, { filters: nestedFilters }), 'filter%5Ba%5D=x%20y,%C3%BC')
  const refused: [query: QueryParts, ways: Ways, want: RegExp][] = [
    [{ filter: { a: ['x,y'] } }, {}, /filter\[a\]: ',' separates values, and "x,y" has it/],
    [{ filter: { a: [] } }, {}, /filter\[a\]: an empty list/],
    [{ sort: ['a,b'] }, {}, /sort: ',' separates values/],
    [{ sort: ['a|b'] }, { lists: listsAs({ sort: 'pipe' }) }, /sort: '\|' separates values/],
    [{ include: ['a b'] }, { lists: listsAs({ include: 'space' }) }, /include: ' ' separates values/],
  ]
  for (const [query, ways, want] of refused) {
    assert.throws(() => written(query, { filters: nestedFilters, ...ways }), want)
  }
})

test('lists in other styles, each parameter in its own', () => {
  const lists = listsAs({ include: 'repeated', sort: 'pipe', 'fields[a]': 'space', 'filter[ids]': 'brackets' })
  const query = {
    include: ['a', 'b', 'a'],
    fields: { a: ['x', 'y'], b: ['x', 'y'] },
    filter: { ids: [1, 2], 'x&y': ['1', '2'] },
    sort: ['x', '-y'],
  }
  assert.is(
    readable(query, { filters: nestedFilters, lists }),
    'include=a&include=b&fields[a]=x y&fields[b]=x,y&filter[ids][]=1&filter[ids][]=2&filter[x&y]=1,2&sort=x|-y',
  )
  assert.match(written(query, { filters: nestedFilters, lists }), /fields%5Ba%5D=x%20y&.*&sort=x%7C-y$/)
})

test('an expression', () => {
  const filters = expressionFilters({ quote: "'", alone: ['has'] })
  const given: [filter: object | string, want: string][] = [
    [{ name: { equals: 'a b' } }, "filter=equals(name,'a b')"],
    [{ id: { any: ['a', 'b'] } }, "filter=any(id,['a','b'])"],
    [{ rating: { any: [1, 2] }, open: { equals: true } }, 'filter=and(any(rating,[1,2]),equals(open,true))'],
    [
      { created: { 'greater-than': date, 'less-than': date } },
      'filter=and(greater-than(created,2024-01-02T03:04:05.678Z),less-than(created,2024-01-02T03:04:05.678Z))',
    ],
    [{ profile: { has: true } }, 'filter=has(profile)'],
    [{ name: { equals: undefined }, id: undefined }, ''],
    [{}, ''],
    ["or(equals(a,'x'),equals(a,'y'))", "filter=or(equals(a,'x'),equals(a,'y'))"],
  ]
  for (const [filter, want] of given) assert.is(readable({ filter }, { filters }), want)
  assert.throws(() => written({ filter: { name: { equals: "O'Brien" } } }, { filters }), /needs escapes/)
  assert.throws(() => written({ filter: { name: { any: ['\\'] } } }, { filters }), /needs escapes/)
})

test('the names of page parameters', () => {
  const pageNames = { number: 'page', size: 'per_page' }
  assert.is(readable({ page: { number: 2, size: 3, other: 'x' } }, { pageNames }), 'page=2&per_page=3&page[other]=x')
})

test.run()
