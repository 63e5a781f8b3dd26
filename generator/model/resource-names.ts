/** The names of the resources: of their interfaces and of their accessors. */
import { fail } from './context.js'
import { resourceGrammar } from './grammar.js'
import { camelCase, clientMember, interfaceName, normalized, pascalCase, typeNameOf } from './names.js'
import { lastWord, parent, segments, sharedDepth } from './paths.js'
import type { Found } from './resources.js'
import type { World } from './world.js'

/** What stands after the name of a resource in the names of its other types. */
export const SUFFIXES = ['', 'Create', 'Update', 'Shape', 'Requests']

/** By type: the interface, `ApiCredential`; where two would be the same, the type as it is, then the stated label. */
export function interfaceNames(world: World): Map<string, string> {
  const taken = new Set<string>()
  return settle(world, {
    candidates: (found) =>
      [interfaceName(found.type), pascalCase(found.type), ...labels(world, found, 'one').map(pascalCase)].map(
        typeNameOf,
      ),
    claim: ({ type }) => pascalCase(type),
    free: (name) => SUFFIXES.every((suffix) => !taken.has(name + suffix)),
    take: (name) => {
      for (const suffix of SUFFIXES) taken.add(name + suffix)
    },
  })
}

/**
 * By type: the accessor, `apiCredentials`; a singleton's is the last word of its path. Where two would be the same, the
 * name of the collection's path, then the stated label.
 */
export function accessorNames(world: World): Map<string, string> {
  const taken = new Set<string>()
  const depth = sharedDepth(world.endpoints.map(({ path }) => path))
  const candidates = (found: Found): string[] => {
    const { type } = found
    const { singleton, collection, item } = world.homes.of.get(type) ?? {}
    const path = singleton ?? collection ?? (item === undefined ? undefined : parent(item))
    const placed = path === undefined ? [] : [lastWord(path)]
    // A singleton that is one of many reports is better told by its type than by `count`.
    const top = singleton !== undefined && segments(singleton).length === depth + 1
    const byPath = top || (singleton !== undefined && normalized(lastWord(singleton)) === normalized(type))
    const names = byPath ? [...placed, type] : [type, ...placed]
    return [...names, ...labels(world, found, 'many')].map((name) => clientMember(camelCase(name)))
  }
  return settle(world, {
    candidates,
    claim: ({ type }) => camelCase(type),
    free: (name) => !taken.has(name),
    take: (name) => taken.add(name),
  })
}

function labels({ context }: World, { reads, creates, updates }: Found, number: 'one' | 'many'): string[] {
  const views = [...reads, ...creates, ...updates].flatMap(({ view }) => view)
  return context.extensions.read(resourceGrammar, views)('label')?.value[number]?.split('\n', 1) ?? []
}

interface Rules {
  /** In the order of preference. */
  readonly candidates: (found: Found) => readonly string[]
  /** A resource whose own name the first candidate is has the better claim to it. */
  readonly claim: (found: Found) => string
  readonly free: (name: string) => boolean
  readonly take: (name: string) => void
}

function settle({ context, found }: World, { candidates, claim, free, take }: Rules): Map<string, string> {
  const names = new Map<string, string>()
  const owners = new Map<string, Found>()
  const rank = (one: Found): number => (candidates(one)[0] === claim(one) ? 0 : 1)
  for (const one of [...found.values()].sort((a, b) => rank(a) - rank(b))) {
    const wanted = candidates(one)
    const [first = one.type] = wanted
    const name = wanted.find(free)
    const other = owners.get(first)
    if (name === undefined) {
      fail(context, {
        code: 'name-clash',
        message: `The types ${one.type} and ${other?.type ?? 'another'} would both be called ${first}.`,
        advice: `Label one of them in the configuration: facts: { '${one.reads[0]?.pointer ?? one.source.pointer}': { label: { one: '…', many: '…' } } }`,
        at: other ? [one.source.pointer, other.source.pointer] : [one.source.pointer],
      })
    }
    const settled = name ?? first
    names.set(one.type, settled)
    owners.set(settled, one)
    take(settled)
  }
  return names
}
