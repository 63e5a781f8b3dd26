import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { library, operation } from '../../spec/fixtures/docs/library.js'
import type { Model, Operation, SecurityScheme } from '../model/types.js'
import { fetchExample } from './docs-fetch.js'
import { exampleRequest } from './example-request.js'
import { operationsOf } from './lookup.js'

/** Runs an example; gives what it hands to `fetch`. */
async function sent(source: string): Promise<Request> {
  const requests: Request[] = []
  const fetch = async (url: string, options?: RequestInit): Promise<Response> => {
    requests.push(new Request(url, options))
    return Response.json({ data: null })
  }
  const run = new Function('fetch', 'body', 'file', `return (async () => {\n${source}\n})()`)
  await run(fetch, 'a body', new Blob(['a file']))
  assert.is(requests.length, 1)
  return requests[0] ?? new Request('https://example.com')
}

for (const one of operationsOf(library)) {
  test(`the example of ${one.method} ${one.path} sends what the operation takes`, async () => {
    const want = exampleRequest(library, one)
    const request = await sent(fetchExample(library, one))
    assert.is(request.method, want.method)
    assert.is(request.url, new URL(want.url).href)
    for (const [name, value] of want.headers) assert.is(request.headers.get(name), value)
    if (want.body?.kind === 'document') assert.equal(await request.json(), want.body.value)
  })
}

const secured = (scheme: SecurityScheme): Model => ({ ...library, api: { ...library.api, security: [scheme] } })
const SCHEMES: readonly (readonly [scheme: SecurityScheme, header: string, want: string | null])[] = [
  [{ name: 'a', type: 'basic' }, 'authorization', `Basic ${btoa('{{your_username}}:{{your_password}}')}`],
  [{ name: 'a', type: 'apiKey', in: 'header', parameter: 'X-Key' }, 'x-key', '{{your_api_key}}'],
  [{ name: 'a', type: 'other' }, 'authorization', null],
]

for (const [scheme, header, want] of SCHEMES) {
  test(`authorized by ${scheme.type}`, async () => {
    const request = await sent(fetchExample(secured(scheme), operation('books.list', '/books')))
    assert.is(request.headers.get(header), want)
  })
}

const empty = operation('ping', '/ping', { kind: 'plain', answer: { kind: 'nothing', status: 204 } })
const none = secured({ name: 'a', type: 'other' })
const BARE: readonly (readonly [model: Model, operation: Operation, want: string])[] = [
  [none, empty, "const response = await fetch('https://library.example/api/ping')"],
  [
    none,
    { ...empty, method: 'DELETE' },
    "const response = await fetch('https://library.example/api/ping', {\n  method: 'DELETE',\n})",
  ],
  [
    secured({ name: 'a', type: 'basic' }),
    empty,
    "const response = await fetch('https://library.example/api/ping', {\n  headers: {\n    Authorization: 'Basic ' + btoa('{{your_username}}:{{your_password}}'),\n  },\n})",
  ],
]
for (const [model, one, want] of BARE) {
  test(`what nothing need be said of: ${one.method}, ${model.api.security[0]?.type}`, async () => {
    assert.is(fetchExample(model, one), want)
    assert.is((await sent(want)).method, one.method)
  })
}

test.run()
