import type { Prepared } from './transport.js'

/** An attempt to send the request of a call, as far as it has come, its secrets in it. */
export interface Attempt extends Partial<Prepared> {
  /** Empty where what is read came another way than by a request. */
  readonly method: string
  /** Of the URL; empty likewise. */
  readonly path: string
  /** How often the request has been sent, this time included. */
  count: number
  response?: Response
  /** The text of the answer; empty where there was none, or it was not to be read. */
  body: string
}
