import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { InputError, type Problem } from '../problems.js'
import { load } from './load.js'
import { get } from './pointer.js'
import type { Json } from './types.js'

const cwd = await mkdtemp(path.join(tmpdir(), 'shapes-'))
test.after(() => rm(cwd, { recursive: true }))

async function read(text: string, overlays: string[] = []): Promise<{ root: Json; problems: readonly Problem[] }> {
  await writeFile(path.join(cwd, 'api.yaml'), text)
  try {
    const { root, problems } = await load('api.yaml', { cwd, overlays })
    return { root, problems }
  } catch (error) {
    if (error instanceof InputError) return { root: null, problems: error.problems }
    throw error
  }
}
const shown = ({ code, places: [place] }: Problem) => `${code} ${place?.line}:${place?.column} #${place?.pointer}`

const operation = (text: string) => `openapi: 3.1.0\npaths:\n  /a:\n    get: { ${text} }\n`
const schema = (text: string, version = '3.1.0') =>
  `openapi: ${version}\npaths: { /a: { get: {} } }\ncomponents:\n  schemas:\n    A: ${text}\n`
const AT = '/paths/~1a/get'
const A = '/components/schemas/A'

const wrong: [text: string, problems: string[]][] = [
  [operation('parameters: 5'), [`wrong-shape 4:24 #${AT}/parameters`]],
  [
    operation('parameters: [5, { in: query }, { name: x, in: body }]'),
    [
      `wrong-shape 4:25 #${AT}/parameters/0`,
      `wrong-shape 4:28 #${AT}/parameters/1`,
      `wrong-shape 4:58 #${AT}/parameters/2/in`,
    ],
  ],
  [operation('responses: 5'), [`wrong-shape 4:23 #${AT}/responses`]],
  [operation("responses: { '200': fine }"), [`wrong-shape 4:32 #${AT}/responses/200`]],
  [
    operation('tags: { a: b }, operationId: []'),
    [`wrong-shape 4:18 #${AT}/tags`, `wrong-shape 4:41 #${AT}/operationId`],
  ],
  [operation('requestBody: { $ref: 5 }'), [`wrong-shape 4:33 #${AT}/requestBody/$ref`]],
  ['openapi: 3.1.0\npaths: { /a: 5 }', ['wrong-shape 2:14 #/paths/~1a']],
  ['openapi: 3.1.0\npaths: { /a: { GET: {} } }', ['wrong-shape 2:21 #/paths/~1a/GET']],
  ['openapi: 3.1.0\ninfo: 5\npaths: { /a: {} }', ['wrong-shape 2:7 #/info']],
  ['openapi: 3.1.0\npaths: { /a: {} }\ncomponents: [5]', ['wrong-shape 3:13 #/components']],
  ['openapi: 3.1.0\npaths: { /a: {} }\ncomponents: { schemas: 5 }', ['wrong-shape 3:24 #/components/schemas']],
  [schema('text'), [`wrong-shape 5:8 #${A}`]],
  [
    schema('{ enum: { a: b }, properties: [a], allOf: {a: b}, type: 5, items: [5] }'),
    [
      `wrong-shape 5:16 #${A}/enum`,
      `wrong-shape 5:38 #${A}/properties`,
      `wrong-shape 5:50 #${A}/allOf`,
      `wrong-shape 5:64 #${A}/type`,
      `wrong-shape 5:75 #${A}/items/0`,
    ],
  ],
  [operation("requestBody: { $ref: '#' }"), [`wrong-shape 4:33 #${AT}/requestBody/$ref`]],
  [schema("{ items: { $ref: '#/components/schemas' } }"), [`wrong-shape 5:25 #${A}/items/$ref`]],
  [
    schema("{ properties: { $ref: '#/components/schemas' } }"),
    [`wrong-shape 5:22 #${A}/properties/A/properties/$ref`, `shape-mended 5:30 #${A}/properties/$ref`],
  ],
  [schema("{ x-b: { type: 5 }, items: { $ref: '#/components/schemas/A/x-b' } }"), [`wrong-shape 5:23 #${A}/x-b/type`]],
  ["swagger: '2.0'\npaths: { /a: { get: { parameters: 5 } } }", [`wrong-shape 2:35 #${AT}/parameters`]],
  ["swagger: '2.0'\npaths: { /a: { get: {} } }\ndefinitions: { A: 5 }", ['wrong-shape 3:19 #/definitions/A']],
]
for (const [text, want] of wrong) {
  test(`is wrong: ${text}`, async () => {
    const { problems } = await read(text)
    assert.equal(problems.map(shown), want)
    for (const { advice } of problems) assert.ok(advice)
  })
}

const mended: [text: string, pointer: string, value: Json | undefined][] = [
  [operation('operationId: 7'), `${AT}/operationId`, '7'],
  [operation('tags: a'), `${AT}/tags`, ['a']],
  [operation('description: null'), `${AT}/description`, undefined],
  [operation('summary: {}'), `${AT}/summary`, undefined],
  [operation('responses: []'), `${AT}/responses`, {}],
  [operation('parameters: {}'), `${AT}/parameters`, []],
  [operation("deprecated: 'true'"), `${AT}/deprecated`, true],
  [operation("responses: { '200': null }"), `${AT}/responses/200`, {}],
  ['openapi: 3.1.0\ninfo: { version: 1.5 }\npaths: { /a: {} }', '/info/version', '1.5'],
  [schema('{ properties: { b: { required: true } } }'), `${A}/properties/b/required`, undefined],
  [schema('{ required: name }'), `${A}/required`, ['name']],
  [schema("{ items: { $ref: '#/paths/~1a/get' } }"), `${A}/items/$ref`, undefined],
  [schema('{ properties: [] }'), `${A}/properties`, {}],
  [schema('{ type: [string, null] }'), `${A}/type`, ['string', 'null']],
  [schema('{ type: null }'), `${A}/type`, 'null'],
  [schema('{ type: null }', '3.0.4'), `${A}/type`, undefined],
  [schema('{ discriminator: kind }'), `${A}/discriminator`, { propertyName: 'kind' }],
  [schema('null'), A, {}],
]
for (const [text, pointer, value] of mended) {
  test(`is mended: ${text}`, async () => {
    const { root, problems } = await read(text)
    assert.equal(
      problems.map(({ code, places: [place] }) => `${code} ${place?.pointer}`),
      [`shape-mended ${pointer}`],
    )
    assert.equal(get(root, pointer), value)
  })

  test(`an overlay mends it: ${text}`, async () => {
    const actions = (await read(text)).problems.flatMap(({ mend }) => mend?.actions ?? [])
    const overlay = { overlay: '1.0.0', info: { title: 'Fixes', version: '1' }, actions }
    await writeFile(path.join(cwd, 'fixes.json'), JSON.stringify(overlay))
    const { root, problems } = await read(text, ['fixes.json'])
    assert.equal(problems, [])
    assert.equal(get(root, pointer), value)
  })
}

test('what is data may have any shape', async () => {
  const { problems } = await read(
    schema(
      '{ properties: { $ref: { type: string }, required: true }, example: { $ref: 5 }, default: 5, x-a: { properties: 5 } }',
    ),
  )
  assert.equal(problems, [])
})

test('a path without a slash is told of', async () => {
  const { problems } = await read('openapi: 3.1.0\npaths: { /a: {}, b: {}, x-c: {} }')
  assert.equal(problems.map(shown), ['path-without-slash 2:18 #/paths/b'])
})

test.run()
