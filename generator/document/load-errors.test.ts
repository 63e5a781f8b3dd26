import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { InputError, type Problem, position } from '../problems.js'
import { load } from './load.js'

const cwd = await mkdtemp(path.join(tmpdir(), 'load-'))
test.after(() => rm(cwd, { recursive: true }))
await mkdir(path.join(cwd, 'folder'))

/** All problems of reading `name`, as `code file:line:column #pointer`, with further places after a comma. */
async function problemsOf(name: string): Promise<readonly Problem[]> {
  try {
    await load(name, { cwd })
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  return []
}
const shown = ({ code, places }: Problem): string =>
  `${code} ${places.map((place) => position(place) + (place.pointer === undefined ? '' : ` #${place.pointer}`)).join(', ')}`

const good = "openapi: 3.1.0\npaths: { '/a': {} }\n"
const deep = (levels: number) => `${'{"not":'.repeat(levels)}{}${'}'.repeat(levels)}`

const wants: [name: string, text: string | null, problems: string[]][] = [
  ['missing.yaml', null, ['missing-file missing.yaml']],
  ['nowhere/missing.yaml', null, ['missing-file nowhere/missing.yaml']],
  ['folder', null, ['not-a-file folder']],
  ['empty.yaml', '', ['empty-file empty.yaml:1:1 #']],
  ['comment.yaml', '# nothing\n', ['empty-file comment.yaml:1:1 #']],
  ['broken.yaml', 'openapi: 3.1.0\ninfo:\n  title: a: b\n', ['syntax broken.yaml:3:11 #/info']],
  ['broken.json', '{\n  "openapi": "3.1.0",\n  "paths": {,}\n}', ['syntax broken.json:3:13 #/paths']],
  ['flow.yaml', '{openapi: 3.1.0, paths: [}', ['syntax flow.yaml:1:26 #/paths']],
  ['tagged.yaml', 'a: !!js/function "x"', ['syntax tagged.yaml:1:21 #/a']],
  ['itself.yaml', 'a: &a [*a]', ['syntax itself.yaml:1:8 #/a/0']],
  ['deep.json', deep(100_000), ['too-deep deep.json:1:1 #']],
  ['page.html', '<!DOCTYPE html><p>', ['not-openapi page.html:1:1 #']],
  ['array.json', '[{"openapi": "3.1.0"}]', ['not-openapi array.json:1:1 #']],
  ['text.yaml', 'hello', ['not-openapi text.yaml:1:1 #']],
  ['other.yaml', '\nname: x\n', ['not-openapi other.yaml:2:1 #']],
  ['async.yaml', 'asyncapi: 3.0.0', ['not-openapi async.yaml:1:1 #']],
  ['number.yaml', 'openapi: 3.1', ['wrong-version number.yaml:1:10 #/openapi']],
  ['four.yaml', 'openapi: 4.0.0', ['unsupported-version four.yaml:1:10 #/openapi']],
  ['swagger.json', '{"swagger": "1.2"}', ['unsupported-version swagger.json:1:13 #/swagger']],
  ['no-paths.yaml', 'openapi: 3.1.0\ninfo: {}', ['no-paths no-paths.yaml:1:1 #']],
  ['empty-paths.yaml', 'openapi: 3.1.0\npaths: {}', ['no-paths empty-paths.yaml:2:1 #/paths']],
  ['null-paths.yaml', 'openapi: 3.1.0\npaths:', ['no-paths null-paths.yaml:2:1 #/paths']],
  ['list-paths.yaml', 'openapi: 3.1.0\npaths: [a]', ['no-paths list-paths.yaml:2:1 #/paths']],
  ['slashless.yaml', 'openapi: 3.1.0\npaths: {a: {}}', ['no-paths slashless.yaml:2:1 #/paths']],
  [
    'refs.yaml',
    `${good}components:
  schemas:
    A: { $ref: '#/components/schemas/Nope' }
    B: { items: { $ref: '#/components/schemas/Nope' } }
    C: { $ref: 'nope.yaml' }
    D: { $ref: 'good.yaml#/nope' }
    E: { $ref: 'broken.yaml#/x' }
    F: { $ref: '#/components/schemas/G' }
    G: { $ref: '#/components/schemas/F' }
    H: { $ref: '#nope' }
    I: { $ref: 'ftp://example.com/x' }
    J: { discriminator: { propertyName: x, mapping: { y: '#/components/schemas/Y' } } }
    K: { $ref: '#/components/schemas/A/type' }
`,
    [
      'unresolved-ref refs.yaml:5:16 #/components/schemas/A/$ref, refs.yaml:6:25 #/components/schemas/B/items/$ref',
      'unresolved-ref refs.yaml:7:16 #/components/schemas/C/$ref',
      'unresolved-ref refs.yaml:8:16 #/components/schemas/D/$ref',
      'circular-ref refs.yaml:10:16 #/components/schemas/F/$ref',
      'circular-ref refs.yaml:11:16 #/components/schemas/G/$ref',
      'unresolved-ref refs.yaml:12:16 #/components/schemas/H/$ref',
      'unresolved-ref refs.yaml:13:16 #/components/schemas/I/$ref',
      'unresolved-ref refs.yaml:14:58 #/components/schemas/J/discriminator/mapping/y',
      'unresolved-ref refs.yaml:15:16 #/components/schemas/K/$ref',
      'syntax broken.yaml:3:11 #/info, refs.yaml:9:16 #/components/schemas/E/$ref',
    ],
  ],
  [
    'elsewhere.yaml',
    "openapi: 3.1.0\npaths: { '/a': { $ref: 'part.yaml#/a' } }\n",
    ['unresolved-ref part.yaml:1:40 #/a/get/requestBody/$ref'],
  ],
  ['part.yaml', "a: { get: { requestBody: { $ref:       '#/b' } } }", ['not-openapi part.yaml:1:1 #']],
  [
    'paths-ref.yaml',
    "openapi: 3.1.0\npaths: { $ref: '#/x-nope' }",
    ['no-paths paths-ref.yaml:2:1 #/paths', 'unresolved-ref paths-ref.yaml:2:16 #/paths/$ref'],
  ],
  ['good.yaml', good, []],
  ['version.yaml', "openapi: 3.2.0\npaths: { '/a': {} }", []],
  ['bom.json', '\ufeff{"openapi":"3.0.4","paths":{"/a":{}}}', []],
  ['tabs.json', '{\t"openapi":"3.0.4",\n\t"paths":{"/a":{}}}', []],
]
for (const [name, text] of wants) if (text !== null) await writeFile(path.join(cwd, name), text)

for (const [name, , want] of wants) {
  test(`problems of ${name}`, async () => {
    const problems = await problemsOf(name)
    assert.equal(problems.map(shown), want)
    for (const { severity, advice, message } of problems) {
      assert.is(severity, 'error')
      assert.ok(advice, 'has advice')
      assert.not.match(`${message} ${advice}`, cwd)
    }
  })
}

test('advice names what was likely meant', async () => {
  await writeFile(
    path.join(cwd, 'near.yaml'),
    `${good}components: { schemas: { Role: {}, A: { $ref: '#/components/schemas/role' } } }`,
  )
  assert.is((await problemsOf('near.yaml'))[0]?.advice, 'Did you mean "Role"?')
  assert.is((await problemsOf('goood.yaml'))[0]?.advice, 'Did you mean good.yaml?')
})

test('UTF-16 is read where the file says so', async () => {
  await writeFile(path.join(cwd, 'utf16.yaml'), `\ufeff${good}`, 'utf16le')
  assert.equal(await problemsOf('utf16.yaml'), [])
})

test.run()
