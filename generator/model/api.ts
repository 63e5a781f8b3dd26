/** What the document says of the API as a whole. https://spec.openapis.org/oas/v3.1.1#info-object */
import { child, root } from '../document/resolve.js'
import type { Context } from './context.js'
import type { Endpoint } from './endpoints.js'
import { rootGrammar } from './grammar.js'
import { mostFrequent } from './most-frequent.js'
import { isObject, text } from './schema.js'
import { secrets } from './secrets.js'
import { security } from './security.js'
import { servers } from './servers.js'
import type { Api } from './types.js'

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
    servers: servers(document.root),
    mediaType: mediaType(endpoints),
    security: security(context),
    secrets: secrets(context),
    rateLimits: stated('rateLimits')?.value ?? [],
  }
}

/** The media type that most of the JSON:API documents bear, as it is written, with its parameters. */
function mediaType(endpoints: readonly Endpoint[]): string {
  const types = endpoints.flatMap(({ body, answer }) =>
    [body?.content, answer.content].flatMap((content) => (content?.document ? content.mediaType : [])),
  )
  return mostFrequent(types) ?? MEDIA_TYPE
}
