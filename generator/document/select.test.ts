import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { InputError } from '../problems.js'
import { load } from './load.js'
import { get } from './pointer.js'
import type { Selection } from './select.js'

const cwd = fileURLToPath(new URL('../../spec/fixtures/document', import.meta.url))

async function selected(selection: Selection) {
  const document = await load('select.yaml', { cwd, ...selection })
  const { paths = {}, components = {} } = JSON.parse(JSON.stringify(document.root))
  const taken = Object.keys(paths).map((path) =>
    [path, ...Object.keys(paths[path]).map((verb) => (verb === '$ref' ? '=' : verb))].join(' '),
  )
  return { document, taken, schemas: Object.keys(components.schemas ?? {}) }
}

const every = ['/roles get post', '/roles/{id} get', '/users get', '/again =']
const schemas = ['Role', 'NewRole', 'Pet', 'Dog', 'Bone', 'Unused']
const wants: [selection: Selection, taken: string[], schemas: string[]][] = [
  [{}, every, schemas],
  [{ include: [], exclude: [] }, every, schemas],
  [{ include: ['path:/roles'] }, ['/roles get post'], ['Role', 'NewRole']],
  [{ include: ['path:/roles/*'] }, ['/roles/{id} get'], []],
  [{ include: ['path:/roles/{id}'] }, ['/roles/{id} get'], []],
  [{ include: ['path:/r**'], exclude: ['method:post'] }, ['/roles get', '/roles/{id} get'], ['Role']],
  [{ include: ['tag:one', 'operationId:list*'] }, ['/roles get', '/roles/{id} get', '/again get'], ['Role']],
  [{ exclude: ['deprecated', 'path:/users'] }, ['/roles get', '/roles/{id} get', '/again get'], ['Role']],
  // It refers to what is a part of an operation that is left out.
  [{ include: ['path:/users'] }, ['/users get'], ['NewRole', 'Pet', 'Dog', 'Bone', 'schema']],
  [{ include: ['path:/again'] }, ['/again get post'], ['Role', 'NewRole']],
]
for (const [selection, taken, schemas] of wants) {
  test(`taken by ${JSON.stringify(selection)}`, async () => {
    const found = await selected(selection)
    assert.equal([found.taken, found.schemas, found.document.problems], [taken, schemas, []])
    const refs = JSON.stringify(found.document.root).match(/(?<="\$ref":")[^"]*/g) ?? []
    for (const ref of refs) assert.ok(get(found.document.root, ref.slice(1)) !== undefined, ref)
  })
}

test('places are those of the file', async () => {
  const { document } = await selected({ include: ['path:/users', 'path:/again'], exclude: ['method:POST'] })
  const places = ['/paths/~1again/get/operationId', '/components/schemas/schema', '/paths/~1users/get']
  assert.equal(
    places.map((pointer) => document.locate(pointer).pointer),
    [
      '/paths/~1roles/get/operationId',
      '/paths/~1roles/post/requestBody/content/application~1json/schema',
      '/paths/~1users/get',
    ],
  )
})

test('a selector that matches nothing is a warning, and nothing left an error', async () => {
  const { document } = await selected({ exclude: ['tag:rols'] })
  const [problem] = document.problems
  assert.equal(
    [problem?.severity, problem?.code, problem?.advice],
    ['warning', 'unmatched-selector', 'Did you mean "roles"?'],
  )
  const error = await selected({ include: ['tag:x'] }).catch((error: unknown) => error)
  assert.equal(error instanceof InputError && error.problems.map(({ code }) => code).sort(), [
    'no-operations',
    'unmatched-selector',
  ])
})

test.run()
