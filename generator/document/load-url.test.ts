import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
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
/** By path, what came in the headers that tests send. */
const sent = new Map<string, (string | undefined)[]>()
const server = createServer((request, response) => {
  requested.push(request.url ?? '')
  sent.set(request.url ?? '', [request.headers.authorization, request.headers['x-key']?.toString()])
  const moved = redirects[request.url ?? '']
  if (moved !== undefined) {
    response.writeHead(302, { location: moved }).end()
    return
  }
  const body = answers[request.url ?? '']
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' })
  response.end(body)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
test.after(() => void server.close())

/** The same server by another name: another origin. */
const elsewhere = base.replace('127.0.0.1', 'localhost')
const redirects: Record<string, string> = {
  '/moved.yaml': '/secret/openapi.yaml',
  '/away.yaml': `${elsewhere}/secret/openapi.yaml`,
  '/round.yaml': '/round.yaml',
}
Object.assign(answers, {
  '/secret/openapi.yaml': `openapi: 3.0.3
paths:
  /a: { $ref: 'near.yaml#/a' }
  /b: { $ref: '${elsewhere}/secret/far.yaml#/a' }
`,
  '/secret/near.yaml': 'a: {}',
  '/secret/far.yaml': 'a: {}',
})
const headers = { Authorization: 'Bearer s3cret', 'X-Key': 'k3y' }
const all = ['Bearer s3cret', 'k3y']
const none = [undefined, undefined]

test('headers go to the origin of the document, and to no other', async () => {
  sent.clear()
  await load(`${base}/secret/openapi.yaml`, { cwd: '/', headers })
  assert.equal([...sent].sort(), [
    ['/secret/far.yaml', none],
    ['/secret/near.yaml', all],
    ['/secret/openapi.yaml', all],
  ])
})

test('headers follow a redirect within the origin, and to no other', async () => {
  sent.clear()
  await load(`${base}/moved.yaml`, { cwd: '/', headers }).catch(() => undefined)
  assert.equal(sent.get('/secret/openapi.yaml'), all)
  await load(`${base}/away.yaml`, { cwd: '/', headers }).catch(() => undefined)
  assert.equal(sent.get('/away.yaml'), all)
  assert.equal(sent.get('/secret/openapi.yaml'), none)
  const error = await load(`${base}/round.yaml`, { cwd: '/', headers }).catch((error: unknown) => error)
  assert.match(String(error), /more than 10 redirects/)
})

test('a document on disk sends no headers to what it refers to', async () => {
  sent.clear()
  const cwd = await mkdtemp(path.join(tmpdir(), 'load-url-'))
  await writeFile(path.join(cwd, 'a.yaml'), `openapi: 3.0.3\npaths: { '/a': { $ref: '${base}/secret/near.yaml#/a' } }`)
  await load('a.yaml', { cwd, headers })
  await rm(cwd, { recursive: true })
  assert.equal([...sent], [['/secret/near.yaml', none]])
})

test('an overlay from the web cannot have the headers sent to where it likes', async () => {
  sent.clear()
  answers['/overlay.yaml'] = `overlay: 1.0.0\nextends: ${elsewhere}/secret/openapi.yaml\nactions: []`
  await load(undefined, { cwd: '/', overlays: [`${base}/overlay.yaml`], headers })
  assert.equal([...sent.values()], [none, none, none, none])
})

test('a name and password in the URL are sent as such, and shown nowhere', async () => {
  sent.clear()
  const url = base.replace('//', '//user:pa%24s@')
  const document = await load(`${url}/secret/openapi.yaml`, { cwd: '/' })
  assert.equal(sent.get('/secret/openapi.yaml'), [`Basic ${btoa('user:pa$s')}`, undefined])
  assert.is(document.locate('/info').file, `${base}/secret/openapi.yaml`)
  const error = await load(`${url}/nope`, { cwd: '/' }).catch((error: unknown) => error)
  assert.not.match(String(error), /pa(%24|\$)s/)
})

test('no error shows a header', async () => {
  for (const path of ['/nope', '/broken', '/round.yaml']) {
    const error = await load(base + path, { cwd: '/', headers }).catch((error: unknown) => error)
    assert.not.match(String(error), /s3cret|k3y/)
  }
})

test('a document and its parts come from URLs, each asked for once', async () => {
  requested.length = 0
  const document = await load(`${base}/api/openapi.yaml`, { cwd: '/' })
  assert.is(get(document.root, '/paths/~1a/get/requestBody/$ref'), '#/components/requestBodies/Body')
  assert.equal(requested.sort(), ['/api/openapi.yaml', '/parts/a.json', '/parts/bodies.yaml'])
  const place = document.locate('/components/requestBodies/Body/content')
  assert.equal([place.file, place.line, place.column], [`${base}/parts/bodies.yaml`, 1, 18])
})

const wants: [path: string, code: string, file: string, line: number | undefined, message: RegExp][] = [
  ['/nope', 'http-error', '/nope', undefined, /answered 404 Not Found/],
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
