/** Taking some of the operations of a bundled document, and what they use. */
import type { Problem } from '../problems.js'
import { refOf } from './follow.js'
import { Moves } from './moves.js'
import { isObject, objectAt, put } from './objects.js'
import type { Parsed, ParsedObject } from './parse.js'
import { get, join, parseFragment } from './pointer.js'
import { alike, matcher, type Selectable } from './selector.js'
import type { Source } from './source.js'
import { suggest } from './suggest.js'
import { usedComponents } from './used.js'

export interface Selection {
  /** Selectors; where there are any, only the operations that one of them matches are taken. */
  readonly include?: readonly string[] | undefined
  /** Selectors of operations that are left out. */
  readonly exclude?: readonly string[] | undefined
}

interface Operation extends Selectable {
  readonly value: Parsed
}

const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']

/**
 * @param document what `bundle` made; its references may be changed.
 * @returns a document with the operations that are taken, and of the components those that are still referred to; where
 *   what had to move was; and selectors that match nothing, as warnings, or an error where no operation is left.
 */
export function select(document: ParsedObject, source: Source, { include = [], exclude = [] }: Selection) {
  const moves = new Moves()
  const problems: Problem[] = []
  const paths = objectAt(document, 'paths')
  if (!paths || include.length + exclude.length === 0) return { root: document, moves, problems }

  const operations = Object.keys(paths).flatMap((path) => operationsOf(path, resolved(paths[path])))
  for (const [option, selectors] of Object.entries({ include, exclude })) {
    for (const selector of selectors) {
      if (!operations.some(matcher(selector))) problems.push(unmatched(option, selector, operations))
    }
  }
  const [included, excluded] = [include.map(matcher), exclude.map(matcher)]
  const taken = new Set(
    operations.filter(
      (operation) =>
        (included.length === 0 || included.some((matches) => matches(operation))) &&
        !excluded.some((matches) => matches(operation)),
    ),
  )
  if (taken.size === 0 && operations.length > 0) problems.push(nothingLeft())
  const left = new Map<string, Set<Parsed>>()
  for (const { path, value } of operations.filter((operation) => !taken.has(operation))) {
    left.set(path, (left.get(path) ?? new Set()).add(value))
  }
  const root: ParsedObject = { ...document, paths: takenPaths(paths) }
  root.components = usedComponents(document, root, source, moves)
  return { root, moves, problems }

  function resolved(item: Parsed | undefined): Parsed | undefined {
    const ref = refOf(item)
    return ref?.startsWith('#') ? (get(document, parseFragment(ref.slice(1))) ?? item) : item
  }

  function takenPaths(all: ParsedObject): ParsedObject {
    const made: ParsedObject = {}
    for (const [path, item] of Object.entries(all)) {
      const away = left.get(path)
      const whole = resolved(item)
      if (item === undefined || (away && !operations.some((one) => one.path === path && taken.has(one)))) continue
      const ref = refOf(item)
      if (ref?.startsWith('#')) moves.add(parseFragment(ref.slice(1)), join('/paths', path))
      put(made, path, isObject(whole) && away ? without(whole, away) : (whole ?? item))
    }
    return made
  }

  function nothingLeft(): Problem {
    return {
      severity: 'error',
      code: 'no-operations',
      message: 'No operation is left: include and exclude leave all of them out.',
      advice: 'Name selectors that leave some of them, such as tag:roles or path:/roles/**.',
      places: [source.place('/paths', 'key')],
    }
  }
}

function operationsOf(path: string, item: Parsed | undefined): Operation[] {
  if (!isObject(item)) return []
  const others = Object.entries(objectAt(item, 'additionalOperations') ?? {})
  return [...VERBS.map((verb) => [verb, item[verb]] as const), ...others].flatMap(([method, value]) => {
    if (!isObject(value)) return []
    const { tags, operationId, deprecated } = value
    return {
      ...{ path, value, method: VERBS.includes(method) ? method.toUpperCase() : method },
      tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
      operationId: operationId === undefined || operationId === null ? undefined : String(operationId),
      deprecated: deprecated === true,
    }
  })
}

function without(item: ParsedObject, away: ReadonlySet<Parsed>): ParsedObject {
  const kept = Object.entries(item).filter(([, value]) => value === undefined || !away.has(value))
  const made = Object.fromEntries(kept)
  const others = objectAt(item, 'additionalOperations')
  return others ? { ...made, additionalOperations: without(others, away) } : made
}

function unmatched(option: string, selector: string, operations: readonly Selectable[]): Problem {
  const { pattern, values } = alike(selector, operations)
  const meant = suggest(pattern, values)
  return {
    severity: 'warning',
    code: 'unmatched-selector',
    message: `The selector ${selector} of ${option} matches no operation.`,
    advice: meant === undefined ? 'Correct it, or leave it out.' : `Did you mean "${meant}"?`,
    places: [],
  }
}
