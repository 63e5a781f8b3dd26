import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { jsonPath } from './document/json-path.js'
import { load } from './document/load.js'
import { build } from './model/build.js'
import { overlayText } from './overlay-file.js'
import { InputError } from './problems.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const specs = path.join(root, '../shared/specs')

/** What the Model says, but for where it was found: the sources, and the pointers of schemas. */
const said = (model: unknown): string =>
  JSON.stringify(model, (key, value) =>
    ['source', 'sources', 'schema', 'operationId'].includes(key) ? undefined : value,
  )

/** What cannot be read has nothing that an overlay could mend. */
function unreadable(error: unknown): undefined {
  if (!(error instanceof InputError)) throw error
}

const fixtures = path.join(root, 'spec/fixtures/model')
const documents = [
  ...readdirSync(fixtures)
    .filter((file) => file.endsWith('.yaml') && file !== 'extension-wrong.yaml')
    .map((file) => path.join(fixtures, file)),
  ...(existsSync(specs) ? readdirSync(specs).map((file) => path.join(specs, file)) : []),
]
if (!existsSync(specs)) console.log('overlay-file.test.ts: ../shared/specs is not there, and its documents are skipped')

for (const file of documents) {
  test(`${path.basename(file)}: the overlay mends what it says, and changes nothing else`, async () => {
    const cwd = path.dirname(file)
    const first = await load(file, { cwd }).catch(unreadable)
    if (!first) return
    const before = build(first)
    const problems = [...first.problems, ...before.problems]
    const mended = problems.filter(({ mend }) => mend && !mend.changes)
    if (mended.length === 0) return
    const folder = await mkdtemp(path.join(tmpdir(), 'overlay-file-'))
    try {
      const overlay = path.join(folder, 'fixes.yaml')
      await writeFile(overlay, overlayText(problems, 'x'))
      const second = await load(file, { cwd, overlays: [overlay] })
      assert.equal(
        second.problems.filter(({ code }) => code === 'unmatched-action'),
        [],
      )
      const after = build(second)
      const told = new Set(mended.map(({ code, message }) => `${code} ${message}`))
      const left = after.problems.map(({ code, message }) => `${code} ${message}`).filter((one) => told.has(one))
      assert.equal(left, [])
      assert.equal(
        after.problems.filter(({ mend }) => mend && !mend.changes).map(({ code, message }) => `${code} ${message}`),
        [],
      )
      assert.is(said(after.model), said(before.model))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

const paths: readonly (readonly [pointer: string, want: string])[] = [
  ['', '$'],
  ['/info/title', '$.info.title'],
  ['/paths/~1roles~1{id}/get', "$.paths['/roles/{id}'].get"],
  ["/paths/~1it's", "$.paths['/it\\'s']"],
  ['/paths/\\', "$.paths['\\\\']"],
  ['/paths/a\nb', "$.paths['a\\u000ab']"],
  ['/list/0/a~0b', "$.list[0]['a~b']"],
  ['/responses/200', "$.responses['200']"],
]
for (const [pointer, want] of paths) {
  test(`the JSONPath of ${JSON.stringify(pointer)}`, () =>
    assert.is(jsonPath({ list: [{ 'a~b': 1 }], responses: { 200: {} }, paths: {} }, pointer), want))
}

test.run()
