import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { nestedFilters } from './filters.js'
import { search } from './search.js'
import { frozen } from './testing.fixture.js'

const decoded = (query: object): [string, string][] => [...new URLSearchParams(search(description, frozen(query)))]

test('every family of parameters', () => {
  const given: [query: object, want: [string, string][]][] = [
    [{}, []],
    [{ include: [], sort: [], page: {}, filter: {}, fields: {} }, []],
    [{ include: ['author', 'comments.author'] }, [['include', 'author,comments.author']]],
    [{ include: ['author', 'author'] }, [['include', 'author']]],
    [
      { fields: { articles: ['title', 'author'], people: [] } },
      [
        ['fields[articles]', 'title,author'],
        ['fields[people]', ''],
      ],
    ],
    [{ sort: ['-words', 'title'] }, [['sort', '-words,title']]],
    [
      { page: { number: 2, size: 5 } },
      [
        ['page[number]', '2'],
        ['page[size]', '5'],
      ],
    ],
    [
      { page: { number: undefined, size: 5 }, include: undefined, fields: { articles: undefined } },
      [['page[size]', '5']],
    ],
  ]
  for (const [query, want] of given) assert.equal(decoded(query), want)
})

test('filters as the dialect writes them', () => {
  const date = new Date('2024-01-02T03:04:05.678Z')
  const given: [filter: object, want: Record<string, string>][] = [
    [
      { title_eq: 'x', words_gt: 3, draft_true: true },
      { title_eq: 'x', words_gt: '3', draft_true: 'true' },
    ],
    [{ title_in: ['a', 'b c'] }, { title_in: 'a,b c' }],
    [
      { published_at_gt: date, published_at_in: [date] },
      { published_at_gt: date.toJSON(), published_at_in: date.toJSON() },
    ],
    [{ settings_jcont: { a: [1, { b: 'ü' }] } }, { settings_jcont: '{"a":[1,{"b":"ü"}]}' }],
    [{ title_eq: undefined, title_cont: '' }, { title_cont: '' }],
    [{ author: { name_cont: 'x' } }, { author_name_cont: 'x' }],
    [{ comments: { author: { name_eq: 'x' }, body_eq: 'y' } }, { comments_author_name_eq: 'x', comments_body_eq: 'y' }],
    [{ author: undefined, or: undefined }, {}],
    [{ or: [{ of: ['title', 'author.name'], cont: 'x', eq: undefined }] }, { title_or_author_name_cont: 'x' }],
    [
      {
        or: [
          { of: ['title'], eq: 'x' },
          { of: ['words'], gt: 1, lt: 9 },
        ],
      },
      { title_eq: 'x', words_gt: '1', words_lt: '9' },
    ],
    [
      { comments: { or: [{ of: ['body', 'author.name'], in: ['x'] }] } },
      { comments_body_or_comments_author_name_in: 'x' },
    ],
  ]
  for (const [filter, want] of given) {
    const entries = Object.entries(want).map(([name, value]) => [`filter[q][${name}]`, value])
    assert.equal(decoded({ filter }), entries)
  }
})

test('the same name is an attribute of one type and a relationship of another', () => {
  assert.equal(decoded({ filter: { comments: 'x' } }), [['filter[q][comments]', 'x']])
  assert.equal(decoded({ filter: { comments: { body_eq: 'x' } } }), [['filter[q][comments_body_eq]', 'x']])
  assert.equal(decoded({ filter: { subject: { title_eq: 'x' } } }), [['filter[q][subject_title_eq]', 'x']])
})

test('no value ends its parameter or begins another', () => {
  const values = ['a&b=c#d', '+', '%26', 'a b', '"\'<>', 'ü🚀', ']', '$&', '\n']
  for (const value of values) {
    const text = search(description, { filter: { title_eq: value } })
    assert.match(text, /^filter%5Bq%5D%5Btitle_eq%5D=[^&#+\s]*$/)
    assert.equal([...new URL(`https://x.io/?${text}`).searchParams], [['filter[q][title_eq]', value]])
  }
  assert.equal(decoded({ filter: { 'a]&x=[': 'y' } }), [['filter[q][a]&x=[]', 'y']])
  assert.throws(() => search(description, { filter: { title_eq: '\ud800' } }), /half of a surrogate pair/)
})

test('what the dialect cannot express is refused', () => {
  const given: [filter: object, want: RegExp][] = [
    [{ title_in: [] }, /title_in: an empty list/],
    [{ title_in: ['a', 'b,c'] }, /title_in: ',' separates values, and "b,c" has it/],
  ]
  for (const [filter, want] of given) assert.throws(() => decoded({ filter }), want)
})

test('where no dialect is known, a filter is any object', () => {
  const { pages: _, ...rest } = description
  const unknown = { ...rest, filters: nestedFilters }
  const query = {
    filter: { price: { gt: 1, in: ['a', 'b'] }, name: 'x', none: undefined },
    page: { number: 2, size: 3 },
  }
  assert.equal(
    [...new URLSearchParams(search(unknown, frozen(query)))],
    [
      ['filter[price][gt]', '1'],
      ['filter[price][in]', 'a,b'],
      ['filter[name]', 'x'],
      ['page[number]', '2'],
      ['page[size]', '3'],
    ],
  )
})

test.run()
