/** How requests are authorized. https://spec.openapis.org/oas/v3.1.1#security-scheme-object */
import { child, root } from '../document/resolve.js'
import type { JsonObject } from '../document/types.js'
import type { Context } from './context.js'
import { isArray, isObject, text } from './schema.js'
import type { Requirement, Scope, SecurityKind, SecurityScheme } from './types.js'

/** The security schemes, in the order of the document. */
export function security({ document }: Pick<Context, 'document'>): SecurityScheme[] {
  const schemes = child(document, root(document), 'components', 'securitySchemes')
  if (!isObject(schemes.value)) return []
  return Object.keys(schemes.value).flatMap((name) => {
    const { value } = child(document, schemes, name)
    if (!isObject(value)) return []
    const description = text(value.description)
    return { name, ...kindOf(value), ...(description === undefined ? {} : { description }) }
  })
}

/** How an operation is authorized: what it says itself, else what the document says for all. */
export function requirements({ document }: Pick<Context, 'document'>, operation: JsonObject): Requirement[] {
  const stated = operation.security ?? document.root.security
  if (!isArray(stated)) return []
  return stated.filter(isObject).map((together) =>
    Object.entries(together).map(([scheme, scopes]) => ({
      scheme,
      scopes: isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : [],
    })),
  )
}

function kindOf({ type, scheme, in: place, name, flows }: JsonObject): SecurityKind {
  if (type === 'http') {
    const http = typeof scheme === 'string' ? scheme.toLowerCase() : ''
    return { type: http === 'bearer' || http === 'basic' ? http : 'other' }
  }
  if (
    type === 'apiKey' &&
    typeof name === 'string' &&
    (place === 'header' || place === 'query' || place === 'cookie')
  ) {
    return { type: 'apiKey', in: place, parameter: name }
  }
  if (type !== 'oauth2') return { type: 'other' }
  const credentials = isObject(flows) ? flows.clientCredentials : undefined
  // Whichever flow it comes from, what is sent is an access token. https://www.rfc-editor.org/rfc/rfc6750
  if (!isObject(credentials)) return { type: 'bearer' }
  const tokenUrl = text(credentials.tokenUrl)
  return {
    type: 'clientCredentials',
    ...(tokenUrl === undefined ? {} : { tokenUrl }),
    scopes: scopes(credentials),
  }
}

function scopes({ scopes: named }: JsonObject): Scope[] {
  if (!isObject(named)) return []
  return Object.entries(named).map(([name, description]) => ({ name, description: text(description) ?? '' }))
}
