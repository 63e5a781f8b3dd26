import { ConnectionError, type RequestError, TimeoutError } from './errors.js'

/** When a request that failed is sent again. */
export interface RetryOptions {
  /** How often at most; 2 by default. */
  readonly limit?: number | undefined
  /** Milliseconds, the longest wait before the second attempt, doubled before each further one; 500 by default. */
  readonly minDelay?: number | undefined
  /** Milliseconds, the longest wait before any attempt; 8,000 by default. */
  readonly maxDelay?: number | undefined
  /** Milliseconds, the longest wait that the service may ask for by `Retry-After`; beyond, the call fails at once. 60,000 by default. */
  readonly maxRetryAfter?: number | undefined
}

/**
 * How long to wait, in milliseconds, before a request is sent again: as long as the service asks for, else a random
 * part of a time that doubles; undefined where it must not be sent again.
 *
 * @param failures how often it has failed.
 * @param repeatable whether it does no harm when the service does twice what was asked for.
 * @param left the milliseconds that are left for the call.
 */
export function delayOf(
  error: RequestError,
  failures: number,
  repeatable: boolean,
  left: number,
  retry: number | RetryOptions = {},
): number | undefined {
  const {
    limit = 2,
    minDelay = 500,
    maxDelay = 8_000,
    maxRetryAfter = 60_000,
  } = typeof retry === 'number' ? { limit: retry } : retry
  const { status = 0, retryAfter } = error
  const isLost = error instanceof ConnectionError || error instanceof TimeoutError
  // What was refused like this has not been done.
  const isRefused = status === 429 || (status === 503 && retryAfter !== undefined)
  const isFault = isRefused || (repeatable && (isLost || status === 408 || status >= 500))
  const asked = (retryAfter ?? 0) * 1000
  const wait = retryAfter === undefined ? Math.random() * Math.min(maxDelay, minDelay * 2 ** (failures - 1)) : asked
  return isFault && failures <= limit && asked <= maxRetryAfter && wait < left ? wait : undefined
}
