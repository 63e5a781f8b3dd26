import type { ErrorObject, Links, Meta } from './document.js'

/** A JSON:API error, with the field of the input that its pointer names. https://jsonapi.org/format/1.1/#error-objects */
export interface FieldError<Input = never> extends ErrorObject {
  readonly field?: keyof Input & string
}

/**
 * The service answered that the request failed.
 *
 * @typeParam Input the input of the request, whose keys name the fields.
 */
export class ApiError<Input = never> extends Error {
  override readonly name: string = 'ApiError'
  /** The HTTP status code. */
  readonly status: number
  /** The JSON:API errors of the answer; empty where it holds none. */
  readonly errors: readonly FieldError<Input>[]
  /** The errors by the field of the input that they are about. */
  readonly fields: { readonly [K in keyof Input & string]?: readonly FieldError<Input>[] }
  /** Of the request. */
  readonly method: string
  /** Of the request. */
  readonly url: string
  /** With the headers; its body has been read. */
  readonly response: Response
  /** Of the error document. */
  readonly meta: Meta | undefined
  /** Of the error document. */
  readonly links: Links | undefined

  /** @param body the text of the answer. */
  constructor(request: Request, response: Response, body: string) {
    const document = errorDocument(body)
    const errors = document.errors.map((error) => withField<Input>(error))
    const reasons = errors.map(reason).join('; ') || body.trim().slice(0, 200) || response.statusText
    super(`${request.method} ${new URL(request.url).pathname}: ${response.status}${reasons && ` ${reasons}`}`)
    this.status = response.status
    this.errors = errors
    this.fields = byField(errors)
    this.method = request.method
    this.url = request.url
    this.response = response
    this.meta = document.meta
    this.links = document.links
  }
}

/** The service answered that the request succeeded, with something that is not the document which was due. */
export class ParseError extends Error {
  override readonly name = 'ParseError'
  readonly status: number
  /** The beginning of what it answered. */
  readonly body: string
  readonly response: Response

  constructor(request: Request, response: Response, body: string, expected: string) {
    super(`${request.method} ${new URL(request.url).pathname}: ${response.status} without ${expected}`)
    this.status = response.status
    this.body = body.slice(0, 1000)
    this.response = response
  }
}

interface ErrorDocument {
  readonly errors: readonly ErrorObject[]
  readonly meta: Meta | undefined
  readonly links: Links | undefined
}

function errorDocument(body: string): ErrorDocument {
  try {
    const { errors, meta, links } = JSON.parse(body)
    return { errors: Array.isArray(errors) ? errors.filter((error) => error instanceof Object) : [], meta, links }
  } catch {
    return { errors: [], meta: undefined, links: undefined } // a proxy's HTML, or nothing at all: its text is in the message
  }
}

const reason = ({ title, detail, field }: ErrorObject & { readonly field?: string }): string =>
  `${[...new Set([title, detail])].filter(Boolean).join(': ') || 'error'}${field ? ` (${field})` : ''}`

// A service may leave the middle out. `/data/attributes` itself is about no field.
const FIELD = /^#?\/data\/(?:(?:attributes|relationships)\/|(?!(?:attributes|relationships)\/?$))([^/]+)/

/** `/data/attributes/name` and `/data/relationships/role/data` are about `name` and `role` (RFC 6901). */
function withField<Input>(error: ErrorObject): FieldError<Input> {
  const field = FIELD.exec(error.source?.pointer ?? '')?.[1]
    ?.replaceAll('~1', '/')
    .replaceAll('~0', '~')
  // What the pointer names was sent, so it is a key of the input.
  return field === undefined ? error : { ...error, field: field as keyof Input & string }
}

function byField<Input>(errors: readonly FieldError<Input>[]): ApiError<Input>['fields'] {
  const names = [...new Set(errors.flatMap(({ field }) => field ?? []))]
  const fields = names.map((name) => [name, errors.filter(({ field }) => field === name)])
  return Object.fromEntries(fields)
}
