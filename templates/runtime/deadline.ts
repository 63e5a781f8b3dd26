/** Why something was stopped: its time was over. */
export const OVER = Symbol()

/**
 * Does some work until it is done, the time is over or the caller aborts it, whichever is first, even where the work
 * does not heed its signal.
 *
 * @param milliseconds any time longer than 24 days is 24 days.
 * @param keep whether the caller can still abort the signal when the work is done.
 * @throws OVER, the reason or the event of the caller's signal, or what the work throws.
 */
export async function within<Done>(
  milliseconds: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Done>,
  keep = false,
): Promise<Done> {
  const controller = new AbortController()
  const { signal } = controller
  const stop = (reason?: unknown): void => controller.abort(reason)
  const timer = setTimeout(stop, Math.min(milliseconds, 2 ** 31 - 1), OVER)
  caller?.addEventListener('abort', stop)
  try {
    caller?.throwIfAborted()
    const stopped = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    return await Promise.race([stopped, work(signal)])
  } finally {
    clearTimeout(timer)
    if (!keep) {
      caller?.removeEventListener('abort', stop)
      stop() // what reads an answer without an end
    }
  }
}
