/** The emitted SDK compiles wherever it is used: in a browser's program, and in one that knows Node's types alone. */
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

const root = fileURLToPath(new URL('../', import.meta.url))

const LIBRARIES: readonly (readonly [name: string, lib: string[], types: string[]])[] = [
  ['a browser', ['lib.es2022.d.ts', 'lib.dom.d.ts'], []],
  ['a worker', ['lib.es2022.d.ts', 'lib.webworker.d.ts'], []],
  ['Node', ['lib.es2022.d.ts'], ['node']],
]

for (const [name, lib, types] of LIBRARIES) {
  test(`the SDK compiles for ${name}`, () => {
    const program = ts.createProgram([`${root}generated/index.ts`], {
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true },
      // Angular sets this one for its users.
      noPropertyAccessFromIndexSignature: true,
      ...{ noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext },
      lib,
      types,
      typeRoots: [`${root}node_modules/@types`],
    })
    const faults = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      return `${file?.fileName.slice(root.length)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
    assert.equal(faults, [])
  })
}

test.run()
