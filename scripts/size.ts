/**
 * How large a bundle becomes by the SDK, in bytes, minified and then gzipped: `npm run size`. With `--modules`, which
 * module of the bundle of one call takes how many of the minified bytes. Fails beyond what is aimed at, and where a
 * module is bundled that one call does not need. With `--growth`, as in `npm test`, fails beyond what was reached instead.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { generate } from '../generator/generate.js'
import { multiplied } from './multiplied.js'
import { count, table } from './table.js'

/** What is aimed at, and what was reached, with a little for other versions of zlib: a change that needs more says so here. */
const AIM = { oneCall: 5_500, large: 15_000 }
const REACHED = { oneCall: 8_300, large: 15_000 }
const limits = process.argv.includes('--growth') ? REACHED : AIM

/** What only those pay for who import it, or whose API has it; those that do not exist are not there either. */
const UNNEEDED = [
  ...['runtime/client-credentials.ts', 'runtime/api-key.ts', 'runtime/basic.ts', 'runtime/parse.ts'],
  ...['runtime/relationship.ts', 'runtime/logging.ts', 'runtime/testing.ts', 'runtime/answers.ts'],
]

const root = fileURLToPath(new URL('../', import.meta.url))
const core = path.join(root, '../shared/specs/commercelayer-core-2023.json')

const ONE_CALL = `
  import { createClient } from './generated/index.js'
  await createClient({ auth: { accessToken: 'token' } }).memberships.list()`
const THEIR_CALL = `
  import CommerceLayerProvisioning from '@commercelayer/provisioning-sdk'
  await CommerceLayerProvisioning({ accessToken: 'token' }).memberships.list()`
const ALL = "export * from './generated/index.js'"

interface Bundle {
  readonly minified: number
  readonly gzipped: number
  /** The minified bytes of each module that has any, the largest first. */
  readonly modules: readonly (readonly [module: string, bytes: number])[]
}

/** Bundles a program that stands in `folder`. */
async function bundle(program: string, folder: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: folder, loader: 'ts' },
    ...{ bundle: true, minify: true, format: 'esm', target: 'es2022', platform: 'browser' },
    ...{ write: false, metafile: true, outfile: 'bundle.js', absWorkingDir: folder, logLevel: 'error' },
  })
  const contents = outputFiles[0]?.contents ?? new Uint8Array()
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs))
  const modules = inputs.map(([module, { bytesInOutput }]) => [module, bytesInOutput] as const)
  return {
    minified: contents.length,
    gzipped: gzipSync(contents, { level: 9 }).length,
    modules: modules.filter(([, bytes]) => bytes > 0).sort(([, a], [, b]) => b - a),
  }
}

/** The SDK of a large API, all of it: that of Commerce Layer where its document is at hand, otherwise a made-up one. */
async function large(): Promise<Bundle & { readonly resources: number; readonly isCore: boolean }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'size-'))
  try {
    const isCore = existsSync(core)
    const made = path.join(folder, 'multiplied.json')
    if (!isCore) await writeFile(made, JSON.stringify(await multiplied(path.join(root, 'spec/provisioning.yaml'), 13)))
    await generate({ spec: isCore ? core : made, out: 'generated', cwd: folder })
    const resources = (await readdir(path.join(folder, 'generated/resources'))).length
    return { ...(await bundle(ALL, folder)), resources, isCore }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const oneCall = await bundle(ONE_CALL, root)
const all = await large()
const theirs = await bundle(THEIR_CALL, root)
const rows = [
  { name: '(a) createClient and memberships.list()', ...oneCall, limit: limits.oneCall },
  { name: `(b) all of an SDK of ${all.resources} resources`, ...all, limit: all.isCore ? limits.large : undefined },
  { name: '(c) @commercelayer/provisioning-sdk and memberships.list()', ...theirs, limit: undefined },
].map((row) => ({ ...row, good: row.limit === undefined || row.gzipped <= row.limit }))

console.log(
  table([
    ['', 'minified', 'gzipped', 'at most', ''],
    ...rows.map(({ name, minified, gzipped, limit, good }) => [
      ...[name, count(minified), count(gzipped)],
      ...(limit === undefined ? [] : [count(limit), good ? 'good' : 'beyond']),
    ]),
  ]),
)
if (!all.isCore) {
  console.log('(b) is made of spec/provisioning.yaml several times over, and has no limit: the document that has one,')
  console.log('    ../shared/specs/commercelayer-core-2023.json, is not at hand')
}

const unneeded = oneCall.modules.filter(([module]) => UNNEEDED.some((name) => module.endsWith(`/${name}`)))
for (const [module, bytes] of unneeded)
  console.log(`(a) holds ${count(bytes)} bytes of ${module}, which one call does not need`)
if (process.argv.includes('--modules')) {
  console.log(
    `\n${table([['(a) by module', 'minified'], ...oneCall.modules.map(([module, bytes]) => [module, count(bytes)])])}`,
  )
}
if (unneeded.length > 0 || rows.some(({ good }) => !good)) process.exitCode = 1
