import type { Transport } from './transport.js'

/** What a client is made upon. Its transport, which may hold secrets, is not seen when a client is printed. */
export class BaseClient {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  protected get transport(): Transport {
    return this.#transport
  }
}
