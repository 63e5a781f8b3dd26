import type { Attempt } from './attempt.js'
import type { RequestError } from './errors.js'
import { parsed } from './json.js'
import { hide, REDACTED, secretsOf } from './redact.js'
import type { HeadersInput } from './transport.js'

/**
 * Functions that are called, and awaited, as a call goes on. What they are handed has its secrets redacted:
 * authorization, cookies, and the properties that the API's document marks as secret. What they throw, the call throws.
 */
export interface HookFunctions {
  /** Before each attempt. Headers that it gives are sent with it. */
  readonly beforeRequest?: ((event: RequestEvent) => MoreHeaders | Promise<MoreHeaders>) | undefined
  /** After each answer, whatever its status. */
  readonly afterResponse?: ((event: ResponseEvent) => void | Promise<void>) | undefined
  /** Before a failed attempt is repeated. */
  readonly onRetry?: ((event: RetryEvent) => void | Promise<void>) | undefined
  /** When a call has failed for good. */
  readonly onError?: ((event: ErrorEvent) => void | Promise<void>) | undefined
}

// biome-ignore lint/suspicious/noConfusingVoidType: a function that gives nothing will do
type MoreHeaders = HeadersInput | undefined | void

/** An attempt to send a request. */
export interface RequestEvent {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  /** The document that is sent; undefined where it is none. */
  readonly body: unknown
  /** Counted from 1. */
  readonly attempt: number
}

/** What was answered to it. */
export interface ResponseEvent extends RequestEvent {
  readonly response: {
    readonly status: number
    readonly headers: Headers
    /** The document; undefined where it is none, or has not been read. */
    readonly body: unknown
  }
  /** Milliseconds since the attempt began. */
  readonly duration: number
}

export interface RetryEvent extends RequestEvent {
  readonly error: RequestError
  /** Milliseconds until it is sent again. */
  readonly delay: number
}

export interface ErrorEvent extends RequestEvent {
  readonly error: RequestError
}

/**
 * What a client calls as a call goes on, with the attempt as far as it has come, what it failed with, and the milliseconds
 * until the request is sent again: made by `hooks({ … })`, or by `logging`.
 */
export type Hooks = (attempt: Attempt, error?: RequestError, delay?: number) => Promise<void>

/** Makes the hooks of a client: `createClient({ hooks: hooks({ onRetry: ({ error }) => console.warn(error.message) }) })`. */
export function hooks({ beforeRequest, afterResponse, onRetry, onError }: HookFunctions): Hooks {
  /** When attempts began, by `performance.now`. */
  const began = new WeakMap<Attempt, number>()
  return async (attempt, error, delay) => {
    const { request, response, sent, body, names = [] } = attempt
    if (!request) return // it failed before it was made
    const secrets = secretsOf(attempt)
    const shown = (json: string): unknown =>
      parsed(json, (name, value) => {
        if (names.includes(name) && value !== null) return REDACTED
        return typeof value === 'string' ? hide(value, secrets) : value
      })
    const event: RequestEvent = {
      method: request.method,
      url: hide(request.url, secrets),
      headers: hideHeaders(request.headers, secrets),
      body: shown(sent ?? ''),
      attempt: attempt.count,
    }
    if (error) {
      await (delay === undefined ? onError?.({ ...event, error }) : onRetry?.({ ...event, error, delay }))
    } else if (response) {
      const { status, headers } = response
      await afterResponse?.({
        ...event,
        response: { status, headers: hideHeaders(headers, secrets), body: shown(body) },
        duration: performance.now() - (began.get(attempt) ?? Number.NaN),
      })
    } else {
      began.set(attempt, performance.now())
      const more = await beforeRequest?.(event)
      new Headers(more ?? undefined).forEach((value, name) => {
        request.headers.set(name, value)
      })
    }
  }
}

/** Headers without these secrets, nor what authorizes by its name. */
function hideHeaders(headers: Headers, secrets: readonly string[]): Headers {
  const hidden = new Headers()
  headers.forEach((value, name) => {
    hidden.append(name, /^((proxy-)?authorization|(set-)?cookie)$/.test(name) ? REDACTED : hide(value, secrets))
  })
  return hidden
}
