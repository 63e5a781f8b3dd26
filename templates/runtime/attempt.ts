import type { RequestError } from './errors.js'
import type { Prepared } from './transport.js'

/** What was answered, as far as it is text. */
export interface Answered extends Partial<Prepared> {
  /** The text of the answer; empty where there was none, or it was not to be read. */
  body: string
}

/** An attempt to send the request of a call, as far as it has come, its secrets in it. */
export interface Attempt extends Answered {
  readonly method: string
  /** Of the URL. */
  readonly path: string
  /** How often the request has been sent, this time included. */
  count: number
  response?: Response
  /** What it failed with. */
  error?: RequestError
  /** Milliseconds until the request is sent again. */
  delay?: number | undefined
}
