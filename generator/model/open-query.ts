/** The queries of operations of which no more is known than which families of parameters they take. */
import type { Family } from './query-names.js'
import type { Answer, FilterQuery, OperationQuery, Source } from './types.js'

/** Linkage has no fields, and what an include brings along is beside it. One identifier is no list. */
export function makesSense(answer: Answer, family: Family): boolean {
  if (answer.kind === 'many') return true
  const ofDocument = family === 'include' || family === 'fields'
  return answer.kind === 'one' ? ofDocument : answer.kind === 'linkage' && answer.cardinality === 'many' && !ofDocument
}

/** Anything of the families that are taken. @param dialect where `x-jsonapi` states that of filters. */
export function openQuery(dialect: Source | undefined, taken: (family: Family) => Source | undefined): OperationQuery {
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

export function openFilter(dialect: Source | undefined, source: Source): FilterQuery {
  if (dialect) return { dialect: true, parameters: [], open: false, text: null, source: dialect }
  return { dialect: false, parameters: [], open: true, text: { required: false, expression: null, source }, source }
}
