import { ApiError } from './errors.js'
import type { Call, Transport } from './transport.js'

/** What a request gave, with the response that it came in, whose body has been read. */
export interface WithResponse<Data> {
  readonly data: Data
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
  protected readonly transport: Transport
  protected readonly call: Call
  #sent: Promise<WithResponse<Data>> | undefined

  constructor(transport: Transport, call: Call) {
    this.transport = transport
    // The query as it is now: the request may be sent much later.
    this.call = call.query ? { ...call, query: structuredClone(call.query) } : call
  }

  /** What the response holds. */
  protected abstract read(request: Request, response: Response): Promise<Data>

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

  /** Sends the request; gives the data and the response with its status and headers. */
  withResponse(): Promise<WithResponse<Data>> {
    this.#sent ??= this.toRequest().then((request) => this.send(request))
    return this.#sent
  }

  /**
   * Sends the request; gives `{ ok: true, data }`, or `{ ok: false, error }` where the service answered with an error.
   *
   * @throws whatever is no answer of the service: a lost connection, an aborted request.
   */
  async settled(): Promise<Settled<Data, Input>> {
    try {
      return { ok: true, data: (await this.withResponse()).data }
    } catch (error) {
      if (error instanceof ApiError) return { ok: false, error }
      throw error
    }
  }

  /** The request as it would be sent, unsent. */
  toRequest(): Promise<Request> {
    return this.transport.request(this.call)
  }

  protected async send(request: Request): Promise<WithResponse<Data>> {
    const response = await this.transport.send(request)
    return { data: await this.read(request, response), response }
  }
}

/** A request that is answered without a document: a deletion, an action. */
export class EmptyRequest<Input = never> extends ApiRequest<void, Input> {
  protected async read(_request: Request, response: Response): Promise<void> {
    await response.text() // frees the connection
  }
}
