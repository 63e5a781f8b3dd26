import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { runIn } from './cli.fixture.js'
import type { Difference } from './show-diff.js'

/** A JSON:API service of one resource, with these attributes. */
const things = (version: string, attributes: object): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Things', version },
    paths: {
      '/things': {
        get: {
          parameters: [{ name: 'page[size]', in: 'query', schema: { type: 'integer' } }],
          responses: {
            200: {
              description: 'The things.',
              content: {
                'application/vnd.api+json': {
                  schema: {
                    type: 'object',
                    properties: { data: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } },
                  },
                },
              },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Thing: {
          type: 'object',
          required: ['type', 'id'],
          properties: {
            type: { const: 'things' },
            id: { type: 'string' },
            attributes: { type: 'object', properties: attributes },
          },
        },
      },
    },
  })
const text = { type: 'string' }
const DOCUMENTS = {
  'v1.json': things('1', { name: text }),
  'v2.json': things('2', { name: text, colour: text }),
  'v3.json': things('3', { colour: text }),
}

let folder: string
test.before.each(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'openapi-resources-diff-'))
  for (const [file, document] of Object.entries(DOCUMENTS)) await put(file, document)
})
test.after.each(() => rm(folder, { recursive: true, force: true }))

const put = (file: string, text: string): Promise<void> => writeFile(path.join(folder, file), text)

const run = (...argv: string[]) => runIn(folder, ...argv)

const RUNS: readonly (readonly [argv: string, code: number, stdout: RegExp, stderr: RegExp])[] = [
  ['v1.json v1.json', 0, /^Things 1 → 1\n\nNo differences\.\n$/, /^$/],
  ['v1.json v2.json', 1, /^Things 1 → 2\n\nAdded\n {2}things\.colour {2}added\n\n1 change: 0 breaking, /, /^$/],
  ['v1.json v2.json --breaking', 0, /\n {2}things\.colour {2}added\n/, /^$/],
  ['v2.json v3.json --breaking', 1, /\nBreaking\n {2}things\.name {2}removed {2}Programs that read it find/, /^$/],
  ['v2.json v3.json --exclude deprecated', 1, /things\.name/, /^$/],
  ['v1.json', 2, /^$/, /^error no-spec: /],
  ['v1.json absent.json', 2, /^$/, /^error missing-file: .*absent\.json/],
  ['absent.json v1.json', 2, /^$/, /^error missing-file: .*absent\.json/],
  ['absent.json gone.json', 2, /^$/, /missing-file: .*absent\.json[\s\S]*missing-file: .*gone\.json/],
  ['http:// v1.json', 2, /^$/, /^error missing-file: /],
]
for (const [argv, code, stdout, stderr] of RUNS) {
  test(`diff ${argv}`, async () => {
    const found = await run('diff', ...argv.split(' '))
    assert.is(found.code, code, found.stderr)
    assert.match(found.stdout, stdout)
    assert.match(found.stderr, stderr)
  })
}

test('json', async () => {
  const { code, stdout } = await run('diff', 'v2.json', 'v3.json', '--json')
  assert.is(code, 1)
  const { before, after, changes }: Difference = JSON.parse(stdout)
  assert.equal(
    [before, after],
    [
      { title: 'Things', version: '2' },
      { title: 'Things', version: '3' },
    ],
  )
  assert.equal(
    changes.map(({ rule, breaks, text }) => [rule, breaks, text]),
    [['field-removed', 'callers', 'things.name: removed']],
  )
})

test('the configuration holds for both, as far as the earlier one has its places', async () => {
  const overlay = {
    ...{ overlay: '1.0.0', info: { title: 'O', version: '1' } },
    actions: [
      { target: '$.components.schemas.Thing.properties.attributes.properties.colour', update: { nullable: true } },
    ],
  }
  await put('overlay.json', JSON.stringify(overlay))
  const facts = {
    '/paths/~1things/get': { call: 'things.all' },
    '/components/schemas/Thing/properties/attributes/properties/colour': {},
  }
  await put(
    'openapi-resources.config.json',
    JSON.stringify({ spec: 'v2.json', overlays: ['overlay.json'], facts, strict: true }),
  )
  const { code, stdout, stderr } = await run('diff', 'v1.json', '--json')
  assert.is(code, 1, stderr)
  const { changes }: Difference = JSON.parse(stdout)
  assert.equal(
    changes.map(({ text }) => text),
    ['things.colour: added'],
  )
})

test('headers of the configuration are for its own document alone', async () => {
  const asked: IncomingHttpHeaders[] = []
  const server = createServer(({ headers }, response) => {
    asked.push(headers)
    response.end(DOCUMENTS['v1.json'])
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  try {
    const config = (spec: string) =>
      put('openapi-resources.config.json', JSON.stringify({ spec, headers: { 'X-Secret': 'config' } }))
    await config('v2.json')
    await run('diff', `${url}/v1.json`)
    await config('http://127.0.0.2:1/v2.json')
    await run('diff', `${url}/v1.json`, 'v2.json')
    await run('diff', `${url}/v1.json`, 'v2.json', '--header', 'X-Secret: said')
    await config(`${url}/v2.json`)
    await run('diff', `${url}/v1.json`)
    assert.equal(
      asked.map((headers) => headers['x-secret']),
      [undefined, undefined, 'said', 'config', 'config'],
    )
  } finally {
    server.close()
  }
})

test.run()
