import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { totalsOf } from './totals.js'

const files = ['a.test.ts', 'b.test.ts']
const output = (body: string, total: number, passed: number, skipped = 0): string =>
  `${body}\n  Total:     ${total}\n  Passed:    ${passed}\n  Skipped:   ${skipped}\n  Duration:  1.00ms\n\n`
const both = 'a.test.ts\n• •   (2 / 2)\n\nb.test.ts\n•   (1 / 1)\n'

const table: readonly (readonly [name: string, output: string, code: number | null, want: object])[] = [
  ['all passed', output(both, 3, 3), 0, { passed: 3, failed: 0, skipped: 0, idle: [] }],
  [
    'in colour',
    output(both, 3, 3).replace(/(Passed: .*)/, '\x1b[32m$1\x1b[39m'),
    0,
    { passed: 3, failed: 0, skipped: 0, idle: [] },
  ],
  ['one failed', output(both.replace('(1 / 1)', '(0 / 1)'), 3, 2), 1, { passed: 2, failed: 1, skipped: 0, idle: [] }],
  ['some skipped', output(both, 3, 3, 2), 0, { passed: 3, failed: 0, skipped: 2, idle: [] }],
  [
    'a file without .run()',
    output('a.test.ts\n• •   (2 / 2)\n\nb.test.ts\n', 2, 2),
    0,
    { passed: 2, failed: 1, skipped: 0, idle: ['b.test.ts'] },
  ],
  [
    'a file with no test',
    output(both.replace('(1 / 1)', '(0 / 0)'), 2, 2),
    0,
    { passed: 2, failed: 1, skipped: 0, idle: ['b.test.ts'] },
  ],
  [
    'a file whose tests are skipped',
    output(both.replace('(1 / 1)', '(0 / 0)'), 2, 2, 1),
    0,
    { passed: 2, failed: 0, skipped: 1, idle: [] },
  ],
  ['a hook threw', output(both, 3, 2), 0, { passed: 2, failed: 1, skipped: 0, idle: [] }],
  ['no totals', 'SyntaxError: no\n', 1, { passed: 0, failed: 1, skipped: 0, idle: [] }],
  ['ended by a signal', '', null, { passed: 0, failed: 1, skipped: 0, idle: [] }],
  ['exit code only', output(both, 3, 3), 1, { passed: 3, failed: 1, skipped: 0, idle: [] }],
  ['the last totals count', output('', 9, 9) + output(both, 3, 3), 0, { passed: 3, failed: 0, skipped: 0, idle: [] }],
]
for (const [name, text, code, want] of table) {
  test(name, () => assert.equal(totalsOf(text, files, code), want))
}

test.run()
