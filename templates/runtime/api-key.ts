import type { ApiKeyScheme } from '../api.js'
import { type Authorizer, sendable } from './auth.js'
import { own } from './description.js'
import { encode } from './encode.js'
import type { Fetch } from './transport.js'

/**
 * Authorizes by an API key, in the header, query parameter or cookie that the API's document names:
 * `createClient({ auth: apiKey(key) })`. A header does not follow a redirect to another host.
 *
 * @param key the key, or a function that gives it; it is asked before every attempt.
 * @param scheme which of the document's security schemes, where it has several.
 * @throws TypeError, when a request is sent, where the document has no such scheme.
 */
export function apiKey(key: string | (() => string | Promise<string>), scheme?: ApiKeyScheme): Authorizer {
  return async (outgoing, { api: { apiKeys = {} } }) => {
    const place = scheme === undefined ? Object.values(apiKeys)[0] : own(apiKeys, scheme)
    if (!place) throw new TypeError('apiKey: the API has no such security scheme')
    const { url, headers, fetch } = outgoing
    const value = typeof key === 'function' ? await key() : key
    if (!value) sendable(value) // which throws
    const pair = `${encode(place.name)}=${encode(value)}`
    switch (place.in) {
      case 'header':
        headers.set(place.name, sendable(value))
        outgoing.fetch = withoutAbroad(place.name, fetch)
        break
      case 'query':
        url.search += `${url.search ? '&' : ''}${pair}`
        break
      case 'cookie':
        headers.set('cookie', [headers.get('cookie'), pair].filter(Boolean).join('; '))
    }
    return [value, encode(value)]
  }
}

const HOPS = 20

/** `fetch` leaves `Authorization` behind when a redirect leads to another origin; this does so with a header of any name. */
const withoutAbroad =
  (name: string, fetch: Fetch): Fetch =>
  async (first) => {
    const content = first.body ? await first.clone().arrayBuffer() : undefined
    let request = new Request(first, { redirect: 'manual' })
    for (let hop = 0; hop < HOPS; hop += 1) {
      const response = await fetch(request)
      if (response.type === 'opaqueredirect')
        throw new TypeError('a redirect, of which a browser does not tell where to')
      const location = response.headers.get('location')
      if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response
      const url = new URL(location, request.url)
      const headers = new Headers(request.headers)
      if (url.origin !== new URL(request.url).origin) {
        for (const secret of [name, 'authorization', 'cookie', 'proxy-authorization']) headers.delete(secret)
      }
      // https://fetch.spec.whatwg.org/#http-redirect-fetch
      const becomesGet = response.status === 303 || (response.status < 303 && request.method === 'POST')
      if (becomesGet) headers.delete('content-type')
      request = new Request(url, {
        method: becomesGet && request.method !== 'HEAD' ? 'GET' : request.method,
        headers,
        redirect: 'manual',
        signal: first.signal,
        ...(content && !becomesGet && { body: content }),
      })
    }
    throw new TypeError('too many redirects')
  }
