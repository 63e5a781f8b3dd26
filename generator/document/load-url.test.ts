import { createServer } from 'node:http'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { InputError } from '../problems.js'
import { load } from './load.js'
import { get } from './pointer.js'

const answers: Record<string, string> = {
  '/api/openapi.yaml': `openapi: 3.0.3
paths:
  /a: { $ref: '../parts/a.json#/a' }
`,
  '/parts/a.json': '{ "a": { "get": { "requestBody": { "$ref": "bodies.yaml#/Body" } } } }',
  '/parts/bodies.yaml': 'Body: { content: {} }',
  '/broken': '{"openapi": "3.0.3", }',
  '/local.yaml': "openapi: 3.0.3\npaths: { '/a': { $ref: 'file:///etc/hostname' } }",
  '/absent.yaml': "openapi: 3.0.3\npaths: { '/a': { $ref: 'absent/part.yaml' } }",
}
const requested: string[] = []
const server = createServer((request, response) => {
  requested.push(request.url ?? '')
  const body = answers[request.url ?? '']
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' })
  response.end(body)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
test.after(() => void server.close())

test('a document and its parts come from URLs, each asked for once', async () => {
  const document = await load(`${base}/api/openapi.yaml`, { cwd: '/' })
  assert.is(get(document.root, '/paths/~1a/get/requestBody/$ref'), '#/components/requestBodies/Body')
  assert.equal(requested.sort(), ['/api/openapi.yaml', '/parts/a.json', '/parts/bodies.yaml'])
  const place = document.locate('/components/requestBodies/Body/content')
  assert.equal([place.file, place.line, place.column], [`${base}/parts/bodies.yaml`, 1, 18])
})

const wants: [path: string, code: string, file: string, line: number, message: RegExp][] = [
  ['/nope', 'http-error', '/nope', 1, /answered 404 Not Found/],
  ['/broken', 'syntax', '/broken', 1, /JSON: expected a property name/],
  ['/local.yaml', 'unresolved-ref', '/local.yaml', 2, /nothing that can be read/],
  ['/absent.yaml', 'unresolved-ref', '/absent.yaml', 2, /answered 404 Not Found/],
]
for (const [path, code, file, line, message] of wants) {
  test(`problems of ${path}`, async () => {
    const error = await load(base + path, { cwd: '/' }).catch((error: unknown) => error)
    assert.instance(error, InputError)
    if (!(error instanceof InputError)) return
    const [problem] = error.problems
    assert.equal([problem?.code, problem?.places[0]?.file, problem?.places[0]?.line], [code, base + file, line])
    assert.match(problem?.message ?? '', message)
  })
}

test('a server that is not there', async () => {
  const free = createServer()
  await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve))
  const address = free.address()
  await new Promise((resolve) => free.close(resolve))
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/openapi.json`
  const error = await load(url, { cwd: '/' }).catch((error: unknown) => error)
  assert.match(String(error), /unreachable: .* cannot be reached: .*ECONNREFUSED/)
})

test.run()
