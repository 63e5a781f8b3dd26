/** What has to be done to a folder so that it holds the files of a run, and nothing else of ours. */
import fs from 'node:fs'
import path from 'node:path'
import { InputError, type Problem } from '../problems.js'
import { isOurs, mayBeOurs } from './header.js'
import { type Content, hashOf, LEDGER, readLedger } from './ledger.js'
import { type Listing, list } from './listing.js'
import { folded } from './paths.js'

/** Relative paths with `/`, sorted. */
export interface Changes {
  readonly added: string[]
  readonly changed: string[]
  readonly removed: string[]
  readonly unchanged: number
}

/**
 * Compares the folder `out` with `files`. Line ends do not count.
 *
 * @throws InputError (`not-ours`) with every file in the way that is not ours.
 */
export function plan(files: ReadonlyMap<string, Content>, out: string): Changes {
  const listing = list(out)
  const isCopy = copiesIn(listing, out)
  const removed = strays(listing, files, out, isCopy)
  const added: string[] = []
  const changed: string[] = []
  const obstacles = new Set<string>()
  const obstacleTo = obstacleFinder(listing, removed, out)
  for (const [file, content] of files) {
    const obstacle = obstacleTo(file)
    if (obstacle !== undefined) obstacles.add(obstacle)
    else if (!listing.files.has(file)) added.push(file)
    else {
      const present = fs.readFileSync(path.join(out, file))
      if (isSame(present, content)) continue
      if (isOurs(present.toString('utf8')) || isCopy(file, () => present)) changed.push(file)
      else obstacles.add(file)
    }
  }
  if (obstacles.size > 0) throw new InputError([...obstacles].sort().map((file) => notOurs(path.join(out, file))))
  const unchanged = files.size - added.length - changed.length
  return { added: added.sort(), changed: changed.sort(), removed: [...removed].sort(), unchanged }
}

function isSame(present: Buffer, content: Content): boolean {
  if (typeof content !== 'string') return present.equals(content) || hashOf(present) === hashOf(content)
  const text = present.toString('utf8')
  return text === content || text.replaceAll('\r\n', '\n') === content
}

/** The files in the folder that are ours, and not among these. */
export function strays(
  listing: Listing,
  wanted: ReadonlyMap<string, unknown>,
  out: string,
  isCopy = copiesIn(listing, out),
): Set<string> {
  const others = [...listing.files].filter((file) => !wanted.has(file))
  return new Set(
    others.filter((file) => {
      const place = path.join(out, file)
      return (mayBeOurs(file) && isOurs(head(place))) || isCopy(file, () => fs.readFileSync(place))
    }),
  )
}

/** Tells whether a file is one that was copied, and still the same. */
function copiesIn({ files }: Listing, out: string): (file: string, bytes: () => Uint8Array) => boolean {
  const text = files.has(LEDGER) ? fs.readFileSync(path.join(out, LEDGER), 'utf8') : ''
  const ledger = readLedger(isOurs(text) ? text : '')
  return (file, bytes) => ledger.has(file) && ledger.get(file) === hashOf(bytes())
}

/** Finds what stands where a file, or a folder on the way to it, must be, and cannot be replaced. */
function obstacleFinder({ files, folders, others }: Listing, removed: ReadonlySet<string>, out: string) {
  const staying = new Map(Array.from(files, (file) => [folded(file), file]))
  for (const file of removed) staying.delete(folded(file))
  return (file: string): string | undefined => {
    if (folders.has(file) || others.has(file)) return file
    for (let end = file.indexOf('/'); end > 0; end = file.indexOf('/', end + 1)) {
      const folder = file.slice(0, end)
      if (others.has(folder) || (files.has(folder) && !removed.has(folder))) return folder
    }
    if (files.has(file)) return undefined
    // Where upper and lower case are the same, a file of another name is there under this name too.
    const other = staying.get(folded(file))
    return other !== undefined && fs.existsSync(path.join(out, file)) ? other : undefined
  }
}

function notOurs(file: string): Problem {
  const shown = path.relative('', file).split(path.sep).join('/')
  const message = `${shown} is in the way: it does not bear the line that says it was generated.`
  const advice = 'Move it away, or generate into another folder with --out. Nothing has been written.'
  return { severity: 'error', code: 'not-ours', message, advice, places: [{ file: shown }] }
}

/** Enough for the line and for front matter before it, which the author of a guide may have written at length. */
const HEAD = 65_536

function head(file: string): string {
  const opened = fs.openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(HEAD)
    return buffer.toString('utf8', 0, fs.readSync(opened, buffer, 0, HEAD, 0))
  } finally {
    fs.closeSync(opened)
  }
}
