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
  (request: Outgoing, transport: Transport): readonly string[] | Promise<readonly string[]>
  /**
   * Told that the service answered 401 to a request with these secrets.
   *
   * @returns whether the next request will have others.
   */
  readonly renew?: (secrets: readonly string[]) => boolean
}

/** Each way to authorize of a client. */
export const waysOf = (auth: Auth = []): readonly OneAuth[] => [auth].flat()

/**
 * Authorizes a request in one way.
 *
 * @returns the secrets that are in it now.
 */
export async function authorize(auth: OneAuth, request: Outgoing, transport: Transport): Promise<readonly string[]> {
  const way = 'accessToken' in auth ? auth.accessToken : auth
  const given = typeof way === 'function' ? await way(request, transport) : way
  if (typeof given === 'object') return given
  request.headers.set('authorization', `Bearer ${sendable(given)}`)
  return [given]
}

/** Asks for other authorization, after a 401 to a request with these secrets; gives whether there is any. */
export const renewed = (auth: Auth | undefined, secrets: readonly string[] = []): boolean =>
  waysOf(auth).filter((one) => 'renew' in one && one.renew?.(secrets)).length > 0

/** @throws TypeError for a secret that no header can carry, and for none at all, without telling it. */
export function sendable(secret: unknown): string {
  if (typeof secret === 'string' && /^[ -~]+$/.test(secret)) return secret
  throw new TypeError('auth: no printable ASCII text')
}
