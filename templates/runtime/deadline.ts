/** Why something was stopped: its time was over. An error, for it is the reason of the signal that a `fetch` sees. */
export const OVER = new Error('timeout')

/** For so many milliseconds, a timer can wait; for not many more. */
const LONGEST = 2_000_000_000

/**
 * Does some work, after a delay, until it is done, its time is over or the caller aborts it, whichever is first, even where
 * the work does not heed its signal.
 *
 * @param delay milliseconds, as is the time that the work may take; any longer than 23 days are 23 days.
 * @param keep whether the caller can still abort the signal when the work is done.
 * @throws OVER, the reason of the caller's signal, or what the work throws.
 */
export function within<Done>(
  delay: number,
  time: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Done>,
  keep: boolean | undefined,
): Promise<Done> {
  const controller = new AbortController()
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout>
    const stop = (reason?: unknown): void => {
      clearTimeout(timer)
      controller.abort(reason)
      reject(reason)
    }
    const begin = (): void => {
      timer = setTimeout(stop, Math.min(time, LONGEST), OVER)
      work(controller.signal).then((done) => {
        resolve(done)
        if (keep) clearTimeout(timer)
        else stop()
      }, stop)
    }
    caller?.addEventListener('abort', () => stop(caller.reason), { signal: controller.signal })
    if (caller?.aborted) stop()
    else if (delay) timer = setTimeout(begin, Math.min(delay, LONGEST))
    else begin()
  })
}
