/** The order of the resources. */

import type { Found } from './resources.js'
import { declaredTags, tagOf } from './tags.js'
import type { Classified, World } from './world.js'

/** In the order of the document's tags, then of their first operations, then of their first mention. */
export function inOrder({ context, found }: World, classified: readonly Classified[]): Found[] {
  const tags = declaredTags(context)
  const rank = (type: string): readonly [number, number] => {
    const tag = tagOf(tags, type)
    const operation = classified.findIndex(({ owner }) => owner === type)
    return [tag < 0 ? Number.POSITIVE_INFINITY : tag, operation < 0 ? Number.POSITIVE_INFINITY : operation]
  }
  const ranks = new Map([...found.keys()].map((type) => [type, rank(type)]))
  const none = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as const
  return [...found.values()].sort((a, b) => {
    const [tagA, operationA] = ranks.get(a.type) ?? none
    const [tagB, operationB] = ranks.get(b.type) ?? none
    return compare(tagA, tagB) || compare(operationA, operationB)
  })
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
