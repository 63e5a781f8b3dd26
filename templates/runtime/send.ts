import { ABORTED, OVER, within } from './deadline.js'
import { AbortError, apiError, ConnectionError, ParseError, type Reply, RequestError, TimeoutError } from './errors.js'
import type { HookFunctions, Moment } from './hooks.js'
import { hide, hideHeaders, secretsIn } from './redact.js'
import { delayOf } from './retry.js'
import { addHeaders, type Call, type ClientOptions, type Prepared, type Transport } from './transport.js'

/** What came back. */
export interface Answer {
  readonly response: Response
  /** Its text; empty where it was not to be read. */
  readonly body: string
  /** The error for an answer that is not what was due. */
  readonly fault: (expected: string) => ParseError
}

/**
 * Sends the request of a call, again where it failed and may be repeated, and reads the answer.
 *
 * @param link the link to another page of the same list.
 * @param raw whether the caller reads the body.
 * @throws RequestError, of the class that tells what went wrong; whatever a hook, or a function that gives a token, throws.
 */
export async function send(transport: Transport, call: Call, link?: string, raw = false): Promise<Answer> {
  const { api, options } = transport
  const { method, options: own = {} } = call
  const { signal } = own
  const { idempotencyHeader } = options
  const url = transport.url(call, link)
  const retry = own.retry ?? options.retry ?? {}
  const end = performance.now() + (own.totalTimeout ?? options.totalTimeout ?? Infinity)
  const isPost = method === 'POST'
  const key = own.idempotencyKey ?? (isPost && idempotencyHeader ? crypto.randomUUID() : '')
  const more: Record<string, string> = key ? { [idempotencyHeader ?? 'Idempotency-Key']: key } : {}
  let delay = 0
  let renewed = 0
  for (let attempt = 1; ; attempt += 1) {
    const sent = { method, path: url.pathname, attempt }
    const start = performance.now()
    let prepared: Prepared | undefined
    let response: Response | undefined
    const told = (): Reply | undefined => response && replyOf(response, prepared?.secrets)
    const hook = async (name: keyof HookFunctions, moment?: Partial<Moment>): Promise<void> => {
      if (!options.hooks || !prepared) return
      const given = await options.hooks(name, api, { prepared, attempt, start, ...moment })
      addHeaders(prepared.request.headers, given ?? undefined)
    }
    const work = async (stop: AbortSignal): Promise<Answer> => {
      const ready = await transport.prepare(call, url, stop)
      prepared = ready
      addHeaders(ready.request.headers, more)
      await hook('beforeRequest')
      let body = ''
      try {
        response = await ready.send(ready.request)
        if (!raw || !response.ok) body = await textOf(response, options.maxBytes)
      } catch (cause) {
        throw new ConnectionError(hide(reasonOf(cause), ready.secrets), sent, told(), cause)
      }
      const got = response
      await hook('afterResponse', { response: got, body })
      const hidden = (): string => hide(body, [...ready.secrets, ...secretsIn(ready.body, api.secrets)])
      if (!got.ok) throw apiError(sent, replyOf(got, ready.secrets), hidden(), ready.body)
      return { response: got, body, fault: (expected) => new ParseError(expected, hidden(), sent, told()) }
    }
    try {
      if (delay > 0) await within(delay, signal, () => new Promise<never>(() => {})).catch(unlessOver)
      return await within(
        Math.min(own.timeout ?? options.timeout ?? 60_000, end - performance.now()),
        signal,
        work,
        raw,
      )
    } catch (reason) {
      const error =
        reason === OVER
          ? new TimeoutError('no complete answer in time', sent, told())
          : reason === ABORTED
            ? new AbortError('aborted', sent, told(), signal?.reason)
            : reason
      if (!(error instanceof RequestError)) throw error
      const ready = prepared as Prepared | undefined // assigned where the compiler does not look
      if (ready && error.status === 401 && !renewed && ready.renew()) {
        renewed = 1
        delay = 0
        continue
      }
      const wait =
        ready &&
        delayOf(
          error,
          attempt - renewed,
          typeof retry === 'number' ? { limit: retry } : retry,
          call.repeatable ?? (!isPost || key !== ''),
        )
      if (wait === undefined || performance.now() + wait >= end) {
        await hook('onError', { error })
        throw error
      }
      await hook('onRetry', { error, delay: wait })
      delay = wait
    }
  }
}

/** What an error tells of an answer. */
const replyOf = ({ status, statusText, headers }: Response, secrets: readonly string[] = []): Reply => ({
  status,
  statusText,
  headers: hideHeaders(headers, secrets),
})

const unlessOver = (reason: unknown): void => {
  if (reason !== OVER) throw reason
}

/** Reads an answer up to its end, but no answer without one. */
async function textOf(response: Response, limit: ClientOptions['maxBytes'] = 100 * 2 ** 20): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    text += decoder.decode(value, { stream: true })
    if (size > limit) {
      reader.cancel().catch(() => {})
      throw new RangeError(`the answer has more than ${limit} bytes`)
    }
  }
  return text + decoder.decode()
}

/** `fetch` says that it failed, and why in the cause. */
const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? `${cause.message}${cause.cause ? `: ${reasonOf(cause.cause)}` : ''}` : `${cause}`
