import type { SecurityScheme } from '../model/types.js'
import { tokenExample } from './docs-curl.js'
import { code, fence, plain, table } from './markdown.js'
import { description } from './markdown-block.js'
import { cell } from './markdown-inline.js'

/** What the kinds of schemes are called. */
export const TITLES: Readonly<Partial<Record<SecurityScheme['type'], string>>> = {
  bearer: 'Access token',
  basic: 'User name and password',
  apiKey: 'API key',
  clientCredentials: 'Client credentials',
}

/** Where an API key goes. */
export const KEY_PLACES = { header: 'header', query: 'query parameter', cookie: 'cookie' } as const

/** How requests are authorized by a scheme. */
export function securityText(scheme: SecurityScheme): string[] {
  const { name, type, description: told = '' } = scheme
  return [`### ${TITLES[type] ?? plain(name)}`, ...kindText(scheme), ...(told.trim() ? [description(told)] : [])]
}

function kindText(scheme: SecurityScheme): string[] {
  switch (scheme.type) {
    case 'bearer':
      return [
        `An access token goes into the header of every request: ${code('Authorization: Bearer {your_access_token}')}.`,
      ]
    case 'basic':
      return ['Requests carry a user name and a password, by the HTTP scheme `Basic`.']
    case 'apiKey':
      return [`Requests carry an API key in the ${KEY_PLACES[scheme.in]} ${code(scheme.parameter)}.`]
    case 'clientCredentials': {
      const scopes = scheme.scopes.map((scope) => [code(scope.name), cell(scope.description)])
      return [
        'An access token is obtained by the OAuth 2.0 client credentials flow:',
        ...(scheme.tokenUrl === undefined ? [] : [fence('sh', tokenExample(scheme.tokenUrl))]),
        ...(scopes.length > 0 ? [table(['Scope', 'Meaning'], scopes)] : []),
      ]
    }
    case 'other':
      return scheme.description?.trim() ? [] : [`Requests are authorized by the scheme ${code(scheme.name)}.`]
  }
}
