import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { attribute, library, operation, relationship, resource, taking } from '../../spec/fixtures/docs/library.js'
import type { FilterQuery, Model, NamesQuery, Operation } from '../model/types.js'
import { emitDocs } from './docs.js'
import { readTemplates } from './templates.js'

const { render } = await readTemplates()
const source = { by: 'declared', pointer: '' } as const

/** The lines of the page of a resource object. */
const lines = (model: Model, page: string): string[] => (emitDocs(model, render).get(`docs/${page}`) ?? '').split('\n')

const BOOK: readonly string[] = [
  'Its JSON:API type is `books`. Lists can also be filtered and sorted by its `id`.',
  '[Books](index.md) tells what can be done with it.',
  'Where each can be used: *read* in answers; *create* and *update* in what is sent; *filter* and *sort* in lists.',
  "| `title` | string | read, create (required), update, filter | Example: `The Hitchhiker's Guide`. |",
  '| `binding` | string | read, create | How it is *bound*. One of `soft`, `hard`. |',
  '| `added_at` | string (date-time) | read, sort |  |',
  '| `subjects` | many [authors](../authors/object.md) or [books](object.md) | include, create (required) | [`GET /books/{bookId}/relationships/subjects`](subjects-relationship.md)<br>[`POST /books/{bookId}/relationships/subjects`](add-subjects-relationship.md) |',
  "Those with *include* come in the same document with `include=author`, in the SDK `{ include: ['author'] }`.",
]

for (const line of BOOK) {
  test(`the book object: ${line}`, () => {
    const page = lines(library, 'books/object.md')
    assert.ok(page.includes(line), page.join('\n'))
  })
}

const names = (...values: string[]): NamesQuery => ({ list: 'comma', required: false, source, values })

/** A list that declares what its queries take. */
function listing(query: Partial<Operation['query']>): Model {
  const list = operation('things.list', '/things', {
    kind: 'list',
    answer: { kind: 'many', types: ['things'], status: 200 },
    query: { ...taking(), ...query },
  })
  const attributes = ['name', 'size'].map((name) => attribute(name))
  const relationships = ['owner', 'parts'].map((name) => relationship(name, ['things']))
  return { ...library, resources: [resource('things', 'Thing', { attributes, relationships, operations: [list] })] }
}

const parameter = { list: null, single: false, type: 'string', schema: '', required: false, deprecated: false, source }
const byParameter: FilterQuery = {
  ...{ dialect: false, open: false, text: null, source },
  parameters: [{ ...parameter, parameter: 'filter[name__in]', path: ['name__in'], field: 'name', operator: 'in' }],
}
const byExpression: FilterQuery = {
  ...{ dialect: false, open: false, parameters: [], source },
  text: {
    ...{ required: false, source },
    expression: { fields: [{ name: 'name', operators: [{ name: 'equals', takes: 'value' }] }], quote: '"', source },
  },
}

/** [what the list declares, what the page says of the name, of the size and of the owner] */
const DECLARED: readonly (readonly [query: Partial<Operation['query']>, uses: readonly [string, string, string]])[] = [
  [{}, ['read', 'read', 'read']],
  [{ sort: names('-size') }, ['read', 'read, sort', 'read']],
  [{ filter: byParameter }, ['read, filter', 'read', 'read']],
  [{ filter: byExpression, sort: names('name', '-name') }, ['read, filter, sort', 'read', 'read']],
  [{ include: names('owner', 'parts.owner') }, ['read', 'read', 'include']],
]

for (const [query, uses] of DECLARED) {
  test(`what a list declares decides what can be done with a field: ${uses}`, () => {
    const rows = lines(listing(query), 'things/object.md').filter((line) => /^\| `(name|size|owner)` /.test(line))
    assert.equal(
      rows.map((row) => row.split(' | ')[2]?.replace(/ \|$/, '')),
      uses,
    )
  })
}

test('a relationship that many resources may stand behind names the first of them, and all below', () => {
  const types = Array.from({ length: 13 }, (_, index) => `t${index}`)
  const all = types.map((type) => resource(type, type))
  const owner = resource('owners', 'Owner', { relationships: [relationship('subject', types)] })
  const page = lines({ ...library, resources: [...all, owner] }, 'owners/object.md')
  const first = ['t0', 't1', 't2', 't3'].map((type) => `[${type}](../${type}/object.md)`).join(', ')
  assert.ok(page.includes(`| \`subject\` | one of ${first} and 9 more, below | read |`), page.join('\n'))
  assert.ok(page.includes('<summary>All 13 resources that subject leads to</summary>'))
})

test.run()
