import type { Fetch, Transport } from './transport.js'

/** An access token, or a function that gives one; it is asked before every attempt. */
export type AccessToken = string | (() => string | Promise<string>)

/**
 * How requests are authorized: a bearer token (RFC 6750), a function that gives one, what `apiKey`, `basic` or
 * `clientCredentials` gives, or several of these together.
 */
export type Auth = OneAuth | readonly OneAuth[]
type OneAuth = { readonly accessToken: AccessToken } | (() => string | Promise<string>) | Authorizer

/** A request that is about to be sent, as far as an authorizer can change it. */
export interface Outgoing {
  readonly url: URL
  readonly headers: Headers
  /** What sends it. */
  fetch: Fetch
  /** Called when the service has answered 401; gives whether to authorize the request anew and send it once more. */
  renew?: () => boolean
}

/**
 * Something that authorizes requests: puts the authorization into one.
 *
 * @returns the secrets that are in it now, which no error and no hook will tell.
 */
export type Authorizer = (request: Outgoing, transport: Transport) => readonly string[] | Promise<readonly string[]>

/** @throws TypeError for a secret that no header can carry, and for none at all, without telling it. */
export function sendable(secret: string | undefined): string {
  if (secret && /^[ -~]+$/.test(secret)) return secret
  throw new TypeError('auth: no printable ASCII text')
}
