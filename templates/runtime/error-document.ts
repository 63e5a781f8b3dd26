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
interface ErrorDocument {
  readonly errors: readonly ErrorObject[]
  readonly meta?: Meta
  readonly links?: Links
}

/** The document of an error, its secrets in it; empty for a proxy's HTML, or nothing at all. */
export function errorDocument(body: string): ErrorDocument {
  const { errors, ...rest } = (parsed(body) ?? {}) as Partial<ErrorDocument>
  return { ...rest, errors: Array.isArray(errors) ? errors.filter(isObject) : [] }
}

/** A JSON value, its texts without their secrets. */
export const withoutSecrets = <Value>(value: Value, hidden: (text: string) => string): Value =>
  value === undefined
    ? value
    : (parsed(JSON.stringify(value), (_, inner) => (typeof inner === 'string' ? hidden(inner) : inner)) as Value)

/** The keys of an input, from the document that it became. */
export function keysOf(input: string): string[] {
  const document = parsed(input) as { data?: { attributes?: object; relationships?: object } } | undefined
  const { attributes, relationships } = document?.data ?? { attributes: document }
  return Object.keys({ ...attributes, ...relationships })
}

/** What an error says, for a message. */
export function reasonOf({ title, detail, field }: ErrorObject & { readonly field?: string }): string {
  const told = [...new Set<unknown>([title, detail])].filter((text) => typeof text === 'string' && text !== '')
  return `${told.join(': ') || 'error'}${field ? ` (${field})` : ''}`
}

// Without `/data` and what is below it, the pointer may be that of a plain input.
const FIELD =
  /^#?(?:\/data(?=\/)|(?!\/data(?:\/|$)))(?:\/(?:attributes|relationships)(?=\/)|(?!\/(?:attributes|relationships)(?:\/|$)))\/([^/]+)/

/**
 * The error with the field that it is about: `/data/attributes/name` and `/data/relationships/role/data` are about `name`
 * and `role` (RFC 6901). Secrets are hidden once the pointer has been followed.
 */
export function withField<Input>(
  { field: _, ...error }: ErrorObject & { readonly field?: unknown },
  keys: readonly string[],
  hidden: (text: string) => string,
): FieldError<Input> {
  const { pointer } = error.source ?? {}
  const named = typeof pointer === 'string' && FIELD.exec(pointer)?.[1]?.replaceAll('~1', '/').replaceAll('~0', '~')
  const shown = withoutSecrets(error, hidden)
  if (!named) return shown
  // A service may write the names of what it was sent in another case.
  const key = keys.includes(named) ? named : keys.find((one) => joined(one) === joined(named))
  // A required one that is missing was not sent.
  if (key === undefined) return { ...shown, field: hidden(named) as keyof Input & string }
  // A pointer to what was sent tells nothing new, whatever it is spelled like.
  return { ...shown, source: { ...shown.source, pointer }, field: key as keyof Input & string }
}

const joined = (name: string): string => name.replace(/[-_]/g, '').toLowerCase()

/** The errors by the field that they are about. */
export function fieldsOf<Input>(errors: readonly FieldError<Input>[]): FieldErrors<Input> {
  const names = [...new Set(errors.flatMap(({ field }) => field ?? []))]
  const fields = names.map((name) => [name, errors.filter(({ field }) => field === name)])
  return Object.fromEntries(fields)
}

/** Seconds, from seconds or from a date; undefined where neither is told. https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? ''
  const isDate = /[a-z]{3}/i.test(value)
  const seconds = isDate ? (Date.parse(value) - Date.now()) / 1000 : Number.parseFloat(value)
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}
