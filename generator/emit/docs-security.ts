import type { Api, Operation, Requirement, SecurityScheme } from '../model/types.js'
import { tokenExample } from './docs-curl.js'
import { CLIENT, relative } from './docs-site.js'
import type { Page } from './docs-words.js'
import { code, fence, link, plain, table } from './markdown.js'
import { description } from './markdown-block.js'
import { cell } from './markdown-inline.js'
import { enumerated } from './prose.js'

/** What the kinds of schemes are called. */
export const TITLES: Readonly<Partial<Record<SecurityScheme['type'], string>>> = {
  bearer: 'Access token',
  basic: 'User name and password',
  apiKey: 'API key',
  clientCredentials: 'Client credentials',
}

/** Where an API key goes. */
export const KEY_PLACES = { header: 'header', query: 'query parameter', cookie: 'cookie' } as const

/** How an operation is authorized, where that is not as most are; empty elsewhere. */
export function requirementText({ model: { api }, site, path }: Page, { security }: Operation): string {
  if (JSON.stringify(site.usualSecurity) === JSON.stringify(security)) return ''
  const ways = security.filter((way) => way.length > 0)
  if (ways.length === 0) return 'It needs no authorization.'
  const isOptional = ways.length < security.length
  const authorized = link('authorized', relative(path, `${CLIENT}/authorization.md`))
  const by = enumerated(
    ways.map((way) => enumerated(way.map((one) => schemeText(api, one)))),
    ', or ',
  )
  return `It ${isOptional ? 'may be' : 'is'} ${authorized} by ${by}.`
}

/** `an access token with the scope …`; the name of a scheme where there are several of a kind. */
function schemeText({ security }: Api, { scheme, scopes }: Requirement[number]): string {
  const type = security.find(({ name }) => name === scheme)?.type
  const isOnly = security.filter((one) => one.type === type).length === 1
  const named = (isOnly && type && PHRASES[type]) || code(scheme)
  if (scopes.length === 0) return named
  return `${named} with the ${scopes.length > 1 ? 'scopes' : 'scope'} ${enumerated(scopes.map(code))}`
}

const PHRASES: Readonly<Partial<Record<SecurityScheme['type'], string>>> = {
  bearer: 'an access token',
  basic: 'a user name and a password',
  apiKey: 'an API key',
  clientCredentials: 'client credentials',
}

/** How requests are authorized by a scheme. */
export function securityText(scheme: SecurityScheme): string[] {
  const { name, type, description: told = '' } = scheme
  return [`### ${TITLES[type] ?? plain(name)}`, ...kindText(scheme), ...(told.trim() ? [description(told)] : [])]
}

function kindText(scheme: SecurityScheme): string[] {
  switch (scheme.type) {
    case 'bearer':
      return [
        'An access token goes into the header of every request:',
        fence('http', 'Authorization: Bearer {{your_access_token}}'),
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
