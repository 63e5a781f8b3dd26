import type { Attempt } from './attempt.js'
import type { Links, Meta } from './document.js'
import type { FieldError, FieldErrors } from './error-document.js'
import { hide, secretsOf } from './redact.js'

/** A call that failed, for whatever reason. No secret is in it. */
export abstract class RequestError extends Error {
  /** Of the request; empty where there was none. */
  declare readonly method: string
  /** Of the request's URL; empty where there was none. */
  declare readonly path: string
  /** How often the request has been sent. */
  declare readonly attempts: number
  /** The HTTP status code; undefined where the service has not answered. */
  declare readonly status: number | undefined
  /** What the service calls the request, in its header `X-Request-Id` or one like it. */
  declare readonly requestId: string | undefined
  /** The seconds after which the service wants to be asked again. https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
  declare readonly retryAfter: number | undefined

  /**
   * @param reason what went wrong, told without secrets.
   * @param attempt what it went wrong with.
   * @param more what more there is to tell, as it is: properties, the cause among them.
   */
  constructor(reason: string, attempt: Attempt, more?: object) {
    const { method, path, count: attempts, response: { status, headers = new Headers() } = {} } = attempt
    const requestId =
      headers.get('x-request-id') || headers.get('request-id') || headers.get('x-correlation-id') || undefined
    const retryAfter = secondsOf(`${headers.get('retry-after')}`)
    const parts = [method && `${method} ${path}:`, status, reason, requestId && `(request ${requestId})`]
    // What a service says is no line of its own in a log, and no end of lines.
    const line = parts
      .filter(Boolean)
      .join(' ')
      .replace(/[\p{C}\p{Z}]+/gu, ' ')
    super(line.slice(0, 1000), more)
    Object.assign(this, { method, path, attempts, status, requestId, retryAfter }, more)
  }
}

/** No answer came, or only a part of one: `cause` is what `fetch` says of it. */
export class ConnectionError extends RequestError {
  override readonly name = 'ConnectionError'
}

/** The answer did not come in time. */
export class TimeoutError extends RequestError {
  override readonly name = 'TimeoutError'
}

/** The caller's signal was aborted: `cause` is its reason. */
export class AbortError extends RequestError {
  override readonly name = 'AbortError'
}

/** The service answered that the request succeeded, with something that is not the document which was due. */
export class ParseError extends RequestError {
  override readonly name = 'ParseError'
  /** The beginning of what it answered. */
  declare readonly body: string
}

/**
 * The service answered that the request failed.
 *
 * @typeParam Input the input of the request, whose keys name the fields.
 */
export class ApiError<Input = never> extends RequestError {
  override readonly name: string = 'ApiError'
  declare readonly status: number
  /** The JSON:API errors of the answer; empty where it holds none. */
  declare readonly errors: readonly FieldError<Input>[]
  /** The errors by the field of the input that they are about. */
  declare readonly fields: FieldErrors<Input>
  /** Of the error document. */
  declare readonly meta: Meta | undefined
  /** Of the error document. */
  declare readonly links: Links | undefined
  /** What was answered where that is no error document of JSON:API: a JSON value, or text. */
  declare readonly body: unknown
}

/** 401: there was no authorization, or none that holds. */
export class AuthenticationError<Input = never> extends ApiError<Input> {
  override readonly name = 'AuthenticationError'
}

/** 403: it is not permitted. */
export class PermissionError<Input = never> extends ApiError<Input> {
  override readonly name = 'PermissionError'
}

/** 404: there is no such thing. */
export class NotFoundError<Input = never> extends ApiError<Input> {
  override readonly name = 'NotFoundError'
}

/** 409: it contradicts what is there. */
export class ConflictError<Input = never> extends ApiError<Input> {
  override readonly name = 'ConflictError'
}

/** 422: the input is not valid; `fields` tells what is wrong with what. */
export class ValidationError<Input = never> extends ApiError<Input> {
  override readonly name = 'ValidationError'
}

/** 429: there were too many requests; `retryAfter` tells when there may be another. */
export class RateLimitError<Input = never> extends ApiError<Input> {
  override readonly name = 'RateLimitError'
}

/** 5xx: the service is at fault. */
export class ServerError<Input = never> extends ApiError<Input> {
  override readonly name = 'ServerError'
}

/** Seconds, from seconds or from a date; undefined where it is neither. Time that is over is no time to wait. */
const secondsOf = (retryAfter: string): number | undefined =>
  [Number.parseFloat(retryAfter), (Date.parse(retryAfter) - Date.now()) / 1000]
    .map((seconds) => Math.max(0, seconds))
    .find((seconds) => seconds >= 0)

/** The error of an answer that is not what was due. */
export const parseError = (expected: string, attempt: Attempt, cause?: unknown): ParseError =>
  new ParseError(`without ${expected}`, attempt, {
    body: hide(attempt.body, secretsOf(attempt)).slice(0, 1000),
    cause,
  })

/**
 * The error of what was thrown while an answer came: what `fetch` failed with, and why, in the cause; or, once it was
 * there, while it was read.
 */
export function failureOf(cause: unknown, attempt: Attempt): RequestError {
  if (cause instanceof RequestError) return cause
  if (attempt.body) return parseError('a document that can be read', attempt, cause)
  const deeper = Object(cause).cause
  const reason = deeper ? `${cause}: ${deeper}` : `${cause}`
  const told = hide(reason, secretsOf(attempt))
  return new ConnectionError(told, attempt, told === reason ? { cause } : {})
}
