import type { Transport } from './transport.js'

/** What a client is made upon: a transport, which stands in the way of no accessor, and is not seen where one is printed. */
export class BaseClient {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /** What the requests of a client go by. */
  static transportOf(client: BaseClient): Transport {
    return client.#transport
  }
}
