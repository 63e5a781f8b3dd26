import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { AbortError, ConnectionError, type RequestError, ServerError, TimeoutError } from '../generated/index.js'
import type { Attempt, BehaviourName } from './soak-server.js'
import { type Ended, verdict } from './soak-verdict.js'

const attempt = (count: number) => ({ method: 'POST', path: '/memberships', count, body: '' })
const response = new Response(null, { status: 500 })
const broken = (count: number): RequestError => new ServerError('broken', { ...attempt(count), response })
const cut = (count: number): RequestError => new ConnectionError('cut', attempt(count))
const timedOut = (count: number): RequestError => new TimeoutError('over', attempt(count))

/** Attempts that the service behaved in these ways to, one of them with another key where it is to be so. */
const received = (behaviours: readonly BehaviourName[], key?: string, odd?: number): Attempt[] =>
  behaviours.map((behaviour, index) => ({
    number: index + 1,
    method: 'POST',
    behaviour,
    key: index + 1 === odd ? 'odd' : key,
  }))

/** A POST that ended after attempts with these errors. */
function ended(errors: readonly (RequestError | undefined)[], more: Partial<Ended> = {}, took = 1): Ended {
  const error = errors.at(-1)
  const made = { type: 'memberships', reference: `7.${errors.length}`, reference_origin: '7' }
  return {
    ...{ call: 7, method: 'POST', keyed: false, error, value: error ? undefined : made },
    sent: errors.map((error) => (error ? { began: 0, ended: took, error } : { began: 0 })),
    ...more,
  }
}

const keyed = { keyed: true }
const table: readonly [name: string, ended: Ended, received: Attempt[], want: RegExp | undefined][] = [
  ['an answer', ended([undefined]), received(['good']), undefined],
  ['an error', ended([broken(1)]), received(['broken']), undefined],
  ['an answer after an error', ended([broken(1), undefined], keyed), received(['broken', 'good'], 'k'), undefined],
  ['a timeout', ended([timedOut(1)], {}, 200), received(['stalled']), undefined],
  ['a late answer', ended([timedOut(1)], {}, 200), received(['good']), undefined],
  [
    'an abortion',
    ended([cut(1)], { error: new AbortError('aborted', attempt(1)), afterAbort: 1 }),
    received(['good']),
    undefined,
  ],

  [
    'a POST that is repeated',
    ended([broken(1), undefined]),
    received(['broken', 'good']),
    /^sent again after: broken$/,
  ],
  [
    'an attempt too many',
    ended([1, 2, 3, 4].map(broken), keyed),
    received(Array(4).fill('broken'), 'k'),
    /^4 attempts/,
  ],
  ['an attempt too few', ended([broken(1)], keyed), received(['broken'], 'k'), /^given up after: broken$/],
  ['another key', ended([broken(1), undefined], keyed), received(['broken', 'good'], 'k', 2), /^not the same key/],
  ['no key', ended([undefined], keyed), received(['good']), /^no key$/],
  ['a key', ended([undefined]), received(['good'], 'k'), /^a key that was not asked for$/],
  ['another error', ended([cut(1)]), received(['broken']), /^ended by ConnectionError.* after: broken$/],
  ['another number', ended([broken(2)]), received(['broken']), /^error of status 500, attempt 2: broken$/],
  [
    'an error for an answer',
    ended([broken(1)]),
    received(['good']),
    /^ended by ServerError.*, though the answer was good$/,
  ],
  ['an answer for an error', ended([undefined]), received(['broken']), /^ended by an answer after: broken$/],
  ['the answer to another call', ended([undefined], { call: 8 }), received(['good']), /^gave .*"reference":"7.1"/],
  ['a hasty timeout', ended([timedOut(1)], {}, 100), received(['good']), /^too early: TimeoutError/],
  [
    'an error that was not told of',
    ended([broken(1)], { error: broken(1) }),
    received(['broken']),
    /^the hooks told of/,
  ],
  [
    'an attempt that was not told of',
    ended([undefined]),
    received(['good', 'good']),
    /^an attempt was received of which/,
  ],
  [
    'twice the same attempt',
    ended([undefined]),
    [...received(['good']), ...received(['good'])],
    /^an attempt was received twice$/,
  ],
  ['nothing received', ended([cut(1)]), [], /^not received: ConnectionError/],
  ['nothing sent', ended([], { error: cut(0) }), [], /^never sent/],
  [
    'an abortion by nobody',
    ended([], { error: new AbortError('aborted', attempt(0)) }),
    [],
    /^aborted, though not by its caller$/,
  ],
  [
    'an abortion that takes long',
    ended([], { error: new AbortError('aborted', attempt(0)), afterAbort: 150 }),
    [],
    /^150 ms from/,
  ],
  [
    'a call that never ends',
    ended([undefined], { error: new Error('it is pending') }),
    received(['good']),
    /it is pending/,
  ],
]
for (const [name, call, attempts, want] of table) {
  test(name, () => {
    const found = verdict(call, attempts)
    if (want) assert.match(found.join('; '), want)
    else assert.equal(found, [])
  })
}

test.run()
