/** The one of `names` that was most likely meant by `wrong`; undefined where none is near. */
export function suggest(wrong: string, names: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(wrong.length / 4))
  let best: string | undefined
  let least = limit + 1
  for (const name of names) {
    if (Math.abs(name.length - wrong.length) > limit) continue
    const edits = distance(wrong.toLowerCase(), name.toLowerCase())
    if (edits < least) [best, least] = [name, edits]
  }
  return best
}

/** The number of letters to insert, delete or replace. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
