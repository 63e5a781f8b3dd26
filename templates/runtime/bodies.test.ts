import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { multipart, ofSeveral, raw, urlEncoded } from './bodies.js'
import type { Body } from './body.js'
import { commas } from './styles.js'
import { sendAs } from './typed.js'

/** What `fetch` would send. */
function sent(body: Body): Request {
  const made = body(description)
  const headers = new Headers(made?.mediaType === undefined ? {} : { 'content-type': made.mediaType })
  const init = { method: 'POST', headers, ...(made && { body: made.content }), duplex: 'half' }
  return new Request('https://example.com', init)
}

test('a form', async () => {
  const given = { name: 'a b&c', tags: ['x', 'y'], box: { w: 1 }, boxes: [{ w: 1 }, { w: 2 }], none: undefined }
  const request = sent(urlEncoded({ ...given, ids: [1, 2] }, { ids: commas }))
  assert.is(request.headers.get('content-type'), 'application/x-www-form-urlencoded')
  assert.is(
    await request.text(),
    'name=a%20b%26c&tags=x&tags=y&box=%7B%22w%22%3A1%7D&boxes=%7B%22w%22%3A1%7D&boxes=%7B%22w%22%3A2%7D&ids=1,2',
  )
  assert.is(await sent(urlEncoded(new URLSearchParams({ a: 'b' }))).text(), 'a=b')
  assert.is(urlEncoded(undefined)(description), undefined)
})

test('parts', async () => {
  const body = {
    name: 'ü',
    tags: ['x', 'y'],
    box: { w: 1 },
    file: new File(['<a>'], 'a"b.txt', { type: 'text/html' }),
    bytes: Uint8Array.of(1, 2),
    note: '# x',
    none: undefined,
  }
  const request = sent(multipart(body, 'multipart/form-data', { note: 'text/markdown', file: 'image/*' }))
  const text = await request.clone().text()
  const form = await request.formData()
  assert.equal(form.getAll('tags'), ['x', 'y'])
  assert.is(form.get('name'), 'ü')
  assert.is(form.get('box'), '{"w":1}')
  const [file, bytes] = [form.get('file'), form.get('bytes')]
  if (!(file instanceof File) || !(bytes instanceof File)) throw new TypeError('no files')
  assert.equal([file.name, file.type, await file.text()], ['a"b.txt', 'text/html', '<a>'])
  assert.equal([bytes.name, bytes.type, bytes.size], ['bytes', 'application/octet-stream', 2])
  assert.match(text, /name="box"\r\nContent-Type: application\/json\r\n\r\n\{"w":1\}\r\n/)
  assert.match(text, /name="note"\r\nContent-Type: text\/markdown\r\n\r\n# x\r\n/)
  assert.match(text, /name="name"\r\n\r\nü\r\n/)
  const own = new FormData()
  own.set('a', 'b')
  assert.is((await sent(multipart(own, 'multipart/form-data')).formData()).get('a'), 'b')
})

test('text and bytes as they are', async () => {
  const stream = new Blob(['streamed']).stream()
  const given: [body: unknown, mediaType: string, wantType: string, want: string][] = [
    ['text', 'text/plain', 'text/plain', 'text'],
    [new Blob(['x'], { type: 'image/png' }), 'image/*', 'image/png', 'x'],
    [new Blob(['x'], { type: 'image/png' }), 'image/jpeg', 'image/jpeg', 'x'],
    [new TextEncoder().encode('bytes'), '*/*', 'application/octet-stream', 'bytes'],
    [stream, 'application/octet-stream', 'application/octet-stream', 'streamed'],
  ]
  for (const [body, mediaType, wantType, want] of given) {
    const request = sent(raw(body, mediaType))
    assert.equal([request.headers.get('content-type'), await request.text()], [wantType, want])
  }
})

test('one of several media types: the first, or the one that the caller names', async () => {
  const makers = { 'text/plain': raw, 'application/x-www-form-urlencoded': (body: unknown) => urlEncoded(body) }
  const given: [body: unknown, wantType: string, want: string][] = [
    ['a', 'text/plain', 'a'],
    [sendAs('application/x-www-form-urlencoded', { a: 1 }), 'application/x-www-form-urlencoded', 'a=1'],
    [sendAs('text/plain', 'b'), 'text/plain', 'b'],
    [sendAs('application/xml', '<a/>'), 'application/xml', '<a/>'],
  ]
  for (const [body, wantType, want] of given) {
    const request = sent(ofSeveral(body, makers))
    assert.equal([request.headers.get('content-type'), await request.text()], [wantType, want])
  }
})

test.run()
