import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { InputError, type Problem } from '../problems.js'
import { load } from './load.js'
import { get } from './pointer.js'
import type { Json } from './types.js'

const cwd = fileURLToPath(new URL('../../spec/fixtures/document/overlays', import.meta.url))
const document = await load('api.yaml', { cwd, overlays: ['first.yaml', 'second.yaml'] })
const shown = ({ file, line, column, pointer }: Problem['places'][number]): string =>
  `${file}:${line}:${column} ${pointer}`

const roles = '/paths/~1roles/get'
const values: [pointer: string, want: Json | undefined][] = [
  ['/info/title', 'Second'],
  ['/info/version', '1'],
  ['/info/x-note/$ref', '#/nowhere'],
  ['/servers', [{ url: 'https://two.example' }, { url: 'https://four.example' }]],
  [`${roles}/tags`, ['roles', 'more']],
  [`${roles}/parameters/0/name`, 'a'],
  [`${roles}/parameters/1/name`, 'c'],
  [`${roles}/parameters/2/$ref`, '#/components/parameters/Limit'],
  [`${roles}/parameters/3`, undefined],
  [`${roles}/responses/200/description`, 'The roles.'],
  [`${roles}/responses/200/content/application~1json/schema/$ref`, '#/components/schemas/Name'],
  ["/paths/~1it's/get/deprecated", true],
  ['/paths/~1copy/get/tags', ['roles', 'more']],
  ['/components/schemas/Name/maxLength', 5],
  // YAML's alias repeats what Name was.
  ['/components/schemas/Alias/maxLength', 3],
]
for (const [pointer, want] of values) test(`value at ${pointer}`, () => assert.equal(get(document.root, pointer), want))

const places: [pointer: string, on: 'key' | 'value', want: string][] = [
  ['/info/title', 'value', 'second.yaml:5:13 /actions/0/update'],
  ['/info/version', 'value', 'api.yaml:2:33 /info/version'],
  ['/servers/0/url', 'value', 'api.yaml:3:48 /servers/1/url'],
  ['/servers/1/url', 'value', 'second.yaml:11:20 /actions/3/update/url'],
  [`${roles}/tags/0`, 'value', 'api.yaml:7:14 /paths/~1roles/get/tags/0'],
  [`${roles}/tags/1`, 'value', 'first.yaml:13:14 /actions/3/update/tags/0'],
  [`${roles}/parameters/1/name`, 'value', 'api.yaml:8:76 /paths/~1roles/get/parameters/2/name'],
  [`${roles}/parameters/2`, 'value', 'first.yaml:15:11 /actions/3/update/parameters/0'],
  [`${roles}/responses/200/content`, 'key', 'first.yaml:16:29 /actions/3/update/responses/200/content'],
  ["/paths/~1it's/get/deprecated", 'key', 'first.yaml:18:15 /actions/4/update/deprecated'],
  ['/components/parameters/Limit/name', 'value', 'parts.yaml:1:16 /Limit/name'],
]
for (const [pointer, on, want] of places) {
  test(`place of ${pointer}`, () => assert.is(shown(document.locate(pointer, on)), want))
}

test('an action that matches nothing is a warning, with its place', () => {
  assert.equal(
    document.problems.map(({ severity, code, places }) => [severity, code, ...places.map(shown)]),
    [['warning', 'unmatched-action', 'first.yaml:21:13 /actions/6/target']],
  )
})

test('without a document, the one that the first overlay extends is read', async () => {
  const extended = await load(undefined, { cwd, overlays: ['first.yaml'] })
  assert.equal([extended.name, get(extended.root, '/info/title')], ['api.yaml', 'After'])
  const error = await load(undefined, { cwd, overlays: ['second.yaml'] }).catch((error: unknown) => error)
  assert.equal(error instanceof InputError && error.problems.map(({ code }) => code), ['no-spec'])
})

const wrong: [text: string, want: string[]][] = [
  ['info: {}', ['o.yaml:1:1 ']],
  ['overlay: 2.0.0\nactions: []', ['o.yaml:1:10 /overlay']],
  ['overlay: 1.0.0\nactions: {}', ['o.yaml:2:10 /actions']],
  ['overlay: 1.0.0\nactions: [5, { target: 6 }]', ['o.yaml:2:11 /actions/0', 'o.yaml:2:14 /actions/1']],
  ['overlay: 1.0.0\nactions: [{ target: $.info }]', ['o.yaml:2:11 /actions/0']],
  ["overlay: 1.0.0\nactions: [{ target: $.info, remove: 'yes' }]", ['o.yaml:2:37 /actions/0/remove']],
  [
    'overlay: 1.0.0\nactions: [{ target: $.info, udpate: {} }]',
    ['o.yaml:2:37 /actions/0/udpate', 'o.yaml:2:11 /actions/0'],
  ],
  ['overlay: 1.0.0\nactions: [{ target: info, remove: true }]', ['o.yaml:2:21 /actions/0/target']],
  ['overlay: 1.0.0\nactions: [{ target: $, remove: true }]', ['o.yaml:2:21 /actions/0/target']],
  ['overlay: 1.0.0\nactions: [{ target: $.info, update: 7 }]', ['o.yaml:2:37 /actions/0/update']],
  ['overlay: 1.1.0\nactions: [{ target: $.info, copy: $.paths.* }]', ['o.yaml:2:35 /actions/0/copy']],
  [
    `overlay: 1.0.0\nactions: [{ target: "$.paths['/roles']", update: { put: { requestBody: { $ref: '#/x' } } } }]`,
    ['o.yaml:2:80 /actions/0/update/put/requestBody/$ref'],
  ],
]
for (const [text, want] of wrong) {
  test(`a wrong overlay: ${text.replace('\n', ' ')}`, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'overlay-'))
    try {
      await writeFile(path.join(folder, 'o.yaml'), text)
      const error = await load(path.join(cwd, 'api.yaml'), { cwd: folder, overlays: ['o.yaml'] }).catch(
        (error) => error,
      )
      assert.instance(error, InputError)
      if (!(error instanceof InputError)) return
      assert.equal(error.problems.flatMap(({ places }) => places.map(shown)).sort(), [...want].sort())
    } finally {
      await rm(folder, { recursive: true })
    }
  })
}

test('each of several matches is removed, also those within others', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'overlay-'))
  const overlay = "overlay: 1.0.0\nactions: [{ target: '$..[?@.x]', remove: true }]"
  const api = "openapi: 3.1.0\npaths: { '/a': {} }\nx-list: [{ x: 1 }, 2, { x: { y: { x: 3 } } }, 4]"
  try {
    await writeFile(path.join(folder, 'o.yaml'), overlay)
    await writeFile(path.join(folder, 'api.yaml'), api)
    assert.equal(get((await load('api.yaml', { cwd: folder, overlays: ['o.yaml'] })).root, '/x-list'), [2, 4])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test.run()
