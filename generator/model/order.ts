/** The order of the resources. */

import { normalized } from './names.js'
import type { Found } from './resources.js'
import { isObject, items } from './schema.js'
import type { Classified, World } from './world.js'

/** In the order of the document's tags, then of their first operations, then of their first mention. */
export function inOrder({ context, found }: World, classified: readonly Classified[]): Found[] {
  const tags = items(context.document.root.tags, '/tags').map(({ value }) =>
    isObject(value) && typeof value.name === 'string' ? value.name : '',
  )
  const rank = (type: string): readonly [number, number] => {
    const tag = tags.indexOf(type)
    const similar = tag >= 0 ? tag : tags.findIndex((name) => normalized(name) === normalized(type))
    const operation = classified.findIndex(({ owner }) => owner === type)
    return [similar < 0 ? Number.POSITIVE_INFINITY : similar, operation < 0 ? Number.POSITIVE_INFINITY : operation]
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
