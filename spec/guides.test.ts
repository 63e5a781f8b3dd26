import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../generator/document/load.js'
import { emit } from '../generator/emit/emit.js'
import { addGuides } from '../generator/guides/add.js'
import { readGuides } from '../generator/guides/read.js'
import { build } from '../generator/model/build.js'
import { checkExamples, examplesIn } from './fixtures/docs/run-examples.js'

const cwd = fileURLToPath(new URL('../', import.meta.url))
const spec = 'spec/provisioning.yaml'

const guides = await readGuides({ cwd, spec, out: 'generated' })
const document = await load(spec, { cwd })
const { model } = build(document)
const emitted = await emit(model, document, { guides })
const { files, problems } = await addGuides(emitted, guides)

test('the pages stand in the order of the publisher’s own', () => {
  assert.is(guides.home?.title, 'Welcome to the Provisioning API')
  assert.equal(
    guides.sections.map(({ title, guides: pages }) => [title, ...pages.map((page) => page.title)]),
    [['Getting started', 'API specification', 'Authorization', 'Applications']],
  )
})

test('nothing is wrong with them, and every link leads somewhere', () => {
  assert.equal([...guides.problems, ...problems], [])
  const links = [guides.home, ...(guides.sections[0]?.guides ?? [])].flatMap((guide) => guide?.links ?? [])
  assert.ok(links.length > 30, String(links.length))
})

test('every example on them type-checks and runs', async () => {
  const pages = [guides.home, ...(guides.sections[0]?.guides ?? [])].flatMap((guide) =>
    guide ? [[`docs/${guide.path}`, guide.text] as const] : [],
  )
  assert.is(pages.length, 4)
  const examples = examplesIn(new Map(pages))
  assert.is(examples.size, 12)
  for (const [path, text] of pages) assert.match(String(files.get(path)), text.slice(text.indexOf('# ')).trim())
  await checkExamples(emitted, examples, model)
})

test.run()
