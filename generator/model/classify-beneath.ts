/** Operations beneath an item: what is related to it, what is created there, and what is done to it. */
import type { Endpoint } from './endpoints.js'
import { camelCase, pascalCase } from './names.js'
import { isFixed, lastWord, segments, unnamed } from './paths.js'
import { cardinalityTag } from './related.js'
import { bodyTypes, type Classified, hasRelationship, verbName, type World, writes } from './world.js'

/** @param item the path of the item, unnamed; @param owner its type. */
export function classifyBeneath(world: World, endpoint: Endpoint, item: string, owner: string): Classified {
  const { method, path, answer } = endpoint
  const rest = segments(path).slice(segments(item).length)
  const [first = ''] = rest
  const direct = rest.length === 1 && isFixed(first)
  const fixed = rest.filter(isFixed)
  // A segment of its own that only tells that an action follows says nothing of which.
  const marked = fixed.length > 1 && /^\W?actions?$/.test(first)
  const name = (marked ? fixed.slice(1) : fixed).join('_') || lastWord(path)
  const by = rest.filter((part) => !isFixed(part)).join('_')
  const base = { endpoint, owner, home: false, item }
  const names = [
    camelCase(name),
    ...(by ? [`${camelCase(name)}By${pascalCase(by)}`] : []),
    verbName(method, name),
    ...(marked ? [camelCase(fixed.join('_'))] : []),
  ]
  if (method === 'GET') {
    // Many documents leave out what a related path answers with; the relationship tells it.
    const followed = direct && (hasRelationship(world, owner, first) || cardinalityTag(endpoint) !== undefined)
    const related = answer.content ? answer.content.document !== null : followed
    return { ...base, kind: related ? 'related' : 'action', names, ...(direct ? { follows: first } : {}) }
  }
  const [type, ...others] = bodyTypes(world, endpoint)
  if (method === 'POST' && type !== undefined && others.length === 0 && writes(endpoint, type)) {
    // Where nothing but the item leads to the collection, creating there is the created resource's own method.
    if (world.homes.of.get(type)?.collection === unnamed(path)) {
      return {
        endpoint,
        owner: type,
        home: true,
        kind: 'create',
        names: ['create', ...names],
        writes: { type, as: 'create' },
      }
    }
  }
  return { ...base, kind: 'action', names }
}
