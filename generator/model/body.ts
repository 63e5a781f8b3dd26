/** What an operation sends. https://jsonapi.org/format/1.1/#crud */
import { actionAttributes } from './attributes.js'
import { member, memberNames, requiredNames } from './schema.js'
import type { Body } from './types.js'
import type { Classified, World } from './world.js'

/** The body; null where the operation takes none. @param name the name of the interface that an action's input gets. */
export function bodyOf(world: World, operation: Classified, name: string): Body | null {
  const { endpoint, writes, owner, kind } = operation
  const { body } = endpoint
  if (!body) return null
  // A resource cannot be written without its document, whatever the request body says of itself.
  if (writes) return { kind: 'resource', type: writes.type, write: writes.as, required: true }
  return (kind === 'action' && owner !== null && actionBody(world, operation, owner, name)) || plainBody(operation)
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

function plainBody({ endpoint: { body } }: Classified): Body | null {
  if (!body?.content) return null
  const { schema, mediaType } = body.content
  return { kind: 'plain', schema: schema.pointer, mediaType, required: body.required }
}
