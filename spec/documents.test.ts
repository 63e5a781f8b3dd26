/**
 * Documents of other people, each as a whole: generated, compiled under both compilers together with a call of every
 * operation, and each call sent over a `fetch` that records; the examples on their pages sent to a service on loopback.
 */
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readModel } from '../generator/read.js'
import { callDocument } from './calls/document.js'
import { compiled } from './compiled.js'
import { examplePages } from './pages/document.js'

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
const shared = here('../../shared/specs/')
const documents = [
  here('./provisioning.yaml'),
  ...filesOf(here('./fixtures/documents/')),
  ...(existsSync(shared) ? filesOf(shared) : []),
]
if (!existsSync(shared)) console.log('skipped: the documents to try are not beside this checkout')

function filesOf(folder: string): string[] {
  return readdirSync(folder).map((file) => path.join(folder, file))
}

interface Context {
  readonly folder: string
}

const whole = suite<Context>('Documents')

whole.before(async (context) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'documents-'))
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')
  Object.assign(context, { folder })
})

whole.after(({ folder }) => rm(folder, { recursive: true }))

for (const file of documents) {
  const name = path.basename(file)
  whole(`${name}: every operation is told, called and answered`, async ({ folder }) => {
    const out = path.join(folder, name)
    await mkdir(out)
    assert.equal(await callDocument(file, out), [])
  })
  whole(
    `${name}: every example on its pages sends what the others send, and reads what the page answers`,
    async ({ folder }) => {
      const { model } = await readModel({ spec: file, cwd: path.dirname(file) })
      assert.equal((await examplePages(model, path.join(folder, name))).faults, [])
    },
  )
}

whole(
  'what is emitted of all of them, every call and every example, compiles under TypeScript 5.9 and 7.0',
  async ({ folder }) => {
    assert.equal(await compiled(folder), ['', ''])
  },
)

whole.run()
