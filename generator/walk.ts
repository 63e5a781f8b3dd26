/** What is in a folder that a user keeps files in. */
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { InputError, type Problem } from './problems.js'

export interface Folder {
  /** An absolute path. */
  readonly path: string
  /** As it is shown to a person. */
  readonly shown: string
}

/** Which of what there is counts; what begins with a dot never does. */
export interface Rule {
  /** Names of folders that are left out. */
  readonly without?: readonly string[]
  /** Whether a link stands for the file that it leads to; one to a folder never does, it could lead back. */
  readonly followsLinks: boolean
}

/** Something in the folder. */
interface Entry {
  /** As it is shown to a person. */
  readonly file: string
  /** Within the folder, with `/`. */
  readonly name: string
}

/** A file of the folder. */
export interface Found extends Entry {
  readonly bytes: Uint8Array
}

/**
 * The files of a folder and of those within it, sorted by name, so that the order does not depend on the file system.
 *
 * @returns them, and what is there and is neither file nor folder.
 * @throws InputError `unreadable-file` for all that cannot be read.
 */
export async function walk(
  folder: Folder,
  rule: Rule,
): Promise<{ readonly files: readonly Found[]; readonly others: readonly Entry[] }> {
  const at = (name: string): string => path.join(folder.path, name)
  const shown = (name: string): string => path.posix.join(folder.shown, name)
  const { without = [], followsLinks } = rule
  const files: Entry[] = []
  const others: Entry[] = []
  const problems: Problem[] = []
  const reading = <Read>(file: string, read: () => Promise<Read>): Promise<Read | undefined> =>
    read().catch((error) => void problems.push(unreadable(file, error)))
  const visit = async (within: string): Promise<void> => {
    const entries = await reading(shown(within), () => readdir(at(within), { withFileTypes: true }))
    for (const entry of entries ?? []) {
      const name = path.posix.join(within, entry.name)
      if (entry.name.startsWith('.') || without.includes(entry.name)) continue
      if (entry.isDirectory()) await visit(name)
      else {
        // A link that leads nowhere stands for a file that cannot be read.
        const isLink = followsLinks && entry.isSymbolicLink() && !(await isFolder(at(name)))
        const kind = entry.isFile() || isLink ? files : others
        kind.push({ name, file: shown(name) })
      }
    }
  }
  await visit('')
  const bytes = await Promise.all(files.sort(byName).map((one) => reading(one.file, () => readFile(at(one.name)))))
  if (problems.length > 0) throw new InputError(problems.sort((a, b) => (a.message < b.message ? -1 : 1)))
  return {
    files: files.flatMap((one, index) => {
      const own = bytes[index]
      return own ? [{ ...one, bytes: own }] : []
    }),
    others: others.sort(byName),
  }
}

const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : 1)

export const isFolder = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => undefined))?.isDirectory() ?? false

function unreadable(file: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return {
    severity: 'error',
    code: 'unreadable-file',
    message: `${file} cannot be read (${code}).`,
    advice: 'Check its permissions, and where it leads if it is a link.',
    places: [{ file }],
  }
}

/** The folder of that name, relative to `cwd`. */
export function folderAt(cwd: string, named: string): Folder {
  const folder = path.resolve(cwd, named)
  return { path: folder, shown: path.relative(cwd, folder).split(path.sep).join('/') || '.' }
}
