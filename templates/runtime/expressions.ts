import { isObject } from './description.js'
import { type Filters, scalar } from './filters.js'

/** How an API writes filters that are expressions. */
export interface Expressions {
  /** Around a text. */
  readonly quote: string
  /** The operators that take nothing but the field. */
  readonly alone?: readonly string[]
}

/**
 * Filters that are one expression: `{ name: { contains: 'x' }, created: { 'less-than': date } }` as
 * `and(contains(name,'x'),less-than(created,2024-01-02T03:04:05.678Z))`. A text is written as it is.
 */
export function expressionFilters({ quote, alone = [] }: Expressions): Filters {
  const operand = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(operand).join(',')}]`
    if (typeof value !== 'string') return scalar(value)
    if (value.includes(quote) || value.includes('\\')) {
      throw new TypeError(`${JSON.stringify(value)} needs escapes in a filter: write the filter as a text`)
    }
    return quote + value + quote
  }
  return (_, filter) => {
    if (typeof filter === 'string') return [['filter', filter]]
    const conditions = Object.entries(filter).flatMap(([field, operators]) =>
      Object.entries(isObject(operators) ? operators : {}).flatMap(([operator, value]) => {
        if (value === undefined) return []
        return alone.includes(operator) ? `${operator}(${field})` : `${operator}(${field},${operand(value)})`
      }),
    )
    const [only, ...more] = conditions
    if (only === undefined) return []
    return [['filter', more.length > 0 ? `and(${conditions.join(',')})` : only]]
  }
}
