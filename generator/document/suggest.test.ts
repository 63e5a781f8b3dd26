import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { suggest } from './suggest.js'

const names = ['section', 'order', 'place', 'prev']

const tests: [wrong: string, want: string | undefined][] = [
  ['sectoin', 'section'],
  ['setcion', 'section'],
  ['sections', 'section'],
  ['Section', 'section'],
  ['plase', 'place'],
  ['prve', 'prev'],
  ['odrre', undefined],
  ['weight', undefined],
]

for (const [wrong, want] of tests) {
  test(`${wrong} is ${want ?? 'none of them'}`, () => assert.is(suggest(wrong, names), want))
}

test.run()
