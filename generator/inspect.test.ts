import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { modelOf } from '../spec/fixtures/model/model-of.js'
import { inspect, inspectJson } from './inspect.js'

test('each fact stands on a line of its own, with its source', async () => {
  const { model } = await modelOf('extension.yaml')
  assert.equal(inspect(model).split('\n'), [
    'Extension 1',
    '  server      none is named',
    '  media type  application/json                                  declared',
    '  security    none is named',
    '  rate limit  GET: 1000 in 60 s, over all endpoints             x-jsonapi',
    '  filter      filter[q][{filter}]                               x-jsonapi',
    '  matchers    eq lt                                             x-jsonapi',
    '  page        page[number], page[size], default 10, at most 25  x-jsonapi',
    '  total       /meta/total                                       x-jsonapi',
    '  page count  /meta/pages                                       x-jsonapi',
    '  dates       string                                            default',
    '  enums       closed                                            default',
    '',
    'notes: Note, api.notes (x-jsonapi)',
    '  attributes',
    '    id     string  filterable',
    '    title  string  read, filterable, sortable  declared',
    '  relationships',
    '    parts  many notes  read  x-jsonapi',
    '  operations',
    '    notes.list({ include, fields, sort, filter, page })  GET /notes                200 many notes  declared',
    '    notes.shelve(id)                                     POST /notes/{id}/archive  202             x-jsonapi',
    '',
    '1 resource, 2 operations, 0 warnings',
    '',
  ])
})

test('where the API is, how requests are authorized, and what must not be shown', async () => {
  const lines = async (file: string) =>
    inspect((await modelOf(file)).model)
      .split('\n')
      .slice(1)
  assert.equal((await lines('servers.yaml')).slice(0, 4), [
    '  server      https://{region}.example.com:{port}/{base}  declared',
    '  variable    region, default eu, one of eu, us           declared',
    '  variable    port, default 8443, one of 8443, 443        declared',
    '  variable    base, default empty                         declared',
  ])
  assert.match(
    (await lines('security.yaml')).find((line) => line.startsWith('  security')) ?? '',
    'digest (other), header (apiKey, header X-API-Key), query (apiKey, query key)',
  )
  assert.match((await lines('secrets.yaml')).join('\n'), /\n {2}secrets +by_all_of by_any_of by_ref /)
})

test('the warnings come last, each with its place', async () => {
  const { model, problems } = await modelOf('deep-refs.yaml')
  const text = inspect(model, { problems })
  assert.match(text, 'warning linkage-type-contradiction: The relationship source of orders')
  assert.match(text, /deep-refs\.yaml:\d+:\d+/)
  assert.match(text, /2 resources, 2 operations, 2 warnings\n$/)
})

test('an inference says from what', async () => {
  const { model } = await modelOf('types.yaml')
  assert.match(inspect(model), 'by-example: ByExample, api.byExample (inferred from the example of its type)')
})

test('linkage is told by its cardinality and its types', async () => {
  const { model } = await modelOf('relationship-endpoints.yaml')
  const lines = inspect(model)
    .split('\n')
    .map((line) => line.trim().replace(/ {2,}/g, ' | '))
  for (const line of [
    'articles.tagsRelationship(id, { sort, page }) | GET /articles/{id}/relationships/tags | 200 linkage of many tags | declared',
    'articles.authorRelationship(id) | GET /articles/{id}/relationships/author | 200 linkage of one people | null | inferred from JSON:API',
    'articles.removeSubjectsRelationship(id, linkage of many articles or topics) | DELETE /articles/{id}/relationships/subjects | 204 | declared',
  ]) {
    assert.ok(lines.includes(line), line)
  }
})

const QUERIES: Readonly<Record<string, readonly string[]>> = {
  'brackets.yaml': [
    'notes.list | include | of author, author.notes | declared',
    'notes.list | filter[mood] | string, one of dry, warm | declared',
    'notes.list | filter[created][gt] | string (date-time), created gt | declared',
    'notes.list | page[size] | page.size: number, default 2, at most 5 | declared',
  ],
  'suffixes.yaml': [
    'notes.list | filter[title] | string, required | declared',
    'notes.list | filter[mood__in] | list of string, mood in, one of dry, warm | declared',
  ],
  'lists.yaml': [
    'notes.list | include | of author, repeated | declared',
    'notes.list | sort | any, pipes between | declared',
    'notes.list | filter[ids] | list of string, repeated with [] | declared',
  ],
  'expression.yaml': [
    'notes.list | filter | text, of title (equals any), created (less-than greater-than), author (has), author.name (equals), mood (equals) | declared',
    'notes.drafts | filter | text, required | declared',
  ],
}

for (const [file, wanted] of Object.entries(QUERIES)) {
  test(`what each operation declares of its query: ${file}`, async () => {
    const { model } = await modelOf(`../queries/${file}`)
    const lines = inspect(model)
      .split('\n')
      .map((line) => line.trim().replace(/ {2,}/g, ' | '))
    for (const line of wanted) assert.ok(lines.includes(line), line)
  })
}

test('what would steer a terminal is left out', async () => {
  const { model } = await modelOf('extension.yaml')
  const [note] = model.resources
  if (!note) throw new Error('no resource')
  const hostile = {
    ...model,
    resources: [{ ...note, attributes: note.attributes.map((one) => ({ ...one, name: 'a\u001b[2J\nb' })) }],
  }
  assert.match(inspect(hostile), '    a [2J b  string')
})

test('the form for programs', async () => {
  const { model, problems } = await modelOf('attributes-3.0.yaml')
  const text = inspectJson(model, { problems })
  const form = JSON.parse(text)
  assert.ok(text.endsWith('}\n'))
  const [notes] = form.resources
  const schema = '/components/schemas/Note/properties/attributes/properties/mood'
  assert.equal(notes.attributes[1], {
    name: 'mood',
    type: 'string',
    nullable: true,
    deprecated: false,
    readable: true,
    create: null,
    update: 'optional',
    filterable: false,
    sortable: false,
    schema: { read: [schema], update: [schema] },
    source: { by: 'declared', pointer: schema },
    enum: ['dry', 'warm'],
  })
  assert.not('enum' in notes.attributes[0])
  assert.not('format' in notes.attributes[0])
  const [, , update] = notes.operations
  assert.equal(
    [update.call, update.method, update.path, update.pathParameters, update.arguments, update.signature],
    ['notes.update', 'PUT', '/notes/{id}', ['id'], ['id'], ['id', 'input', 'options']],
  )
  assert.equal(form.operations, [])
  const { file, ...warning } = form.warnings[0]
  assert.match(file, 'attributes-3.0.yaml')
  assert.equal(Object.keys(warning), ['code', 'message', 'pointer', 'line', 'column', 'advice', 'overlay'])
  assert.equal([warning.code, warning.pointer, warning.line, warning.column], ['no-query-parameters', '/paths', 5, 3])
})

test.run()
