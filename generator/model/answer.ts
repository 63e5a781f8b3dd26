/** What an operation answers with. https://jsonapi.org/format/1.1/#fetching-resources-responses */
import { plainAnswer } from './contents.js'
import { warn } from './context.js'
import type { Content } from './endpoints.js'
import { declaredLinkage } from './linkage.js'
import { declaringAnswer } from './mend-documents.js'
import { sameName } from './names.js'
import { cardinalityTag, tagsOf } from './related.js'
import { shapeTypes } from './resources.js'
import type { Answer, Relationship, Source } from './types.js'
import type { Classified, OwnLinkage, World } from './world.js'

/** An answer that the document does not declare, but other places tell. */
interface Inferred {
  readonly answer: Answer
  readonly reason: string
}

/**
 * The answer, and where it was inferred from if the document does not declare it.
 * @param relationshipsOf the relationships of a resource type.
 */
export function answerOf(
  world: World,
  operation: Classified,
  relationshipsOf: (type: string) => readonly Relationship[],
): { readonly answer: Answer; readonly source?: Source } {
  const { endpoint, kind } = operation
  const { content, status, pointer } = endpoint.answer
  if (endpoint.method === 'HEAD') return { answer: { kind: 'nothing', status } }
  const declared = content ? declaredAnswer(world, operation, content) : undefined
  if (declared) return { answer: declared }
  const promised = content !== null || status === 200 || status === 201
  const inferred = promised ? infer(operation, status, relationshipsOf, world) : undefined
  if (inferred) {
    const missing = content ? 'schema' : 'content'
    const mend = declaringAnswer(world, endpoint, inferred.answer)
    warn(world.context, {
      code: 'response-not-declared',
      message: `${endpoint.method} ${endpoint.path} declares no ${missing} of its response ${status}; ${inferred.reason} tells it.`,
      advice: `Declare the ${missing} of the response.`,
      at: [pointer],
      ...(mend && { mend }),
    })
    return { answer: inferred.answer, source: { by: 'inferred', pointer: endpoint.pointer, reason: inferred.reason } }
  }
  if (promised && endpoint.method === 'GET' && kind !== 'plain') {
    warn(world.context, {
      code: 'response-unknown',
      message: `${endpoint.method} ${endpoint.path} declares no content of its response ${status}, and nothing else tells it.`,
      advice: 'Declare the content of the response.',
      at: [pointer],
    })
  }
  return { answer: { kind: 'nothing', status } }
}

/** The answer that the content makes; undefined where it leaves open what a relationship's own path gives. */
function declaredAnswer(world: World, operation: Classified, content: Content): Answer | undefined {
  const { endpoint, kind, linkage } = operation
  const { document } = content
  const { status } = endpoint.answer
  if (linkage) {
    const declared = declaredLinkage(world.context, content)
    if (declared) return linkageAnswer(linkage, status)
    if (declared === undefined && endpoint.method === 'GET') return undefined
  }
  const types = shapeTypes(document?.resources ?? [], world.found, endpoint.path)
  if (!document || types.length === 0 || kind === 'plain') {
    return plainAnswer(world.context, endpoint, content)
  }
  if (document.cardinality === 'many') return { kind: 'many', types, status }
  return { kind: 'one', types, nullable: document.nullable || endpoint.mayBeEmpty, status }
}

function linkageAnswer({ cardinality, types, nullable }: OwnLinkage, status: number): Answer {
  return { kind: 'linkage', cardinality, types, ...(cardinality === 'one' ? { nullable } : {}), status }
}

function infer(
  { kind, owner, endpoint, follows, linkage }: Classified,
  status: number,
  relationshipsOf: (type: string) => readonly Relationship[],
  { found }: World,
): Inferred | undefined {
  if (owner === null) return undefined
  const one: Answer = { kind: 'one', types: [owner], nullable: false, status }
  switch (kind) {
    case 'list':
      return { answer: { kind: 'many', types: [owner], status }, reason: 'the collection' }
    case 'retrieve':
    case 'create':
      return { answer: one, reason: 'JSON:API' }
    case 'relationship':
      if (!linkage || endpoint.method !== 'GET') return undefined
      return { answer: linkageAnswer(linkage, status), reason: 'JSON:API' }
    case 'related': {
      const followed = relationshipsOf(owner).find(({ name }) => sameName(name, follows ?? ''))
      if (followed && followed.types.length > 0) {
        const { cardinality, types, create, name } = followed
        const reason = `the relationship ${name} of ${owner}`
        if (cardinality === 'many') return { answer: { kind: 'many', types, status }, reason }
        // Who must be given from the start cannot be missing later.
        return { answer: { kind: 'one', types, nullable: create !== 'required', status }, reason }
      }
      const tag = cardinalityTag(endpoint)
      const types = tagsOf(endpoint).filter((type) => found.has(type))
      if (!tag || types.length === 0) return undefined
      const reason = 'the tags of the operation'
      if (tag === 'many') return { answer: { kind: 'many', types, status }, reason }
      return { answer: { kind: 'one', types, nullable: true, status }, reason }
    }
    default:
      return undefined
  }
}
