import { type Answer, Attempt } from './attempt.js'
import { pause, within } from './deadline.js'
import { RequestError } from './errors.js'
import { delayOf } from './retry.js'
import type { Call, Transport } from './transport.js'

/**
 * Sends the request of a call, again where it failed and may be repeated, and reads the answer.
 *
 * @param link the link to another page of the same list.
 * @param raw whether the caller reads the body.
 * @throws RequestError, of the class that tells what went wrong; whatever a hook, or a function that gives a token, throws.
 */
export async function send(transport: Transport, call: Call, link?: string, raw = false): Promise<Answer> {
  const { options } = transport
  const { hooks = {} } = options
  const { signal, timeout = options.timeout ?? 60_000, ...own } = call.options ?? {}
  const retry = own.retry ?? options.retry ?? {}
  const end = performance.now() + (own.totalTimeout ?? options.totalTimeout ?? Infinity)
  const isPost = call.method === 'POST'
  const key = own.idempotencyKey ?? (isPost && options.idempotencyHeader ? crypto.randomUUID() : '')
  const headers: Record<string, string> = key ? { [options.idempotencyHeader ?? 'Idempotency-Key']: key } : {}
  const repeatable = call.repeatable ?? (!isPost || key !== '')
  let renewed = 0
  let delay = 0
  for (let number = 1; ; number += 1) {
    const attempt = new Attempt(transport, call, link, number)
    try {
      await pause(delay, signal)
      const time = Math.min(timeout, end - performance.now())
      return await within(time, signal, (stop) => attempt.run(stop, headers, raw), raw)
    } catch (reason) {
      const error = attempt.failure(reason)
      if (!(error instanceof RequestError)) throw error
      const { prepared, event } = attempt
      if (prepared && error.status === 401 && !renewed && prepared.renew()) {
        renewed = 1
        delay = 0
        continue
      }
      const limits = typeof retry === 'number' ? { limit: retry } : retry
      const wait = prepared && delayOf(error, number - renewed, limits, repeatable)
      if (wait === undefined || performance.now() + wait >= end) {
        await hooks.onError?.({ ...event, error })
        throw error
      }
      await hooks.onRetry?.({ ...event, error, delay: wait })
      delay = wait
    }
  }
}
