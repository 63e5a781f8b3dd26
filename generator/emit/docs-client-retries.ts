import type { Model, Operation } from '../model/types.js'
import { clientExample, SDK, type Subjects, usualCall } from './docs-client-examples.js'
import { callExample } from './examples.js'
import { operationsOf } from './lookup.js'
import { code, fence } from './markdown.js'

/** When the client sends a request again, and how long it waits. */
export function retriesView(model: Model, subjects: Subjects): object {
  const { api } = model
  const create = (...options: readonly string[]): string => fence('ts', clientExample(api, { from: SDK, options }))
  const actions = operationsOf(model).filter(
    ({ method, kind }) => method === 'PATCH' && (kind === 'action' || kind === 'plain'),
  )
  return {
    renewed: api.security.some(({ type }) => type === 'clientCredentials'),
    actions: actions.map(({ path }) => code(`PATCH ${path}`)).join(', '),
    limited: api.rateLimits.length > 0,
    forAll: create('timeout: 10_000', 'totalTimeout: 30_000', 'retry: { limit: 3, maxRetryAfter: 20_000 }'),
    forOne: fence('ts', usualCall(model, subjects, 'const answer = await ', '{ retry: 0, timeout: 2_000 }')),
    key: create("idempotencyHeader: 'Idempotency-Key'"),
    ownKey: subjects.create ? fence('ts', keyExample(model, subjects.create)) : '',
    abort: fence('ts', usualCall(model, subjects, 'const answer = await ', '{ signal: AbortSignal.timeout(5_000) }')),
  }
}

const keyExample = (model: Model, create: Operation): string =>
  callExample(model, create, { before: 'await ', options: "{ idempotencyKey: 'import-42' }" })
