import type { ServerUrl, ServerVariables } from '../api.js'
import { type Auth, type Outgoing, sendable } from './auth.js'
import type { Body } from './body.js'
import type { Description } from './description.js'
import type { Hooks } from './hooks.js'
import type { Path } from './path.js'
import type { RetryOptions } from './retry.js'
import { search, type Ways } from './search.js'

/** What `fetch` takes for headers. The DOM's `HeadersInit` is not there in every project. */
export type HeadersInput = NonNullable<RequestInit['headers']>

/** A function like the global `fetch`. */
export type Fetch = (request: Request) => Promise<Response>

/** What concerns the client's requests and a single one alike. */
export interface SharedOptions {
  /** Headers to be sent; those of a request win over the client's. */
  readonly headers?: HeadersInput | undefined
  /**
   * Milliseconds that an attempt may take, up to the end of its answer, or to its headers where the answer is bytes,
   * events or lines, or comes by `asResponse()`; 60,000 by default.
   */
  readonly timeout?: number | undefined
  /** Milliseconds that a call may take with all its attempts; without a limit by default. */
  readonly totalTimeout?: number | undefined
  /** How often a request that failed is sent again, or when in detail. */
  readonly retry?: number | RetryOptions | undefined
}

export interface ClientOptions extends SharedOptions {
  /** How requests are authorized; absent where nothing is needed. */
  readonly auth?: Auth | undefined
  /** Instead of the API's own first server; its path stands before the path of every request. */
  readonly baseUrl?: ServerUrl | (string & {}) | undefined
  /** The values of the variables in the server's URL, where they are not to be the usual ones. */
  readonly variables?: ServerVariables | undefined
  /** Instead of the global `fetch`. */
  readonly fetch?: Fetch | undefined
  /** Called as requests go out and answers come in. */
  readonly hooks?: Hooks | undefined
  /**
   * The header for a key by which the service knows that it has seen a request before: each POST gets one, the same for
   * all its attempts, so that it may be sent again.
   */
  readonly idempotencyHeader?: string | undefined
  /** Instead of the API's name. Browsers send their own all the same. */
  readonly userAgent?: string | undefined
  /** The longest answer that is read, in bytes; 100 MiB by default. */
  readonly maxBytes?: number | undefined
}

/** What concerns one request alone. */
export interface RequestOptions extends SharedOptions {
  /** Aborts the call: its promise rejects with an `AbortError`. */
  readonly signal?: AbortSignal | undefined
  /** A key by which the service knows that it has seen the request before, in `Idempotency-Key` or the client's own header. */
  readonly idempotencyKey?: string | undefined
}

/** What an operation takes beside JSON:API's query parameters. */
export interface OwnParameters {
  readonly query?: object | undefined
  readonly headers?: object | undefined
  readonly cookies?: object | undefined
}

/** What a request carries beside its path, its body and JSON:API's query parameters. */
export interface Parameters {
  /** The query string, percent-encoded. */
  readonly search?: string
  readonly headers?: HeadersInput
  /** Headers that the client's own win over. */
  readonly usual?: HeadersInput | undefined
}

/** One request, described and not yet sent. */
export interface Call extends Ways {
  /** What makes a request of it. */
  readonly transport: Transport
  /** The type of a resource object that is sent, where its body names no other. */
  readonly type?: string
  readonly method: string
  readonly path: Path
  /** Whether there may be no such resource. */
  readonly nullable?: boolean
  /** Of linkage: whether it is that of a to-many relationship. */
  readonly many?: boolean
  /** Checked by the compiler where it was written. */
  readonly query?: object | undefined
  /** Writes what of the query is not JSON:API's. */
  readonly parameters?: (query: OwnParameters | undefined) => Parameters
  /** The media types of the answer, where it is no JSON:API document. */
  readonly accept?: string
  readonly body?: Body | undefined
  /** Whether it may be done twice; by default whatever is no POST. https://www.rfc-editor.org/rfc/rfc9110#name-idempotent-methods */
  readonly repeatable?: boolean
  readonly options?: RequestOptions | undefined
  /** The link to another page of the same list. */
  readonly link?: string | undefined
  /** Whether the caller reads the body of the answer. */
  readonly raw?: boolean
}

/** A request that is ready to be sent. */
export interface Prepared extends Outgoing {
  readonly request: Request
  /** What is sent, where it is text. */
  readonly sent: string
  /** What authorizes it, and nobody may be told. */
  readonly secrets: readonly string[]
  /** The names of properties whose values nobody may be told. */
  readonly names: readonly string[] | undefined
}

/** Only browsers have one. */
declare const location: unknown

/** Makes requests of calls, with what the client was created with. */
export class Transport {
  declare readonly api: Description
  declare readonly options: ClientOptions
  declare readonly baseUrl: string

  /** @throws TypeError where neither the options nor the API's document name a server, or it is no plain URL. */
  constructor(api: Description, options: ClientOptions) {
    const template = options.baseUrl ?? api.baseUrl ?? ''
    const url = api.variables?.(template, options.variables) ?? template
    // It is not told, since it may hold a password.
    if (!/^https?:\/\/[^?#@{]+$/i.test(url)) throw new TypeError('baseUrl: no plain URL')
    this.api = api
    this.options = options
    this.baseUrl = new URL(url).href.replace(/\/+$/, '')
  }

  /**
   * The URL of a call, as yet without what authorizes it. Where its link leads out of our base URL, the link's query alone
   * is taken: the authorization stays with us, and a service that does not know its public address can still be paged.
   *
   * @throws TypeError for a path or a query that no URL can carry.
   */
  url(call: Call): URL {
    const url = new URL(this.baseUrl + call.path())
    const { query = {}, parameters, link = '' } = call
    // Some documents write a part of the query into the path.
    const parts = [url.search, search(this.api, query, call), parameters?.(query).search]
    url.search = parts.filter(Boolean).join('&')
    // Without a link, this leads to where we are.
    const other = new URL(link, url)
    if (other.href.startsWith(`${this.baseUrl}/`)) return other
    url.search = other.search
    return url
  }

  /** The request that a call stands for, authorized. */
  async prepare(
    call: Call,
    to: URL,
    signal = call.options?.signal,
    idempotencyKey = call.options?.idempotencyKey,
  ): Promise<Prepared> {
    const { api, options } = this
    const { mediaType, content } = call.body?.(api, call.type) ?? {}
    // JSON leaves out what is undefined.
    const headers = new Headers(
      JSON.parse(
        JSON.stringify({
          accept: call.accept ?? api.mediaType,
          'content-type': mediaType,
          [options.idempotencyHeader ?? 'idempotency-key']: idempotencyKey,
          // Browsers name themselves, and some ask the server for leave before they send a header of ours.
          'user-agent': typeof location === 'object' ? undefined : (options.userAgent ?? api.userAgent),
        }),
      ),
    )
    const outgoing: Outgoing = { url: new URL(to), headers, fetch: options.fetch ?? fetch }
    const secrets: string[] = []
    for (const auth of [options.auth ?? []].flat()) {
      const way = 'accessToken' in auth ? auth.accessToken : auth
      const given = typeof way === 'function' ? await way(outgoing, this) : way
      if (typeof given === 'object') secrets.push(...given)
      else headers.set('authorization', `Bearer ${sendable(given)}`)
    }
    const own = call.parameters?.(call.query)
    for (const some of [own?.usual, options.headers, own?.headers, call.options?.headers]) {
      new Headers(some).forEach((value, name) => {
        if (name === 'cookie')
          headers.append(name, value) // cookies come together
        else headers.set(name, value)
      })
    }
    // The bearer token, and what was put there by hand.
    for (const name of ['authorization', 'cookie']) secrets.push(...(headers.get(name)?.split(/^[^ ;=]+ |; /) ?? []))
    // `fetch` asks for `duplex` where the body is a stream.
    return {
      ...outgoing,
      request: new Request(outgoing.url, {
        method: call.method,
        headers,
        body: content,
        signal,
        duplex: 'half',
      } as RequestInit),
      sent: typeof content === 'string' ? content : '',
      secrets,
      names: api.secrets,
    }
  }
}
