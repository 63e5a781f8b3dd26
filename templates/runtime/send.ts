import { ABORTED, OVER, within } from './deadline.js'
import {
  AbortError,
  apiError,
  ConnectionError,
  ParseError,
  type Reply,
  RequestError,
  type Sent,
  TimeoutError,
} from './errors.js'
import type { HookFunctions, Moment } from './hooks.js'
import { hide, hideHeaders, secretsIn } from './redact.js'
import { delayOf } from './retry.js'
import { addHeaders, type Call, type Prepared, type Transport } from './transport.js'

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
  transport: Transport,
  call: Call,
  read: (answer: Answer) => Data,
  { link, raw = false }: Sending = {},
): Promise<Data> {
  const { api, options } = transport
  const { method, options: own = {} } = call
  const { signal } = own
  const { idempotencyHeader, maxBytes: limit = MAX_BYTES } = options
  const url = transport.url(call, link)
  const retry = own.retry ?? options.retry ?? {}
  const end = performance.now() + (own.totalTimeout ?? options.totalTimeout ?? Infinity)
  const isPost = method === 'POST'
  const key = own.idempotencyKey ?? (isPost && idempotencyHeader ? crypto.randomUUID() : '')
  const more: Record<string, string> = key ? { [idempotencyHeader ?? 'Idempotency-Key']: key } : {}
  let delay = 0
  let renewed = 0
  for (let attempt = 1; ; attempt += 1) {
    const start = performance.now()
    let prepared: Prepared | undefined
    let response: Response | undefined
    const sent = (): Sent => ({
      method,
      path: hide(url.pathname, prepared?.secrets ?? []),
      attempt: prepared ? attempt : attempt - 1,
    })
    const told = (): Reply | undefined => response && replyOf(response, prepared?.secrets)
    const hook = async (name: keyof HookFunctions, moment?: Partial<Moment>): Promise<void> => {
      if (!options.hooks || !prepared) return
      const given = await options.hooks(name, api, { prepared, attempt, start, ...moment })
      addHeaders(prepared.request.headers, given ?? undefined)
    }
    const work = async (stop: AbortSignal): Promise<Data> => {
      const ready = await transport.prepare(call, url, stop)
      prepared = ready
      addHeaders(ready.request.headers, more)
      await hook('beforeRequest')
      stop.throwIfAborted()
      let body = ''
      // From the sent input and the answer, which may be repeated in one another.
      const hidden = (text: string): string =>
        hide(text, [...ready.secrets, ...secretsIn(ready.body, api.secrets), ...secretsIn(body, api.secrets)])
      const fault = (expected: string, cause?: unknown): ParseError =>
        new ParseError(expected, hidden(body), sent(), told(), cause)
      let got: Response
      let text: string | undefined = ''
      try {
        got = await ready.send(ready.request)
        response = got
        if (!raw || !got.ok) text = await textOf(got, limit)
      } catch (cause) {
        const reason = reasonOf(cause)
        const shown = hidden(reason)
        throw new ConnectionError(shown, sent(), told(), shown === reason ? cause : undefined)
      }
      if (text === undefined && got.ok) throw fault(`an end within ${limit} bytes`)
      body = text ?? ''
      if (!stop.aborted) await hook('afterResponse', { response: got, body })
      if (!got.ok) throw apiError(sent(), replyOf(got, ready.secrets), body, ready.body, hidden)
      try {
        return read({ response: got, body, fault })
      } catch (cause) {
        throw cause instanceof RequestError ? cause : fault('a document that can be read', cause)
      }
    }
    let time = 0
    try {
      if (delay > 0) await within(delay, signal, () => new Promise<never>(() => {})).catch(unlessOver)
      time = Math.min(own.timeout ?? options.timeout ?? 60_000, end - performance.now())
      return await within(time, signal, work, raw)
    } catch (reason) {
      const error =
        reason === OVER
          ? new TimeoutError(`no complete answer within ${Math.round(time)} ms`, sent(), told())
          : reason === ABORTED
            ? new AbortError('aborted', sent(), told(), signal?.reason)
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
          key !== '' || (call.repeatable ?? !isPost),
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

/** 100 MiB. */
const MAX_BYTES = 100 * 2 ** 20

/** Reads an answer up to its end; undefined for one that is longer, or has no end. */
async function textOf(response: Response, limit: number): Promise<string | undefined> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      reader.cancel().catch(() => {})
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
  return text + decoder.decode()
}

/** `fetch` says that it failed, and why in the cause. */
const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? `${cause.message}${cause.cause ? `: ${reasonOf(cause.cause)}` : ''}` : `${cause}`
