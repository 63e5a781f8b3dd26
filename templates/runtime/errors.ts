import type { Links, Meta } from './document.js'
import {
  errorDocument,
  type FieldError,
  type FieldErrors,
  fieldsOf,
  keysOf,
  reasonOf,
  retryAfter,
  withField,
  withoutSecrets,
} from './error-document.js'
import { parsed } from './json.js'

/** What was sent when something went wrong. */
export interface Sent {
  readonly method: string
  readonly path: string
  /** How often it has been sent. */
  readonly attempt: number
}

/** What was answered; secrets are hidden in it. */
export type Reply = Pick<Response, 'status' | 'statusText' | 'headers'>

/** A call that failed, for whatever reason. No secret is in it. */
export abstract class RequestError extends Error {
  /** Of the request; empty where there was none. */
  readonly method: string
  /** Of the request's URL; empty where there was none. */
  readonly path: string
  /** How often the request has been sent. */
  readonly attempts: number
  /** The HTTP status code; undefined where the service has not answered. */
  readonly status: number | undefined
  /** Of the answer; undefined where the service has not answered. */
  readonly headers: Headers | undefined
  /** What the service calls the request, in its header `X-Request-Id` or one like it. */
  readonly requestId: string | undefined

  constructor(reason: string, sent?: Sent, reply?: Reply, cause?: unknown) {
    const { method = '', path = '', attempt = 0 } = sent ?? {}
    const { status, headers } = reply ?? {}
    const id = REQUEST_IDS.map((name) => headers?.get(name)).find(Boolean) ?? undefined
    const parts = [method && `${method} ${path}:`, status, reason, id && `(request ${id})`]
    // What a service says is no line of its own in a log, and no end of lines.
    super(
      parts
        .filter(Boolean)
        .join(' ')
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .slice(0, LONGEST),
      { cause },
    )
    this.method = method
    this.path = path
    this.attempts = attempt
    this.status = status
    this.headers = headers
    this.requestId = id
  }
}

/** The characters of a message. */
const LONGEST = 1000

const REQUEST_IDS = ['x-request-id', 'request-id', 'x-correlation-id']

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
  readonly body: string

  constructor(expected: string, body: string, sent?: Sent, reply?: Reply, cause?: unknown) {
    super(`without ${expected}`, sent, reply, cause)
    this.body = body.slice(0, 1000)
  }
}

/**
 * The service answered that the request failed.
 *
 * @typeParam Input the input of the request, whose keys name the fields.
 */
export class ApiError<Input = never> extends RequestError {
  override readonly name: string = 'ApiError'
  declare readonly status: number
  declare readonly headers: Headers
  /** The JSON:API errors of the answer; empty where it holds none. */
  readonly errors: readonly FieldError<Input>[]
  /** The errors by the field of the input that they are about. */
  readonly fields: FieldErrors<Input>
  /** Of the error document. */
  readonly meta: Meta | undefined
  /** Of the error document. */
  readonly links: Links | undefined
  /** What was answered where that is no error document of JSON:API: a JSON value, or text. */
  readonly body: unknown
  /** The seconds after which the service wants to be asked again. https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
  readonly retryAfter: number | undefined

  /**
   * @param body the text of the answer; @param input that of the request, whose keys the errors' pointers name.
   * @param hidden a text without its secrets.
   */
  constructor(sent: Sent, reply: Reply, body: string, input = '', hidden = (text: string): string => text) {
    const { errors: given, meta, links } = errorDocument(body)
    const keys = keysOf(input)
    const errors = given.map((error) => withField<Input>(error, keys, hidden))
    super(errors.map(reasonOf).join('; ') || hidden(body).trim().slice(0, 200) || reply.statusText, sent, reply)
    this.errors = errors
    this.fields = fieldsOf(errors)
    this.meta = withoutSecrets(meta, hidden)
    this.links = withoutSecrets(links, hidden)
    this.body = errors.length > 0 ? undefined : withoutSecrets(parsed(body) ?? body, hidden)
    this.retryAfter = retryAfter(reply.headers)
  }
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

/** The error of an answer, by its status. */
export function apiError(
  sent: Sent,
  reply: Reply,
  body: string,
  input: string,
  hidden: (text: string) => string,
): ApiError {
  const Kind = KINDS[reply.status] ?? (reply.status < 500 ? ApiError : ServerError)
  return new Kind(sent, reply, body, input, hidden)
}

const KINDS: Readonly<Record<number, typeof ApiError>> = {
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  422: ValidationError,
  429: RateLimitError,
}
