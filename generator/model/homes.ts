/** Where each resource lives: the paths of its collection and of its items. https://jsonapi.org/recommendations/#urls */
import type { Endpoint } from './endpoints.js'
import { normalized } from './names.js'
import { isFixed, isParameter, lastWord, parent, relationshipPath, segments, unnamed } from './paths.js'
import { type Found, shapeTypes } from './resources.js'

/** The paths of a resource, without the names of their parameters. */
export interface Home {
  readonly collection?: string
  readonly item?: string
  /** Of a resource that has neither: there is one of it. */
  readonly singleton?: string
}

export interface Homes {
  /** By resource type. */
  readonly of: ReadonlyMap<string, Home>
  /** From the path of an item, unnamed, to its type. */
  readonly items: ReadonlyMap<string, string>
  /** From the path of a collection, unnamed, to its type. */
  readonly collections: ReadonlyMap<string, string>
  /** From the path of a singleton, unnamed, to its type. */
  readonly singletons: ReadonlyMap<string, string>
}

/** Where the resources live. A path that speaks of several types is nobody's home. */
export function findHomes(endpoints: readonly Endpoint[], found: ReadonlyMap<string, Found>): Homes {
  const candidates = endpoints.filter(({ path }) => !relationshipPath(path))
  const items = new Map<string, string>()
  const collections = new Map<string, string>()
  const singles = new Map<string, string>()
  const subject = (endpoint: Endpoint): string | undefined => subjectOf(endpoint, found)
  for (const endpoint of candidates) {
    const type = subject(endpoint)
    const { path, method } = endpoint
    const place = unnamed(path)
    if (type === undefined) continue
    if (isParameter(segments(path).at(-1))) {
      if (method !== 'POST') put(items, place, type)
    } else if (method === 'GET' && endpoint.answer.content?.document?.cardinality === 'many')
      put(collections, place, type)
    else if (method !== 'POST') put(singles, place, type)
  }
  // An item of which only its removal or an action is known is one of the collection that it stands in.
  for (const { path } of candidates) {
    const parts = segments(unnamed(path))
    for (const [index, part] of parts.entries()) {
      const around = collections.get(`/${parts.slice(0, index).join('/')}`)
      if (part === '{}' && around !== undefined) put(items, `/${parts.slice(0, index + 1).join('/')}`, around)
    }
  }
  const home = new Map<string, Home>()
  for (const type of found.keys()) {
    const item = best(items, type, items, (path) => parent(path))
    const listed = best(collections, type, items)
    const posted = listed ?? createdAt(candidates, type, item, subject)
    if (posted !== undefined) put(collections, posted, type)
    const single = item === undefined && posted === undefined ? best(singles, type, items) : undefined
    home.set(type, {
      ...(posted === undefined ? {} : { collection: posted }),
      ...(item === undefined ? {} : { item }),
      ...(single === undefined ? {} : { singleton: single }),
    })
  }
  const singletons = [...home].flatMap(([type, { singleton }]) =>
    singleton === undefined ? [] : [[singleton, type] as const],
  )
  return { of: home, items, collections, singletons: new Map(singletons) }
}

/** The one type that an operation is about: that of its body, or else that of its answer. */
function subjectOf({ method, path, body, answer }: Endpoint, found: ReadonlyMap<string, Found>): string | undefined {
  const sent = shapeTypes(
    (body?.content?.document?.resources ?? []).filter(({ types }) => types.length > 0),
    found,
    path,
  )
  const got = shapeTypes(answer.content?.document?.resources ?? [], found, path)
  const types = method === 'GET' ? got : method === 'POST' || method === 'PATCH' || method === 'PUT' ? sent : []
  return types.length === 1 ? types[0] : undefined
}

/** Where a resource is created that is nowhere listed: beside its items, or at a path that bears its name. */
function createdAt(
  endpoints: readonly Endpoint[],
  type: string,
  item: string | undefined,
  subject: (endpoint: Endpoint) => string | undefined,
): string | undefined {
  const places = endpoints
    .filter(
      (endpoint) =>
        endpoint.method === 'POST' &&
        subject(endpoint) === type &&
        !isParameter(segments(endpoint.path).at(-1)) &&
        answersWith(endpoint, type),
    )
    .map(({ path }) => unnamed(path))
  if (item !== undefined && places.includes(parent(item))) return parent(item)
  const named = places.find((place) => normalized(lastWord(place)) === normalized(type))
  if (named !== undefined) return named
  const gets = endpoints.some((endpoint) => endpoint.method === 'GET' && subject(endpoint) === type)
  return item === undefined && !gets && places.length === 1 ? places[0] : undefined
}

/** Creating answers with what was created, if with any resource; with another, it is an action. */
function answersWith({ answer }: Endpoint, type: string): boolean {
  const types = answer.content?.document?.resources.flatMap((shape) => shape.types.map(({ value }) => value)) ?? []
  return types.length === 0 || types.includes(type)
}

function put(map: Map<string, string>, place: string, type: string): void {
  if (!map.has(place)) map.set(place, type)
}

/**
 * Of the paths that lead to a type: not one beneath another resource's item if there is another, one that bears the
 * type's name, with few parameters, short, and then the document's first.
 */
function best(
  places: ReadonlyMap<string, string>,
  type: string,
  items: ReadonlyMap<string, string>,
  bearer: (path: string) => string = (path) => path,
): string | undefined {
  const score = (path: string): number[] => [
    beneathItem(bearer(path), items) ? 1 : 0,
    normalized(lastWord(path)) === normalized(type) ? 0 : 1,
    path.split('{}').length,
    segments(path).length,
  ]
  const ranked = [...places].filter(([, one]) => one === type).map(([path]) => path)
  return ranked.sort((a, b) => compare(score(a), score(b)))[0]
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

/** The path of the nearest item that a path leads through, unnamed; undefined where it leads through none. */
export function beneathItem(path: string, items: ReadonlyMap<string, string>): string | undefined {
  const parts = segments(unnamed(path))
  for (let length = parts.length - 1; length > 0; length--) {
    const place = `/${parts.slice(0, length).join('/')}`
    if (items.has(place)) return place
  }
  return undefined
}

/** The path of the nearest collection that a path begins with, unnamed. */
export function withinCollection(path: string, collections: ReadonlyMap<string, string>): string | undefined {
  const parts = segments(unnamed(path))
  for (let length = parts.length - 1; length > 0; length--) {
    const place = `/${parts.slice(0, length).join('/')}`
    if (collections.has(place) && parts.slice(length).every(isFixed)) return place
  }
  return undefined
}
