/** A service for tests: it answers the requests of a client, and no network is needed. */
import { description } from '../api.js'
import { answerErrors } from './answers.js'
import { isObject, own } from './description.js'
import type { ResourceObject } from './document.js'
import type { Endpoint } from './endpoint.js'
import { parsed } from './json.js'
import { type Linked, link } from './link.js'
import { type ClientOptions, type Fetch, Transport } from './transport.js'

export { type AnswerParts, answer, answerErrors, answerPages, type ErrorFixture, type Fixture } from './answers.js'

/** A request that the service was sent. */
export interface Sent<R extends string = string> {
  /** The route that answered it, `GET /roles/{roleId}`; undefined where there was none. */
  readonly route: R | undefined
  readonly method: string
  readonly url: URL
  /** The values in its path, decoded, by their names in the route. */
  readonly path: Readonly<Record<NamesIn<R>, string>>
  /** The query parameters, decoded; the values of those of one name with commas between them. */
  readonly query: Readonly<Record<string, string>>
  readonly headers: Headers
  /** JSON as a value, anything else as text; undefined for nothing. */
  readonly body: unknown
  /** The resource in the body as the client was given it, identifiers for what is related; undefined for none. */
  readonly input: Partial<Linked> | undefined
  /** The request itself, its body unread. */
  readonly request: Request
}

type NamesIn<R> = string extends R ? string : R extends `${string}{${infer N}}${infer Rest}` ? N | NamesIn<Rest> : never

/** A response, an error for `fetch` to fail with, or a function that gives or throws one. */
export type Answer<R extends string = string> =
  | Response
  | Error
  | ((sent: Sent<R>) => Response | Error | Promise<Response | Error>)

/**
 * Answers by route: an endpoint of the API, or a verb and a whole URL. A list has one answer for each request in turn,
 * and its last one for all that follow.
 */
export type Routes = {
  readonly [R in Endpoint | `${string} http${string}`]?: Answer<R> | readonly Answer<R>[]
}

export interface FakeService {
  /** For the option `fetch` of `createClient`. */
  readonly fetch: Fetch
  /** What it was sent, in turn. */
  readonly requests: readonly Sent[]
}

/**
 * A service that answers by these routes. Nothing is changed but the client that is given its `fetch`. What there is no
 * route for is answered with the status 421, which no client sends again, and an error that tells which routes there are.
 *
 * @param options those of the client, where it has others than the usual ones.
 */
export function fakeService(routes: Routes, options: Pick<ClientOptions, 'baseUrl' | 'variables'> = {}): FakeService {
  const baseUrl = options.baseUrl ?? description.baseUrl ?? 'http://localhost'
  const server = new Transport(description, { ...options, baseUrl }).baseUrl
  const known = Object.entries(routes).map(([route, answers]) => {
    // The names that its answers are typed by are those of its route.
    const turns = [answers].flat() as Answer[]
    return { ...matcherOf(route, server), route, next: () => (turns.length > 1 ? turns.shift() : turns[0]) }
  })
  known.sort((one, other) => one.names.length - other.names.length)
  const requests: Sent[] = []
  return {
    requests,
    async fetch(request) {
      const { method, headers } = request
      const url = new URL(request.url)
      const found = known.find(({ matches }) => matches(method, url))
      const next = found?.next() ?? unexpected(`${method} ${url}`, Object.keys(routes))
      const path = found?.valuesIn(url) ?? {}
      const sent = { route: found?.route, method, url, path, query: queryOf(url), headers, request: request.clone() }
      const whole: Sent = Object.assign(sent, { body: undefined, input: undefined })
      requests.push(whole)
      return answered(next, Object.assign(whole, bodyOf(await request.text())))
    },
  }
}

/** Answers after so many milliseconds; after `Infinity`, never. */
export function answerLate<R extends string>(milliseconds: number, answer: Answer<R>): Answer<R> {
  return async (sent) => {
    const { signal } = sent.request
    signal.throwIfAborted()
    await new Promise<void>((resolve, reject) => {
      const timer = milliseconds === Infinity ? undefined : setTimeout(resolve, milliseconds)
      signal.addEventListener('abort', () => {
        clearTimeout(timer)
        reject(signal.reason)
      })
    })
    return answered(answer, sent)
  }
}

/** @throws the answer, where it is an error. */
async function answered<R extends string>(answer: Answer<R>, sent: Sent<R>): Promise<Response> {
  const given = typeof answer === 'function' ? await answer(sent) : answer
  if (given instanceof Error) throw given
  return given.clone() // the next request may be given it too
}

const unexpected = (asked: string, routes: readonly string[]): Response =>
  answerErrors(421, [{ detail: `no route for ${asked}; there are ${routes.join(', ') || 'none'}` }])

/** What tells whether a request is one of this route's, and reads its path. */
function matcherOf(route: string, server: string) {
  const [, verb, place = ''] = /^(\S+) (.*)$/s.exec(route) ?? []
  const { origin, pathname, searchParams } = new URL(place.startsWith('/') ? server + place : place)
  // A URL has its braces encoded.
  const parts = `${origin}${pathname}`.split(/%7B(.*?)%7D/i)
  const fixed = parts.filter((_, index) => index % 2 === 0).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const names = parts.filter((_, index) => index % 2 === 1).map(decodeURIComponent)
  const form = new RegExp(`^${fixed.join('([^/]+)')}$`)
  const valuesOf = (url: URL): readonly string[] | null => form.exec(url.origin + url.pathname)
  return {
    names,
    matches: (method: string, url: URL): boolean =>
      method === verb &&
      valuesOf(url) !== null &&
      // Some documents write a part of the query into the path.
      pairsOf(searchParams).every(
        ([name, value]) => value.includes('{') || url.searchParams.getAll(name).includes(value),
      ),
    valuesIn: (url: URL): Record<string, string> =>
      Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(valuesOf(url)?.[index + 1] ?? '')])),
  }
}

const queryOf = ({ searchParams }: URL): Record<string, string> =>
  Object.fromEntries(pairsOf(searchParams).map(([name]) => [name, searchParams.getAll(name).join()]))

/** Not every project has the iterators of the DOM. */
function pairsOf(parameters: URLSearchParams): (readonly [name: string, value: string])[] {
  const pairs: [string, string][] = []
  parameters.forEach((value, name) => {
    pairs.push([name, value])
  })
  return pairs
}

function bodyOf(text: string): Pick<Sent, 'body' | 'input'> {
  const body = parsed(text) ?? (text || undefined)
  const data = isObject(body) ? own(body, 'data') : undefined
  if (!isResource(data)) return { body, input: undefined }
  const [{ id, ...fields } = { id: undefined }] = link(description, { data }, {})
  return { body, input: id === undefined ? fields : { id, ...fields } }
}

const isResource = (data: unknown): data is ResourceObject => isObject(data) && typeof own(data, 'type') === 'string'
