/** Which of two lists belong together. */

export interface Pairs<T> {
  readonly added: readonly T[]
  readonly removed: readonly T[]
  readonly both: readonly (readonly [before: T, after: T])[]
}

/** Pairs what has the same key, of several the first with the first. Each list keeps its order. */
export function pairs<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): Pairs<T> {
  const left = new Map<string, T[]>()
  for (const one of before) left.set(keyOf(one), [...(left.get(keyOf(one)) ?? []), one])
  const added: T[] = []
  const both: (readonly [T, T])[] = []
  for (const one of after) {
    const former = left.get(keyOf(one))?.shift()
    if (former === undefined) added.push(one)
    else both.push([former, one])
  }
  const removed = new Set([...left.values()].flat())
  return { added, removed: before.filter((one) => removed.has(one)), both }
}

/** The values that came, and those that went. */
export function difference(before: readonly string[], after: readonly string[]): { came: string[]; went: string[] } {
  return {
    came: after.filter((one) => !before.includes(one)),
    went: before.filter((one) => !after.includes(one)),
  }
}
