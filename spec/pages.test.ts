/** The examples on the pages of operations: compiled, and run in all three languages against a service on loopback. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../generator/document/load.js'
import { emit } from '../generator/emit/emit.js'
import { build } from '../generator/model/build.js'
import { faultsIn, inFolder } from './fixtures/emit/compiled.js'
import { examplePages } from './pages/document.js'

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
      const { faults, ran, pages } = await examplePages(model, folder, { curl })
      assert.equal(faults, [])
      assert.ok(pages > 0 && ran.length >= pages * (curl ? 3 : 2), String(ran))
      assert.equal(faultsIn(folder, ['examples.ts']), [])
    })
  })
}

test.run()
