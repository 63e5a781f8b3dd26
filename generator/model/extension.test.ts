import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { modelOf } from '../../spec/fixtures/model/model-of.js'
import { InputError } from '../problems.js'

async function errors(run: Promise<unknown>): Promise<string[]> {
  try {
    await run
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, places: [place] }) => `${code} ${place?.pointer}: ${message}`)
  }
  return []
}

test('the whole grammar is read, and its source remembered', async () => {
  const { model } = await modelOf('extension.yaml')
  const [note] = model.resources
  const [title] = note?.attributes ?? []
  const [parts] = note?.relationships ?? []
  const by = (pointer: string) => ({ by: 'extension', pointer })
  const note_ = '/components/schemas/Note'
  assert.equal(model.dialect, {
    filter: {
      parameter: 'filter[q][{filter}]',
      or: '_or_',
      through: null,
      list: ',',
      matchers: [
        { name: 'eq', takes: 'value', for: ['string', 'number', 'date', 'boolean', 'object'] },
        { name: 'lt', takes: 'value', for: ['number', 'date'] },
      ],
      source: by('/x-jsonapi/filter'),
    },
    page: {
      style: 'number',
      names: { number: 'page[number]', size: 'page[size]' },
      defaultSize: 10,
      maxSize: 25,
      total: { at: '/meta/total', source: by('/x-jsonapi/page/total') },
      count: { at: '/meta/pages', source: by('/x-jsonapi/page/count') },
      source: by('/x-jsonapi/page'),
    },
  })
  assert.equal(model.api.rateLimits, [{ methods: ['GET'], limit: 1000, period: 60, scope: 'all' }])
  assert.equal([note?.type, note?.source], ['notes', by(`${note_}/x-jsonapi/type`)])
  assert.equal(note?.label, { one: 'Short note', many: 'Short notes' })
  assert.equal([note?.id.filterable, note?.id.sortable], [true, false])
  assert.equal([title?.filterable, title?.sortable], [true, true])
  const there = `${note_}/properties/relationships/properties/parts/x-jsonapi`
  assert.equal([parts?.cardinality, parts?.types], ['many', ['notes']])
  assert.equal(parts?.source, { cardinality: by(`${there}/cardinality`), types: by(`${there}/types`) })
  assert.equal(
    note?.operations.map(({ call }) => call),
    ['notes.list', 'notes.shelve'],
  )
})

test('one that nothing reads is a warning; in an example it is data', async () => {
  const { problems } = await modelOf('extension.yaml')
  const unused = problems.filter(({ code }) => code === 'extension-not-used')
  assert.equal(
    unused.map(({ places: [place] }) => place?.pointer),
    ['/components/schemas/Unused/x-jsonapi'],
  )
})

test('everything that is wrong is said at once, each with its place', async () => {
  assert.equal(await errors(modelOf('extension-wrong.yaml')), [
    'extension-wrong-value /x-jsonapi/filter/parameter: x-jsonapi.filter.parameter must have {filter} in it, not "filter".',
    'extension-wrong-value /x-jsonapi/filter/matchers/eq/takes: x-jsonapi.filter.matchers.eq.takes must be value or list or flag, not "much".',
    'extension-unknown-key /x-jsonapi/pages: x-jsonapi.pages is no key that is known here.',
    'extension-wrong-value /paths/~1notes/get/x-jsonapi/call: x-jsonapi.call must be `<accessor>.<method>` or `<method>`, of identifiers that are free, not "1".',
    'name-clash /paths/~1b~1{id}/get: GET /b/{id} and GET /a/{id} would both be called a.b.',
    'unknown-field /components/schemas/Note/x-jsonapi/filterable/0: x-jsonapi speaks of titel, which is no attribute of notes.',
    'extension-wrong-value /components/schemas/Note/x-jsonapi/sortable: x-jsonapi.sortable must be a list, not "title".',
    'extension-wrong-value /components/schemas/Note/properties/relationships/properties/parts/x-jsonapi/cardinality: x-jsonapi.cardinality must be one or many, not "few".',
  ])
})

test('the configuration wins, key by key', async () => {
  const { model } = await modelOf('extension.yaml', {
    '/components/schemas/Note': { label: { one: 'Memo', many: 'Memos' } },
    '/paths/~1notes/get': { call: 'notes.all' },
    '': { page: { number: 'p', size: 's' } },
  })
  const [note] = model.resources
  assert.equal([note?.type, note?.label.one, note?.id.filterable], ['notes', 'Memo', true])
  assert.equal(
    note?.operations.map(({ call, source }) => `${call} ${source.by}`),
    ['notes.all config', 'notes.shelve extension'],
  )
  assert.equal(model.dialect.page, {
    style: 'number',
    names: { number: 'p', size: 's' },
    source: { by: 'config', pointer: '' },
  })
  assert.is(model.dialect.filter?.source.by, 'extension')
})

test('a fact of a place that is not there, or of a wrong kind, is an error', async () => {
  assert.equal(
    await errors(modelOf('extension.yaml', { '/components/schemas/Nope': {}, '/paths/~1notes/get': { name: 'x' } })),
    [
      'fact-without-place /facts/~1components~1schemas~1Nope: The configuration states facts of /components/schemas/Nope, and the document has no such place.',
      "extension-unknown-key /facts/~1paths~1~01notes~1get/name: x-jsonapi.name is no key that is known here (in the configuration's facts of /paths/~1notes/get).",
    ],
  )
})

test('a name clash says which line of the configuration resolves it', async () => {
  const facts = { '/paths/~1twice/get': { call: 'again' }, '/paths/~1twice/post': { call: 'again' } }
  const error = await modelOf('names.yaml', facts).catch((thrown: unknown) => thrown)
  assert.instance(error, InputError)
  const clash = error instanceof InputError ? error.problems.find(({ code }) => code === 'name-clash') : undefined
  assert.equal(
    clash?.places.map(({ pointer }) => pointer),
    ['/paths/~1twice/post', '/paths/~1twice/get'],
  )
  assert.match(clash?.advice ?? '', "facts: { '/paths/~1twice/post': { call: ")
})

test.run()
