/** Operations at a path that leads through no item: on collections, on singletons, and beside them. */
import type { Endpoint } from './endpoints.js'
import { withinCollection } from './homes.js'
import { camelCase, normalized, pascalCase } from './names.js'
import { isFixed, lastWord, segments, unnamed } from './paths.js'
import { shapeTypes } from './resources.js'
import {
  bodyTypes,
  type Classified,
  plainOperation,
  updateName,
  verbName,
  verbOf,
  type World,
  writes,
} from './world.js'

export function classifyCollection(world: World, endpoint: Endpoint): Classified {
  const { method, path } = endpoint
  const place = unnamed(path)
  const types = method === 'GET' ? answerTypes(world, endpoint) : bodyTypes(world, endpoint)
  const type = world.homes.collections.get(place) ?? world.homes.singletons.get(place) ?? types[0]
  if (type === undefined || types.length > 1) return classifyMixed(world, endpoint, types)
  return method === 'GET' ? classifyRead(world, endpoint, type) : classifyWrite(world, endpoint, type)
}

function classifyRead(world: World, endpoint: Endpoint, type: string): Classified {
  const { answer } = endpoint
  if (answer.content && !answer.content.document) return plainOperation(endpoint)
  const place = unnamed(endpoint.path)
  const { collection, item, singleton } = world.homes.of.get(type) ?? {}
  const home = place === collection || place === singleton
  const many = answer.content?.document ? answer.content.document.cardinality === 'many' : place === collection
  const kind = many ? 'list' : 'retrieve'
  const elsewhere = !home && (collection !== undefined || item !== undefined)
  const [short = '', long = ''] = longNames(world, endpoint)
  // `notes.listApiV2Notes` tells more than `notes.notes`.
  const again = normalized(short) === normalized(type) ? [kind + pascalCase(short), kind + pascalCase(long)] : []
  const names = [...(elsewhere ? [] : [kind]), ...again, short, long]
  return { endpoint, owner: type, home, kind, names }
}

function classifyWrite(world: World, endpoint: Endpoint, type: string): Classified {
  const { method, path } = endpoint
  const place = unnamed(path)
  const { collection, singleton } = world.homes.of.get(type) ?? {}
  const base = { endpoint, owner: type, home: place === collection || place === singleton }
  const long = longNames(world, endpoint)
  const verbs = long.map((name) => verbName(method, name))
  const { collections } = world.homes
  // The same resource may be created in several places, as in those of several versions.
  const written = writes(endpoint, type) && (base.home || collections.get(place) === type)
  if (method === 'POST' && written) {
    return { ...base, kind: 'create', names: ['create', ...verbs], writes: { type, as: 'create' } }
  }
  if (place === singleton && method !== 'POST') {
    if (method === 'DELETE') return { ...base, kind: 'delete', names: ['delete', ...verbs] }
    const names = [updateName(world, endpoint), ...verbs]
    return written
      ? { ...base, kind: 'update', names, writes: { type, as: 'update' } }
      : { ...base, kind: 'action', names }
  }
  // Many at once: JSON:API itself knows no such thing.
  if (place === collection) return { ...base, home: false, kind: 'action', names: [`${verbOf(method)}Many`, ...verbs] }
  return { ...base, kind: 'action', names: method === 'POST' ? [...long, ...verbs] : [...verbs, ...long] }
}

/** An operation of several resources, or of none that is known. */
function classifyMixed(world: World, endpoint: Endpoint, types: readonly string[]): Classified {
  const { method, path, body, answer } = endpoint
  const long = longNames(world, endpoint)
  if (method === 'GET' && types.length > 0) {
    const kind = answer.content?.document?.cardinality === 'many' ? 'list' : 'retrieve'
    const accessor = camelCase(lastWord(path))
    return { endpoint, kind, owner: null, names: [kind, ...long].map((name) => `${accessor}.${name}`), home: false }
  }
  const around = world.homes.collections.get(withinCollection(path, world.homes.collections) ?? '')
  if (around === undefined || !(body?.content?.document || answer.content?.document)) return plainOperation(endpoint)
  const names = [...long, ...long.map((name) => verbName(method, name))]
  return { endpoint, kind: 'action', owner: around, names, home: false }
}

/** Names from the path: what it has beyond a collection, and all of it. */
function longNames({ homes }: World, { path }: Endpoint): string[] {
  const within = withinCollection(path, homes.collections)
  const rest = within === undefined ? [lastWord(path)] : segments(path).slice(segments(within).length)
  return [rest, segments(path)].map((parts) => camelCase(parts.filter(isFixed).join('_')))
}

const answerTypes = ({ found }: World, { answer, path }: Endpoint): string[] =>
  shapeTypes(answer.content?.document?.resources ?? [], found, path)
