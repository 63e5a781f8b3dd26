/** Putting files in place: all of them or none. */
import fs from 'node:fs'
import path from 'node:path'
import type { Content } from './ledger.js'
import type { Changes } from './plan.js'
import { makeStage, removeStage } from './stage.js'

/**
 * Makes `changes` in the folder `out`: writes what is new into a folder of its own, then renames it into place. Whatever
 * fails, what was replaced or removed is put back, what was added is removed, and the error is thrown. Folders that
 * become empty are removed.
 */
export function commit(files: ReadonlyMap<string, Content>, changes: Changes, out: string): void {
  const removeOut = makeFolder(out)
  try {
    const stage = makeStage(out)
    replaceAll(files, changes, out, stage)
  } catch (error) {
    removeOut()
    throw error
  }
  removeEmptyFolders(changes.removed, out)
}

function replaceAll(files: ReadonlyMap<string, Content>, changes: Changes, out: string, stage: string): void {
  /** How to take back what was done, in the order in which it was done. */
  const undo: (() => void)[] = []
  try {
    const replaced = [...changes.changed, ...changes.added]
    for (const [index, file] of replaced.entries())
      fs.writeFileSync(path.join(stage, `new-${index}`), files.get(file) ?? '')

    for (const [index, file] of changes.removed.entries()) {
      const [place, kept] = [path.join(out, file), path.join(stage, `removed-${index}`)]
      fs.renameSync(place, kept)
      undo.push(() => fs.renameSync(kept, place))
    }
    for (const [index, file] of replaced.entries()) {
      const [place, kept] = [path.join(out, file), path.join(stage, `changed-${index}`)]
      const isChanged = index < changes.changed.length
      if (isChanged) keep(place, kept)
      else undo.push(makeFolder(path.dirname(place)))
      fs.renameSync(path.join(stage, `new-${index}`), place)
      undo.push(isChanged ? () => fs.renameSync(kept, place) : () => fs.rmSync(place))
    }
  } catch (error) {
    const failed = undo.reverse().filter((takeBack) => !succeeds(takeBack))
    if (failed.length > 0)
      throw new Error(`Not all files could be put back; they are kept in ${stage}`, { cause: error })
    removeStage(stage)
    throw error
  }
  removeStage(stage)
}

function succeeds(takeBack: () => void): boolean {
  try {
    takeBack()
    return true
  } catch {
    return false
  }
}

/** Keeps a file under a second name: the first never stops to exist. */
function keep(place: string, kept: string): void {
  try {
    fs.linkSync(place, kept)
  } catch {
    // Not every file system has links.
    fs.copyFileSync(place, kept)
  }
}

/** Makes a folder and those that it is in; gives back how to remove the ones that were not there. */
function makeFolder(folder: string): () => void {
  const missing: string[] = []
  let above = folder
  for (; !fs.existsSync(above); above = path.dirname(above)) missing.unshift(above)
  let made = above
  const undo = (): void => removeWhileEmpty(made, above)
  try {
    // One by one: where a file system refuses, as `/proc` does, Node 20's recursive `mkdir` tries for ever.
    for (const one of missing) {
      fs.mkdirSync(one)
      made = one
    }
  } catch (error) {
    undo()
    throw error
  }
  return undo
}

function removeEmptyFolders(removed: readonly string[], out: string): void {
  for (const file of removed) removeWhileEmpty(path.dirname(path.join(out, file)), out)
}

/** Removes a folder and then those that it is in, up to but without `end`, as long as they are empty. */
function removeWhileEmpty(folder: string, end: string): void {
  for (let at = folder; at !== end && at !== path.dirname(at); at = path.dirname(at)) {
    try {
      fs.rmdirSync(at)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code !== 'ENOENT') return
    }
  }
}
