/** The examples on the pages of operations: compiled, and run in all three languages against a service on loopback. */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../generator/document/load.js'
import { emit } from '../generator/emit/emit.js'
import { serverUrl } from '../generator/emit/example-documents.js'
import { build } from '../generator/model/build.js'
import { faultsIn, inFolder } from './fixtures/emit/compiled.js'
import { operationPages } from './pages/page.js'
import { program } from './pages/program.js'
import { runPages } from './pages/run.js'

const cwd = fileURLToPath(new URL('.', import.meta.url))

function hasCurl(): boolean {
  try {
    execFileSync('curl', ['--version'])
    return true
  } catch {
    console.log('skipped: there is no curl to run the examples of curl with; they are read instead')
    return false
  }
}

const curl = hasCurl()

for (const spec of ['provisioning.yaml', 'fixtures/docs/shop.yaml']) {
  test(`each example on the pages of ${spec} compiles, sends what the others send, and reads what the page answers`, async () => {
    const document = await load(spec, { cwd })
    const { model } = build(document)
    await inFolder(await emit(model, document), async (folder) => {
      const pages = await operationPages(path.join(folder, 'docs'))
      assert.ok(pages.length > 0)
      await writeFile(path.join(folder, 'examples.ts'), program(pages))
      assert.equal(faultsIn(folder, ['examples.ts']), [])
      const { faults, ran } = await runPages({ folder, server: serverUrl(model), curl }, pages)
      assert.equal(faults, [])
      assert.ok(ran.length >= pages.length * (curl ? 3 : 2), String(ran))
    })
  })
}

test.run()
