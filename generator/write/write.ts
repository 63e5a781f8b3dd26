import path from 'node:path'
import { InputError } from '../problems.js'
import { commit } from './commit.js'
import type { Content } from './ledger.js'
import { checkPaths } from './paths.js'
import { type Changes, plan } from './plan.js'

export type { Changes }

/**
 * Makes the folder `out` hold `files`: writes those that differ, and removes the ones that are ours and not among
 * them. All or nothing; nothing outside of `out` is touched.
 *
 * @param files From the path relative to `out`, with `/`, to what is in it, all that
 *   `markAll` gives. A present file that differs in its line ends alone is left as it is.
 * @param options `out`: the folder, made where it is missing. `check`: compares and writes nothing.
 * @returns what was done, or with `check` would be.
 * @throws InputError where a path leads out of the folder, a file that is not ours is in the way, or the folder cannot
 *   be written. Then nothing has changed.
 */
export async function write(
  files: ReadonlyMap<string, Content>,
  options: { readonly out: string; readonly check: boolean },
): Promise<Changes> {
  checkPaths(files.keys())
  const out = path.resolve(options.out)
  try {
    const changes = plan(files, out)
    const { added, changed, removed } = changes
    if (!options.check && added.length + changed.length + removed.length > 0) commit(files, changes, out)
    return changes
  } catch (error) {
    throw isSystemError(error) ? notWritable(error, out) : error
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

/** The disk is full, the folder is read-only, and the like: nothing that is wrong with the generator. */
function notWritable(error: NodeJS.ErrnoException, out: string): InputError {
  const file =
    path
      .relative('', error.path ?? out)
      .split(path.sep)
      .join('/') || '.'
  const message = `The output cannot be written: ${error.code} at ${file}.`
  const advice = 'Check the folder, its permissions and the space on the disk. What was there is as it was.'
  return new InputError([{ severity: 'error', code: 'not-writable', message, advice, places: [{ file }] }])
}
