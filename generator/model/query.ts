/** The query of each operation, and the parts of it that JSON:API leaves to the API. https://jsonapi.org/format/1.1/#query-parameters */
import type { Context } from './context.js'
import type { Endpoint } from './endpoints.js'
import { type ExpressionHabits, expressionHabits, filterExpression } from './filter-expression.js'
import { filterReader, type ReadFilter } from './filter-operators.js'
import { rootGrammar } from './grammar.js'
import { relationshipNames } from './linkage.js'
import { type PagePart, pageParts, pageQuery } from './page-parameters.js'
import { pageDialect } from './pages.js'
import type { Family } from './query-names.js'
import { type QueryPart, type QueryParts, queryParts } from './query-parameters.js'
import { namesOf, valuesOf } from './query-values.js'
import { queryWarner } from './query-warnings.js'
import { member, memberNames } from './schema.js'
import {
  type Answer,
  type Dialect,
  FILTER_KINDS,
  type FieldsQuery,
  type FilterParameter,
  type FilterQuery,
  type FilterText,
  type NamesQuery,
  type OperationQuery,
  type PageQuery,
  type Source,
} from './types.js'
import type { World } from './world.js'

/** Reads the query of an operation, given what it answers with. */
export type ReadQuery = (endpoint: Endpoint, answer: Answer) => OperationQuery

/** What the operations of the document declare, all together. */
interface Habits {
  readonly context: Context
  readonly filter: ReadFilter
  readonly expression: ExpressionHabits | undefined
  /** Where `x-jsonapi` states the dialect of filters. */
  readonly dialect: Source | undefined
}

interface Declarations extends QueryParts {
  readonly pages: readonly PagePart[]
}

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

/** Linkage has no fields, and what an include brings along is beside it. One identifier is no list. */
function makesSense(answer: Answer, family: Family): boolean {
  if (answer.kind === 'many') return true
  const ofDocument = family === 'include' || family === 'fields'
  return answer.kind === 'one' ? ofDocument : answer.kind === 'linkage' && answer.cardinality === 'many' && !ofDocument
}

/** What JSON:API has for such an answer. */
function usualQuery(habits: Habits, { pointer }: Endpoint, answer: Answer): OperationQuery {
  const source: Source = { by: 'inferred', pointer, reason: 'JSON:API' }
  return openQuery(habits, (family) => (answer.kind !== 'linkage' && makesSense(answer, family) ? source : undefined))
}

/** Anything of the families that are taken. */
function openQuery({ dialect }: Habits, taken: (family: Family) => Source | undefined): OperationQuery {
  const include = taken('include')
  const fields = taken('fields')
  const sort = taken('sort')
  const filter = taken('filter')
  const page = taken('page')
  return {
    include: include ? { list: 'comma', required: false, source: include } : null,
    fields: fields ? { types: [], source: fields } : null,
    sort: sort ? { list: 'comma', required: false, source: sort } : null,
    filter: filter ? openFilter(dialect, filter) : null,
    page: page ? { parameters: [], source: page } : null,
  }
}

function openFilter(dialect: Source | undefined, source: Source): FilterQuery {
  if (dialect) return { dialect: true, parameters: [], open: false, text: null, source: dialect }
  return { dialect: false, parameters: [], open: true, text: { required: false, expression: null, source }, source }
}

function declaredQuery(habits: Habits, { parts, open, pages }: Declarations, answer: Answer): OperationQuery {
  const any = openQuery(habits, (family) => (makesSense(answer, family) ? open.get(family) : undefined))
  // What a document declares beyond what makes sense is taken, but for linkage, which has nothing to apply it to.
  const isTaken = (family: Family): boolean => answer.kind !== 'linkage' || makesSense(answer, family)
  const of = (family: Family): QueryPart[] => (isTaken(family) ? parts.filter((part) => part.family === family) : [])
  return {
    include: namesQuery(habits.context, of('include')) ?? any.include,
    fields: fieldsQuery(habits.context, of('fields')) ?? any.fields,
    sort: namesQuery(habits.context, of('sort')) ?? any.sort,
    filter: filterQuery(habits, of('filter'), open.get('filter')) ?? any.filter,
    page: pageQueryOf(habits.context, isTaken('page') ? pages : []) ?? any.page,
  }
}

function namesQuery(context: Context, [part]: readonly QueryPart[]): NamesQuery | null {
  return part ? { ...namesOf(context, part), ...statement(context, part) } : null
}

function fieldsQuery(context: Context, parts: readonly QueryPart[]): FieldsQuery | null {
  const [first] = parts
  if (!first) return null
  const types = parts.map((part) => ({
    type: part.path[0] ?? '',
    ...namesOf(context, part),
    ...statement(context, part),
  }))
  return { types, source: first.source }
}

function filterQuery(habits: Habits, parts: readonly QueryPart[], open: Source | undefined): FilterQuery | null {
  const { dialect } = habits
  const [first] = parts
  if (!first) return null
  if (dialect) return openFilter(dialect, dialect)
  const whole = parts.find(({ path }) => path.length === 0)
  return {
    dialect: false,
    parameters: parts.filter(({ path }) => path.length > 0).map((part) => filterParameter(habits, part)),
    open: open !== undefined,
    text: whole ? filterText(habits, whole) : null,
    source: first.source,
  }
}

function filterText({ context, expression }: Habits, part: QueryPart): FilterText {
  const { example, ...prose } = proseOf(context, part)
  return {
    ...statement(context, part),
    ...(example === undefined ? {} : { example }),
    expression: filterExpression({ ...prose, example }, expression),
  }
}

function filterParameter({ context, filter }: Habits, part: QueryPart): FilterParameter {
  const { described, ...values } = valuesOf(context, part)
  const example = part.example ?? described.example
  return {
    parameter: part.name,
    path: part.path,
    ...filter(part.path),
    ...values,
    ...(example === undefined ? {} : { example }),
    deprecated: part.deprecated || described.deprecated,
    ...statement(context, part),
  }
}

function pageQueryOf(context: Context, pages: readonly PagePart[]): PageQuery | null {
  const [first] = pages
  if (!first) return null
  return { parameters: pageQuery(context, pages), source: { by: 'declared', pointer: first.pointer } }
}

/** What holds for every query parameter. */
function statement(context: Context, part: QueryPart) {
  const description = part.description ?? valuesOf(context, part).described.description
  return { required: part.required, ...(description === undefined ? {} : { description }), source: part.source }
}

function proseOf(context: Context, part: QueryPart) {
  const { description, example } = valuesOf(context, part).described
  return { description: part.description ?? description, example: part.example ?? example, source: part.source }
}

/** The dialect: what `x-jsonapi` at the root says, and of pages what the operations declare. */
export function dialect(context: Context, endpoints: readonly Endpoint[]): Dialect {
  const stated = context.extensions.read(rootGrammar, [{ object: context.document.root, pointer: '' }])
  const filter = stated('filter')
  return {
    filter: filter
      ? {
          parameter: filter.value.parameter,
          or: filter.value.or ?? null,
          through: filter.value.through ?? null,
          list: filter.value.list,
          matchers: Object.entries(filter.value.matchers).map(([name, matcher]) => ({
            name,
            takes: matcher.takes,
            for: matcher.for ?? FILTER_KINDS,
          })),
          source: filter.source,
        }
      : null,
    page: pageDialect(context, endpoints),
  }
}
