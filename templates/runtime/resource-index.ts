import type { Linkage, ResourceObject } from './document.js'
import type { Result } from './link.js'

/**
 * Finds a resource by type, then by id, or by local id where it has none: no two of them meet in one key. Of two of the
 * same the first stands, the primary before the included.
 */
export function finder(primary: readonly ResourceObject[], included: readonly ResourceObject[]): Find {
  const types = new Set(primary.map(({ type }) => type))
  const findIncluded = indexed(included)
  let findPrimary: Find | undefined
  return (linkage) => {
    // Seldom is something primary related to something primary.
    if (types.has(linkage.type)) findPrimary ??= indexed(primary)
    return findPrimary?.(linkage) ?? findIncluded(linkage)
  }
}

/** Finds one of these. */
function indexed(resources: readonly (ResourceObject | null)[]): Find {
  const ids: Index = new Map()
  const lids: Index = new Map()
  for (const resource of resources) {
    if (!resource) continue
    const { type, id, lid } = resource
    const index = id === undefined ? lids : ids
    const ofType = index.get(type) ?? new Map()
    if (ofType.size === 0) index.set(type, ofType)
    if (!ofType.has(id ?? lid)) ofType.set(id ?? lid, { resource, made: undefined })
  }
  let last: string | undefined
  let ofLast: Map<string | undefined, Found> | undefined
  return ({ type, id, lid }) => {
    if (id === undefined) return lids.get(type)?.get(lid)
    // The type of the one before is mostly that of the next.
    if (type !== last) {
      last = type
      ofLast = ids.get(type)
    }
    return ofLast?.get(id)
  }
}

type Find = (linkage: Linkage) => Found | undefined

/** A resource object that something is related to. */
export interface Found {
  readonly resource: ResourceObject
  /** What was made of it where no include path goes on. */
  made: Result | undefined
}

/** By type, then by id. */
type Index = Map<string, Map<string | undefined, Found>>
