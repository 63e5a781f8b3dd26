const DAY = 86_400_000

interface Timer {
  readonly at: number
  readonly ring: () => void
  /** What Node's own code asks of a timer. */
  readonly unref: () => Timer
}

/**
 * Does something by a clock that stands still while anything is being done and, once everybody waits, goes on to the
 * next timer: it takes the same time on every machine, and no time to wait. For what needs no network.
 *
 * @returns the milliseconds that it took by that clock, which begins at a whole second.
 */
export async function byOwnClock(act: () => PromiseLike<unknown>): Promise<number> {
  const { setTimeout, clearTimeout } = globalThis
  const { now } = Date
  const began = now() - (now() % 1000)
  const timers = new Set<Timer>()
  let time = 0
  const set = (call: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]): Timer => {
    const timer: Timer = { at: time + milliseconds, ring: () => call(...given), unref: () => timer }
    timers.add(timer)
    return timer
  }
  Object.assign(globalThis, { setTimeout: set, clearTimeout: (timer: Timer) => timers.delete(timer) })
  Object.assign(Date, { now: () => began + time })
  Object.assign(performance, { now: () => time })
  try {
    let isOver = false
    const over = Promise.resolve(act()).finally(() => {
      isOver = true
    })
    over.catch(() => {}) // told below
    for (;;) {
      await settled(() => isOver || timers.size > 0)
      if (isOver) break
      const [next] = [...timers].sort((one, other) => one.at - other.at)
      if (!next || next.at > DAY) throw new Error('it waits for what never comes')
      timers.delete(next)
      time = next.at
      next.ring()
    }
    await over
    return time
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout })
    Object.assign(Date, { now })
    Reflect.deleteProperty(performance, 'now') // that of its prototype
  }
}

/** Lets everything be done that waits for no time, and waits a while for something to be so. */
async function settled(is: () => boolean): Promise<void> {
  for (let turns = 0; turns < 10 || (turns < 1000 && !is()); turns += 1) await new Promise(setImmediate)
}
