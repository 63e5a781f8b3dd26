import type { Attempt } from './attempt.js'
import { OVER, within } from './deadline.js'
import { apiError } from './error-document.js'
import { AbortError, failureOf, parseError, RequestError, TimeoutError } from './errors.js'
import { delayOf } from './retry.js'
import type { Call } from './transport.js'

/**
 * Sends the request of a call, again where it failed and may be repeated, and reads the answer.
 *
 * @param read what is made of the answer.
 * @throws RequestError, of the class that tells what went wrong; whatever a hook, or a function that gives a token, throws.
 */
export async function send<Data>(call: Call, read: (answer: Attempt, response: Response) => Data): Promise<Data> {
  const { transport, method, options: own = {}, raw } = call
  const { options } = transport
  const url = transport.url(call)
  const end = performance.now() + (own.totalTimeout ?? options.totalTimeout ?? Infinity)
  const {
    signal,
    idempotencyKey: key = method === 'POST' && options.idempotencyHeader ? crypto.randomUUID() : undefined,
  } = own
  const isRepeatable = key !== undefined || (call.repeatable ?? method !== 'POST')

  let delay: number | undefined = 0
  let failures = 0
  let isRenewed = false
  let last: Attempt | undefined
  for (let count = 0; ; ) {
    const attempt: Attempt = { method, path: url.pathname, count, body: '' }
    const time = Math.min(own.timeout ?? options.timeout ?? 60_000, end - performance.now() - delay)
    const work = async (stop: AbortSignal): Promise<Data> => {
      const { request, fetch } = Object.assign(attempt, await transport.prepare(call, url, stop, key))
      stop.throwIfAborted()
      attempt.count = ++count
      await options.hooks?.(attempt)
      stop.throwIfAborted()
      let response: Response
      try {
        response = attempt.response = await fetch(request)
        if (!(raw && response.ok)) attempt.body = await textOf(response, options.maxBytes ?? 100 * 2 ** 20, attempt)
      } catch (cause) {
        throw failureOf(cause, attempt)
      }
      stop.throwIfAborted()
      await options.hooks?.(attempt)
      if (!response.ok) throw apiError(attempt, response)
      try {
        return read(attempt, response)
      } catch (cause) {
        throw failureOf(cause, attempt)
      }
    }
    try {
      return await within(delay, time, signal, work, raw)
    } catch (cause) {
      const error = signal?.aborted
        ? new AbortError('aborted', attempt, { cause: signal.reason })
        : cause === OVER
          ? new TimeoutError(`no answer in ${Math.round(time)} ms`, attempt)
          : cause
      if (!(error instanceof RequestError)) throw error
      delay = 0
      if (error.status === 401 && !isRenewed && attempt.renew?.()) {
        isRenewed = true
        continue
      }
      delay = delayOf(error, ++failures, isRepeatable, end - performance.now(), own.retry ?? options.retry)
      // What fails before there is a request, as while it waits for its turn, is told of the one before.
      if (attempt.request) last = attempt
      await options.hooks?.(last ?? attempt, error, delay)
      if (delay === undefined) throw error
    }
  }
}

/** The text of an answer, up to its end. @throws ParseError for one that is longer than so many bytes, or has no end. */
async function textOf({ body }: Response, maxBytes: number, attempt: Attempt): Promise<string> {
  const reader = body?.getReader()
  const chunks = []
  for (let left = maxBytes; reader; ) {
    const { done, value } = await reader.read()
    if (done) break
    left -= value.length
    if (left < 0) throw parseError('an end', attempt)
    chunks.push(value)
  }
  return new Blob(chunks).text()
}
