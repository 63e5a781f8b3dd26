/** What an error answer says, and of which field of the input. */
import { isObject } from './description.js'
import type { ErrorObject, Links, Meta } from './document.js'
import { parsed } from './json.js'

/** A JSON:API error, with the field of the input that its pointer names. https://jsonapi.org/format/1.1/#error-objects */
export interface FieldError<Input = never> extends ErrorObject {
  readonly field?: keyof Input & string
}

/** Errors by the field of the input that they are about. */
export type FieldErrors<Input> = { readonly [K in keyof Input & string]?: readonly FieldError<Input>[] }

/** https://jsonapi.org/format/1.1/#errors */
export interface ErrorDocument<Input> {
  readonly errors: readonly FieldError<Input>[]
  /** The errors by the field of the input that they are about. */
  readonly fields: FieldErrors<Input>
  readonly meta: Meta | undefined
  readonly links: Links | undefined
  /** What was answered where that is no error document of JSON:API: a JSON value, or text. */
  readonly body: unknown
}

/** What a document tells of an error; no errors where it is a proxy's HTML, or nothing at all. */
export function errorDocument<Input>(text: string): ErrorDocument<Input> {
  const document = parsed(text)
  const { errors: given, meta, links } = Object(document) as Partial<ErrorDocument<Input>>
  const errors = Array.isArray(given) ? given.filter(isObject).map(withField<Input>) : []
  const fields = errors.flatMap(({ field }) =>
    field ? [[field, errors.filter((error) => error.field === field)]] : [],
  )
  return {
    errors,
    fields: Object.fromEntries(fields),
    meta,
    links,
    body: errors.length > 0 ? undefined : (document ?? text),
  }
}

/** What an error says, for a message. */
export function reasonOf({ title, detail, field }: ErrorObject & { readonly field?: string }): string {
  const told = [detail, title].find((text) => typeof text === 'string' && text) ?? 'error'
  return field ? `${told} (${field})` : told
}

// Without `/data` and what is below it, the pointer may be that of a plain input.
const WAY = /^#?(\/data)?(\/attributes|\/relationships)?(\/|$)/

/**
 * The error with the field that it is about: `/data/attributes/name` and `/data/relationships/role/data` are about `name`
 * and `role` (RFC 6901).
 */
function withField<Input>({ field: _, ...error }: FieldError<Input>): FieldError<Input> {
  const { pointer } = error.source ?? {}
  const [name] = typeof pointer === 'string' ? pointer.replace(WAY, '').split('/') : []
  return name ? { ...error, field: name.replaceAll('~1', '/').replaceAll('~0', '~') as keyof Input & string } : error
}
