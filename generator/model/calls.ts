/** The calls: where each operation stands in the SDK. */
import { join } from '../document/pointer.js'
import { fail } from './context.js'
import type { Endpoint } from './endpoints.js'
import type { Stated } from './extension.js'
import { operationGrammar } from './grammar.js'
import { camelCase, clientMember, memberName, pascalCase, words } from './names.js'
import { isParameter, segments } from './paths.js'
import { tagsOf } from './related.js'
import type { Classified, World } from './world.js'

interface Place {
  readonly pointer: string
  readonly text: string
}

export interface Call {
  readonly call: string
  /** Set where an `x-jsonapi` states it. */
  readonly stated?: Stated<string>
}

/**
 * The call of each operation: the one that an `x-jsonapi` states, or the first free one of its names; then from the
 * path, the tag and the operationId. Who stands where its resource lives chooses first, then who has the shorter path.
 * A call that is stated twice, or for which no name is left, is an error.
 */
export function calls(
  world: World,
  operations: readonly Classified[],
  accessors: ReadonlyMap<string, string>,
): Map<Classified, Call> {
  const { context } = world
  const found = new Map<Classified, Call>()
  const taken = new Map<string, Endpoint>()
  // A call alone would stand where the client has an accessor.
  const spaces = accessorPlaces(world, operations, accessors)
  const settle = (operation: Classified, names: readonly string[], stated?: Stated<string>): void => {
    const { endpoint } = operation
    const free = (call: string) => !taken.has(call) && (call.includes('.') || !spaces.has(call))
    const call = names.find(free)
    if (call === undefined) clash(world, endpoint, names[0] ?? '', taken.get(names[0] ?? ''), spaces)
    const settled = call ?? names[0] ?? ''
    taken.set(settled, endpoint)
    found.set(operation, { call: settled, ...(stated ? { stated } : {}) })
  }
  const statements = new Map(
    operations.map((operation) => {
      const { object, pointer } = operation.endpoint
      return [operation, context.extensions.read(operationGrammar, [{ object, pointer }])('call')]
    }),
  )
  for (const operation of operations) {
    const stated = statements.get(operation)
    if (stated) settle(operation, [stated.value], stated)
  }
  const rank = ({ home, endpoint: { method, path } }: Classified): number =>
    (method === 'HEAD' ? 2000 : home ? 0 : 1000) + segments(path).length
  for (const operation of [...operations].sort((a, b) => rank(a) - rank(b))) {
    if (found.has(operation)) continue
    const read =
      operation.endpoint.method === 'HEAD' ? found.get(besides(operation, operations) ?? operation)?.call : undefined
    settle(operation, read ? [headOf(read), ...plainNames(operation.endpoint)] : candidates(operation, accessors))
  }
  return found
}

/** By accessor of the client: where the document asks for it, in the type of a resource or in a tag. */
function accessorPlaces(
  { found }: World,
  operations: readonly Classified[],
  accessors: ReadonlyMap<string, string>,
): Map<string, Place> {
  const tagged = operations.flatMap(({ endpoint }): [string, Place][] => {
    const name = space(endpoint)
    const place = { pointer: join(endpoint.pointer, 'tags'), text: `the tag of ${endpoint.method} ${endpoint.path}` }
    return name === undefined ? [] : [[name, place]]
  })
  const typed = [...accessors].flatMap(([type, name]): [string, Place][] => {
    const pointer = found.get(type)?.source.pointer
    return pointer === undefined ? [] : [[name, { pointer, text: `the type ${type}` }]]
  })
  return new Map([...tagged.reverse(), ...typed])
}

/** What is read where a HEAD asks for the headers alone. */
function besides({ endpoint }: Classified, operations: readonly Classified[]): Classified | undefined {
  return operations.find(
    (other) => other.owner !== null && other.endpoint.method === 'GET' && other.endpoint.path === endpoint.path,
  )
}

function candidates({ endpoint, owner, names }: Classified, accessors: ReadonlyMap<string, string>): string[] {
  if (owner === null) return [...names.map(safely), ...plainNames(endpoint)]
  const accessor = accessors.get(owner) ?? camelCase(owner)
  const { operationId } = endpoint.object
  const last = typeof operationId === 'string' ? [operationId] : []
  return [...names, ...last.map(camelCase)].map((name) => `${accessor}.${memberName(name)}`)
}

/**
 * `<tag>.<operationId>`, without a tag `<operationId>`, without an operationId by verb and path: `getPetsByPetIdPhotos`
 * of `GET /pets/{petId}/photos`. A path that is added later changes none of these names.
 */
export function plainNames(endpoint: Endpoint): string[] {
  const { method, path, object } = endpoint
  const id = typeof object.operationId === 'string' && words(object.operationId).length > 0 ? [object.operationId] : []
  const verb = method.toLowerCase()
  const parts = segments(path).map((part) => (isParameter(part) ? `by_${part}` : part))
  // Another path may have the word `by` of its own.
  const names = [...id, `${verb}_${parts.join('_')}`, `${verb}_${path}`].map(camelCase)
  const tag = space(endpoint)
  return names.flatMap((name) => (tag === undefined ? [clientMember(name)] : [`${tag}.${memberName(name)}`]))
}

/** The accessor of operations of the same tag: of the first that has a letter or a digit. */
function space(endpoint: Endpoint): string | undefined {
  const tag = tagsOf(endpoint).find((one) => words(one).length > 0)
  return tag === undefined ? undefined : clientMember(camelCase(tag))
}

function safely(call: string): string {
  const [accessor = '', ...rest] = call.split('.')
  return [clientMember(accessor), ...rest.map(memberName)].join('.')
}

/** `roles.headList` beside `roles.list`. */
function headOf(call: string): string {
  const at = call.lastIndexOf('.') + 1
  const name = call.slice(at)
  return `${call.slice(0, at)}head${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

/** The name of the interface that an action's input gets: `OrganizationTransferOwnership`. */
export const inputName = (resource: string, call: string): string =>
  resource + pascalCase(call.slice(call.lastIndexOf('.') + 1))

function clash(
  { context }: World,
  endpoint: Endpoint,
  call: string,
  other: Endpoint | undefined,
  spaces: ReadonlyMap<string, Place>,
): void {
  const accessor = call.includes('.') ? call.slice(0, call.indexOf('.') + 1) : ''
  const place = other ?? spaces.get(call)
  fail(context, {
    code: 'name-clash',
    message: other
      ? `${endpoint.method} ${endpoint.path} and ${other.method} ${other.path} would both be called ${call}.`
      : `${endpoint.method} ${endpoint.path} would be called ${call}, as is the accessor of ${spaces.get(call)?.text ?? 'others'}.`,
    advice: `Name one of them in the configuration: facts: { '${endpoint.pointer}': { call: '${accessor}…' } }`,
    at: place ? [endpoint.pointer, place.pointer] : [endpoint.pointer],
  })
}
