/** The folder of the guides: which it is, and what is in it. */
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { suggest } from '../document/suggest.js'
import { InputError } from '../problems.js'
import { type Folder, type Found, folderAt, isFolder, walk } from '../walk.js'

export interface FolderOptions {
  readonly cwd: string
  /** The folder, relative to `cwd`; `false` for none; by default `guides` beside the document. */
  readonly guides?: string | false | undefined
  /** The document: a path relative to `cwd`, or a URL, which nothing lies beside. */
  readonly spec?: string | undefined
  /** The folder for the output, relative to `cwd`. */
  readonly out: string
}

/**
 * The files of the folder and of those within it, by name. What begins with a dot is left out, and so is `node_modules`.
 *
 * @throws InputError `no-guides-folder` where the folder that was named is none, or has the output in it.
 */
export async function readFolder(options: FolderOptions): Promise<readonly Found[]> {
  const { cwd, guides, out } = options
  const named = guides === undefined ? besideDocument(options.spec) : guides
  if (named === false || named === undefined) return []
  const folder = folderAt(cwd, named)
  const exists = await isFolder(folder.path)
  if (!exists && guides === undefined) return []
  const fault = exists ? withinOutput(folder, path.resolve(cwd, out)) : await missing(folder)
  if (fault) {
    throw new InputError([{ severity: 'error', code: 'no-guides-folder', places: [{ file: folder.shown }], ...fault }])
  }
  const { files } = await walk(folder, { without: ['node_modules'], followsLinks: true })
  return files
}

const besideDocument = (spec: string | undefined): string | undefined =>
  spec === undefined || /^[a-z][a-z\d+.-]+:/i.test(spec) ? undefined : path.join(path.dirname(spec), 'guides')

interface Fault {
  readonly message: string
  readonly advice: string
}

async function missing({ path: folder, shown }: Folder): Promise<Fault> {
  if (await stat(folder).catch(() => undefined)) {
    return {
      message: `The guides cannot be read from ${shown}: it is a file.`,
      advice: 'Name the folder that it is in.',
    }
  }
  const beside = await readdir(path.dirname(folder)).catch((): string[] => [])
  const near = suggest(path.basename(folder), beside.sort())
  const advice = near
    ? `Did you mean ${path.posix.join(path.posix.dirname(shown), near)}?`
    : 'Make it, name another one, or name none.'
  return { message: `There is no folder ${shown} to read guides from.`, advice }
}

/** What the generator wrote is no guide. */
function withinOutput({ path: folder, shown }: Folder, out: string): Fault | undefined {
  const isWithin = (inner: string, outer: string): boolean => `${inner}${path.sep}`.startsWith(`${outer}${path.sep}`)
  if (!isWithin(folder, out) && !isWithin(out, folder)) return undefined
  return {
    message: `The guides cannot be read from ${shown}: that folder and the one for the output lie within one another.`,
    advice: 'Keep the guides in a folder of their own, beside the document for instance.',
  }
}
