/** What each operation does, by its verb, its path and its documents. https://jsonapi.org/format/1.1/#fetching */
import { classifyBeneath } from './classify-beneath.js'
import { classifyCollection } from './classify-collection.js'
import type { Endpoint } from './endpoints.js'
import { beneathItem } from './homes.js'
import { camelCase, pascalCase } from './names.js'
import { isFixed, relationshipPath, segments, unnamed } from './paths.js'
import { type Classified, hasRelationship, plainOperation, updateName, verbOf, type World, writes } from './world.js'

/** The kind of an operation, whose it is, and what it may be called. */
export function classify(world: World, endpoint: Endpoint): Classified {
  const { homes } = world
  const { method, path } = endpoint
  if (method === 'HEAD') return classifyHead(world, endpoint)
  if (method === 'OPTIONS' || method === 'TRACE') return plainOperation(endpoint)
  const relationship = relationshipPath(path)
  if (relationship) return classifyRelationship(world, endpoint, unnamed(relationship.item), relationship.name)
  const place = unnamed(path)
  const itself = homes.items.get(place)
  if (itself !== undefined) return classifyItem(world, endpoint, itself)
  const item = beneathItem(path, homes.items)
  if (item !== undefined) return classifyBeneath(world, endpoint, item, homes.items.get(item) ?? '')
  for (const [singleton, type] of homes.singletons) {
    if (!place.startsWith(`${singleton}/`)) continue
    // What is read at a longer path need have nothing to do with the singleton.
    if (method === 'GET' && !hasRelationship(world, type, place.slice(singleton.length + 1))) continue
    return classifyBeneath(world, endpoint, singleton, type)
  }
  return classifyCollection(world, endpoint)
}

/** The headers of what a GET answers with: they stand beside it. */
function classifyHead(world: World, endpoint: Endpoint): Classified {
  const read = world.endpoints.find(({ method, path }) => method === 'GET' && path === endpoint.path)
  const { owner = null, item } = read ? classify(world, read) : {}
  return { ...plainOperation(endpoint), owner, ...(item === undefined ? {} : { item }) }
}

/** `/roles/{roleId}/relationships/permissions` speaks of linkage, not of resources. JSON:API knows no PUT there. */
function classifyRelationship({ homes }: World, endpoint: Endpoint, item: string, name: string): Classified {
  const owner = homes.items.get(item) ?? homes.singletons.get(item)
  if (owner === undefined) return plainOperation(endpoint)
  const { method } = endpoint
  const verb = { POST: 'add', PATCH: 'replace', PUT: 'set', DELETE: 'remove' }[String(method)] ?? ''
  const names = [camelCase(`${verb}_${name}_relationship`), `${verbOf(method)}${pascalCase(name)}Relationship`]
  const kind = method === 'PUT' ? 'plain' : 'relationship'
  return { endpoint, kind, owner, names, home: false, item, follows: name }
}

function classifyItem(world: World, endpoint: Endpoint, owner: string): Classified {
  const item = unnamed(endpoint.path)
  const base = { endpoint, owner, home: world.homes.of.get(owner)?.item === item, item }
  const long = pascalCase(segments(endpoint.path).filter(isFixed).join('_'))
  const named = (name: string): readonly string[] => [name, name + long]
  switch (endpoint.method) {
    case 'GET':
      return { ...base, kind: 'retrieve', names: named('retrieve') }
    case 'DELETE':
      return { ...base, kind: 'delete', names: named('delete') }
    case 'PATCH':
    case 'PUT': {
      const names = named(updateName(world, endpoint))
      if (!writes(endpoint, owner)) return { ...base, kind: 'action', names }
      return { ...base, kind: 'update', names, writes: { type: owner, as: 'update' } }
    }
    default:
      return { ...base, kind: 'action', names: named(endpoint.method.toLowerCase()) }
  }
}
