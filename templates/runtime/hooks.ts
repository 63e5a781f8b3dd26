import type { Description } from './description.js'
import type { RequestError } from './errors.js'
import { parsed } from './json.js'
import { hide, hideHeaders, REDACTED, secretsIn } from './redact.js'
import type { HeadersInput, Prepared } from './transport.js'

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

/** An attempt as it stands, its secrets in it. */
export interface Moment {
  readonly prepared: Prepared
  readonly attempt: number
  /** When it began, by `performance.now`. */
  readonly start: number
  readonly response?: Response
  readonly body?: string
  readonly error?: RequestError
  readonly delay?: number
}

/** What a client calls as a call goes on: made by `hooks({ … })`, or by `logging`. */
export type Hooks = (name: keyof HookFunctions, api: Description, moment: Moment) => Promise<MoreHeaders>

/** Makes the hooks of a client: `createClient({ hooks: hooks({ onRetry: ({ error }) => console.warn(error.message) }) })`. */
export function hooks(functions: HookFunctions): Hooks {
  return async (name, { secrets: names = [] }, { prepared, attempt, start, response, body = '', error, delay }) => {
    const { request, secrets } = prepared
    const all = [...secrets, ...secretsIn(prepared.body, names)]
    const shown = (json: string): unknown =>
      parsed(json, (key, value) => {
        if (names.includes(key) && value !== null) return REDACTED
        return typeof value === 'string' ? hide(value, all) : value
      })
    const event = {
      method: request.method,
      url: hide(request.url, all),
      headers: hideHeaders(request.headers, all),
      body: shown(prepared.body),
      attempt,
      ...(response && {
        response: { status: response.status, headers: hideHeaders(response.headers, all), body: shown(body) },
        duration: performance.now() - start,
      }),
      ...(error && { error }),
      ...(delay !== undefined && { delay }),
    }
    // The moment of each name has what its event is made of.
    return (functions[name] as ((event: object) => MoreHeaders | Promise<MoreHeaders>) | undefined)?.(event)
  }
}
