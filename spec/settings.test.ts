/** What the page on installing says of TypeScript's options is so. */
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { compiledWith } from './compiled.js'

const root = fileURLToPath(new URL('../', import.meta.url))

/** [options of the compiler, `type` in package.json] */
const SETTINGS: readonly (readonly [options: object, type: 'module' | 'commonjs'])[] = [
  [{ module: 'nodenext', lib: ['es2022', 'dom'] }, 'module'],
  [{ module: 'node16', lib: ['es2022', 'webworker'] }, 'module'],
  [{ module: 'node20', verbatimModuleSyntax: false }, 'commonjs'],
  [{ module: 'nodenext', lib: ['es2022'], types: ['node'] }, 'module'],
  [{ module: 'esnext', moduleResolution: 'bundler' }, 'module'],
  [{ module: 'preserve', isolatedModules: true, erasableSyntaxOnly: true }, 'commonjs'],
  [
    {
      ...{ noImplicitReturns: true, noImplicitOverride: true, noUnusedLocals: true, noUnusedParameters: true },
      ...{ noPropertyAccessFromIndexSignature: true, noFallthroughCasesInSwitch: true, allowUnreachableCode: false },
    },
    'module',
  ],
]

for (const [options, type] of SETTINGS) {
  test(`the SDK compiles with ${JSON.stringify(options)}`, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'settings-'))
    try {
      const from = path.join(root, 'generated')
      const isDocs = (file: string): boolean => path.relative(from, file).startsWith('docs')
      await cp(from, path.join(folder, 'api'), { recursive: true, filter: (file) => !isDocs(file) })
      await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
      await writeFile(path.join(folder, 'package.json'), JSON.stringify({ type }))
      assert.is(await compiledWith(folder, options), '')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
}

test.run()
