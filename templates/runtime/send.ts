import type { Attempt } from './attempt.js'
import { renewed } from './auth.js'
import { OVER, within } from './deadline.js'
import {
  AbortError,
  apiError,
  connectionError,
  failure,
  type ParseError,
  parseError,
  RequestError,
  TimeoutError,
} from './errors.js'
import { delayOf } from './retry.js'
import type { Call, SharedOptions } from './transport.js'

/** What came back. */
export interface Answer {
  readonly response: Response
  /** Its text; empty where it was not to be read. */
  readonly body: string
  /** The error for an answer that is not what was due. */
  readonly fault: (expected: string) => ParseError
}

/** What else there is to say of how a call is sent. */
interface Sending {
  /** The link to another page of the same list. */
  readonly link?: string | undefined
  /** Whether the caller reads the body. */
  readonly raw?: boolean
}

/**
 * Sends the request of a call, again where it failed and may be repeated, and reads the answer.
 *
 * @param read what is made of the answer.
 * @throws RequestError, of the class that tells what went wrong; whatever a hook, or a function that gives a token, throws.
 */
export async function send<Data>(
  call: Call,
  read: (answer: Answer) => Data,
  { link, raw = false }: Sending = {},
): Promise<Data> {
  const { transport, method, options: own = {} } = call
  const { options } = transport
  const { signal } = own
  const option = <Name extends keyof SharedOptions>(name: Name): SharedOptions[Name] => own[name] ?? options[name]
  const url = transport.url(call, link)
  const retry = option('retry') ?? {}
  const end = performance.now() + (option('totalTimeout') ?? Infinity)
  const isPost = method === 'POST'
  const key = own.idempotencyKey ?? (isPost && options.idempotencyHeader ? crypto.randomUUID() : undefined)
  const tell = (attempt: Attempt): unknown => options.hooks?.(attempt)

  const work = async (attempt: Attempt, stop: AbortSignal): Promise<Data> => {
    const { request, fetch } = Object.assign(attempt, await transport.prepare(call, url, stop, key))
    attempt.count += 1
    await tell(attempt)
    stop.throwIfAborted()
    const fault = (expected: string, cause?: unknown): ParseError => parseError(expected, attempt.body, attempt, cause)
    let response: Response
    let body: string | undefined = ''
    try {
      response = await fetch(request)
      attempt.response = response
      if (!raw || !response.ok) body = await textOf(response, options.maxBytes ?? MAX_BYTES)
    } catch (cause) {
      throw connectionError(cause, attempt)
    }
    if (body === undefined) throw fault('an end')
    attempt.body = body
    stop.throwIfAborted()
    await tell(attempt)
    if (!response.ok) throw apiError(attempt, response)
    try {
      return read({ response, body, fault })
    } catch (cause) {
      throw cause instanceof RequestError ? cause : fault('a document that can be read', cause)
    }
  }

  let delay = 0
  let failures = 0
  let isRenewed = false
  for (let count = 0; ; ) {
    const start = performance.now()
    const attempt: Attempt = { method, path: url.pathname, count, start, body: '' }
    const time = Math.min(option('timeout') ?? 60_000, end - start)
    try {
      // To wait is to work at nothing until the time is over.
      if (delay) return await within(delay, signal, () => new Promise(() => {}))
      return await within(time, signal, (stop) => work(attempt, stop), raw)
    } catch (cause) {
      if (cause === OVER && delay) {
        delay = 0
        continue
      }
      const error = signal?.aborted
        ? failure(AbortError, 'aborted', attempt, { cause: signal.reason })
        : cause === OVER
          ? failure(TimeoutError, `no answer in ${Math.round(time)} ms`, attempt)
          : cause
      if (!(error instanceof RequestError)) throw error
      attempt.error = error
      count = attempt.count
      if (error.status === 401 && !isRenewed && renewed(options.auth, attempt.secrets)) {
        isRenewed = true
        continue
      }
      failures += 1
      const isRepeatable = key !== undefined || (call.repeatable ?? !isPost)
      const wait = delayOf(error, failures, typeof retry === 'number' ? { limit: retry } : retry, isRepeatable)
      if (wait === undefined || performance.now() + wait >= end) {
        await tell(attempt)
        throw error
      }
      delay = attempt.delay = wait
      await tell(attempt)
    }
  }
}

/** 100 MiB. */
const MAX_BYTES = 100 * 2 ** 20

/** Reads an answer up to its end; undefined for one that is longer, or has no end. */
async function textOf({ body }: Response, limit: number): Promise<string | undefined> {
  const reader = body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let left = limit; reader && left >= 0; ) {
    const { done, value } = await reader.read()
    text += decoder.decode(value, { stream: !done })
    if (done) return text
    left -= value.length
  }
  return body ? undefined : ''
}
