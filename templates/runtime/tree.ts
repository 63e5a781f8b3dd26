import type { ResourceObject } from './document.js'
import type { Result } from './link.js'

/**
 * A tree that grows where one goes: the include paths `role.organization` and `role.versions` are `role` with
 * `organization` and `versions` below, and an index of resources has types with ids below.
 */
export class Tree<Name extends string | undefined = string> {
  below: Map<Name, Tree<Name>> | undefined
  /** What is made here is kept under it: the same key wherever include paths end, for what is made there is the same. */
  key: symbol | 'made' = 'made'
  /** What was made of the resource where include paths end. */
  made: Result | undefined
  /** In an index, what stands here. */
  resource: ResourceObject | undefined;
  /** What was made of the resource where include paths go on, by the key of that place. */
  [key: symbol]: Result | undefined

  /** The place of this name, below this one. */
  at(name: Name): Tree<Name> {
    const known = this.below?.get(name)
    if (known) return known
    const place: Tree<Name> = new Tree()
    if (!this.below) this.key = Symbol()
    this.below ??= new Map()
    this.below.set(name, place)
    return place
  }
}
