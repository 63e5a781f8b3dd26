/** Which resources there are: found by the shape of documents, not by media type. */
import { type Context, warn } from './context.js'
import type { Endpoint } from './endpoints.js'
import type { Stated } from './extension.js'
import { stating } from './mend.js'
import { lastWord, relationshipPath } from './paths.js'
import type { ResourceShape } from './shape.js'
import type { Source } from './types.js'

/** A resource type, and what the document says of it and where. */
export interface Found {
  readonly type: string
  readonly source: Source
  /** Its resource objects in responses, top-level ones first. */
  readonly reads: ResourceShape[]
  /** Its resource objects in the bodies that create and update it; known once the operations are. */
  readonly creates: ResourceShape[]
  readonly updates: ResourceShape[]
}

/** Every type of which a response or a body has a resource object, in the order of the document. */
export function findResources(context: Context, endpoints: readonly Endpoint[]): Map<string, Found> {
  const found = new Map<string, Found>()
  const seen = new Set<string>()
  const add = (endpoint: Endpoint, shape: ResourceShape, read: boolean): void => {
    for (const { value, source } of typesAt(context, endpoint, shape, seen)) {
      const known = found.get(value) ?? { type: value, source, reads: [], creates: [], updates: [] }
      found.set(value, known)
      if (read && !known.reads.some(({ pointer }) => pointer === shape.pointer)) known.reads.push(shape)
    }
  }
  // What relationship endpoints speak of are identifiers, which say nothing of the resources.
  const documents = endpoints.filter(({ path }) => !relationshipPath(path))
  for (const endpoint of documents) {
    for (const shape of endpoint.answer.content?.document?.resources ?? []) add(endpoint, shape, true)
    for (const shape of endpoint.body?.content?.document?.resources ?? [])
      if (!shape.identifier) add(endpoint, shape, false)
  }
  for (const endpoint of documents) {
    for (const shape of endpoint.answer.content?.document?.included ?? []) add(endpoint, shape, true)
  }
  return found
}

/** The types of a resource object; where its schema does not say, what the path is called. */
function typesAt(
  context: Context,
  endpoint: Endpoint,
  shape: ResourceShape,
  seen: Set<string>,
): readonly Stated<string>[] {
  const [first] = shape.types
  const told = seen.has(first?.source.pointer ?? shape.pointer)
  seen.add(first?.source.pointer ?? shape.pointer)
  if (first) {
    if (!told && first.source.by === 'inferred') {
      warn(context, {
        code: 'resource-type-inferred',
        message: `The type of a resource object is not declared; ${first.source.reason} says ${first.value}.`,
        advice: `Declare it, \`type: { type: string, enum: [${first.value}] }\`, or state it: \`x-jsonapi: { type: ${first.value} }\`.`,
        at: [first.source.pointer],
        ...(shape.types.length === 1 ? stating(bearer(shape, first.source.pointer), { type: first.value }) : {}),
      })
    }
    return shape.types
  }
  // A body without a type is an object of the resource that its path is about.
  if (endpoint.answer.content?.document?.resources.includes(shape) !== true) return []
  const value = lastWord(endpoint.path)
  if (!told) {
    warn(context, {
      code: 'resource-type-unknown',
      message: `Nothing tells the type of the resource object that ${endpoint.method} ${endpoint.path} answers with; its path says ${value}.`,
      advice: 'State it on the schema of the resource object: `x-jsonapi: { type: … }`.',
      at: [shape.pointer],
      ...stating(shape.pointer, { type: value }, 'The type is the last word of the path.'),
    })
  }
  return [{ value, source: { by: 'inferred', pointer: endpoint.pointer, reason: 'its path' } }]
}

/** The schema, the most specific, that holds what is at the pointer. */
const bearer = ({ view, pointer }: ResourceShape, within: string): string =>
  view.find((layer) => within.startsWith(`${layer.pointer}/`))?.pointer ?? pointer

/** The types of the objects of a body or an answer, in this endpoint. */
export function shapeTypes(
  shapes: readonly ResourceShape[],
  found: ReadonlyMap<string, Found>,
  path: string,
): string[] {
  const types = shapes.flatMap(({ types }) => (types.length > 0 ? types.map(({ value }) => value) : [lastWord(path)]))
  return [...new Set(types)].filter((type) => found.has(type))
}
