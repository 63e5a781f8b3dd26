/** What an error answer says, and of which field of the input. */
import type { Attempt } from './attempt.js'
import { isObject } from './description.js'
import type { ErrorObject, Links, Meta } from './document.js'
import {
  ApiError,
  AuthenticationError,
  ConflictError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  ValidationError,
} from './errors.js'
import { parsed } from './json.js'
import { isList } from './link.js'
import { hide, secretsOf } from './redact.js'

/** A JSON:API error, with the field of the input that its pointer names. https://jsonapi.org/format/1.1/#error-objects */
export interface FieldError<Input = never> extends ErrorObject {
  readonly field?: keyof Input & string
}

/** Errors by the field of the input that they are about. */
export type FieldErrors<Input> = { readonly [K in keyof Input & string]?: readonly FieldError<Input>[] }

/** What an error document may hold, and any other. https://jsonapi.org/format/1.1/#errors */
interface Told {
  readonly errors?: readonly ErrorObject[]
  readonly meta?: Meta
  readonly links?: Links
}

const KINDS: Readonly<Record<number, typeof ApiError>> = {
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  422: ValidationError,
  429: RateLimitError,
}

/** The error of an answer that failed: by its status, with what its document tells; a proxy's HTML tells of no errors. */
export function apiError(attempt: Attempt, { status, statusText }: Response): ApiError {
  const Kind = KINDS[status] ?? (status < 500 ? ApiError : ServerError)
  const text = hide(attempt.body, secretsOf(attempt))
  const document = parsed(text)
  const { errors: given, meta, links }: Told = Object(document)
  // What others call `errors`, an object of texts, is told as it came.
  const errors = isList(given) ? given.filter(isObject).map(withField) : []
  const fields = errors.flatMap(({ field }) =>
    field ? [[field, errors.filter((error) => error.field === field)]] : [],
  )
  return new Kind(errors.map(reasonOf).join('; ') || text.trim().slice(0, 200) || statusText, attempt, {
    errors,
    fields: Object.fromEntries(fields),
    meta,
    links,
    body: errors.length > 0 ? undefined : (document ?? text),
  })
}

/** An error, and the field that it is about. */
interface OfField extends ErrorObject {
  readonly field?: string
}

/** What an error says, for a message. */
function reasonOf({ title, detail, field }: OfField): string {
  const told = [detail, title].find((text) => typeof text === 'string' && text) ?? 'error'
  return field ? `${told} (${field})` : told
}

// Without `/data` and what is below it, the pointer may be that of a plain input.
const WAY = /^#?(\/data)?(\/attributes|\/relationships)?(\/|$)/

/**
 * The error with the field that it is about: `/data/attributes/name` and `/data/relationships/role/data` are about `name`
 * and `role` (RFC 6901).
 */
function withField({ field: _, ...error }: OfField): OfField {
  const { pointer } = error.source ?? {}
  const [name] = typeof pointer === 'string' ? pointer.replace(WAY, '').split('/') : []
  return name ? { ...error, field: name.replaceAll('~1', '/').replaceAll('~0', '~') } : error
}
