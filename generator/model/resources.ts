/** Which resources there are: found by the shape of documents, not by media type. */
import { type Context, warn } from './context.js'
import type { Endpoint } from './endpoints.js'
import type { Stated } from './extension.js'
import { stating } from './mend.js'
import { lastWord, relationshipPath } from './paths.js'
import { AS_READ, BY_PATH } from './settle-types.js'
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
      if (read) addTo(known.reads, shape)
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
    // What is created together with another resource.
    for (const shape of endpoint.body?.content?.document?.included ?? []) {
      add(endpoint, shape, false)
      for (const { value } of shape.types) addTo(found.get(value)?.creates, shape)
    }
  }
  return found
}

function addTo(shapes: ResourceShape[] | undefined, shape: ResourceShape): void {
  if (!shapes?.some(({ pointer }) => pointer === shape.pointer)) shapes?.push(shape)
}

/** The types of a resource object. A body without a type is an object of the resource that its path is about. */
function typesAt(
  context: Context,
  { method, path }: Endpoint,
  shape: ResourceShape,
  seen: Set<string>,
): readonly Stated<string>[] {
  const { types, pointer } = shape
  const [first] = types
  if (first?.source.by !== 'inferred' || first.source.reason === AS_READ) return types
  const byPath = first.source.reason === BY_PATH
  const place = byPath ? pointer : first.source.pointer
  if (seen.has(place)) return types
  seen.add(place)
  const state = `x-jsonapi: { type: ${byPath ? '…' : first.value} }`
  warn(
    context,
    byPath
      ? {
          code: 'resource-type-unknown',
          message: `Nothing tells the type of the resource object that ${method} ${path} answers with; its path says ${first.value}.`,
          advice: `State it on the schema of the resource object: \`${state}\`.`,
          at: [place],
          ...stating(place, { type: first.value }, 'The type is the last word of the path.'),
        }
      : {
          code: 'resource-type-inferred',
          message: `The type of a resource object is not declared; ${first.source.reason} says ${first.value}.`,
          advice: `Declare it, \`type: { type: string, enum: [${first.value}] }\`, or state it: \`${state}\`.`,
          at: [place],
          ...(types.length === 1 ? stating(bearer(shape, place), { type: first.value }) : {}),
        },
  )
  return types
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
