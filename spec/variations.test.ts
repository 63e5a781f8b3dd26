/** The small documents that say the same in other ways: the SDK of each is emitted, and all compile together. */
import { readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { generate } from '../generator/generate.js'
import { compiled } from './compiled.js'

const fixtures = fileURLToPath(new URL('./fixtures/variations/', import.meta.url))
const documents = readdirSync(fixtures).filter((file) => file.endsWith('.yaml'))

const variations = suite<{ readonly folder: string }>('Variations')

variations.before(async (context) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'variations-'))
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')
  Object.assign(context, { folder })
})

variations.after(({ folder }) => rm(folder, { recursive: true }))

for (const spec of documents) {
  variations(`${spec} is generated from`, async ({ folder }) => {
    const { changes } = await generate({ spec, cwd: fixtures, out: path.join(folder, path.parse(spec).name) })
    assert.ok(changes.added.includes('client.ts'))
  })
}

variations('what is emitted of all of them compiles under TypeScript 5.9 and 7.0', async ({ folder }) => {
  assert.equal(readdirSync(folder).length, documents.length + 1)
  assert.equal(await compiled(folder), ['', ''])
})

variations.run()
