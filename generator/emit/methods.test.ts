import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../document/load.js'
import { build } from '../model/build.js'
import { emit } from './emit.js'

const cwd = fileURLToPath(new URL('../../spec/fixtures/model/', import.meta.url))
const document = await load('methods.yaml', { cwd })
const { model, problems } = build(document)

test('what OpenAPI 3.2 has beside the methods of 3.1 is an operation as any other', () => {
  const operations = [...model.resources.flatMap((resource) => resource.operations), ...model.operations]
  assert.equal(
    operations.map(({ call, method, answer }) => [call, method, answer.kind]),
    [
      ['books.list', 'GET', 'many'],
      ['books.queryMany', 'QUERY', 'many'],
      ['books.purgeMany', 'PURGE', 'nothing'],
      ['books.mSearchMany', 'M-SEARCH', 'plain'],
      ['books.connectMany', 'CONNECT', 'nothing'],
    ],
  )
  const unsendable = problems.filter(({ code }) => code === 'method-not-sendable')
  assert.equal(
    unsendable.map(({ places }) => places[0]?.pointer),
    ['/paths/~1books/additionalOperations/CONNECT'],
  )
})

test('they are emitted, and what HTTP does not know is sent once', async () => {
  const files = await emit(model, document)
  const text = files.get('resources/books.ts') ?? ''
  for (const [method, repeatable] of [
    ['QUERY', true],
    ['PURGE', false],
    ['M-SEARCH', false],
  ] as const) {
    const [call = ''] = text.match(new RegExp(`make\\('${method}', [^]*?}\\)`)) ?? []
    assert.ok(call, `${method} in ${[...files.keys()].join(', ')}`)
    assert.is(call.includes('repeatable: false'), !repeatable, call)
  }
})

test.run()
