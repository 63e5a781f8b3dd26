import type { Attempt } from './attempt.js'
import { AbortError, ConnectionError, type RequestError } from './errors.js'
import { ApiRequest, type WithDocument, type WithResponse } from './request.js'
import type { Call } from './transport.js'

/** A request whose answer is not read before its caller wants it. */
export abstract class RawRequest<Data, Input> extends ApiRequest<Data, Input> {
  readonly #call: Call
  #opened: Promise<WithResponse<Data>> | undefined

  constructor(call: Call) {
    super(call)
    this.#call = call
  }

  protected abstract opened(response: Response): Promise<Data>

  override withResponse(): Promise<WithResponse<Data>> {
    this.#opened ??= this.asResponse().then(async (response) => ({ data: await this.opened(response), response }))
    return this.#opened
  }

  // What comes as a whole is not what this is for.
  protected override read(): WithDocument<Data> {
    throw new TypeError('An answer that is not read before it is wanted')
  }

  /** What else went wrong while the answer came. */
  protected broken(response: Response, cause: unknown): RequestError {
    const { signal } = this.#call.options ?? {}
    return signal?.aborted
      ? new AbortError('aborted', this.attempt(response), { cause: signal.reason })
      : new ConnectionError('the answer broke off', this.attempt(response), { cause })
  }

  /** What an error while the answer came is made of. */
  protected attempt(response: Response, body = ''): Attempt {
    const { method, path } = this.#call
    return { method, path: path(), count: 1, response, body }
  }
}

/** A request that is answered with bytes. */
export class BlobRequest<Input = never> extends RawRequest<Blob, Input> {
  protected async opened(response: Response): Promise<Blob> {
    try {
      return await response.blob()
    } catch (cause) {
      throw this.broken(response, cause)
    }
  }
}
