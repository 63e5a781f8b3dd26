import type { Attempt } from './attempt.js'
import type { Body, BodyContent } from './body.js'
import { isObject } from './description.js'
import { parseError } from './errors.js'
import { parsed } from './json.js'
import { pairs } from './pairs.js'
import { ApiRequest, type WithDocument } from './request.js'
import type { OwnParameters, Parameters } from './transport.js'

/** A request whose answer is no JSON:API document: JSON as a value, anything else as text. */
export class PlainRequest<Data, Input = never> extends ApiRequest<Data, Input> {
  protected read(answer: Attempt): WithDocument<Data> {
    const { body, response } = answer
    const isJson = /[/+]json\b/.test(`${response?.headers.get('content-type')}`)
    const data = body && isJson ? parsed(body) : body || undefined // a status that promises nothing
    if (body && data === undefined) throw parseError('JSON', answer)
    return { data: data as Data }
  }
}

/**
 * Writes query, headers and cookies in the usual ways: a list item by item, in a header between commas; an object as
 * `name[key]=value`. What is undefined or null is left out. https://spec.openapis.org/oas/v3.1.1#style-values
 */
export function parameters({ query, headers, cookies }: OwnParameters = {}): Parameters {
  const cookie = pairs('', cookies).join('; ') || undefined
  const given = JSON.stringify({ ...headers, cookie }, (_, value) => value ?? undefined)
  const written = Object.entries(JSON.parse(given)).map(([name, value]) => [name, flatItems(name, value).join(',')])
  return { search: pairs('', query).join('&'), headers: Object.fromEntries(written) }
}

/** The items of a header. @throws TypeError where one is an object or a list: only JSON has a way to write it. */
export function flatItems(name: string, value: unknown): unknown[] {
  const items = [value].flat()
  if (!items.some((one) => isObject(one) && !(one instanceof Date))) return items
  throw new TypeError(`${name}: a header holds no objects, nor lists in a list: give it as text`)
}

/** A body as `fetch` takes it, anything else as JSON. */
export function json(body: unknown, mediaType: string): Body {
  // Whatever `fetch` takes, but text, says what it is.
  const isRaw = isObject(body) && Symbol.toStringTag in body
  const made = isRaw ? { content: body as unknown as BodyContent } : { content: JSON.stringify(body), mediaType }
  return () => (body === undefined ? undefined : made)
}
