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
  /** Whether what the output was made of the last time and what was read for it then are what they were: no file differs. */
  hasSources(): boolean
  /**
   * What came of it the last time, where the folder holds just what was made of the same; undefined where not.
   *
   * @param read what was read for it; not said where `hasSources`.
   */
  recall(read?: Read): Known | undefined
  /** Keeps in mind that these files, by path, were made of what was read, and that this was found wrong. */
  remember(files: ReadonlyMap<string, Content>, problems: readonly Problem[], read: Read): void
}

/** What the output is made of that need not be read again while its files are the same: JSON, besides. */
export interface Read {
  /** By address, the SHA-256 of its files. What stands at a URL may always be another. */
  readonly sources: ReadonlyMap<string, string>
}

export interface Known {
  /** As `write` would tell. */
  readonly changes: Changes
  readonly problems: readonly Problem[]
}

/** What was made of what, as it is kept. */
interface Kept {
  readonly from: string
  /** A hash of what was read besides. */
  readonly read: string
  /** By address, hashes of the files that it was read from. */
  readonly sources: Readonly<Record<string, string>>
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
  const last = file === undefined ? undefined : lastOf(file)
  const kept = last?.from === from ? last : undefined
  return {
    hasSources: () =>
      kept !== undefined && Object.entries(kept.sources).every(([source, hash]) => digestOf(source) === hash),
    recall(read) {
      if (!kept || (read && kept.read !== digest(read)) || !holds(out, kept.files)) return undefined
      const unchanged = Object.keys(kept.files).length
      return { changes: { added: [], changed: [], removed: [], unchanged }, problems: kept.problems }
    },
    remember(files, problems, read) {
      if (file === undefined) return
      const hashes = [...files].map(([name, content]) => [name, hashOf(Buffer.from(content))] as const)
      const sources = Object.fromEntries(read.sources)
      keep(file, { from, read: digest(read), sources, files: Object.fromEntries(hashes), problems })
    },
  }
}

const digest = ({ sources, ...what }: Read): string => sha256(asJson(what))

function digestOf(source: string): string | undefined {
  try {
    return sha256(fs.readFileSync(source))
  } catch {
    return undefined
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

function lastOf(file: string): Kept | undefined {
  try {
    const kept: Partial<Kept> = JSON.parse(fs.readFileSync(file, 'utf8'))
    const { from, read = '', sources, files, problems } = kept
    return typeof from === 'string' && sources && files && problems
      ? { from, read, sources, files, problems }
      : undefined
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
