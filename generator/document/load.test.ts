import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from './load.js'
import { get } from './pointer.js'
import { child, root } from './resolve.js'

const cwd = fileURLToPath(new URL('../../spec/fixtures/document', import.meta.url))
const document = await load('many-files.yaml', { cwd })
const { components = {} } = document.root
const ref = (pointer: string) => get(document.root, `${pointer}/$ref`)

test('the document knows its name and version', () => {
  assert.equal([document.name, document.version], ['many-files.yaml', '3.1.0'])
})

const json = '/get/responses/200/content/application~1json'
const refs: [pointer: string, want: string][] = [
  [`/paths/~1roles${json}/schema`, '#/components/schemas/Role'],
  ['/paths/~1roles-again', '#/paths/~1roles'],
  [`/paths/~1members${json}/schema`, '#/components/schemas/Role'],
  ['/paths/~1inline/get/parameters/0', '#/components/parameters/Page'],
  ['/components/parameters/Page/schema', '#/components/schemas/Size'],
  [`/paths/~1inline${json}/schema`, '#/components/schemas/components-Named'],
  ['/components/schemas/Role/properties/name', '#/components/schemas/Role/$defs/Name'],
  ['/components/schemas/Role/properties/parent', '#/components/schemas/Role'],
  ['/components/schemas/Role/properties/named', '#/components/schemas/components-Named'],
  ['/components/schemas/Role/properties/first', '#/components/schemas/Named'],
  ['/components/schemas/Role/properties/long', '#/components/schemas/components-Named/properties/long'],
  ['/components/schemas/Circle/properties/again', '#/components/schemas/Circle'],
  ['/components/schemas/Circle/properties/deep', '#/components/schemas/Role/properties/name'],
  ['/components/schemas/Mapped/oneOf/0', '#/components/schemas/Role'],
  ['/components/schemas/Anchored', '#/components/schemas/WithAnchor'],
  ['/components/schemas/Circle/properties/x-own', '#/components/schemas/Role'],
  // data
  ['/paths/~1inline/get/responses/x-data', '#/nowhere'],
  ['/info/x-note', '#/nowhere'],
  [`/paths/~1inline${json}/example`, '#/nowhere'],
  [`/paths/~1inline${json}/examples/one/value`, 'nowhere.yaml'],
  ['/components/schemas/Circle/default', '#/nowhere'],
  ['/components/schemas/Circle/enum/0', '#/nowhere'],
]
for (const [pointer, want] of refs) test(`$ref at ${pointer}`, () => assert.is(ref(pointer), want))

test('what is moved in is there once, under a name of its own', () => {
  const { schemas = {}, parameters = {} } = JSON.parse(JSON.stringify(components))
  const own = ['Role', 'Named', 'constructor', 'Circle', 'Mapped', 'Anchored', 'WithAnchor']
  assert.equal(Object.keys(schemas), [...own, 'components-Named', 'Size'])
  assert.equal(Object.keys(parameters), ['Page'])
  assert.is(schemas['components-Named'].title, 'Of the other file')
  assert.is(schemas.Named.title, 'Of the first file')
})

test('what stands beside a $ref stays', () => {
  assert.is(get(document.root, `/paths/~1inline${json}/schema/description`), 'Beside it')
  assert.equal(Object.keys(child(document, root(document), 'paths', '/members').value ?? {}), ['get', 'summary'])
})

test('a property that is called $ref is no reference', () => {
  assert.equal(get(document.root, '/components/schemas/Circle/properties/$ref'), { type: 'string' })
})

test('the references in a discriminator follow, its names stay', () => {
  assert.equal(get(document.root, '/components/schemas/Mapped/discriminator/mapping'), {
    roles: '#/components/schemas/Role',
    circles: 'Circle',
    other: '#/components/schemas/Named',
  })
})

const places: [pointer: string, on: 'key' | 'value', want: string][] = [
  ['', 'value', 'many-files.yaml:2:1 '],
  ['/info/title', 'value', 'many-files.yaml:4:10 /info/title'],
  ['/paths/~1roles', 'key', 'parts/paths.yaml:1:1 /roles'],
  ['/paths/~1roles/get/operationId', 'value', 'parts/paths.yaml:3:18 /roles/get/operationId'],
  ['/paths/~1roles-again', 'key', 'many-files.yaml:9:3 /paths/~1roles-again'],
  ['/paths/~1members/get/operationId', 'key', 'parts/paths.yaml:3:5 /roles/get/operationId'],
  ['/paths/~1members/summary', 'key', 'many-files.yaml:12:5 /paths/~1members/summary'],
  ['/components/schemas/Role/properties/name', 'value', 'parts/role.yaml:3:9 /properties/name'],
  ['/components/schemas/components-Named/title', 'value', 'parts/components.json:8:45 /components/schemas/Named/title'],
  ['/components/parameters/Page/name', 'value', 'parts/components.json:4:25 /components/parameters/Page/name'],
  ['/components/schemas/Circle/nothing', 'value', 'many-files.yaml:33:7 /components/schemas/Circle/nothing'],
]
for (const [pointer, on, want] of places) {
  test(`locate ${pointer || '(the whole)'} (${on})`, () => {
    const place = document.locate(pointer, on)
    assert.is(`${place.file}:${place.line}:${place.column} ${place.pointer}`, want)
  })
}

test('every $ref that is a reference leads to a place in the document', () => {
  const refs = JSON.stringify(document.root).match(/"\$ref":"[^"]*"/g) ?? []
  const outside = refs.filter((text) => !/"#\/(components|paths)\//.test(text))
  assert.equal(new Set(outside), new Set(['"$ref":"#/nowhere"', '"$ref":"nowhere.yaml"']))
})

test('names of files are relative to the working directory, wherever it is', async () => {
  const inner = await load('../many-files.yaml', { cwd: path.join(cwd, 'parts') })
  assert.is(inner.locate('/info').file, '../many-files.yaml')
  assert.is(inner.locate('/paths/~1roles/get').file, 'paths.yaml')
  const absolute = path.join(cwd, 'many-files.yaml')
  assert.is((await load(absolute, { cwd })).locate('/info').file, 'many-files.yaml')
  assert.is((await load(absolute, { cwd: path.join(cwd, 'parts') })).locate('/info').file, absolute)
})

test.run()
