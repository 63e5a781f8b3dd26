import { ApiError, ConnectionError, TimeoutError } from './errors.js'

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
 * @param repeatable whether it does no harm when the service does twice what was asked for.
 */
export function delayOf(
  error: unknown,
  attempt: number,
  { limit = 2, minDelay = 500, maxDelay = 8_000, maxRetryAfter = 60_000 }: RetryOptions,
  repeatable: boolean,
): number | undefined {
  const { status, retryAfter = undefined } = error instanceof ApiError ? error : { status: 0 }
  // What was refused like this has not been done.
  const refused = status === 429 || (status === 503 && retryAfter !== undefined)
  const lost = error instanceof ConnectionError || error instanceof TimeoutError
  const wait =
    retryAfter === undefined ? Math.random() * Math.min(maxDelay, minDelay * 2 ** (attempt - 1)) : retryAfter * 1000
  const again = refused || (repeatable && (lost || status === 408 || status > 499))
  return again && attempt <= limit && (retryAfter === undefined || wait <= maxRetryAfter) ? wait : undefined
}
