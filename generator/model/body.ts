/** What an operation sends. https://jsonapi.org/format/1.1/#crud */
import { actionAttributes } from './attributes.js'
import { bodyContents } from './contents.js'
import { warn } from './context.js'
import type { Endpoint } from './endpoints.js'
import { declaredLinkage } from './linkage.js'
import { declaringLinkage } from './mend-documents.js'
import { member, memberNames, requiredNames } from './schema.js'
import type { Body } from './types.js'
import { canSendBody } from './unsendable.js'
import type { Classified, OwnLinkage, World } from './world.js'

/** The body; null where the operation takes none. @param name the name of the interface that an action's input gets. */
export function bodyOf(world: World, operation: Classified, name: string): Body | null {
  const { endpoint, writes, owner, kind, linkage } = operation
  const { body } = endpoint
  if (linkage && endpoint.method !== 'GET') return linkageBody(world, endpoint, linkage)
  if (!body || !canSendBody(world.context, endpoint)) return null
  if (writes && body.content?.document?.included.length) warnOfIncluded(world, endpoint)
  // A resource cannot be written without its document, whatever the request body says of itself.
  if (writes) return { kind: 'resource', type: writes.type, write: writes.as, required: true }
  return (
    (kind === 'action' && owner !== null && actionBody(world, operation, owner, name)) || plainBody(world, operation)
  )
}

/**
 * JSON:API has linkage written by its document alone, so a body that is not declared is known. A DELETE without one may
 * clear the whole relationship, whatever is sent with it: there nothing is.
 * https://jsonapi.org/format/1.1/#crud-updating-relationships
 */
function linkageBody(world: World, endpoint: Endpoint, linkage: OwnLinkage): Body | null {
  const { context } = world
  const { cardinality, types } = linkage
  const { method, path, body, pointer } = endpoint
  const inferred = method !== 'DELETE'
  if (body && declaredLinkage(context, body.content) === null) {
    warn(context, {
      code: 'request-contradiction',
      message: `${method} ${path} declares a body of resource objects, but JSON:API has a relationship written by linkage alone, which is taken.`,
      advice: 'Mend the schema of the request body.',
      at: [body.content?.schema.pointer ?? body.pointer],
      mend: declaringLinkage(world, endpoint, linkage),
    })
  }
  if (!body) {
    warn(context, {
      code: 'request-not-declared',
      message: `${method} ${path} declares no request body, ${inferred ? 'but JSON:API tells it' : 'so none is sent'}.`,
      advice: `Declare the request body${inferred ? '' : ', if the service takes one'}.`,
      at: [pointer],
      mend: {
        ...declaringLinkage(world, endpoint, linkage),
        ...(inferred ? {} : { guess: 'JSON:API has the links to remove in the body.', changes: true }),
      },
    })
  }
  return body || inferred ? { kind: 'linkage', cardinality, types, required: true } : null
}

/** JSON:API's own documents create one resource at a time; the input of a method has no place for more. */
function warnOfIncluded({ context }: World, { method, path, body, pointer }: Endpoint): void {
  warn(context, {
    code: 'included-not-sent',
    message: `${method} ${path} takes included resources together with the one that it writes; the method sends that one alone.`,
    advice: 'Send the whole document with `api.request`.',
    at: [body?.content?.schema.pointer ?? pointer],
  })
}

/** Attributes of an action's own; null where it sends more than attributes, or more than the path can name. */
function actionBody({ context }: World, { endpoint }: Classified, owner: string, name: string): Body | null {
  const { path, body } = endpoint
  const document = body?.content?.document
  const [shape, ...others] = document?.resources ?? []
  if (!body || !shape || others.length > 0 || document?.cardinality !== 'one') return null
  const has = (property: string) => memberNames(member(context, shape.view, property)).length > 0
  const id = member(context, shape.view, 'id').length > 0
  const named = /\{[^{}]+\}/.test(path)
  if (!has('attributes') || has('relationships') || (requiredNames(shape.view).has('id') && !named)) return null
  const type = shape.types[0]?.value ?? owner
  const attributes = actionAttributes(context, shape)
  const required = body.required || attributes.some(({ create }) => create === 'required')
  return { kind: 'attributes', name, type, id: id && named, attributes, required }
}

function plainBody({ context }: World, { endpoint: { body } }: Classified): Body | null {
  const contents = body ? bodyContents(context, body) : undefined
  return body && contents ? { kind: 'plain', contents, required: body.required } : null
}
