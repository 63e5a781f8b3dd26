import type { ParsedObject } from './parse.js'

/** https://spec.openapis.org/oas/v2.0.html#security-scheme-object */
export function securityScheme(value: ParsedObject): ParsedObject {
  const { type, flow, authorizationUrl, tokenUrl, scopes = {}, ...rest } = value
  if (type === 'basic') return { ...rest, type: 'http', scheme: 'basic' }
  if (type !== 'oauth2') return value
  const names: Readonly<Record<string, string>> = { application: 'clientCredentials', accessCode: 'authorizationCode' }
  const name = names[String(flow)] ?? String(flow ?? 'implicit')
  const urls = {
    ...(authorizationUrl !== undefined && { authorizationUrl }),
    ...(tokenUrl !== undefined && { tokenUrl }),
  }
  return { ...rest, type, flows: { [name]: { ...urls, scopes } } }
}
