import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { InputError } from '../problems.js'
import { checkPaths } from './paths.js'

const wants: [paths: string[], message: RegExp | null][] = [
  [['index.ts', 'docs/index.md', 'docs/.vitepress/config.mts', 'résumé.ts', 'a b.md', 'console.ts'], null],
  [['../a.ts'], /not one below the output folder/],
  [['a/../../b.ts'], /not one below the output folder/],
  [['/etc/passwd'], /not one below the output folder/],
  [['a//b.ts'], /not one below the output folder/],
  [['./a.ts'], /not one below the output folder/],
  [[''], /not one below the output folder/],
  [['a\\b.ts'], /no name that every system allows/],
  [['C:/a.ts'], /no name that every system allows/],
  [['a\0.ts'], /no name that every system allows/],
  [['a\n.ts'], /no name that every system allows/],
  [['a?.ts'], /no name that every system allows/],
  [['a./b.ts'], /no name that every system allows/],
  [['a /b.ts'], /no name that every system allows/],
  [['docs/CON.md'], /name of a device/],
  [['aux/index.ts'], /name of a device/],
  [['com1.ts'], /name of a device/],
  [['node_modules/x/index.ts'], /a folder of other tools/],
  [['.git/hooks/x.ts'], /a folder of other tools/],
  [[`${'é'.repeat(130)}.ts`], /name is too long/],
  [['roles.ts', 'Roles.ts'], /"roles\.ts" takes its place/],
  [['é.ts', 'e\u0301.ts'], /takes its place/],
  [['a.ts', 'A.ts/b.ts'], /"a\.ts" is a file/],
  [['A.ts/b.ts', 'a.ts'], /"A\.ts\/b\.ts" takes its place/],
]
for (const [paths, message] of wants) {
  test(`paths ${JSON.stringify(paths).slice(0, 60)}`, () => {
    if (message === null) return checkPaths(paths)
    try {
      checkPaths(paths)
    } catch (error) {
      assert.instance(error, InputError)
      assert.match(error instanceof Error ? error.message : '', message)
      return
    }
    assert.unreachable()
  })
}

test('all that is wrong is told at once', () => {
  try {
    checkPaths(['../a.ts', 'b.ts', 'nul.ts'])
    assert.unreachable()
  } catch (error) {
    assert.is(error instanceof InputError ? error.problems.length : 0, 2)
  }
})

test.run()
