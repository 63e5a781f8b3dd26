/** The types of resource objects whose schemas do not tell them, or tell another where they are written. */
import type { Json } from '../document/types.js'
import { type Context, warn } from './context.js'
import type { Content, Endpoint } from './endpoints.js'
import { normalized } from './names.js'
import { isParameter, lastWord, relationshipPath, segments, unnamed } from './paths.js'
import { isArray, isObject } from './schema.js'
import type { ResourceShape } from './shape.js'
import type { Source } from './types.js'

/**
 * The endpoints, with the types that their answers leave open as their examples or paths tell, and with the types that
 * their bodies declare as what is read at the same place.
 */
export function settleTypes(context: Context, endpoints: readonly Endpoint[]): Endpoint[] {
  return writtenAsRead(context, answered(endpoints))
}

function answered(endpoints: readonly Endpoint[]): Endpoint[] {
  const places = placesOf(endpoints)
  return endpoints.map((endpoint) => {
    const { answer } = endpoint
    const { content } = answer
    if (!content?.document?.resources.some(({ types }) => types.length === 0)) return endpoint
    const [example, ...others] = exampleTypes(content)
    const type = others.length === 0 ? example : undefined
    return {
      ...endpoint,
      answer: {
        ...answer,
        content: withTypes(content, (shape) =>
          type === undefined
            ? [placeType(places, endpoint, shape), { by: 'inferred', pointer: endpoint.pointer, reason: BY_PATH }]
            : [type, { by: 'inferred', pointer: shape.pointer, reason: 'the example of its response' }],
        ),
      },
    }
  })
}

/** Why a type is what it is where nothing but a path tells. */
export const BY_PATH = 'its path'
/** Why a type that is written is another than its schema says; this is warned of here. */
export const AS_READ = 'what is read at its path'

/** Gives the shapes that have no type the one that is told of them. */
function withTypes(content: Content, tell: (shape: ResourceShape) => readonly [string, Source]): Content {
  if (!content.document) return content
  const resources = content.document.resources.map((shape) => {
    if (shape.types.length > 0) return shape
    const [value, source] = tell(shape)
    return { ...shape, types: [{ value, source }] }
  })
  return { ...content, document: { ...content.document, resources } }
}

/** The types that the primary data of a content's examples has. */
function exampleTypes({ object }: Content): string[] {
  const several = isObject(object.examples) ? Object.values(object.examples) : []
  const values = [object.example, ...several.map((one) => (isObject(one) ? one.value : undefined))]
  return [...new Set(values.flatMap(primaryTypes))]
}

function primaryTypes(example: Json | undefined): string[] {
  if (!isObject(example)) return []
  const data = isArray(example.data) ? example.data : [example.data]
  return data.flatMap((one) => (isObject(one) && typeof one.type === 'string' ? [one.type] : []))
}

/** What the paths call the resource objects whose schemas tell no type. */
interface Places {
  /** The types that schemas tell. */
  readonly declared: readonly string[]
  /** By the pointer of the schema: the names of the collections, beneath no other resource, that hold it. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>
}

function placesOf(endpoints: readonly Endpoint[]): Places {
  const declared = new Set<string>()
  const words = new Map<string, Set<string>>()
  for (const { path, answer } of endpoints) {
    const document = answer.content?.document
    if (!document || relationshipPath(path)) continue
    for (const { pointer, types } of document.resources) {
      for (const { value } of types) declared.add(value)
      if (types.length > 0 || isBeneath(path)) continue
      if (document.cardinality === 'many' || isParameter(segments(path).at(-1)))
        words.set(pointer, (words.get(pointer) ?? new Set()).add(lastWord(path)))
    }
  }
  return { declared: [...declared], words }
}

const isBeneath = (path: string): boolean => segments(path).slice(0, -1).some(isParameter)

/**
 * A type of a name like the path's that another schema tells, or another path; of a schema that one collection alone
 * holds, the name of that; else the path's own.
 */
function placeType({ declared, words }: Places, { path }: Endpoint, { pointer }: ResourceShape): string {
  const word = lastWord(path)
  const alike = (types: Iterable<string>) => [...types].find((type) => normalized(type) === normalized(word))
  const own = words.get(pointer) ?? new Set()
  const [only, ...others] = own
  const single = others.length === 0 ? only : undefined
  return alike(declared) ?? alike(own) ?? alike([...words.values()].flatMap((set) => [...set])) ?? single ?? word
}

/** Some documents have a schema for writing whose type is spelled in another way, or an example. */
function writtenAsRead(context: Context, endpoints: readonly Endpoint[]): Endpoint[] {
  const read = new Set(endpoints.flatMap(({ answer }) => typesIn(answer.content)))
  return endpoints.map((endpoint) => {
    const { method, path, body, answer } = endpoint
    const [shape, ...others] = body?.content?.document?.resources ?? []
    const [sent, ...more] = shape?.types ?? []
    if (!body?.content?.document || !shape || others.length > 0 || !sent || more.length > 0) return endpoint
    if (read.has(sent.value) || sent.source.by === 'extension' || sent.source.by === 'config') return endpoint
    const there = endpoints.find((other) => other.method === 'GET' && unnamed(other.path) === unnamed(path))
    const known = there ? typesIn(there.answer.content) : typesIn(answer.content)
    const [type, ...rest] = new Set(known)
    if (type === undefined || rest.length > 0) return endpoint
    const answers = typesIn(answer.content).includes(type)
    if (normalized(type) !== normalized(sent.value) && !(there && answers)) return endpoint
    warn(context, {
      code: 'written-type-contradiction',
      message: `${method} ${path} takes a resource object of the type ${sent.value}, but the type that is read there is ${type}, which is sent.`,
      advice: 'Mend the schema of the request body, or state the type on it: `x-jsonapi: { type: … }`.',
      at: [sent.source.pointer, (there ?? endpoint).answer.pointer],
    })
    const source = { by: 'inferred', pointer: sent.source.pointer, reason: AS_READ } as const
    const resources = [{ ...shape, types: [{ value: type, source }] }]
    const content = { ...body.content, document: { ...body.content.document, resources } }
    return { ...endpoint, body: { ...body, content } }
  })
}

const typesIn = (content: Content | null): string[] =>
  content?.document?.resources.flatMap(({ types }) => types.map(({ value }) => value)) ?? []
