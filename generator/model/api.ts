/** What the document says of the API as a whole. https://spec.openapis.org/oas/v3.1.1#info-object */
import { child, root } from '../document/resolve.js'
import type { Json } from '../document/types.js'
import type { Context } from './context.js'
import type { Endpoint } from './endpoints.js'
import { rootGrammar } from './grammar.js'
import { isObject, items } from './schema.js'
import type { Api, SecurityScheme } from './types.js'

const MEDIA_TYPE = 'application/vnd.api+json'

export function api(context: Context, endpoints: readonly Endpoint[]): Api {
  const { document } = context
  const whole = root(document)
  const info = child(document, whole, 'info').value
  const facts = isObject(info) ? info : {}
  const stated = context.extensions.read(rootGrammar, [{ object: document.root, pointer: '' }])
  const summary = text(facts.summary)
  const description = text(facts.description)
  return {
    title: text(facts.title) ?? 'API',
    version: text(facts.version) ?? '',
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    servers: items(document.root.servers, '/servers').flatMap(({ value }) => server(value) ?? []),
    mediaType: mediaType(endpoints),
    security: security(context),
    rateLimits: stated('rateLimits')?.value ?? [],
  }
}

/** The URL with the defaults of its variables, without its trailing slash; one that is nothing else names no server. */
function server(value: Json | undefined): Api['servers'][number] | undefined {
  if (!isObject(value) || typeof value.url !== 'string') return undefined
  const variables = isObject(value.variables) ? value.variables : {}
  const url = value.url
    .replace(/\{([^{}]+)\}/g, (whole, name: string) => {
      const variable = Object.hasOwn(variables, name) ? variables[name] : undefined
      return (isObject(variable) && text(variable.default)) || whole
    })
    .replace(/\/+$/, '')
  const description = text(value.description)
  return url === '' ? undefined : { url, ...(description === undefined ? {} : { description }) }
}

/** The media type that most of the JSON:API documents bear, as it is written, with its parameters. */
function mediaType(endpoints: readonly Endpoint[]): string {
  const counts = new Map<string, number>()
  for (const { body, answer } of endpoints) {
    for (const content of [body?.content, answer.content]) {
      if (content?.document) counts.set(content.mediaType, (counts.get(content.mediaType) ?? 0) + 1)
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? MEDIA_TYPE
}

/** https://spec.openapis.org/oas/v3.1.1#security-scheme-object */
function security(context: Context): SecurityScheme[] {
  const { document } = context
  const schemes = child(document, root(document), 'components', 'securitySchemes')
  if (!isObject(schemes.value)) return []
  return Object.keys(schemes.value).flatMap((name) => {
    const { value } = child(document, schemes, name)
    if (!isObject(value)) return []
    const flows = isObject(value.flows) ? value.flows : {}
    const tokenUrl = isObject(flows.clientCredentials) ? text(flows.clientCredentials.tokenUrl) : undefined
    const description = text(value.description)
    return {
      name,
      type: schemeType(value.type, value.scheme, flows.clientCredentials !== undefined),
      ...(tokenUrl === undefined ? {} : { tokenUrl }),
      ...(description === undefined ? {} : { description }),
    }
  })
}

function schemeType(type: Json | undefined, scheme: Json | undefined, credentials: boolean): SecurityScheme['type'] {
  const http = typeof scheme === 'string' ? scheme.toLowerCase() : ''
  if (type === 'http' && (http === 'bearer' || http === 'basic')) return http
  if (type === 'apiKey') return 'apiKey'
  return type === 'oauth2' && credentials ? 'clientCredentials' : 'other'
}

const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined
