/** The folder in the output folder, and so in its file system, where files wait to be put in place. */
import fs from 'node:fs'
import path from 'node:path'

const NAME = /^\.openapi-resources-(\d+)-\d+$/

export const isStage = (name: string): boolean => NAME.test(name)

/** The names of those that this process uses. */
const inUse = new Set<string>()
let count = 0

/** Makes one in `out`, after removing what runs that were killed have left behind. */
export function makeStage(out: string): string {
  for (const entry of fs.readdirSync(out)) if (isStale(entry)) fs.rmSync(path.join(out, entry), { recursive: true })
  const name = `.openapi-resources-${process.pid}-${++count}`
  fs.mkdirSync(path.join(out, name))
  inUse.add(name)
  return path.join(out, name)
}

export function removeStage(stage: string): void {
  fs.rmSync(stage, { recursive: true, force: true })
  inUse.delete(path.basename(stage))
}

function isStale(name: string): boolean {
  const [, pid] = NAME.exec(name) ?? []
  if (pid === undefined) return false
  return Number(pid) === process.pid ? !inUse.has(name) : !isAlive(Number(pid))
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It lives, but is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
