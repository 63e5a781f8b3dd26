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
}

/** Something that authorizes requests. */
export interface Authorizer {
  /**
   * Puts the authorization into a request.
   *
   * @returns the secrets that are in it now, which no error and no hook will tell.
   */
  authorize(request: Outgoing, transport: Transport): Promise<readonly string[]>
  /**
   * Told that the service answered 401 to a request with these secrets.
   *
   * @returns whether the next request will have others.
   */
  renew?(secrets: readonly string[]): boolean
}

/** The authorizers of a client. */
export const authorizersOf = (auth: Auth = []): Authorizer[] =>
  [auth].flat().map((one) => {
    if ('authorize' in one) return one
    const token = typeof one === 'function' ? one : one.accessToken
    return {
      async authorize({ headers }) {
        const value = sendable(typeof token === 'function' ? await token() : token)
        headers.set('authorization', `Bearer ${value}`)
        return [value]
      },
    }
  })

/** @throws TypeError for a secret that no header can carry, and for none at all, without telling it. */
export function sendable(secret: string): string {
  if (typeof secret === 'string' && /^[ -~]+$/.test(secret)) return secret
  throw new TypeError('auth: a token or key is a text of printable ASCII characters')
}
