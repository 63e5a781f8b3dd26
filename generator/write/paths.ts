/** The paths of the output come from a document that anyone may have written: none leaves the folder. */
import { InputError, type Problem } from '../problems.js'

/** Names of devices, with or without an extension, and what else Windows does not allow in the name of a file. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(\.|$)/i
const FORBIDDEN = /[<>:"|?*\\\p{Cc}]|[. ]$/u
/** Where nothing of ours is looked for. */
export const FOREIGN: ReadonlySet<string> = new Set(['node_modules', '.git'])
/** Bytes, on all common file systems. */
const LONGEST = 255

/**
 * Checks that all of `paths` (relative, with `/`) can be written below one folder, on every system, and each to a place
 * of its own.
 *
 * @throws InputError with all that cannot.
 */
export function checkPaths(paths: Iterable<string>): void {
  const problems: Problem[] = []
  const error = (path: string, why: string) => {
    const message = `The file ${JSON.stringify(path)} cannot be written: ${why}.`
    const advice = 'Give what it is named after another name, in the document or in the configuration.'
    problems.push({ severity: 'error', code: 'unsafe-path', message, advice, places: [{ file: path }] })
  }
  const files = new Map<string, string>()
  const folders = new Map<string, string>()
  for (const path of paths) {
    const why = path.split('/').map(wrongName).find(Boolean)
    if (why !== undefined) {
      error(path, why)
      continue
    }
    const key = folded(path)
    const same = files.get(key) ?? folders.get(key)
    if (same !== undefined)
      error(path, `${JSON.stringify(same)} takes its place where upper and lower case are the same`)
    files.set(key, path)
    for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
      const folder = key.slice(0, end)
      const file = files.get(folder)
      if (file !== undefined) error(path, `${JSON.stringify(file)} is a file`)
      folders.set(folder, path)
    }
  }
  if (problems.length > 0) throw new InputError(problems)
}

/** What is wrong with one part of a path. */
function wrongName(name: string): string | undefined {
  if (name === '' || name === '.' || name === '..') return 'its path is not one below the output folder'
  if (FORBIDDEN.test(name)) return `${JSON.stringify(name)} is no name that every system allows`
  if (RESERVED.test(name)) return `${JSON.stringify(name)} is the name of a device on Windows`
  if (FOREIGN.has(name.toLowerCase())) return `${JSON.stringify(name)} is a folder of other tools`
  if (Buffer.byteLength(name) > LONGEST) return 'its name is too long'
  return undefined
}

/** As file systems compare names that do not tell upper case from lower. */
export const folded = (path: string): string => path.normalize('NFC').toUpperCase().toLowerCase()
