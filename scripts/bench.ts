/**
 * How long the whole output takes, as a ratio to openapi-typescript's command on the same document, which makes the wire
 * types alone: `npm run bench [document …]`. Each pair of runs follows the other, and the best of each counts.
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROUNDS = 5
const root = fileURLToPath(new URL('..', import.meta.url))
const ours = path.join(root, 'dist/cli.js')
const theirs = path.join(root, 'node_modules/openapi-typescript/bin/cli.js')

/** Seconds that Node takes for a script. */
function seconds(...args: string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')}:\n${stderr}`)
  return (performance.now() - start) / 1000
}

async function bench(spec: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'))
  const out = path.join(folder, 'generated')
  const best = { cold: Infinity, unchanged: Infinity, wireTypes: Infinity }
  for (let round = 0; round < ROUNDS; round++) {
    await rm(out, { recursive: true, force: true })
    best.cold = Math.min(best.cold, seconds(ours, 'generate', spec, '--out', out))
    best.unchanged = Math.min(best.unchanged, seconds(ours, 'generate', spec, '--out', out))
    best.wireTypes = Math.min(best.wireTypes, seconds(theirs, spec, '-o', path.join(folder, 'schema.ts')))
  }
  await rm(folder, { recursive: true })
  const shown = Object.entries(best).map(([name, time]) => `${name} ${time.toFixed(2)} s`)
  console.log(`${path.basename(spec)}: ${shown.join(', ')}`)
  console.log(
    `  cold ${(best.cold / best.wireTypes).toFixed(2)} ×, unchanged ${(best.unchanged / best.wireTypes).toFixed(2)} × the wire types alone`,
  )
}

const specs = process.argv.slice(2)
for (const spec of specs.length > 0 ? specs : ['spec/provisioning.yaml']) await bench(spec)
