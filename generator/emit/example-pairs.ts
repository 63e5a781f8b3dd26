import type { ListStyle, Model, Operation } from '../model/types.js'
import { type ExampleQuery, exampleQuery, exampleText, filterValue } from './example-query.js'
import { pageParts } from './pages.js'

type Pair = [name: string, value: string]

/**
 * The query of an example as query parameters, not yet encoded, in the order in which the SDK writes them.
 * https://jsonapi.org/format/1.1/#query-parameters
 *
 * @param query of the example; the usual one where none is given.
 */
export function queryParameters(
  model: Model,
  operation: Operation,
  query: ExampleQuery = exampleQuery(model, operation),
): Pair[] {
  const { include, fields } = operation.query
  const styleOf = (type: string): ListStyle | undefined => fields?.types.find((one) => one.type === type)?.list
  return [
    ...listed('include', query.include ?? [], include?.list),
    ...Object.entries(query.fields ?? {}).flatMap(([type, names]) => listed(`fields[${type}]`, names, styleOf(type))),
    ...filterPairs(operation),
    ...listed('sort', query.sort ?? [], operation.query.sort?.list),
    ...pagePairs(model, operation, query),
  ]
}

/** Those without which there is no answer: no example has others. */
function filterPairs({ query: { filter } }: Operation): Pair[] {
  if (filter?.text?.required) return [['filter', exampleText(filter.text)]]
  const required = filter?.parameters.filter((parameter) => parameter.required) ?? []
  return required.map((one) => [`${one.parameter}${one.list === 'brackets' ? '[]' : ''}`, String(filterValue(one))])
}

function pagePairs({ dialect }: Model, operation: Operation, { page }: ExampleQuery): Pair[] {
  const own = operation.query.page?.parameters ?? []
  const parts = own.length > 0 ? own : dialect.page ? pageParts(dialect.page) : []
  return parts.flatMap(({ key, parameter }): Pair[] => {
    const value = page?.[key]
    return value === undefined ? [] : [[parameter, String(value)]]
  })
}

/** A list as its style writes it. https://spec.openapis.org/oas/v3.1.1#style-values */
function listed(name: string, values: readonly string[], style: ListStyle = 'comma'): Pair[] {
  if (values.length === 0) return []
  if (style === 'repeated') return values.map((value) => [name, value])
  if (style === 'brackets') return values.map((value) => [`${name}[]`, value])
  return [[name, values.join(SEPARATORS[style])]]
}

const SEPARATORS = { comma: ',', space: ' ', pipe: '|' } as const
