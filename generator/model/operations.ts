/** The operations of the Model. */
import { answerOf } from './answer.js'
import { bodyOf } from './body.js'
import { type Call, calls, inputName } from './calls.js'
import { warnOfClashingIds, warnOfDoubledIds } from './doubled-ids.js'
import type { Endpoint } from './endpoints.js'
import { answerHeaders } from './headers.js'
import { sameName } from './names.js'
import { ownParameters } from './parameters.js'
import { pathParameters } from './path-parameters.js'
import { queryReader } from './query.js'
import { warnOfNoQuery } from './query-warnings.js'
import { tagsOf } from './related.js'
import { SUFFIXES } from './resource-names.js'
import { requirements } from './security.js'
import type { Operation, OperationKind, OperationQuery, Relationship } from './types.js'
import { warnOfMethod } from './unsendable.js'
import type { Classified, World } from './world.js'

const ORDER: readonly OperationKind[] = [
  'list',
  'create',
  'retrieve',
  'update',
  'delete',
  'related',
  'relationship',
  'action',
  'plain',
]

/** How the resources are called, and what they lead to, by their types. */
export interface Named {
  readonly accessors: ReadonlyMap<string, string>
  /** The names of their interfaces. */
  readonly names: ReadonlyMap<string, string>
  readonly relationships: ReadonlyMap<string, readonly Relationship[]>
}

/** Every operation, first what JSON:API knows, in a fixed order, then the rest, in that of the document. */
export function operations(world: World, classified: readonly Classified[], named: Named): Operation[] {
  const queryOf = queryReader(
    world,
    classified.map(({ endpoint }) => endpoint),
  )
  const called = calls(world, classified, named.accessors)
  warnOfDoubledIds(world, classified, (operation) => called.get(operation)?.call ?? '')
  warnOfClashingIds(world, classified, called)
  const taken = new Set([...named.names.values()].flatMap((name) => SUFFIXES.map((suffix) => name + suffix)))
  const built = classified.map((operation): Operation => {
    const { endpoint, kind, owner } = operation
    const { method, path, pointer, object } = endpoint
    const { call, stated } = called.get(operation) ?? ({ call: '' } satisfies Call)
    const relationshipsOf = (type: string) => named.relationships.get(type) ?? []
    const { answer, source } = answerOf(world, operation, relationshipsOf)
    const followed = followedBy(operation, relationshipsOf)
    const query = queryOf(endpoint, answer)
    warnOfMethod(world.context, endpoint)
    const name = free(inputName(named.names.get(owner ?? '') ?? '', call), taken)
    return {
      call,
      kind,
      ...(followed && { relationship: followed.name }),
      method,
      path,
      pathParameters: pathParameters(world, operation),
      body: bodyOf(world, operation, name),
      answer,
      query,
      parameters: ownParameters(world.context, endpoint, query),
      ...(isText(object.summary) ? { summary: object.summary } : {}),
      ...(isText(object.description) ? { description: object.description } : {}),
      deprecated: object.deprecated === true,
      ...(isText(object.operationId) ? { operationId: object.operationId } : {}),
      tags: tagsOf(endpoint),
      security: requirements(world.context, object),
      errors: endpoint.errors,
      headers: answerHeaders(world.context, endpoint),
      source: stated?.source ?? source ?? { by: 'declared', pointer },
    }
  })
  const inferred = classified.flatMap(({ endpoint }, index): [Endpoint, OperationQuery][] => {
    const query = built[index]?.query
    return query && Object.values(query).some((family) => family?.source.by === 'inferred') ? [[endpoint, query]] : []
  })
  if (inferred.length > 0) warnOfNoQuery(world.context, new Map(inferred))
  return built.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

/** The relationship that leads to what an operation is about, or that it is about itself. */
function followedBy(
  { kind, owner, follows }: Classified,
  relationshipsOf: (type: string) => readonly Relationship[],
): Relationship | undefined {
  if ((kind !== 'related' && kind !== 'relationship') || follows === undefined || owner === null) return undefined
  return relationshipsOf(owner).find(({ name }) => sameName(name, follows))
}

/** An input may have the name of a resource. */
const free = (name: string, taken: ReadonlySet<string>): string =>
  taken.has(name) ? free(`${name}Input`, taken) : name

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
