import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { hide, secretsOf } from './redact.js'

test('what is hidden of a text', () => {
  const given: [text: string, secrets: string[], want: string][] = [
    ['nothing', [], 'nothing'],
    ['Bearer abc', ['abc'], 'Bearer [redacted]'],
    ['abcabc, abc', ['abc'], '[redacted][redacted], [redacted]'],
    // a secret that stands in what stands for one
    ['abc a', ['abc', 'a'], '[redacted] [redacted]'],
    ['$& (a|b)', ['(a|b)'], '$& [redacted]'],
  ]
  for (const [text, secrets, want] of given) assert.is(hide(text, secrets), want, text)
})

test('what is secret in an attempt: the longest first, also as JSON spells it', () => {
  const sent = JSON.stringify({ data: { attributes: { password: ['p"w', { deep: 'deeper' }], name: 'n' } } })
  assert.equal(secretsOf({ secrets: ['token', ''], names: ['password'], sent, body: 'no JSON' }), [
    ...['deeper', 'deeper', 'token', 'token', 'p\\"w', 'p"w'],
  ])
})

test.run()
