/** Why something was stopped: its time was over. */
export const OVER = Symbol()
/** Why something was stopped: its caller wanted it. */
export const ABORTED = Symbol()

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
  let abort = (): void => {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const stopped = new Promise<never>((_, reject) => {
    const stop = (reason: symbol): void => {
      reject(reason)
      controller.abort(reason)
    }
    abort = () => stop(ABORTED)
    if (milliseconds < 2 ** 31) timer = setTimeout(stop, milliseconds, OVER)
    if (caller?.aborted) abort()
    caller?.addEventListener('abort', abort)
  })
  try {
    return await Promise.race([stopped, controller.signal.aborted ? stopped : work(controller.signal)])
  } finally {
    clearTimeout(timer)
    if (!keep) caller?.removeEventListener('abort', abort)
  }
}
