import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { EarlierVersion } from './config.js'
import { plainText, sentence } from './diff/words.js'
import { generate } from './generate.js'
import { readHistory } from './history.js'
import { InputError } from './problems.js'
import { readModel } from './read.js'
import { sha256 } from './write/ledger.js'

const OK = { responses: { 204: { description: 'Done' } } }
const api = (version: string, ...paths: string[]): string =>
  JSON.stringify({
    ...{ openapi: '3.1.0', info: { title: 'Things', version } },
    paths: Object.fromEntries(paths.map((at) => [at, { get: { ...OK, tags: [at.slice(1)] } }])),
  })

let cwd: string
test.before.each(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'openapi-resources-history-'))
  await put('v1.json', api('1', '/a'))
  await put('v2.json', api('2', '/a', '/b'))
  await put('now.json', api('3', '/b', '/c'))
})
test.after.each(() => rm(cwd, { recursive: true, force: true }))

const put = (file: string, text: string): Promise<void> => writeFile(path.join(cwd, file), text)

/** Each version with what changed in it. */
async function told(earlier: readonly (string | EarlierVersion)[], more: object = {}) {
  const input = { spec: 'now.json', cwd, ...more }
  const { model } = await readModel(input)
  const { releases } = await readHistory(earlier, model, input)
  return releases.map(({ version, since, changes }) => [
    `${since} → ${version}`,
    ...changes.map((change) => plainText(sentence(change))),
  ])
}

test('from each version to the next, and from the last to the document', async () => {
  assert.equal(await told(['v1.json', 'v2.json']), [
    ['2 → 3', 'GET /c: added', 'GET /a: removed'],
    ['1 → 2', 'GET /b: added'],
  ])
})

test('what a version says, and what it takes from the configuration', async () => {
  const overlay = {
    ...{ overlay: '1.0.0', info: { title: 'O', version: '1' } },
    actions: [{ target: "$.paths['/b']", remove: true }],
  }
  await put('overlay.json', JSON.stringify(overlay))
  assert.equal(await told([{ overlays: ['overlay.json'] }]), [['3 → 3', 'GET /b: added']])
  assert.equal(await told([{ exclude: ['tag:c'] }]), [['3 → 3', 'GET /c: added']])
  assert.equal(await told(['v2.json'], { overlays: ['overlay.json'] }), [['2 → 3', 'GET /c: added', 'GET /a: removed']])
  assert.equal(await told([{ spec: 'v2.json', overlays: [] }], { overlays: ['overlay.json'] }), [
    ['2 → 3', 'GET /c: added', 'GET /a: removed', 'GET /b: removed'],
  ])
  const facts = { '/paths/~1c/get': { call: 'things.c' } }
  assert.equal(await told(['v2.json'], { facts }), [['2 → 3', 'GET /c: added', 'GET /a: removed']])
})

test('what was said of a version and changes nothing in it is warned of, and nothing else', async () => {
  const action = (target: string) => ({ target, remove: true })
  const overlay = (...targets: string[]) =>
    JSON.stringify({ overlay: '1.0.0', info: { title: 'O', version: '1' }, actions: targets.map(action) })
  await put('own.json', overlay("$.paths['/b']", "$.paths['/x']"))
  await put('all.json', overlay("$.paths['/c']"))
  const input = { spec: 'now.json', cwd, overlays: ['all.json'] }
  const { model } = await readModel(input)
  const { problems } = await readHistory(
    [{ spec: 'v2.json', overlays: ['own.json'] }, 'v1.json', { exclude: ['tag:y'] }],
    model,
    input,
  )
  assert.equal(
    problems.map(({ code, message }) => [code, message]),
    [
      ['unmatched-action', "The action at $.paths['/x'] changes nothing."],
      ['unmatched-selector', 'The selector tag:y of exclude matches no operation.'],
    ],
  )
})

test('what is wrong with any of them is told together', async () => {
  await put('bad.json', '{')
  try {
    await told(['absent.json', 'v1.json', 'bad.json'])
    assert.unreachable()
  } catch (error) {
    assert.instance(error, InputError)
    const { problems } = error as InputError
    assert.equal(
      problems.map(({ code, places: [place] }) => [code, place?.file]),
      [
        ['missing-file', 'absent.json'],
        ['syntax', 'bad.json'],
      ],
    )
  }
})

test('where nothing has changed, earlier versions are not read again', async () => {
  await mkdir(path.join(cwd, 'node_modules'))
  const run = async (): Promise<number> => {
    const { changes } = await generate({ spec: 'now.json', cwd, out: 'out', changelog: ['v1.json'] })
    return changes.added.length + changes.changed.length
  }
  assert.ok((await run()) > 0)
  assert.is(await run(), 0)
  // What is as it was, as far as is known, is not even looked at.
  const cache = path.join(cwd, 'node_modules/.cache/openapi-resources')
  const [file = ''] = await readdir(cache)
  const kept = await readFile(path.join(cache, file), 'utf8')
  await put('v1.json', '{')
  await writeFile(path.join(cache, file), kept.replace(sha256(api('1', '/a')), sha256('{')))
  assert.is(await run(), 0)
  await writeFile(path.join(cache, file), kept)
  assert.match(String(await run().catch((error: unknown) => error)), /syntax/)
  await put('v1.json', ` ${api('1', '/a')}`)
  assert.is(await run(), 0)
  await put('v1.json', api('1', '/b'))
  assert.ok((await run()) > 0)
})

test('the changelog of the Provisioning API: identity providers came to it', async () => {
  const input = { spec: 'spec/provisioning.yaml', cwd: fileURLToPath(new URL('../', import.meta.url)) }
  const { model } = await readModel(input)
  const overlays = ['spec/versions/before-identity-providers.overlay.yaml']
  const { releases, problems } = await readHistory([{ overlays }], model, input)
  const [release, ...others] = releases
  assert.equal([others, problems], [[], []])
  const [first, ...operations] = release?.changes.map((change) => plainText(sentence(change))) ?? []
  assert.is(first, 'identity_providers: added')
  assert.is(operations.length, 6)
  for (const operation of operations) assert.match(operation, /^[A-Z]+ \/identity_providers.*: added$/)
})

test.run()
