import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../document/load.js'
import { build } from '../model/build.js'
import { emit } from './emit.js'
import { moreExamples, sdkExample } from './examples.js'

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
}

test('every example of the Provisioning API type-checks against its SDK', async () => {
  const document = await load('spec/provisioning.yaml', { cwd: fileURLToPath(new URL('../../', import.meta.url)) })
  const { model } = build(document)
  const operations = [...model.resources.flatMap((resource) => resource.operations), ...model.operations]
  const examples = operations.flatMap((operation) => [
    sdkExample(model, operation),
    ...moreExamples(model, operation).map(({ source }) => source),
  ])
  const folder = await mkdtemp(path.join(tmpdir(), 'examples-'))
  try {
    const files = new Map([
      ...(await emit(model, document)),
      ['package.json', '{ "type": "module" }'],
      ['examples.ts', usage(examples)],
    ])
    for (const [file, text] of files) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
      await writeFile(path.join(folder, file), text)
    }
    const program = ts.createProgram([path.join(folder, 'examples.ts')], OPTIONS)
    const source = program.getSourceFile(path.join(folder, 'examples.ts'))
    const faults = program.getSemanticDiagnostics(source).map(({ messageText }) => messageText)
    assert.ok(source && examples.length >= operations.length)
    assert.equal(faults, [])
  } finally {
    await rm(folder, { recursive: true })
  }
})

const usage = (examples: readonly string[]): string =>
  [
    "import type { Client } from './index.js'",
    'declare const api: Client',
    ...examples.map((example, index) => `export async function example${index}() {\n${example}\n}`),
  ].join('\n')

test.run()
