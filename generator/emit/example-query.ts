import type { Model, Operation } from '../model/types.js'
import { resourceOf } from './lookup.js'
import { pageParts, sizePart } from './pages.js'

/** The query of a list in the examples. */
export interface ExampleQuery {
  readonly sort?: readonly string[]
  /** How many resources it holds, `size` or `limit` as the dialect has it. */
  readonly page?: Readonly<Record<string, number>>
}

const USUAL_SIZE = 25

/** What the operation and the resource certainly take: the newest first, and a full page. Empty where neither is known. */
export function exampleQuery(model: Model, { query, answer }: Operation): ExampleQuery {
  const list = answer.kind === 'many' || (answer.kind === 'linkage' && answer.cardinality === 'many')
  if (!list) return {}
  const [type] = answer.types
  const sortable =
    type === undefined ? [] : resourceOf(model, type).attributes.filter((attribute) => attribute.sortable)
  const date = sortable.find(({ format }) => format === 'date-time' || format === 'date')
  const by = date ? `-${date.name}` : sortable[0]?.name
  const { maxSize } = model.dialect.page ?? {}
  const size = sizePart(model.dialect.page)
  return {
    ...(query.sort && by !== undefined && { sort: [by] }),
    ...(query.page && size && maxSize !== undefined && { page: { [size.key]: Math.min(maxSize, USUAL_SIZE) } }),
  }
}

/** The same as query parameters, not yet encoded. https://jsonapi.org/format/1.1/#query-parameters */
export function queryParameters(model: Model, { sort, page }: ExampleQuery): [name: string, value: string][] {
  const parts = model.dialect.page ? pageParts(model.dialect.page) : []
  return [
    ...(sort ? ([['sort', sort.join(',')]] satisfies [string, string][]) : []),
    ...parts.flatMap(({ key, parameter }): [string, string][] => {
      const value = page?.[key]
      return value === undefined ? [] : [[parameter, String(value)]]
    }),
  ]
}
