/** What an operation declares of its query, family by family. https://jsonapi.org/format/1.1/#query-parameters */
import type { Context } from './context.js'
import { type ExpressionHabits, filterExpression } from './filter-expression.js'
import type { ReadFilter } from './filter-operators.js'
import { makesSense, openFilter, openQuery } from './open-query.js'
import { type PagePart, pageQuery } from './page-parameters.js'
import type { Family } from './query-names.js'
import type { QueryPart, QueryParts } from './query-parameters.js'
import { namesOf, valuesOf } from './query-values.js'
import type {
  Answer,
  FieldsQuery,
  FilterParameter,
  FilterQuery,
  FilterText,
  NamesQuery,
  OperationQuery,
  PageQuery,
  Source,
} from './types.js'

/** What the operations of the document declare, all together. */
export interface Habits {
  readonly context: Context
  readonly filter: ReadFilter
  readonly expression: ExpressionHabits | undefined
  /** Where `x-jsonapi` states the dialect of filters. */
  readonly dialect: Source | undefined
}

/** What one operation declares. */
export interface Declarations extends QueryParts {
  readonly pages: readonly PagePart[]
}

/** What an operation declares; `makesSense` decides where no more is declared than that anything goes. */
export function declaredQuery(habits: Habits, { parts, open, pages }: Declarations, answer: Answer): OperationQuery {
  const any = openQuery(habits.dialect, (family) => (makesSense(answer, family) ? open.get(family) : undefined))
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
    ...(described.default === undefined ? {} : { default: described.default }),
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

/** What people are told of a parameter. */
export function proseOf(context: Context, part: QueryPart) {
  const { description, example } = valuesOf(context, part).described
  return { description: part.description ?? description, example: part.example ?? example, source: part.source }
}
