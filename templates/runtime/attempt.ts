import { ABORTED, OVER } from './deadline.js'
import { AbortError, apiError, ConnectionError, ParseError, type Sent, TimeoutError } from './errors.js'
import type { RequestEvent } from './hooks.js'
import { hide, hideHeaders, hideProperties, secretsIn } from './redact.js'
import { addHeaders, type Call, type Prepared, type Transport } from './transport.js'

/** 100 MiB. */
const MAX_BYTES = 100 * 2 ** 20

/** What came back. */
export interface Answer {
  readonly response: Response
  /** Its text; empty where it was not to be read. */
  readonly body: string
  /** The error for an answer that is not what was due. */
  readonly fault: (expected: string) => ParseError
}

/** One time that a request is sent. */
export class Attempt {
  readonly #transport: Transport
  readonly #call: Call
  readonly #url: URL
  readonly #number: number
  /** Absent until it is ready to be sent. */
  prepared: Prepared | undefined
  #response: Response | undefined

  /** @throws TypeError for a path or a query that no URL can carry. */
  constructor(transport: Transport, call: Call, link: string | undefined, number: number) {
    this.#transport = transport
    this.#call = call
    this.#url = transport.url(call, link)
    this.#number = number
  }

  /** Sends it. @param headers in addition; @param raw whether the caller reads the body. */
  async run(signal: AbortSignal, headers: Record<string, string>, raw: boolean): Promise<Answer> {
    const { api, options } = this.#transport
    const { beforeRequest, afterResponse } = options.hooks ?? {}
    const start = performance.now()
    this.prepared = await this.#transport.prepare(this.#call, this.#url, signal)
    const { request, secrets, send, body: content } = this.prepared
    addHeaders(request.headers, headers)
    if (beforeRequest) addHeaders(request.headers, (await beforeRequest(this.event)) || undefined)
    let body = ''
    try {
      this.#response = await send(request)
      if (!raw || !this.#response.ok) body = await textOf(this.#response, options.maxBytes ?? MAX_BYTES)
    } catch (cause) {
      throw new ConnectionError(hide(reasonOf(cause), secrets), this.#sent, this.#response, cause)
    }
    const response = this.#response
    const hidden = (): string => hide(body, [...secrets, ...secretsIn(content, api.secrets)])
    const fault = (expected: string): ParseError => new ParseError(expected, hidden(), this.#sent, response)
    if (afterResponse) {
      const { status, headers } = response
      const shown = { status, headers: hideHeaders(headers, secrets), body: hideProperties(hidden(), api.secrets) }
      await afterResponse({ ...this.event, response: shown, duration: performance.now() - start })
    }
    if (!response.ok) throw apiError(this.#sent, response, hidden())
    return { response, body, fault }
  }

  /** What a hook is told of it. */
  get event(): RequestEvent {
    const { request, body = '', secrets = [] } = this.prepared ?? {}
    return {
      method: this.#call.method,
      url: hide(this.#url.href, secrets),
      headers: hideHeaders(request?.headers ?? new Headers(), secrets),
      body: hideProperties(body, this.#transport.api.secrets),
      attempt: this.#number,
    }
  }

  /** What was thrown, as an error that tells of the request. */
  failure(reason: unknown): unknown {
    const { signal } = this.#call.options ?? {}
    if (reason === OVER) return new TimeoutError('no complete answer in time', this.#sent, this.#response)
    if (reason === ABORTED) return new AbortError('aborted', this.#sent, this.#response, signal?.reason)
    return reason
  }

  get #sent(): Sent {
    const keys = keysOf(this.prepared?.body ?? '')
    return { method: this.#call.method, url: this.#url.href, attempt: this.#number, keys }
  }
}

/** Reads an answer up to its end, but no answer without one. */
async function textOf(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return response.text()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    text += decoder.decode(value, { stream: true })
    if (size > limit) {
      reader.cancel().catch(() => {})
      throw new RangeError(`the answer has more than ${limit} bytes`)
    }
  }
}

/** `fetch` says that it failed, and why in the cause. */
const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? [cause.message, cause.cause && reasonOf(cause.cause)].filter(Boolean).join(': ') : `${cause}`

/** The keys of an input, from the document that it became. */
function keysOf(body: string): string[] {
  const document = hideProperties(body) as { data?: { attributes?: object; relationships?: object } } | undefined
  const { data } = document ?? {}
  return Object.keys(data ? { ...data.attributes, ...data.relationships } : { ...document })
}
