/** How `generate` tells what it did, and `generate --check` what it would do. */
import path from 'node:path'
import type { Changes } from './write/write.js'

export const differs = ({ added, changed, removed }: Changes): boolean =>
  added.length + changed.length + removed.length > 0

/** `generated/: 3 added, 80 unchanged (0.9 s)` */
export function showChanges({ added, changed, removed, unchanged }: Changes, out: string, time: string): string {
  const counts = [
    [added.length, 'added'],
    [changed.length, 'changed'],
    [removed.length, 'removed'],
    [unchanged, 'unchanged'],
  ] as const
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return `${folder(out)}: ${said.join(', ')} (${time})\n`
}

/** Each file that differs on a line of its own, then what to do about it. */
export function showDifferences(changes: Changes, out: string, time: string): string {
  if (!differs(changes)) return `${folder(out)}: up to date, ${changes.unchanged} files (${time})\n`
  const { added, changed, removed } = changes
  const lines = [
    ...added.map((file) => `  to add     ${path.posix.join(folder(out), file)}\n`),
    ...changed.map((file) => `  to change  ${path.posix.join(folder(out), file)}\n`),
    ...removed.map((file) => `  to remove  ${path.posix.join(folder(out), file)}\n`),
  ]
  const counts = `${added.length} to add, ${changed.length} to change, ${removed.length} to remove`
  return `${folder(out)}: not up to date\n${lines.join('')}${counts} (${time})\n→ openapi-resources generate writes them.\n`
}

const folder = (out: string): string => `${out.split(path.sep).join('/').replace(/\/+$/, '')}/`
