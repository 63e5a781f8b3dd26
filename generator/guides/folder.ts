/** The folder of the guides: which it is, and what is in it. */
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { suggest } from '../document/suggest.js'
import { InputError } from '../problems.js'

export interface FolderOptions {
  readonly cwd: string
  /** The folder, relative to `cwd`; `false` for none; by default `guides` beside the document. */
  readonly guides?: string | false | undefined
  /** The document: a path relative to `cwd`, or a URL, which nothing lies beside. */
  readonly spec?: string | undefined
  /** The folder for the output, relative to `cwd`. */
  readonly out: string
}

/** A file of the folder. */
export interface Found {
  /** As it is shown to a person. */
  readonly file: string
  /** Within the folder, with `/`. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * The files of the folder and of those within it, by name. What begins with a dot is left out, and so is `node_modules`.
 *
 * @throws InputError `no-guides-folder` where the folder that was named is none, or has the output in it.
 */
export async function readFolder(options: FolderOptions): Promise<Found[]> {
  const { cwd, guides, out } = options
  const named = guides === undefined ? besideDocument(options.spec) : guides
  if (named === false || named === undefined) return []
  const folder = path.resolve(cwd, named)
  const shown = shownPath(path.relative(cwd, folder) || '.')
  const exists = await isFolder(folder)
  if (!exists && guides === undefined) return []
  const fault = exists ? withinOutput(folder, path.resolve(cwd, out), shown) : await missing(folder, shown)
  if (fault) {
    throw new InputError([{ severity: 'error', code: 'no-guides-folder', places: [{ file: shown }], ...fault }])
  }
  const names = await namesIn(folder, '')
  return Promise.all(
    names.map(async (name) => ({ file: `${shown}/${name}`, name, bytes: await contentOf(folder, name, shown) })),
  )
}

const besideDocument = (spec: string | undefined): string | undefined =>
  spec === undefined || /^[a-z][a-z\d+.-]+:/i.test(spec) ? undefined : path.join(path.dirname(spec), 'guides')

const isFolder = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => undefined))?.isDirectory() ?? false

const shownPath = (file: string): string => file.split(path.sep).join('/')

interface Fault {
  readonly message: string
  readonly advice: string
}

async function missing(folder: string, shown: string): Promise<Fault> {
  if (await stat(folder).catch(() => undefined)) {
    return {
      message: `The guides cannot be read from ${shown}: it is a file.`,
      advice: 'Name the folder that it is in.',
    }
  }
  const beside = await readdir(path.dirname(folder)).catch(() => [])
  const near = suggest(path.basename(folder), beside)
  const advice = near
    ? `Did you mean ${path.posix.join(path.posix.dirname(shown), near)}?`
    : 'Make it, name another one, or name none.'
  return { message: `There is no folder ${shown} to read guides from.`, advice }
}

/** What the generator wrote is no guide. */
function withinOutput(folder: string, out: string, shown: string): Fault | undefined {
  const isWithin = (inner: string, outer: string): boolean => `${inner}${path.sep}`.startsWith(`${outer}${path.sep}`)
  if (!isWithin(folder, out) && !isWithin(out, folder)) return undefined
  return {
    message: `The guides cannot be read from ${shown}: that folder and the one for the output lie within one another.`,
    advice: 'Keep the guides in a folder of their own, beside the document for instance.',
  }
}

/** Sorted, so that the order does not depend on the file system. */
async function namesIn(folder: string, within: string): Promise<string[]> {
  const entries = await readdir(path.join(folder, within), { withFileTypes: true })
  const names = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
      .map(async (entry) => {
        const name = within === '' ? entry.name : `${within}/${entry.name}`
        if (entry.isDirectory()) return namesIn(folder, name)
        // A link to a folder could lead back to one that it is in.
        const isLink = entry.isSymbolicLink() && !(await isFolder(path.join(folder, name)))
        return entry.isFile() || isLink ? [name] : []
      }),
  )
  return names.flat().sort((a, b) => (a < b ? -1 : 1))
}

async function contentOf(folder: string, name: string, shown: string): Promise<Uint8Array> {
  try {
    return await readFile(path.join(folder, name))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new InputError([
      {
        severity: 'error',
        code: 'unreadable-file',
        message: `${shown}/${name} cannot be read (${code}).`,
        advice: 'Check the permissions of the file, and where it leads if it is a link.',
        places: [{ file: `${shown}/${name}` }],
      },
    ])
  }
}
