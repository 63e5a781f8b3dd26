import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { BEHAVIOURS, type BehaviourName, behaviourAt, startServer } from './soak-server.js'

const SENT = JSON.stringify({ data: { type: 'memberships', attributes: { reference: 'mine' } } })

/** What plain `fetch` makes of it, which gives up once it knows that the service stalls. */
async function fetched(behaviour: BehaviourName, method = 'GET', path = '/memberships/1'): Promise<unknown> {
  const late = new AbortController()
  const server = await startServer(() => behaviour)
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const giveUpIf = (stalls: boolean): unknown =>
    stalls && until(() => server.log.size > 0).then(() => late.abort(new DOMException('late', 'TimeoutError')))
  const answered = async (): Promise<unknown> => {
    giveUpIf(behaviour === 'stalled')
    const response = await fetch(server.url + path, {
      method,
      headers: { 'x-call': '7', 'x-attempt': '2', 'idempotency-key': 'k' },
      signal: late.signal,
      ...(method === 'POST' && { body: SENT }),
    }).catch((error: Error) => error.name)
    if (typeof response === 'string') return response
    const { status, headers } = response
    giveUpIf(behaviour === 'stalled midway')
    return [status, headers.get('retry-after'), await response.text().catch((error: Error) => error.name)]
  }
  try {
    const answer = await answered()
    assert.equal([...server.log], [[7, [{ number: 2, method, behaviour, key: 'k' }]]])
    await until(() => server.open() === 0)
    return answer
  } finally {
    await server.close()
  }
}

const error = JSON.stringify({ errors: [{ title: '7.2' }] })
const table: readonly [behaviour: BehaviourName, want: unknown][] = [
  ['garbled', [200, null, '<html>Welcome</html>']],
  ['invalid', [422, null, error]],
  ['timed out', [408, null, error]],
  ['limited', [429, '0', error]],
  ['broken', [500, null, error]],
  ['no gateway', [502, null, error]],
  ['unavailable', [503, null, error]],
  ['unavailable for now', [503, '0', error]],
  ['stalled', 'TimeoutError'],
  ['stalled midway', [200, null, 'TimeoutError']],
  ['cut', 'TypeError'],
  ['cut midway', [200, null, 'TypeError']],
]
for (const [behaviour, want] of table) {
  test(`a service that is ${behaviour}`, async () => assert.equal(await fetched(behaviour), want))
}

test('a service that is good', async () => {
  const attributes = { reference: '7.2', reference_origin: '' }
  const relationships = { role: { data: { type: 'roles', id: 'r' } } }
  const resource = (id: string) => ({ type: 'memberships', id, attributes, relationships })
  const given: [method: string, path: string, want: object][] = [
    ['GET', '/memberships/1', { data: resource('1') }],
    ['GET', '/memberships', { data: ['1', '2', '3'].map(resource), meta: { record_count: 3 } }],
    ['POST', '/memberships', { data: { ...resource('new'), attributes: { ...attributes, reference_origin: 'mine' } } }],
  ]
  for (const [method, path, want] of given) {
    assert.equal(await fetched('good', method, path), [200, null, JSON.stringify(want)])
  }
  assert.equal(await fetched('good', 'DELETE'), [204, null, ''])
})

test('each behaviour has its turn', () => {
  const some = Array.from({ length: 1000 }, (_, index) => behaviourAt(index / 1000))
  assert.equal([...new Set(some)], Object.keys(BEHAVIOURS))
  const good = some.filter((name) => name === 'good').length
  assert.ok(good > 600 && good < 700, `${good}`)
})

test.run()
