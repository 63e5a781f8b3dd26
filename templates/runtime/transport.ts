import type { Body } from './body.js'
import type { Description } from './description.js'
import { ApiError } from './errors.js'
import type { Path } from './path.js'
import { type QueryParts, search } from './search.js'

/** An access token, or a function that gives one; it is asked before every request. */
export type AccessToken = string | (() => string | Promise<string>)

/** How requests are authorized: a bearer token (RFC 6750), or a function that gives one. */
export type Auth = { readonly accessToken: AccessToken } | (() => string | Promise<string>)

/** What `fetch` takes for headers. The DOM's `HeadersInit` is not there in every project. */
export type HeadersInput = NonNullable<RequestInit['headers']>

/** A function like the global `fetch`. */
export type Fetch = (request: Request) => Promise<Response>

export interface ClientOptions {
  /** How requests are authorized; absent where nothing is needed. */
  readonly auth?: Auth | undefined
  /** Instead of the global `fetch`. */
  readonly fetch?: Fetch | undefined
  /** Instead of the API's own first server; its path stands before the path of every request. */
  readonly baseUrl?: string | undefined
  /** Sent with every request. */
  readonly headers?: HeadersInput | undefined
}

/** What concerns one request alone. */
export interface RequestOptions {
  /** Sent with this request; they win over the client's. */
  readonly headers?: HeadersInput | undefined
  /** Aborts the request: its promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** What a request carries beside its path and its body. */
export interface Parameters {
  /** The query string, percent-encoded. */
  readonly search: string
  readonly headers?: HeadersInput
}

/** One request, described and not yet sent. */
export interface Call {
  readonly method: string
  readonly path: Path
  /** The resource types that the answer is made of. */
  readonly types?: readonly string[]
  /** Whether there may be no such resource. */
  readonly nullable?: boolean
  /** Checked by the compiler where it was written. */
  readonly query?: object | undefined
  /** Instead of JSON:API's query parameters. */
  readonly parameters?: () => Parameters
  /** The media types of the answer, where it is no JSON:API document. */
  readonly accept?: string
  readonly body?: Body
  readonly options?: RequestOptions | undefined
}

/** Makes requests from calls and sends them, with what the client was created with. */
export class Transport {
  readonly api: Description
  readonly #options: ClientOptions
  readonly #baseUrl: string

  /** @throws TypeError where neither the options nor the API's document name a server, or it is no plain URL. */
  constructor(api: Description, options: ClientOptions) {
    const baseUrl = options.baseUrl ?? api.baseUrl
    if (baseUrl === undefined) throw new TypeError('The API names no server: createClient needs a baseUrl')
    if (!URL.canParse(baseUrl) || /[?#]/.test(baseUrl)) {
      throw new TypeError(`baseUrl is no absolute URL without a query: ${JSON.stringify(baseUrl)}`)
    }
    this.api = api
    this.#options = options
    this.#baseUrl = new URL(baseUrl).href.replace(/\/+$/, '')
  }

  /**
   * The request that a call stands for.
   *
   * @param page the link to another page of the same list. Where it leads out of our base URL, its query alone is taken:
   * the authorization stays with us, and a service that does not know its public address can still be paged.
   * @throws the signal's reason, where the call has been aborted already.
   */
  async request(call: Call, page?: string): Promise<Request> {
    call.options?.signal?.throwIfAborted()
    const parameters = call.parameters?.() ?? {
      search: search(this.api, call.types ?? [], (call.query ?? {}) as QueryParts),
    }
    const url = new URL(this.#baseUrl + call.path())
    url.search = parameters.search
    const next = page === undefined ? url : new URL(page, url)
    const isOurs = next.href.startsWith(`${this.#baseUrl}/`)
    if (!isOurs) url.search = next.search
    const body = call.body?.(this.api)
    const headers = new Headers({ accept: call.accept ?? this.api.mediaType })
    if (body?.mediaType) headers.set('content-type', body.mediaType)
    const token = await this.#token()
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
    for (const own of [this.#options.headers, parameters.headers, call.options?.headers]) {
      new Headers(own).forEach((value, name) => {
        headers.set(name, value)
      })
    }
    return new Request(isOurs ? next : url, {
      method: call.method,
      headers,
      ...(body && { body: body.content }),
      ...(call.options?.signal && { signal: call.options.signal }),
    })
  }

  /**
   * Sends a request.
   *
   * @throws ApiError for a status other than 2xx; whatever `fetch` throws.
   */
  async send(request: Request): Promise<Response> {
    const response = await (this.#options.fetch ?? fetch)(request)
    if (!response.ok) throw new ApiError(request, response, await response.text())
    return response
  }

  #token(): Promise<string> | string | undefined {
    const { auth } = this.#options
    const token = typeof auth === 'function' ? auth : auth?.accessToken
    return typeof token === 'function' ? token() : token
  }
}
