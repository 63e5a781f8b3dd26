/** What is in the output folder. */
import fs from 'node:fs'
import path from 'node:path'
import { FOREIGN } from './paths.js'
import { isStage } from './stage.js'

/** By path relative to the folder, with `/`. `others` are links, sockets and the like. */
export interface Listing {
  readonly files: ReadonlySet<string>
  readonly folders: ReadonlySet<string>
  readonly others: ReadonlySet<string>
}

/**
 * Never looks through a symbolic link below `out`, nor into the output of another document, which bears the same line.
 * A folder that is not there is empty.
 */
export function list(out: string): Listing {
  const listing = { files: new Set<string>(), folders: new Set<string>(), others: new Set<string>() }
  const pending = ['']
  for (const folder of pending) {
    const inside = entries(path.join(out, folder))
    if (folder !== '' && isOutput(inside)) continue
    for (const entry of inside) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isFile()) listing.files.add(name)
      else if (!entry.isDirectory()) listing.others.add(name)
      else if (!isStage(entry.name)) {
        listing.folders.add(name)
        if (!FOREIGN.has(entry.name)) pending.push(name)
      }
    }
  }
  return listing
}

/** No folder within an output holds a client and a runtime: what does is an output itself. */
const isOutput = (inside: readonly fs.Dirent[]): boolean =>
  inside.some((entry) => entry.name === 'client.ts') &&
  inside.some((entry) => entry.name === 'runtime' && entry.isDirectory())

function entries(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
