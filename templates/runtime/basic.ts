import type { Authorizer } from './auth.js'

/** Authorizes by user name and password (RFC 7617): `createClient({ auth: basic('ada', password) })`. */
export function basic(username: string, password: string): Authorizer {
  const bytes = new TextEncoder().encode(`${username}:${password}`)
  const credentials = btoa(String.fromCharCode(...bytes))
  return ({ headers }) => {
    headers.set('authorization', `Basic ${credentials}`)
    return [credentials, password]
  }
}
