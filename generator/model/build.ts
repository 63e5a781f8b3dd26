/** The Model of a document: what each file of this room finds, put together. */
import type { Document } from '../document/types.js'
import { InputError, ordered, type Problem } from '../problems.js'
import { api, MEDIA_TYPE, mediaType } from './api.js'
import { classify } from './classify.js'
import type { Context } from './context.js'
import { dialect } from './dialect.js'
import { endpoints as readEndpoints } from './endpoints.js'
import { extensions } from './extension.js'
import { groupBy } from './group-by.js'
import { findHomes } from './homes.js'
import { linkResources } from './link.js'
import { operations as buildOperations } from './operations.js'
import { inOrder } from './order.js'
import { withLinkage } from './own-linkage.js'
import { resource } from './resource.js'
import { accessorNames, interfaceNames } from './resource-names.js'
import { type Found, findResources } from './resources.js'
import { settleTypes } from './settle-types.js'
import { tags } from './tags.js'
import type { Model, SdkOptions } from './types.js'
import type { Classified, World } from './world.js'

export interface BuildConfig {
  /** From a JSON pointer into the document to an `x-jsonapi` object, which wins over the document's, key by key. */
  readonly facts?: Readonly<Record<string, unknown>>
  /** The file that they stand in, as it is shown. */
  readonly factsFile?: string
  /** Strings where not said. */
  readonly dates?: SdkOptions['dates'] | undefined
  /** Closed where not said. */
  readonly enums?: SdkOptions['enums'] | undefined
}

/**
 * Builds the Model. Every (method, path) of the document is in it once, and every resource type that it speaks of is
 * one of its resources.
 * @returns the Model, and what looks wrong in the document, as warnings.
 * @throws InputError with everything that is wrong: an `x-jsonapi` that breaks the grammar, names that clash.
 */
export function build(document: Document, config: BuildConfig = {}): { model: Model; problems: Problem[] } {
  const problems: Problem[] = []
  const { factsFile = 'the configuration' } = config
  const context: Context = {
    document,
    problems,
    factsFile,
    extensions: extensions({ document, problems, factsFile }, config.facts ?? {}),
    layers: new Map(),
    described: new WeakMap(),
    documents: new Map(),
    included: new Map(),
  }
  const endpoints = settleTypes(context, readEndpoints(context))
  const found = findResources(context, endpoints)
  const world: World = {
    ...{ context, endpoints, found, homes: findHomes(endpoints, found) },
    mediaType: mediaType(endpoints)?.type ?? MEDIA_TYPE,
  }
  const classified = endpoints.map((endpoint) => classify(world, endpoint))
  addWrites(found, classified)
  dropUnused(found, classified)
  const linked = linkResources(world, classified)
  const settled = withLinkage(world, classified, linked)
  const accessors = accessorNames(world)
  const names = interfaceNames(world)
  const operations = buildOperations(world, settled, { accessors, names, relationships: linked })
  const bySpace = groupBy(operations, ({ call }) => spaceOf(call))
  const resources = inOrder(world, classified).map((one) => {
    const accessor = accessors.get(one.type) ?? ''
    return resource(world, one, {
      name: names.get(one.type) ?? '',
      accessor,
      singleton: isSingleton(world, one.type),
      relationships: linked.get(one.type) ?? [],
      operations: bySpace.get(accessor) ?? [],
    })
  })
  const spaces = new Set(resources.map(({ accessor }) => accessor))
  const model: Model = {
    api: api(context, endpoints),
    dialect: dialect(context, endpoints),
    resources,
    tags: tags(context, resources),
    operations: operations.filter(({ call }) => !spaces.has(spaceOf(call))),
    sdk: { dates: config.dates ?? 'string', enums: config.enums ?? 'closed' },
  }
  context.extensions.reportUnused()
  if (problems.some(({ severity }) => severity === 'error')) {
    throw new InputError(ordered(problems))
  }
  return { model, problems: ordered(problems) }
}

const spaceOf = (call: string): string => (call.includes('.') ? call.slice(0, call.indexOf('.')) : '')

/** A resource is created and updated with what the bodies of those operations hold, not with what actions take. */
function addWrites(found: ReadonlyMap<string, Found>, classified: readonly Classified[]): void {
  for (const { writes, endpoint } of classified) {
    if (!writes) continue
    const known = found.get(writes.type)
    const shapes = writes.as === 'create' ? known?.creates : known?.updates
    for (const shape of endpoint.body?.content?.document?.resources ?? []) {
      if (!shapes?.some(({ pointer }) => pointer === shape.pointer)) shapes?.push(shape)
    }
  }
}

/** What only an action's body names is no resource. */
function dropUnused(found: Map<string, Found>, classified: readonly Classified[]): void {
  for (const [type, { reads, creates, updates }] of found) {
    const used = reads.length + creates.length + updates.length > 0 || classified.some(({ owner }) => owner === type)
    if (!used) found.delete(type)
  }
}

function isSingleton({ homes }: World, type: string): boolean {
  const path = homes.of.get(type)?.singleton
  return path !== undefined && !path.includes('{')
}
