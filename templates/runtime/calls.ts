import { BaseClient } from './base-client.js'
import type { Body } from './body.js'
import { beneath, type Path, type PathValue } from './path.js'
import type { Call, RequestOptions, Transport } from './transport.js'

/** The segments beneath the path of a group, or a path from the root on. */
type Place = readonly PathValue[] | Path

/** What a call says beside where it goes. */
type Said = Omit<Call, 'transport' | 'type' | 'method' | 'path'>

/** Makes the calls of a group of requests, most of which are beneath one path: `get([id, 'permissions'], query, options)`. */
export class Calls {
  readonly #transport: Transport
  readonly #path: string
  readonly #type: string

  /**
   * @param path where the group is: `/roles`.
   * @param type the type of the resource objects that it sends, where they name no other.
   */
  constructor(client: BaseClient, path = '', type = path.slice(1)) {
    this.#transport = BaseClient.transportOf(client)
    this.#path = path
    this.#type = type
  }

  /** Asks for something. */
  get(place: Place, query?: object, options?: RequestOptions, said?: Said): Call {
    return this.make('GET', place, { ...said, query, options })
  }

  /** Creates something, or adds to it. */
  post(place: Place, body?: Body, query?: object, options?: RequestOptions, said?: Said): Call {
    return this.make('POST', place, { ...said, body, query, options })
  }

  /** Changes something. */
  patch(place: Place, body?: Body, query?: object, options?: RequestOptions, said?: Said): Call {
    return this.make('PATCH', place, { ...said, body, query, options })
  }

  /** Deletes something. */
  delete(place: Place, options?: RequestOptions): Call {
    return this.make('DELETE', place, { options })
  }

  /** Any other call; what it says of itself stands in one object. */
  make(method: string, place: Place, said: Said): Call {
    const path = typeof place === 'function' ? place : beneath(this.#path, place)
    return { ...said, transport: this.#transport, type: this.#type, method, path }
  }
}
