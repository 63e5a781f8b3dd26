import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { modelOfRoot } from '../../spec/fixtures/model/model-of.js'
import type { JsonObject } from '../document/types.js'

const OK = {
  responses: { 200: { description: 'Done', content: { 'application/json': { schema: { type: 'string' } } } } },
}
const read = (paths: JsonObject) => modelOfRoot({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths })

test('names by verb and path tell every path apart', () => {
  const given = ['/pets', '/pets/{id}', '/pets/{id}/photos', '/pets/{id}/photos/{photo}', '/pets/photos/{id}']
  const { model } = read(Object.fromEntries(given.map((path) => [path, { get: OK }])))
  assert.equal(
    model.operations.map(({ path, call }) => [path, call]),
    [
      ['/pets', 'getPets'],
      ['/pets/{id}', 'getPetsById'],
      ['/pets/{id}/photos', 'getPetsByIdPhotos'],
      ['/pets/{id}/photos/{photo}', 'getPetsByIdPhotosByPhoto'],
      ['/pets/photos/{id}', 'getPetsPhotosById'],
    ],
  )
})

/** GET of `/a`, `/b` and so on, each with what is given; the calls, and what is told of them. */
function called(...operations: JsonObject[]) {
  const { model, problems } = read(
    Object.fromEntries(operations.map((one, index) => [`/${'abc'[index]}`, { get: { ...OK, ...one } }])),
  )
  return {
    calls: model.operations.map(({ call }) => call),
    told: problems.map(({ code, places: [place], mend }) => {
      const [action] = mend?.actions ?? []
      return `${code} ${place?.pointer} ${JSON.stringify(action?.update) ?? ''}`.trim()
    }),
  }
}

const clash = (path: string, id: string) =>
  `operation-id-clash /paths/~1${path}/get/operationId {"operationId":"${id}"}`
const clashes: readonly (readonly [what: string, given: JsonObject[], calls: string[], told: string[]])[] = [
  [
    'operationIds of the same words, under one tag',
    [
      { operationId: 'get-thing', tags: ['x'] },
      { operationId: 'get_thing', tags: ['x'] },
    ],
    ['x.getThing', 'x.getB'],
    [clash('b', 'getB')],
  ],
  [
    'under two tags',
    [
      { operationId: 'get-thing', tags: ['x'] },
      { operationId: 'get_thing', tags: ['y'] },
    ],
    ['x.getThing', 'y.getThing'],
    [],
  ],
  [
    'where one is named otherwise',
    [
      { operationId: 'get-thing', tags: ['x'] },
      { operationId: 'get_thing', tags: ['x'], 'x-jsonapi': { call: 'x.other' } },
    ],
    ['x.getThing', 'x.other'],
    [],
  ],
  ['the name of another without one', [{}, { operationId: 'get-a' }], ['getA', 'getB'], [clash('b', 'getB')]],
]
for (const [what, given, calls, told] of clashes) {
  test(`calls: ${what}`, () => {
    assert.equal(called(...given), { calls, told })
  })
}

const nameless: readonly (readonly [given: JsonObject, want: string])[] = [
  [{ operationId: 'run', tags: ['🚀'] }, 'run'],
  [{ operationId: 'run', tags: ['🚀', 'pets'] }, 'pets.run'],
  [{ operationId: 'run', tags: ['🚀 Pets'] }, 'pets.run'],
  [{ operationId: '🚀', tags: ['pets'] }, 'pets.getA'],
]
for (const [given, want] of nameless) {
  test(`${JSON.stringify(given)}: what has no letter names nothing`, () => {
    assert.equal(called(given).calls, [want])
  })
}

test('a header of a name that no header has is left out, and told of', () => {
  const parameters = ['X-Own', 'My Header', 'Größe', 'a:b', ''].map((name) => ({ name, in: 'header' }))
  const { model, problems } = read({ '/x': { get: { ...OK, parameters } } })
  assert.equal(
    model.operations[0]?.parameters.map(({ name }) => name),
    ['X-Own'],
  )
  assert.equal(
    problems.map(({ code, places: [place] }) => `${code} ${place?.pointer}`),
    [1, 2, 3, 4].map((index) => `header-not-sendable /paths/~1x/get/parameters/${index}/schema`),
  )
})

test('what fetch does not send is said', () => {
  const requestBody = { content: { 'application/json': { schema: { type: 'object' } } } }
  const { model, problems } = read({ '/x': { trace: OK, get: { ...OK, requestBody }, post: { ...OK, requestBody } } })
  assert.equal(
    problems.map(({ code }) => code),
    ['body-not-sendable', 'method-not-sendable'].sort(
      (a, b) => problems.findIndex(({ code }) => code === a) - problems.findIndex(({ code }) => code === b),
    ),
  )
  assert.equal(
    model.operations.map(({ method, body }) => [method, body?.kind]),
    [
      ['TRACE', undefined],
      ['GET', undefined],
      ['POST', 'plain'],
    ],
  )
})

test('what comes back is told by its properties, and what may be sent by its own', () => {
  const object = {
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'integer', readOnly: true },
      secret: { type: 'string', writeOnly: true },
      note: { type: ['string', 'null'], deprecated: true },
    },
  }
  const content = (schema: JsonObject, mediaType = 'application/json') => ({ content: { [mediaType]: { schema } } })
  const answering = (schema: JsonObject, mediaType?: string) => ({
    responses: { 200: { description: 'Done', ...content(schema, mediaType) } },
  })
  const { model } = read({
    '/one': { post: { requestBody: content(object), ...answering(object) } },
    '/many': { get: answering({ type: 'array', items: object }) },
    '/lines': { get: answering({ type: 'array', items: object }, 'application/jsonl') },
    '/text': { get: answering({ type: 'string' }) },
  })
  const id = { name: 'id', type: 'integer', nullable: false, required: true, deprecated: false }
  const secret = { name: 'secret', type: 'string', nullable: false, required: false, deprecated: false }
  const note = { name: 'note', type: 'string', nullable: true, required: false, deprecated: true }
  const [first, ...others] = model.operations
  assert.equal(first?.body?.kind === 'plain' && first.body.contents[0].properties, [secret, note])
  assert.equal(
    [first, ...others].map((one) => one?.answer.kind === 'plain' && one.answer.contents[0].properties),
    [[id, note], [id, note], [id, note], []],
  )
})

test('how parameters are written where the document leaves it open, and what of them is sent by itself', () => {
  const schema = { type: 'string' }
  const parameters = [
    { name: 'q', in: 'query', schema },
    { name: 'deep', in: 'query', style: 'deepObject', schema: { type: 'object' } },
    { name: 'json', in: 'query', content: { 'application/json': { schema: { type: 'object' } } } },
    { name: 'X-A', in: 'header', required: true, schema: { type: 'string', enum: ['1'] } },
    { name: 'X-B', in: 'header', schema: { type: 'string', default: '2' } },
    { name: 'sid', in: 'cookie', explode: false, schema: { type: 'array', items: schema } },
    { name: 'authorization', in: 'header', required: true, schema },
    { name: 'nowhere', in: 'body', schema },
  ]
  const { model } = read({ '/x': { get: { ...OK, parameters } } })
  assert.equal(
    model.operations[0]?.parameters.map(({ name, in: place, style, explode, usual, type }) => [
      name,
      place,
      style,
      explode,
      type,
      usual,
    ]),
    [
      ['q', 'query', 'form', true, 'string', undefined],
      ['deep', 'query', 'deepObject', false, 'object', undefined],
      ['json', 'query', 'json', false, 'object', undefined],
      ['X-A', 'header', 'simple', false, 'string', '1'],
      ['X-B', 'header', 'simple', false, 'string', undefined],
      ['sid', 'cookie', 'form', false, 'array', undefined],
    ],
  )
})

test('of several answers, those that are read alike; what a stream is made of', () => {
  const answers = (content: JsonObject, more: JsonObject = {}) => {
    const { model } = read({ '/x': { get: { responses: { 200: { description: '', content }, ...more } } } })
    const answer = model.operations[0]?.answer
    if (answer?.kind !== 'plain') return answer?.kind
    return [
      ...answer.contents.map(
        ({ status, format, schema }) => `${status} ${format} ${schema?.split('/').slice(-2).join('/')}`,
      ),
      answer.empty,
    ]
  }
  const json = { 'application/json': { schema: { type: 'string' } } }
  const given: [content: JsonObject, more: JsonObject, want: unknown][] = [
    [
      json,
      { 202: { description: '', content: { 'text/plain': {} } } },
      ['200 json application~1json/schema', '202 text undefined', false],
    ],
    [
      json,
      { 202: { description: '', content: { 'image/png': {} } }, 204: { description: '' } },
      ['200 json application~1json/schema', true],
    ],
    [{ 'application/pdf': {} }, {}, ['200 binary undefined', false]],
    [{ '*/*': { schema: { type: 'object' } } }, {}, ['200 json *~1*/schema'.replace('*~1*', '*~1*'), false]],
    [{ '*/*': { schema: { type: 'string', format: 'binary' } } }, {}, ['200 binary *~1*/schema', false]],
    [{ 'text/event-stream': { schema: { type: 'string' } } }, {}, ['200 events undefined', false]],
    [
      { 'application/jsonl': { itemSchema: { type: 'object' } } },
      {},
      ['200 lines application~1jsonl/itemSchema', false],
    ],
    [{ 'application/x-ndjson': { schema: { type: 'array', items: {} } } }, {}, ['200 lines schema/items', false]],
  ]
  for (const [content, more, want] of given) assert.equal(answers(content, more), want)
})

test.run()
