import type { Attempt } from './attempt.js'
import type { TopLevel } from './document.js'
import { ApiError } from './errors.js'
import { parsed } from './json.js'
import type { QueryParts } from './search.js'
import { send } from './send.js'
import type { Call } from './transport.js'

/** What a request gave, with what its document tells beside its data. */
export interface WithDocument<Data> extends TopLevel {
  readonly data: Data
}

/** What a request gave, with the response that it came in, whose body has been read. */
export interface WithResponse<Data> extends WithDocument<Data> {
  readonly response: Response
}

/** The outcome of a request as a value, with an error whose fields are typed. */
export type Settled<Data, Input> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly error: ApiError<Input> }

/**
 * A request that is sent when it is awaited, once, however often that is; until then nothing happens.
 *
 * @typeParam Data what it gives.
 * @typeParam Input the input whose keys name the fields of an error.
 */
export abstract class ApiRequest<Data, Input = never> implements Promise<Data> {
  readonly [Symbol.toStringTag] = 'ApiRequest'
  // Private: a request that is printed, or written as JSON, tells nothing of its client.
  readonly #call: Call
  #sent: Promise<WithResponse<Data>> | undefined

  constructor(call: Call) {
    this.#call = call
  }

  /** What the answer to the call holds. */
  protected abstract read(answer: Attempt, call: Call): WithDocument<Data>

  /** The same call with another query; this one stays as it is. */
  protected asking(change: (query: QueryParts) => QueryParts): Call {
    return asking(this.#call, change)
  }

  // biome-ignore lint/suspicious/noThenProperty: a request is awaited like a promise
  then<A = Data, B = never>(
    onfulfilled?: ((data: Data) => A | PromiseLike<A>) | null,
    onrejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.withResponse()
      .then(({ data }) => data)
      .then(onfulfilled, onrejected)
  }

  catch<B = never>(onrejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<Data | B> {
    return this.then(null, onrejected)
  }

  finally(onfinally?: (() => void) | null): Promise<Data> {
    return this.then().finally(onfinally)
  }

  /** Sends the request; gives the data, the document's `meta`, `links` and `jsonapi`, and the response with its status and headers. */
  withResponse(): Promise<WithResponse<Data>> {
    this.#sent ??= send(this.#call, (answer, response) => ({ ...this.read(answer, this.#call), response }))
    return this.#sent
  }

  /** Sends the request, each time anew; gives the response, its body unread: its time ends with the headers, its signal does not. */
  asResponse(): Promise<Response> {
    return send({ ...this.#call, raw: true }, (_, response) => response)
  }

  /**
   * Sends the request; gives `{ ok: true, data }`, or `{ ok: false, error }` where the service answered with an error.
   *
   * @throws RequestError where it gave no answer, or not the one that was due.
   */
  settled(): Promise<Settled<Data, Input>> {
    return this.then<Settled<Data, Input>, Settled<Data, Input>>(
      (data) => ({ ok: true, data }),
      (error) => {
        if (error instanceof ApiError) return { ok: false, error }
        throw error
      },
    )
  }

  /** The request as it would be sent, authorized, unsent. */
  async toRequest(): Promise<Request> {
    const call = this.#call
    const { transport } = call
    return (await transport.prepare(call, transport.url(call))).request
  }
}

/** A request that is answered without a document: a deletion, an action. */
export class EmptyRequest<Input = never> extends ApiRequest<void, Input> {
  protected read({ body }: Attempt): WithDocument<void> {
    return { ...topLevel(Object(parsed(body))), data: undefined }
  }
}

/** What a document tells beside its data. https://jsonapi.org/format/1.1/#document-top-level */
export const topLevel = ({ meta, links, jsonapi }: TopLevel): TopLevel => ({
  meta: meta ?? undefined,
  links: links ?? undefined,
  jsonapi: jsonapi ?? undefined,
})

/** The call with the query changed; the one that it was made from stays as it is. */
export const asking = (call: Call, change: (query: QueryParts) => QueryParts): Call => {
  const query: QueryParts = call.query ?? {}
  return { ...call, query: { ...query, ...change(query) } }
}
