import type { Linkage, ResourceObject } from './document.js'
import { Tree } from './tree.js'

/**
 * Finds a resource by type, then by id, or by local id where it has none: no two of them meet in one place. Of two of
 * the same the first stands, the primary before the included.
 */
export function finder(
  primary: readonly ResourceObject[],
  included: readonly (ResourceObject | null)[],
): (linkage: Linkage) => Index {
  const index: Index = new Tree()
  const types = new Set(primary.map(({ type }) => type))
  const find = ({ type, id, lid }: Linkage): Index => {
    const place = index.at(type).at(id)
    return id === undefined ? place.at(lid) : place
  }
  const add = (resources: readonly (ResourceObject | null)[]): void => {
    for (const resource of [...resources].reverse()) if (resource) find(resource).resource = resource
  }
  add(included)
  return (linkage) => {
    // Seldom is something primary related to something primary.
    if (types.has(linkage.type)) {
      types.clear()
      add(primary)
    }
    return find(linkage)
  }
}

/** Types, below them ids, and below none the local ids. */
type Index = Tree<string | undefined>
