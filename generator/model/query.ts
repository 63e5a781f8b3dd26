/** The query of each operation. https://jsonapi.org/format/1.1/#query-parameters */
import { type Declarations, declaredQuery, type Habits, proseOf } from './declared-query.js'
import type { Endpoint } from './endpoints.js'
import { expressionHabits } from './filter-expression.js'
import { filterReader } from './filter-operators.js'
import { rootGrammar } from './grammar.js'
import { relationshipNames } from './linkage.js'
import { makesSense, openQuery } from './open-query.js'
import { pageParts } from './page-parameters.js'
import { queryParts } from './query-parameters.js'
import { queryWarner } from './query-warnings.js'
import { member, memberNames } from './schema.js'
import type { Answer, OperationQuery, Source } from './types.js'
import type { World } from './world.js'

/** Reads the query of an operation, given what it answers with. */
export type ReadQuery = (endpoint: Endpoint, answer: Answer) => OperationQuery

/**
 * The reader of queries. What an operation takes is what it declares; where no operation declares anything, it is what
 * makes sense, and a warning says so.
 */
export function queryReader(world: World, endpoints: readonly Endpoint[]): ReadQuery {
  const { context } = world
  const declared = new Map(
    endpoints.map((endpoint): [Endpoint, Declarations] => [
      endpoint,
      { ...queryParts(context, endpoint), pages: pageParts(context, endpoint) },
    ]),
  )
  const all = [...declared.values()]
  const filters = all.flatMap(({ parts }) => parts.filter(({ family }) => family === 'filter'))
  const habits: Habits = {
    context,
    filter: filterReader(
      filters.map(({ path }) => path),
      fieldNames(world),
    ),
    expression: expressionHabits(filters.filter(({ path }) => path.length === 0).map((part) => proseOf(context, part))),
    dialect: context.extensions.read(rootGrammar, [{ object: context.document.root, pointer: '' }])('filter')?.source,
  }
  const documents = endpoints.filter(({ answer }) => answer.content?.document)
  const anyDeclared = documents.some((endpoint) => {
    const { parts = [], open, pages = [] } = declared.get(endpoint) ?? {}
    return parts.length + pages.length > 0 || open?.size
  })
  const warnOf = queryWarner(context)
  return (endpoint, answer) => {
    const own = declared.get(endpoint)
    if (!own || answer.kind === 'plain' || answer.kind === 'nothing') return NOTHING
    warnOf(own)
    return anyDeclared ? declaredQuery(habits, own, answer) : usualQuery(habits, endpoint, answer)
  }
}

const NOTHING: OperationQuery = { include: null, fields: null, sort: null, filter: null, page: null }

/** The attributes and relationships of all resources, and `id`. */
function fieldNames({ context, found }: World): ReadonlySet<string> {
  const shapes = [...found.values()].flatMap(({ reads, creates, updates }) => [...reads, ...creates, ...updates])
  return new Set([
    'id',
    ...shapes.flatMap(({ view }) => memberNames(member(context, view, 'attributes'))),
    ...relationshipNames(context, shapes),
  ])
}

/** What JSON:API has for such an answer. */
function usualQuery(habits: Habits, { pointer }: Endpoint, answer: Answer): OperationQuery {
  const source: Source = { by: 'inferred', pointer, reason: 'JSON:API' }
  return openQuery(habits.dialect, (family) =>
    answer.kind !== 'linkage' && makesSense(answer, family) ? source : undefined,
  )
}
