import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../document/load.js'
import { build } from '../model/build.js'
import type { Model } from '../model/types.js'
import { InputError } from '../problems.js'
import { changes } from './changes.js'
import type { Change } from './types.js'
import { plainText, says, subjectWords } from './words.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const shared = fileURLToPath(new URL('../../../shared/specs', import.meta.url))

const models = new Map<string, Promise<Model>>()

function read(file: string): Promise<Model> {
  const model = models.get(file) ?? load(file, { cwd: root }).then((document) => build(document).model)
  models.set(file, model)
  return model
}

/** Of a document that is wrong on purpose there is nothing to compare. */
async function readable(file: string): Promise<Model | undefined> {
  try {
    return await read(file)
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

const listed = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ya?ml|json)$/.test(file))
    .map((file) => `${folder}/${file}`)
    .sort()
const real = existsSync(shared) ? listed(shared) : []
const documents = [...listed(`${root}spec/fixtures`), `${root}spec/provisioning.yaml`, ...real]

test('no document differs from itself', async () => {
  let compared = 0
  for (const file of documents) {
    const model = await readable(file)
    if (!model) continue
    compared += 1
    assert.equal(changes(model, structuredClone(model)), [], file)
  }
  assert.ok(compared > 50, `${compared}`)
})

test('of any two documents, what was added in one direction was removed in the other', async () => {
  const models: Model[] = []
  for (const file of documents.filter((file) => !real.includes(file))) {
    const model = await readable(file)
    if (model) models.push(model)
  }
  for (const [index, before] of models.entries()) {
    const after = models[(index + 1) % models.length] ?? before
    const [there, back] = [changes(before, after), changes(after, before)]
    assert.equal(only(there, 'added'), only(back, 'removed'))
    assert.equal(only(there, 'removed'), only(back, 'added'))
  }
})

/** The resources, fields and operations that there are in the one version alone, sorted. */
const only = (found: readonly Change[], kind: 'added' | 'removed'): string[] =>
  found
    .filter(({ rule }) => new RegExp(`^(resource|field|operation)-${kind}(-required)?$`).test(rule))
    .map(({ subject }) => plainText(subjectWords([subject])))
    .sort()

const PAIRS: readonly (readonly [string, string])[] = [
  [`${shared}/petstore-v2.json`, `${shared}/petstore-v3.yaml`],
  [`${shared}/commercelayer-provisioning.json`, `${root}spec/provisioning.yaml`],
  [`${shared}/klaviyo-cat-tags.json`, `${shared}/klaviyo-stable.json`],
]

for (const [before, after] of PAIRS) {
  const name = [before, after].map((file) => file.replace(/^.*\//, '')).join(' and ')
  if (!existsSync(shared)) {
    test.skip(`${name}: ../shared is absent`, () => {})
    continue
  }
  test(`${name}: what was added in one direction was removed in the other`, async () => {
    const [one, other] = [await read(before), await read(after)]
    const [there, back] = [changes(one, other), changes(other, one)]
    assert.ok(there.length > 0)
    assert.equal(only(there, 'added'), only(back, 'removed'))
    assert.equal(only(there, 'removed'), only(back, 'added'))
    for (const change of there) assert.not.match(plainText(says(change)), /undefined|\{(before|after|values)\}/)
  })
}

test.run()
