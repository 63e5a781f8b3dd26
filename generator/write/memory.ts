/** What an output folder was made from, so that what would be the same again need not be made. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from '../cache.js'
import type { Problem } from '../problems.js'
import { type Content, hashOf, sha256 } from './ledger.js'
import { list } from './listing.js'
import { type Changes, strays } from './plan.js'

/** Of one output folder. */
export interface Memory {
  /** What came of it the last time, where the folder holds just what was made of the same; undefined where not. */
  recall(): Known | undefined
  /** Keeps in mind that these files, by path, were made, and that this was found wrong. */
  remember(files: ReadonlyMap<string, Content>, problems: readonly Problem[]): void
}

export interface Known {
  /** As `write` would tell. */
  readonly changes: Changes
  readonly problems: readonly Problem[]
}

/** What was made of what, as it is kept. */
interface Kept {
  readonly from: string
  /** By path, hashes of the contents. */
  readonly files: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/**
 * The memory of an output folder: a file in the cache of the nearest `node_modules` above `cwd`. Where there is none, and
 * where it cannot be read or written, nothing is known.
 *
 * @param made all that the output is made of: JSON, and bytes in it. What makes it counts as well: the generator's own files, and the
 *   packages that it emits with.
 */
export function memoryOf(out: string, cwd: string, made: unknown): Memory {
  const folder = cacheFolder(cwd)
  const file = folder === undefined ? undefined : path.join(folder, `${sha256(path.resolve(out)).slice(0, 16)}.json`)
  const from = sha256(asJson([made, own(), packages()]))
  return {
    recall() {
      const kept = file === undefined ? undefined : read(file)
      if (kept?.from !== from || !holds(out, kept.files)) return undefined
      const unchanged = Object.keys(kept.files).length
      return { changes: { added: [], changed: [], removed: [], unchanged }, problems: kept.problems }
    },
    remember(files, problems) {
      if (file === undefined) return
      const hashes = [...files].map(([name, content]) => [name, hashOf(Buffer.from(content))] as const)
      keep(file, { from, files: Object.fromEntries(hashes), problems })
    },
  }
}

/** Whether the folder holds these files, and no others of ours. Line ends do not count. */
function holds(out: string, files: Kept['files']): boolean {
  const listing = list(out)
  const wanted = new Map(Object.entries(files))
  const isSame = ([file, hash]: readonly [string, string]): boolean =>
    listing.files.has(file) && hashOf(fs.readFileSync(path.join(out, file))) === hash
  return strays(listing, wanted, out).size === 0 && [...wanted].every(isSame)
}

/** The generator's files and templates, by when they were changed last. */
function own(): unknown {
  const folders = ['../', '../../templates/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
  return folders.flatMap((folder) =>
    fs.readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      if (!entry.isFile()) return []
      const { size, mtimeMs } = fs.statSync(path.join(entry.parentPath, entry.name))
      return [[entry.parentPath, entry.name, size, mtimeMs]]
    }),
  )
}

/** The versions of what decides how the output looks, Node's among them. */
function packages(): unknown {
  const require = createRequire(import.meta.url)
  const names = ['openapi-typescript', 'typescript', 'ts-morph', 'handlebars']
  const texts = names.map((name) => fs.readFileSync(require.resolve(`${name}/package.json`), 'utf8'))
  return [process.version, ...texts.map((text) => JSON.parse(text).version)]
}

function read(file: string): Kept | undefined {
  try {
    const kept: Partial<Kept> = JSON.parse(fs.readFileSync(file, 'utf8'))
    const { from, files, problems } = kept
    return typeof from === 'string' && files && problems ? { from, files, problems } : undefined
  } catch {
    return undefined
  }
}

/** Whole or not at all: another run may be reading it. */
function keep(file: string, kept: Kept): void {
  const staged = `${file}.${process.pid}`
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(staged, JSON.stringify(kept))
    fs.renameSync(staged, file)
  } catch {
    fs.rmSync(staged, { force: true })
  }
}

/** In the place of bytes, what tells them from others. */
const asJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, name, one: unknown) {
    const bytes = this[name]
    return bytes instanceof Uint8Array ? hashOf(bytes) : one instanceof Map ? [...one] : one
  })
