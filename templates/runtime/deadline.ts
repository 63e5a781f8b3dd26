/** Why something was stopped: its time was over. */
export const OVER = Symbol('over')
/** Why something was stopped: its caller wanted it. */
export const ABORTED = Symbol('aborted')

/** The longest that a timer can take. */
const LONGEST = 2 ** 31 - 1

/**
 * Does some work until it is done, the time is over or the caller aborts it, whichever is first, even where the work
 * does not heed its signal.
 *
 * @param milliseconds any time longer than 24 days is no limit.
 * @param keep whether the caller can still abort the signal when the work is done.
 * @throws OVER, ABORTED, or what the work throws.
 */
export async function within<Done>(
  milliseconds: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Done>,
  keep = false,
): Promise<Done> {
  const controller = new AbortController()
  let stop = (_: unknown): void => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = (reason) => {
      reject(reason)
      controller.abort(reason)
    }
  })
  stopped.catch(() => {})
  const aborted = (): void => stop(ABORTED)
  const timer = milliseconds > LONGEST ? undefined : setTimeout(stop, milliseconds, OVER)
  try {
    if (caller?.aborted) throw ABORTED
    caller?.addEventListener('abort', aborted, { once: true })
    return await Promise.race([work(controller.signal), stopped])
  } finally {
    clearTimeout(timer)
    if (!keep) caller?.removeEventListener('abort', aborted)
  }
}

/** Waits; throws ABORTED where the caller aborts. */
export async function pause(milliseconds: number, caller: AbortSignal | undefined): Promise<void> {
  const never = new Promise<never>(() => {})
  await within(milliseconds, caller, () => never).catch((reason) => {
    if (reason !== OVER) throw reason
  })
}
