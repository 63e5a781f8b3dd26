import { fileURLToPath, pathToFileURL } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { faultsIn, inFolder } from '../../spec/fixtures/emit/compiled.js'
import { load } from '../document/load.js'
import { build } from '../model/build.js'
import { emit } from './emit.js'
import { sdkExample } from './examples.js'

const cwd = fileURLToPath(new URL('../../spec/fixtures/emit/', import.meta.url))

/** A call as source, and what is to be on the wire. */
type Case = readonly [call: string, line: string, headers?: Readonly<Record<string, string>>, body?: string | RegExp]

/** https://spec.openapis.org/oas/v3.1.1#style-examples */
const PARAMETERS: readonly Case[] = [
  ["api.query({ query: { color: 'blue' } })", 'GET /v1/query?version=2&color=blue'],
  [
    "api.query({ query: { color: 'black', version: 3, form: [1, 2], commas: [1, 2], spaces: [1, 2], pipes: [1, 2] } })",
    'GET /v1/query?version=3&color=black&form=1&form=2&commas=1,2&spaces=1%202&pipes=1%7C2',
  ],
  [
    "api.query({ query: { color: 'blue', props: { w: 1, h: 2 }, pairs: { w: 1, h: 2 }, deep: { w: 1, h: 2 }, json: { w: 1 } } })",
    'GET /v1/query?version=2&color=blue&w=1&h=2&pairs=w,1,h,2&deep%5Bw%5D=1&deep%5Bh%5D=2&json=%7B%22w%22%3A1%7D',
  ],
  [
    "api.query({ query: { color: 'blue', url: 'https://a.b/c?d=e&f', 'odd name': true } })",
    'GET /v1/query?version=2&color=blue&url=https://a.b/c?d=e%26f&odd%20name=true',
  ],
  ["api.headers({ headers: { 'X-Tenant': 't' } })", 'GET /v1/headers', { 'x-tenant': 't', 'x-version': '2024' }],
  [
    "api.headers({ headers: { 'X-Tenant': 't', 'X-Ids': [1, 2], 'X-Box': { w: 1, h: 2 }, 'X-Open': { w: 1, h: 2 }, 'X-Json': { w: 1 }, 'X-Rows': [{ w: 1 }, { w: 2 }] }, cookies: { sid: 'a b', ids: [1, 2] } })",
    'GET /v1/headers',
    {
      'x-ids': '1,2',
      'x-box': 'w,1,h,2',
      'x-open': 'w=1,h=2',
      'x-json': '{"w":1}',
      'x-rows': '[{"w":1},{"w":2}]',
      cookie: 'sid=a%20b; ids=1,2',
    },
  ],
  [
    "api.path('a/b', [1, 2], [3, 4], [5, 6], { w: 1, h: 2 }, false)",
    'GET /v1/path/a%2Fb/.1.2/;matrix=3,4/5,6/w=1,h=2/false',
  ],
  ['api.whole({ query: { w: 1 } })', 'GET /v1/whole?%7B%22w%22%3A1%7D'],
  ['api.wholeForm({ query: { w: 1, h: 2 } })', 'GET /v1/whole-form?w=1&h=2'],
  ['api.wholeForm()', 'GET /v1/whole-form'],
]

const CONTENTS: readonly Case[] = [
  ["api.json({ name: 'x' })", 'POST /v1/json', { 'content-type': 'application/json' }, '{"name":"x"}'],
  [
    "api.form({ name: 'x y', tags: ['a', 'b'] })",
    'POST /v1/form',
    { 'content-type': 'application/x-www-form-urlencoded' },
    'name=x%20y&tags=a,b',
  ],
  ['api.form()', 'POST /v1/form', {}, ''],
  [
    "api.parts({ file: new Blob(['f'], { type: 'image/png' }), note: '# n', pet: { name: 'x' }, more: [new Blob(['g'])] })",
    'POST /v1/parts',
    {},
    /name="file"; filename="file"\r\nContent-Type: image\/png\r\n\r\nf\r\n.*name="note"\r\nContent-Type: text\/markdown\r\n\r\n# n\r\n.*name="pet"\r\nContent-Type: application\/json\r\n\r\n\{"name":"x"\}\r\n.*name="more"; filename="more"\r\n/s,
  ],
  [
    "api.jsonBytes({ image: { bytes: 'YQ==' }, more: ['Yg=='] })",
    'POST /v1/json-bytes',
    { 'content-type': 'application/json' },
    '{"image":{"bytes":"YQ=="},"more":["Yg=="]}',
  ],
  ["api.bothJson({ bytes: 'YQ==' })", 'POST /v1/both/json', {}, '{"bytes":"YQ=="}'],
  [
    "api.bothParts({ bytes: new Blob(['f']), more: [new Blob(['g']), 'h'] })",
    'POST /v1/both/parts',
    {},
    /filename="bytes"/,
  ],
  ['api.parts(new FormData())', 'POST /v1/parts'],
  ["api.text('hello')", 'PUT /v1/text', { 'content-type': 'text/plain' }, 'hello'],
  [
    "api.bytes(new Blob(['streamed']).stream())",
    'PUT /v1/bytes',
    { 'content-type': 'application/octet-stream' },
    'streamed',
  ],
  ["api.several({ name: 'x' })", 'POST /v1/several', { 'content-type': 'application/json' }, '{"name":"x"}'],
  [
    "api.several(Sdk.sendAs('application/xml', '<pet/>'))",
    'POST /v1/several',
    { 'content-type': 'application/xml' },
    '<pet/>',
  ],
  [
    "api.several(Sdk.sendAs('application/x-www-form-urlencoded', { name: 'x' }))",
    'POST /v1/several',
    { 'content-type': 'application/x-www-form-urlencoded' },
    'name=x',
  ],
  ['api.getText().then((text) => text satisfies string)', 'GET /v1/answers/text', { accept: 'text/csv' }],
  ['api.getBytes().then((blob) => blob.size)', 'GET /v1/answers/bytes', { accept: 'image/png' }],
  ['api.getAny().then((pet) => pet.name)', 'GET /v1/answers/any', { accept: '*/*' }],
  [
    "api.getJson().then((answer) => (answer === undefined ? 0 : 'job' in answer ? answer.job : answer.name))",
    'GET /v1/answers/json',
    { accept: 'application/json' },
  ],
]

/** JSON:API operations that take others beside. */
const BESIDE: readonly Case[] = [
  [
    "api.notes.list({ headers: { 'X-Tenant': 't' } })",
    'GET /v1/notes',
    { 'x-tenant': 't', revision: '2025-01-01', accept: 'application/vnd.api+json' },
  ],
  [
    "api.notes.list({ sort: ['-text'], query: { locale: 'de', tags: ['a', 'b'] }, headers: { 'X-Tenant': 't' }, cookies: { sid: 's' } })",
    'GET /v1/notes?sort=-text&locale=de&tags=a,b',
    { cookie: 'sid=s' },
  ],
  [
    "api.notes.list({ query: { locale: 'en' }, headers: { 'X-Tenant': 't' } }, { headers: { revision: '2024' } }).sort('text')",
    'GET /v1/notes?sort=text&locale=en',
    { 'x-tenant': 't', revision: '2024' },
  ],
  ["api.notes.create({ id: '1', text: 'x' }, { headers: { 'X-Tenant': 't' } })", 'POST /v1/notes', { 'x-tenant': 't' }],
  ["api.notes.retrieve('1')", 'GET /v1/notes/1', { revision: '2025-01-01' }],
  ["api.notes.delete('1', { query: { confirm: true, sort: 'x' } })", 'DELETE /v1/notes/1?confirm=true&sort=x'],
]

/** What the compiler must not accept. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'parameters.yaml': [
    'api.query()',
    'api.query({})',
    "api.query({ query: { color: 'red' } })",
    "api.query({ query: { color: 'blue', deep: { x: 1 } } })",
    "api.query({ query: { color: 'blue' }, headers: { Accept: 'x' } })",
    'api.headers()',
    "api.headers({ headers: { 'X-Ids': [1] } })",
    "api.path('a', [1], [1], 5, {}, true)",
    'api.whole()',
  ],
  'own-parameters.yaml': [
    'api.notes.list()',
    "api.notes.list({ sort: ['text'] })",
    "api.notes.list({ query: { locale: 'fr' }, headers: { 'X-Tenant': 't' } })",
    "api.notes.list({ locale: 'de', headers: { 'X-Tenant': 't' } })",
    "api.notes.create({ id: '1', text: 'x' })",
    "api.notes.delete('1')",
    "api.notes.delete('1', { query: { confirm: 'yes' } })",
  ],
  'contents.yaml': [
    'api.json()',
    'api.json({})',
    "api.parts({ file: 'text' })",
    "api.jsonBytes({ image: { bytes: new Blob(['x']) } })",
    "api.jsonBytes({ image: { bytes: '' }, more: [new Blob(['x'])] })",
    "api.jsonBytes({ image: { bytes: '' } }).then((answer) => answer.bytes.size)",
    'api.text(1)',
    "api.several(Sdk.sendAs('text/plain', 'x'))",
    "api.several(Sdk.sendAs('application/x-www-form-urlencoded', { nom: 'x' }))",
    'api.getBytes().then((blob) => blob.name)',
    'api.getJson().then((answer) => answer.name)',
    '(async () => { for await (const event of api.getEvents()) event.data satisfies number })()',
    '(async () => { for await (const pet of api.getLines()) pet.name satisfies number })()',
    '(async () => { for await (const event of api.getTypedEvents()) event.id })()',
  ],
}

for (const [name, cases] of [
  ['parameters.yaml', PARAMETERS],
  ['contents.yaml', CONTENTS],
  ['own-parameters.yaml', BESIDE],
] as const) {
  const document = await load(name, { cwd })
  const { model, problems } = build(document)
  const files = await emit(model, document)

  test(`${name}: nothing to warn of`, () => {
    assert.equal(
      problems.map(({ message }) => message),
      [],
    )
  })

  test(`${name}: typed, and on the wire as OpenAPI has it`, async () => {
    const source = (calls: readonly string[], each: (call: string) => string) =>
      [
        "import * as Sdk from './index.js'",
        'export const calls = (api: Sdk.Client) => [',
        ...calls.map(each),
        ']',
      ].join('\n')
    const uses = new Map([
      [
        'accepted.ts',
        source(
          cases.map(([call]) => call),
          (call) => `() => ${call},`,
        ),
      ],
      ['refused.ts', source(REFUSED[name] ?? [], (call) => `// @ts-expect-error\n() => ${call},`)],
      ['shown.ts', shown(model.operations.map((operation) => sdkExample(model, operation)))],
    ])
    await inFolder(new Map([...files, ...uses]), async (folder) => {
      assert.equal(faultsIn(folder, [...uses.keys()]), [])
      const { createClient } = await import(pathToFileURL(`${folder}/index.ts`).href)
      const { calls } = await import(pathToFileURL(`${folder}/accepted.ts`).href)
      const sent: Request[] = []
      const fetch = async (request: Request): Promise<Response> => {
        sent.push(request)
        if (request.method !== 'GET' && name === 'contents.yaml') return new Response(null, { status: 204 })
        const isList = request.method === 'GET' && new URL(request.url).pathname.endsWith('/notes')
        const data = { type: 'notes', id: '1' }
        return Response.json({ data: isList ? [data] : data })
      }
      const all: (() => Promise<unknown>)[] = calls(createClient({ fetch }))
      for (const [index, [call, line, headers = {}, body]] of cases.entries()) {
        await all[index]?.()
        const request = sent.pop()
        const url = new URL(request?.url ?? '')
        assert.is(`${request?.method} ${url.pathname}${url.search}`, line, call)
        for (const [header, want] of Object.entries(headers))
          assert.is(request?.headers.get(header), want, `${call}: ${header}`)
        const text = await request?.text()
        if (body instanceof RegExp) assert.match(text ?? '', body)
        else if (body !== undefined) assert.is(text, body, call)
      }
    })
  })
}

/** The examples of the reference, each in a function. */
const shown = (examples: readonly string[]): string =>
  [
    "import type * as Sdk from './index.js'",
    'declare const api: Sdk.Client',
    ...examples.map(
      (example, index) =>
        `export async function example${index}() {\n${example.replace(/: (\w+Body)\)/, ': Sdk.$1)')}\n}`,
    ),
  ].join('\n')

test.run()
