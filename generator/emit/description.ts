import type { Api, Model } from '../model/types.js'
import { arrayLines, objectLines } from './layout.js'
import { objectKey, stringLiteral } from './literals.js'
import { pagesLines } from './pages.js'
import { resourcesLines } from './resource-description.js'
import { serverLines } from './servers.js'
import { filtersLines, usualFilters } from './ways.js'

const INDENT = 2

/** The members of the description that the runtime reads; what the document does not say is left out. */
export function descriptionLines(model: Model): string[] {
  const { api, dialect } = model
  return [
    ...serverLines(api, INDENT),
    `mediaType: ${stringLiteral(api.mediaType)},`,
    `userAgent: ${stringLiteral(userAgent(api))},`,
    ...apiKeyLines(api),
    ...tokenUrlLines(api),
    ...(api.secrets.length > 0 ? arrayLines('secrets: ', api.secrets.map(stringLiteral), ',', INDENT) : []),
    ...filtersLines(model, usualFilters(model), INDENT),
    ...pagesLines(dialect.page, INDENT),
    ...resourcesLines(model, INDENT),
  ]
}

/** The names of the API keys. */
export const apiKeyNames = ({ security }: Api): string[] =>
  security.filter(({ type }) => type === 'apiKey').map(({ name }) => name)

/** `pet-store/1.0.3`, of the letters and signs that a product token may have. https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5 */
function userAgent({ title, version }: Api): string {
  const ascii = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const product = ascii.match(/[a-z0-9]+/g)?.join('-') ?? 'api'
  const token = version.replace(/[^\w!#$%&'*+.^`|~-]/g, '')
  return token === '' ? product : `${product}/${token}`
}

function apiKeyLines({ security }: Api): string[] {
  const keys = security.flatMap((scheme) =>
    scheme.type === 'apiKey'
      ? [`${objectKey(scheme.name)}: { in: ${stringLiteral(scheme.in)}, name: ${stringLiteral(scheme.parameter)} }`]
      : [],
  )
  return keys.length > 0 ? objectLines('apiKeys: ', keys, ',', INDENT) : []
}

function tokenUrlLines({ security }: Api): string[] {
  const urls = security.flatMap((scheme) => (scheme.type === 'clientCredentials' ? (scheme.tokenUrl ?? []) : []))
  return urls.slice(0, 1).map((url) => `tokenUrl: ${stringLiteral(url)},`)
}
