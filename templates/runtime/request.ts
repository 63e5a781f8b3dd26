import { isObject } from './description.js'
import type { TopLevel } from './document.js'
import { ApiError } from './errors.js'
import { parsed } from './json.js'
import { type Answer, send } from './send.js'
import type { Call, Transport } from './transport.js'

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
  declare protected readonly transport: Transport
  declare protected readonly call: Call
  #sent: Promise<WithResponse<Data>> | undefined

  constructor(transport: Transport, call: Call) {
    // The query as it is now: the request may be sent much later.
    const now = call.query ? { ...call, query: copied(call.query) } : call
    // Not enumerable: a request that is printed, or written as JSON, tells nothing of its client.
    Object.defineProperties(this, { transport: { value: transport }, call: { value: now } })
  }

  /** What the answer holds. */
  protected abstract read(answer: Answer): WithDocument<Data>

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
    this.#sent ??= send(this.transport, this.call, (answer) => ({ ...this.read(answer), response: answer.response }))
    return this.#sent
  }

  /** Sends the request, each time anew; gives the response, its body unread: its time ends with the headers, its signal does not. */
  asResponse(): Promise<Response> {
    return send(this.transport, this.call, ({ response }) => response, { raw: true })
  }

  /**
   * Sends the request; gives `{ ok: true, data }`, or `{ ok: false, error }` where the service answered with an error.
   *
   * @throws RequestError where it gave no answer, or not the one that was due.
   */
  async settled(): Promise<Settled<Data, Input>> {
    try {
      return { ok: true, data: (await this.withResponse()).data }
    } catch (error) {
      if (error instanceof ApiError) return { ok: false, error }
      throw error
    }
  }

  /** The request as it would be sent, authorized, unsent. */
  async toRequest(): Promise<Request> {
    const { transport, call } = this
    return (await transport.prepare(call, transport.url(call), call.options?.signal)).request
  }
}

/** A request that is answered without a document: a deletion, an action. */
export class EmptyRequest<Input = never> extends ApiRequest<void, Input> {
  protected read({ body }: Answer): WithDocument<void> {
    const document = parsed(body)
    return { ...(isObject(document) && topLevel(document)), data: undefined }
  }
}

/** What a document tells beside its data. https://jsonapi.org/format/1.1/#document-top-level */
export const topLevel = ({ meta, links, jsonapi }: TopLevel): TopLevel => ({
  ...(meta && { meta }),
  ...(links && { links }),
  ...(jsonapi && { jsonapi }),
})

/** A copy of lists and objects, whatever makes them up; anything else as it is. */
function copied<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copied) as Value
  if (value instanceof Date) return new Date(value) as Value
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copied(inner)])) as Value
}
