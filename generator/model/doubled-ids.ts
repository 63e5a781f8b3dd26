/** OperationIds that stand twice, or make the same name. https://spec.openapis.org/oas/v3.1.1#operation-object */

import { type Call, plainNames } from './calls.js'
import { warn } from './context.js'
import { groupBy } from './group-by.js'
import { camelCase } from './names.js'
import { text } from './schema.js'
import type { Classified, World } from './world.js'

/** Warns of each operationId that more than one operation has. */
export function warnOfDoubledIds(
  { context }: World,
  classified: readonly Classified[],
  callOf: (operation: Classified) => string,
): void {
  const named = groupBy(classified, ({ endpoint }) => text(endpoint.object.operationId))
  const taken = new Set([...named.keys()].map((id) => id && camelCase(id)))
  for (const [id, operations] of named) {
    if (id === undefined || operations.length < 2) continue
    const titles = operations.map(({ endpoint: { method, path } }) => `${method} ${path}`)
    const [, ...others] = operations
    const renamed = others.map((operation) => {
      const { method, path } = operation.endpoint
      const call = callOf(operation)
      const names = [call.slice(call.indexOf('.') + 1), call, `${method.toLowerCase()}_${path}`].map(camelCase)
      const operationId = names.find((name) => !taken.has(name)) ?? camelCase(`${id}_${method}_${path}`)
      taken.add(operationId)
      return { at: operation.endpoint.pointer, update: { operationId } }
    })
    warn(context, {
      code: 'operation-id-doubled',
      message: `${titles.join(', ')} have the same operationId, ${id}, so their calls are told apart by tag and path, and their wire types stand among the paths alone.`,
      advice: 'Give each an operationId of its own.',
      at: operations.map(({ endpoint }) => `${endpoint.pointer}/operationId`),
      mend: {
        actions: renamed,
        guess: 'The operationIds are made of the calls.',
        // The call of what is no JSON:API operation is made of its operationId.
        changes: others.some(({ owner }) => owner === null),
      },
    })
  }
}

/** Warns of each operation that does not have the name that its operationId makes, as another operation has it. */
export function warnOfClashingIds(
  { context }: World,
  classified: readonly Classified[],
  called: ReadonlyMap<Classified, Call>,
): void {
  const byCall = new Map(classified.map((operation) => [called.get(operation)?.call, operation]))
  const ids = groupBy(classified, ({ endpoint }) => text(endpoint.object.operationId))
  for (const operation of classified) {
    const { endpoint, kind, names } = operation
    const id = text(endpoint.object.operationId)
    // Of others the name is made of what they do, and those with the same one are told of already.
    if (kind !== 'plain' || names.length > 0 || id === undefined || ids.get(id)?.length !== 1) continue
    const { call = '', stated } = called.get(operation) ?? {}
    const [wanted] = plainNames(endpoint)
    const other = stated || wanted === call ? undefined : byCall.get(wanted)
    if (!other) continue
    const { method, path } = other.endpoint
    const operationId = call.slice(call.indexOf('.') + 1)
    warn(context, {
      code: 'operation-id-clash',
      message: `The operationId ${id} of ${endpoint.method} ${endpoint.path} makes ${wanted}, as ${method} ${path} is called; so it is called ${call}.`,
      advice: 'Give it another operationId, or its name by x-jsonapi: { call: … }.',
      at: [`${endpoint.pointer}/operationId`, other.endpoint.pointer],
      ...(!ids.has(operationId) && { mend: { actions: [{ at: endpoint.pointer, update: { operationId } }] } }),
    })
  }
}
