/** What the benchmarks of commands share: each command is a Node of its own, and the commands compared take turns. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROUNDS = 5
const root = fileURLToPath(new URL('..', import.meta.url))

/** The built commands, ours and openapi-typescript's. */
export const OURS = path.join(root, 'dist/cli.js')
export const THEIRS = path.join(root, 'node_modules/openapi-typescript/bin/cli.js')

/** The documents that the command line names, else the Provisioning API's. */
export function namedSpecs(usual = 'spec/provisioning.yaml'): string[] {
  const specs = process.argv.slice(2)
  return specs.length > 0 ? specs : [usual]
}

/** What is timed, by its name: the arguments of Node, and the folder under the temporary one that is gone before it. */
export type Commands = Readonly<Record<string, { readonly args: readonly string[]; readonly fresh?: string }>>

/**
 * Runs the commands in turns, and takes the best time of each, which is the one least disturbed.
 *
 * @param commands made for a temporary folder.
 * @returns seconds by name.
 */
export async function bestTimes(commands: (folder: string) => Commands): Promise<Readonly<Record<string, number>>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'))
  const best: Record<string, number> = {}
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, { args, fresh }] of Object.entries(commands(folder))) {
      if (fresh !== undefined) await rm(fresh, { recursive: true, force: true })
      best[name] = Math.min(best[name] ?? Infinity, seconds(args))
    }
  }
  await rm(folder, { recursive: true })
  return best
}

/** `commercelayer-core.json: SDK alone 4.10 s, SDK and reference 5.04 s` */
export function timesOf(spec: string, times: Readonly<Record<string, number>>): string {
  const shown = Object.entries(times).map(([name, time]) => `${name} ${time.toFixed(2)} s`)
  return `${path.basename(spec)}: ${shown.join(', ')}`
}

/** How often one time holds another, `1.23 ×`. */
export const ratio = (one = Number.NaN, other = Number.NaN): string => `${(one / other).toFixed(2)} ×`

function seconds(args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')}:\n${stderr}`)
  return (performance.now() - start) / 1000
}
