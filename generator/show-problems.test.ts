import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parted, refuse } from './ignore.js'
import { InputError, ordered, type Problem } from './problems.js'
import { showProblems } from './show-problems.js'
import { COLOURS } from './terminal.js'

const warning = (code: Problem['code'], line: number, more: Partial<Problem> = {}): Problem => {
  const pointer = `/paths/~1${line}`
  return { severity: 'warning', code, message: `It is ${line}.`, places: [{ file: 'a.yaml', line, pointer }], ...more }
}
const many = [1, 2, 3, 4, 5, 6, 7].map((line) => warning('field-clash', line))
const mend = { actions: [{ target: '$', update: {} }] }

test('of many of one code one is shown in full, some in a line, and how many there are', () => {
  assert.equal(showProblems([...many, warning('response-unknown', 9, { mend })]).split('\n'), [
    'warning field-clash: It is 1.',
    '  at a.yaml:1  #/paths/~11',
    '  also a.yaml:2  It is 2.',
    '  also a.yaml:3  It is 3.',
    '  also a.yaml:4  It is 4.',
    '  also a.yaml:5  It is 5.',
    '  … and 2 more field-clash, 7 in all',
    '',
    'warning response-unknown: It is 9.',
    '  at a.yaml:9  #/paths/~19',
    '',
    '→ --verbose shows all of them.',
    '→ openapi-resources inspect --overlay-out fixes.yaml writes an overlay that mends 1 of them.',
    '→ openapi-resources explain <code> says what each means.',
    '',
  ])
})

test('all are shown where that is asked for', () => {
  const text = showProblems(many, { verbose: true })
  assert.is(text.match(/^warning field-clash: /gm)?.length, 7)
  assert.not.match(text, /more field-clash|--verbose/)
  assert.match(text, /explain field-clash says what it means/)
  assert.is(showProblems([]), '')
})

test('what is of one code stands together, in the order in which it was found', () => {
  const text = showProblems([warning('field-clash', 1), warning('response-unknown', 2), warning('field-clash', 3)])
  assert.equal(text.match(/It is \d/g), ['It is 1', 'It is 3', 'It is 2'])
})

test('colours are put around what is ours, never around what is hostile', () => {
  const text = showProblems([warning('field-clash', 1, { message: '\u001b[2J' })], { paint: COLOURS })
  assert.match(text, '\u001b[33mwarning field-clash\u001b[39m: \ufffd[2J\n')
})

test('errors come first, then files as they were come upon, then lines', () => {
  const other = warning('response-unknown', 1, { places: [{ file: 'b.yaml', line: 1 }] })
  const error = warning('name-clash', 8, { severity: 'error' })
  const found = ordered([warning('field-clash', 7), other, warning('field-clash', 2), error])
  assert.equal(
    found.map(({ places: [place] }) => `${place?.file}:${place?.line}`),
    ['a.yaml:8', 'a.yaml:2', 'a.yaml:7', 'b.yaml:1'],
  )
})

const entries: readonly (readonly [what: string, at: string | undefined, lines: number[], idle: boolean])[] = [
  ['anywhere', undefined, [3], false],
  ['at a place', '/paths/~112', [3, 13], false],
  ['within a place', '/paths', [3], false],
  ['at a place with a name that only begins alike', '/paths/~11', [3, 12, 13], true],
]
for (const [what, at, lines, idle] of entries) {
  test(`warnings that are ignored ${what}`, () => {
    const found = [warning('field-clash', 12), warning('response-unknown', 3), warning('field-clash', 13)]
    const entry = { code: 'field-clash', reason: 'It is known.', ...(at !== undefined && { at }) } as const
    const { problems, ignored } = parted(found, [entry], () => ({ file: 'config.json' }), false)
    const left = problems.filter(({ code }) => code !== 'ignore-not-used')
    assert.equal(left.map(({ places: [place] }) => place?.line).sort(), lines.sort())
    assert.is(ignored.length, found.length - left.length)
    assert.is(problems.length > left.length, idle)
  })
}

test('strict: every warning is an error, and none is no fault', () => {
  refuse([])
  try {
    refuse(many)
    assert.unreachable()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    assert.equal([...new Set(error.problems.map(({ severity }) => severity))], ['error'])
    assert.is(error.problems.length, many.length)
  }
})

test.run()
