import type { Result } from './link.js'
import type { Found } from './resource-index.js'

/** The include paths as a tree: `['role.organization', 'role.versions']` as `role`, with `organization` and `versions` below. */
export interface Tree {
  readonly below: Map<string, Tree>
  /** What was made of each resource at this place of the tree, where include paths go on. */
  readonly made: Map<Found, Result>
}

const newTree = (): Tree => ({ below: new Map(), made: new Map() })

/** The tree of include paths; its root is where the primary data are. */
export function treeOf(paths: readonly string[]): Tree {
  const root = newTree()
  for (const path of paths) {
    let tree = root
    for (const name of path.split('.')) {
      const below = tree.below.get(name) ?? newTree()
      tree.below.set(name, below)
      tree = below
    }
  }
  return root
}
