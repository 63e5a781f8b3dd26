import type { Attempt } from './attempt.js'
import { type Authorizer, sendable } from './auth.js'
import { isObject, own } from './description.js'
import { parseError } from './errors.js'
import { parsed } from './json.js'
import { ApiRequest, type WithDocument } from './request.js'
import { Transport } from './transport.js'

/** https://www.rfc-editor.org/rfc/rfc6749#section-4.4 */
export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: string
  /** What the token is to be good for, names separated by spaces. */
  readonly scope?: string | undefined
  /** Where tokens are to be had, if not where the API's document says. */
  readonly tokenUrl?: string | undefined
}

/** A token, or one that is on its way. */
interface Token {
  readonly grant: Promise<Grant>
  /** The time in milliseconds from which on it is too old. */
  expires: number
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.1 */
interface Grant {
  readonly access_token: string
  /** Seconds. */
  readonly expires_in?: unknown
}

/** A token is renewed so many seconds before it expires, or when a tenth of its life is left. */
const MARGIN = 60

/**
 * Authorizes by the OAuth 2.0 client credentials flow: gets an access token, keeps it, and gets another before it
 * expires, or after a 401. However many requests wait for a token, one is asked for.
 *
 * The token's request has the client's `fetch`, `timeout` and `retry`; when it fails, so do the requests that wait for it.
 *
 * @throws TypeError, when a request is sent, where nothing says where tokens are to be had.
 */
export function clientCredentials(credentials: ClientCredentials): Authorizer {
  let token: Token | undefined
  return async (outgoing, transport) => {
    if (!token || token.expires <= Date.now()) token = request(credentials, transport)
    const current = token
    try {
      const { access_token: value } = await current.grant
      outgoing.headers.set('authorization', `Bearer ${sendable(value)}`)
      const { renew } = outgoing
      outgoing.renew = () => {
        // Of many requests that were refused with one token, the first has it renewed.
        if (token === current) token = undefined
        renew?.() // that of another flow
        return true
      }
      return [value, credentials.clientSecret]
    } catch (error) {
      if (token === current) token = undefined
      throw error
    }
  }
}

function request(credentials: ClientCredentials, { api, options, baseUrl }: Transport): Token {
  const { clientId, clientSecret, scope, tokenUrl = api.tokenUrl } = credentials
  if (tokenUrl === undefined) throw new TypeError('clientCredentials: the API names no tokenUrl')
  const url = new URL(tokenUrl, `${baseUrl}/`)
  const { fetch = globalThis.fetch, timeout, retry } = options
  const transport = new Transport(
    { ...api, mediaType: 'application/json', secrets: [] },
    // It authorizes itself in its body, which no error may tell.
    {
      baseUrl: url.origin,
      auth: () => [clientSecret, encodeURIComponent(clientSecret)],
      // A redirect would take the secret along. Edge workers know no `error`.
      fetch: (request) => fetch(new Request(request, { redirect: 'manual' })),
      timeout,
      retry,
    },
  )
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    ...(scope && { scope }),
  }
  const grant = new TokenRequest({
    transport,
    method: 'POST',
    path: () => url.pathname,
    parameters: () => ({ search: url.search }),
    body: () => ({ content: new URLSearchParams(form) }),
    repeatable: true,
  })
  const token: Token = { grant: grant.then(), expires: Infinity }
  token.grant.then(
    ({ expires_in }) => {
      const seconds = Number(expires_in ?? Number.NaN)
      if (seconds >= 0) token.expires = Date.now() + (seconds - Math.min(MARGIN, seconds / 10)) * 1000
    },
    () => {}, // told to those who wait for it
  )
  return token
}

class TokenRequest extends ApiRequest<Grant> {
  protected read(answer: Attempt): WithDocument<Grant> {
    const data = parsed(answer.body)
    if (!isGrant(data)) throw parseError('an access token', answer)
    return { data }
  }
}

const isGrant = (data: unknown): data is Grant => isObject(data) && typeof own(data, 'access_token') === 'string'
