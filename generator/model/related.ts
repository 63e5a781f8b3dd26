/** What the related paths tell of the relationships. https://jsonapi.org/format/1.1/#fetching-relationships */
import { join } from '../document/pointer.js'
import type { Endpoint } from './endpoints.js'
import { isPlural, sameName } from './names.js'
import { lastWord, relationshipPath } from './paths.js'
import { shapeTypes } from './resources.js'
import { strings } from './schema.js'
import type { Source } from './types.js'
import type { Classified, World } from './world.js'

export interface Told<T> {
  readonly value: T
  readonly source: Source & { readonly reason: string }
}

/** What the paths of a relationship tell of it. */
export interface Related {
  /** By its response or its tags. */
  readonly cardinality?: Told<'one' | 'many'>
  /** By its response, or by those of its tags that are resource types. */
  readonly types?: Told<readonly string[]>
  /** To many, where the last segment of the related path is a plural. */
  readonly plural?: Told<'many'>
}

/**
 * What the related path of a relationship tells, and the relationship's own path.
 * @param operations the operations of the resource that has it.
 */
export function related(world: World, operations: readonly Classified[], name: string): Related {
  const same = (other: string | undefined) => other !== undefined && sameName(other, name)
  const endpoint = operations.find(({ kind, follows }) => kind === 'related' && same(follows))?.endpoint
  const edited = operations
    .map((operation) => operation.endpoint)
    .find(({ method, path }) => /^(POST|DELETE)$/.test(method) && same(relationshipPath(path)?.name))
  const cardinality = (endpoint && cardinalityOf(endpoint)) ?? (edited && added(edited))
  const types = endpoint && typesOf(world, endpoint, operations[0]?.owner)
  const plural = endpoint && isPlural(lastWord(endpoint.path))
  return {
    ...(cardinality ? { cardinality } : {}),
    ...(types ? { types } : {}),
    ...(plural ? { plural: told('many', endpoint.pointer, `the plural name of ${endpoint.path}`) } : {}),
  }
}

/** Only to-many linkage is added to and removed from. https://jsonapi.org/format/1.1/#crud-updating-to-many-relationships */
const added = ({ method, path, pointer }: Endpoint): Told<'many'> => told('many', pointer, `${method} ${path}`)

function cardinalityOf(endpoint: Endpoint): Told<'one' | 'many'> | undefined {
  const document = endpoint.answer.content?.document
  if (document) return told(document.cardinality, document.pointer, `the response of ${endpoint.path}`)
  const tagged = cardinalityTag(endpoint)
  return tagged && told(tagged, join(endpoint.pointer, 'tags'), `the tag has_${tagged} of ${endpoint.path}`)
}

/** What a tag such as `has_many` or `to-one` says. */
export function cardinalityTag(endpoint: Endpoint): 'one' | 'many' | undefined {
  const [tag] = tagsOf(endpoint).flatMap((one) => one.match(/^(?:has|to)[-_ ]?(one|many)$/i)?.[1]?.toLowerCase() ?? [])
  return tag === 'one' || tag === 'many' ? tag : undefined
}

/** Most documents tag what is beneath a resource by that resource: only together with a cardinality it is the target. */
function typesOf(
  { found }: World,
  endpoint: Endpoint,
  owner: string | null | undefined,
): Told<readonly string[]> | undefined {
  const document = endpoint.answer.content?.document
  const answered = shapeTypes(document?.resources ?? [], found, endpoint.path)
  if (document && answered.length > 0) return told(answered, document.pointer, `the response of ${endpoint.path}`)
  const paired = cardinalityTag(endpoint) !== undefined
  const tagged = tagsOf(endpoint).filter((tag) => found.has(tag) && (paired || tag !== owner))
  const tags = `the tag ${tagged.join(', ')} of ${endpoint.path}`
  return !document && tagged.length > 0 ? told(tagged, join(endpoint.pointer, 'tags'), tags) : undefined
}

/** The tags of an operation; one that is empty names nothing. */
export const tagsOf = ({ object }: Endpoint): string[] => strings(object.tags).filter((tag) => tag.trim() !== '')

function told<T>(value: T, pointer: string, reason: string): Told<T> {
  return { value, source: { by: 'inferred', pointer, reason } }
}
