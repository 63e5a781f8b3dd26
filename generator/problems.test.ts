import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { InputError, type Place, type Problem, showProblem } from './problems.js'

const problem = (place: Place): Problem => {
  return { severity: 'error', code: 'unresolved-ref', message: 'It is wrong.', advice: 'Mend it.', places: [place] }
}
const wants: [what: string, place: Place, lines: string[]][] = [
  ['a file', { file: 'a.yaml' }, ['  at a.yaml']],
  ['no excerpt', { file: 'a.yaml', line: 1, column: 1, pointer: '' }, ['  at a.yaml:1:1  #']],
  [
    'an excerpt',
    { file: 'a.yaml', line: 12, column: 7, pointer: '/a/b', excerpt: '  b: [ 1 ]' },
    ['  at a.yaml:12:7  #/a/b', '     |', '  12 |   b: [ 1 ]', '     |       ^'],
  ],
  [
    'tabs and wide characters',
    { file: 'a.yaml', line: 1, column: 7, excerpt: '\té😀名: x' },
    ['  at a.yaml:1:7', '    |', '  1 |   é😀名: x', '    |         ^'],
  ],
  [
    'control sequences',
    { file: 'a.yaml', line: 1, column: 1, excerpt: '\u001b[31mred\u202e' },
    ['  at a.yaml:1:1', '    |', '  1 | \ufffd[31mred\ufffd', '    | ^'],
  ],
]
for (const [what, place, lines] of wants) {
  test(`shows ${what}`, () => {
    const want = ['error unresolved-ref: It is wrong.', ...lines, '  → Mend it.'].join('\n')
    assert.is(showProblem(problem(place)), want)
  })
}

test('of a long line only the part around the column is shown', () => {
  const text = showProblem(
    problem({ file: 'a.json', line: 1, column: 5001, excerpt: `${'a'.repeat(5000)}X${'b'.repeat(5000)}` }),
  )
  const [, , , excerpt = '', caret = ''] = text.split('\n').map((line) => line.slice(2))
  assert.ok(excerpt.length < 120)
  assert.is(excerpt[caret.indexOf('^')], 'X')
})

test('of many places only some are shown', () => {
  const places = Array.from({ length: 8 }, (_, index) => ({ file: 'a.yaml', line: index + 1 }))
  const text = showProblem({ ...problem({ file: 'a.yaml' }), places })
  assert.match(text, /at a\.yaml:5\n {2}… and 3 more places\n {2}→ Mend it\.$/)
})

test('an InputError carries and shows every problem', () => {
  const error = new InputError([problem({ file: 'a.yaml' }), problem({ file: 'b.yaml' })])
  assert.is(error.problems.length, 2)
  assert.match(error.message, /a\.yaml[\s\S]*\n\nerror unresolved-ref[\s\S]*b\.yaml/)
})

test.run()
