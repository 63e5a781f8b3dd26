/** What the document says of the API as a whole. https://spec.openapis.org/oas/v3.1.1#info-object */
import { child, root } from '../document/resolve.js'
import { about } from './about.js'
import type { Context } from './context.js'
import type { Endpoint } from './endpoints.js'
import { rootGrammar } from './grammar.js'
import { mostFrequent } from './most-frequent.js'
import { isObject, text } from './schema.js'
import { secrets } from './secrets.js'
import { security } from './security.js'
import { servers } from './servers.js'
import type { Api } from './types.js'

export const MEDIA_TYPE = 'application/vnd.api+json'

export function api(context: Context, endpoints: readonly Endpoint[]): Api {
  const { document } = context
  const whole = root(document)
  const info = child(document, whole, 'info').value
  const facts = isObject(info) ? info : {}
  const stated = context.extensions.read(rootGrammar, [{ object: document.root, pointer: '' }])
  const summary = text(facts.summary)
  const description = text(facts.description)
  const used = mediaType(endpoints)
  const rateLimits = stated('rateLimits')
  return {
    title: text(facts.title) ?? 'API',
    version: text(facts.version) ?? '',
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    about: about(document),
    servers: servers(context),
    mediaType: used?.type ?? MEDIA_TYPE,
    security: security(context),
    secrets: secrets(context),
    rateLimits: rateLimits?.value ?? [],
    sources: {
      mediaType: used
        ? { by: 'declared', pointer: used.pointer }
        : { by: 'inferred', pointer: '/paths', reason: 'JSON:API' },
      ...(rateLimits ? { rateLimits: rateLimits.source } : {}),
    },
  }
}

/** The media type that most of the JSON:API documents bear, as it is written, with its parameters; and the first place. */
export function mediaType(endpoints: readonly Endpoint[]): { type: string; pointer: string } | undefined {
  const contents = endpoints.flatMap(({ body, answer }) =>
    [body?.content, answer.content].flatMap((content) => (content?.document ? [content] : [])),
  )
  const type = mostFrequent(contents.map((content) => content.mediaType))
  const first = contents.find((content) => content.mediaType === type)
  return type === undefined ? undefined : { type, pointer: first?.schema.pointer.replace(/\/schema$/, '') ?? '' }
}
