import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { BaseClient } from './base-client.js'
import { Calls } from './calls.js'
import { AbortError, ConnectionError, NotFoundError, ParseError } from './errors.js'
import { BlobRequest } from './raw-request.js'
import { EventsRequest, JsonLinesRequest } from './streams.js'
import { answering, rejection, serve } from './testing.fixture.js'
import { Transport } from './transport.js'

const calling = (respond: () => Response) => {
  const { fetch, requests } = answering(respond)
  return { requests, call: new Calls(new BaseClient(new Transport(description, { fetch, retry: 0 }))).get(['x']) }
}

/** An answer in these pieces; the last may be an error. */
const streamed = (pieces: readonly (string | Error)[], type = 'text/plain') => {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = left.shift()
      if (piece === undefined) controller.close()
      else if (typeof piece === 'string') controller.enqueue(encoder.encode(piece))
      else controller.error(piece)
    },
  })
  const left = [...pieces]
  return new Response(body, { headers: { 'content-type': type } })
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

test('bytes', async () => {
  const bytes = Uint8Array.of(0, 255, 128)
  const { call, requests } = calling(() => new Response(bytes, { headers: { 'content-type': 'image/png' } }))
  const request = new BlobRequest(call)
  const blob = await request
  assert.equal([blob.type, new Uint8Array(await blob.arrayBuffer())], ['image/png', bytes])
  assert.is((await request.withResponse()).response.status, 200)
  assert.is(requests.length, 1)
  const failed = calling(() => Response.json({ errors: [{ title: 'no' }] }, { status: 404 }))
  assert.is((await rejection(new BlobRequest(failed.call), NotFoundError)).errors[0]?.title, 'no')
  const broken = calling(() => streamed(['a', new Error('reset')]))
  assert.match((await rejection(new BlobRequest(broken.call), ConnectionError)).message, /broke off/)
})

test('events', async () => {
  const pieces = [
    ': comment\n\ndata: one\r',
    '\ndata:two\nid: 1\r\n\r\nevent: up',
    'date\nretry: 10\ndata: {"a":1}\n\n',
    'data\n\nevent: none\n\ndata: ü\r\rdata: cut off',
  ]
  const { call } = calling(() => streamed(pieces, 'text/event-stream'))
  assert.equal(await all(new EventsRequest(call)), [
    { event: 'message', data: 'one\ntwo', id: '1' },
    { event: 'update', data: '{"a":1}', id: '1', retry: 10 },
    { event: 'message', data: '', id: '1' },
    { event: 'message', data: 'ü', id: '1' },
  ])
})

test('JSON lines and sequences', async () => {
  const given: [pieces: string[], type: string][] = [
    [['{"a":', '1}\n\n[2]\r\n', '"ü"'], 'application/jsonl'],
    [['\u001e{"a":\n1}\n\u001e[2]\n', '\u001e"ü"\n'], 'application/json-seq'],
  ]
  for (const [pieces, type] of given) {
    const { call } = calling(() => streamed(pieces, type))
    assert.equal(await all(new JsonLinesRequest(call)), [{ a: 1 }, [2], 'ü'])
  }
  const bad = calling(() => streamed(['{}\n{"a":\n']))
  await rejection(all(new JsonLinesRequest(bad.call)), ParseError)
  const broken = calling(() => streamed(['{}\n', new Error('reset')]))
  await rejection(all(new JsonLinesRequest(broken.call)), ConnectionError)
})

test('who stops early ends the answer; a stream that is awaited is sent once', async () => {
  let cancelled = false
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('1\n')),
    cancel: () => {
      cancelled = true
    },
  })
  const { call, requests } = calling(() => new Response(body))
  const request = new JsonLinesRequest<number>(call)
  const items = await request
  assert.is(await request, items)
  for await (const item of items) {
    assert.is(item, 1)
    break
  }
  assert.is(requests.length, 1)
  assert.ok(cancelled)
})

test('who aborts while the answer comes', async () => {
  const server = await serve((_, response) => {
    response.writeHead(200).write('{}\n')
    return undefined
  })
  try {
    const reason = new Error('enough')
    const controller = new AbortController()
    const calls = new Calls(new BaseClient(new Transport(description, { baseUrl: server.url, retry: 0 })))
    const lines = new JsonLinesRequest(calls.get(['x'], undefined, { signal: controller.signal }))
    const iterator = lines[Symbol.asyncIterator]()
    await iterator.next()
    const next = rejection(iterator.next(), AbortError)
    controller.abort(reason)
    assert.is((await next).cause, reason)
  } finally {
    await server.close()
  }
})

test.run()
