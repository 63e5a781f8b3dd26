import type { RequestError } from './errors.js'
import type { HeadersInput } from './transport.js'

/**
 * Functions that are called, and awaited, as a call goes on. What they are handed has its secrets redacted:
 * authorization, cookies, and the properties that the API's document marks as secret. What they throw, the call throws.
 */
export interface Hooks {
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
