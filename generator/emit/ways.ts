import type { ListStyle, Model, Operation } from '../model/types.js'
import { objectLines } from './layout.js'
import { objectKey, stringLiteral } from './literals.js'
import { once, operationsOf } from './lookup.js'
import { pageParts } from './pages.js'

/** How filters are written: by the dialect of `x-jsonapi`, by name, or as an expression. */
type FilterWay = 'flat' | 'nested' | 'expression'

/** The way in which most operations write their filters. */
export const usualFilters = once((model): FilterWay => {
  if (model.dialect.filter) return 'flat'
  const ways = operationsOf(model).map(filterWay)
  const count = (way: FilterWay): number => ways.filter((one) => one === way).length
  return count('expression') > count('nested') ? 'expression' : 'nested'
})

/** Undefined where any will do: where there is no filter, or only a text. */
function filterWay({ query: { filter } }: Operation): FilterWay | undefined {
  if (!filter || filter.dialect) return undefined
  if (filter.text?.expression) return 'expression'
  return filter.parameters.length > 0 || filter.open ? 'nested' : undefined
}

/** The function that writes filters in this way, as a member of an object. */
export function filtersLines(model: Model, way: FilterWay, indent: number): string[] {
  const { filter } = model.dialect
  if (way === 'expression') {
    const expressions = operationsOf(model).flatMap(({ query }) => query.filter?.text?.expression ?? [])
    const operators = expressions.flatMap(({ fields }) => fields.flatMap((field) => field.operators))
    const alone = [...new Set(operators.flatMap(({ name, takes }) => (takes === 'nothing' ? name : [])))]
    const members = [
      `quote: ${stringLiteral(expressions[0]?.quote ?? "'")}`,
      ...(alone.length > 0 ? [`alone: [${alone.map(stringLiteral).join(', ')}]`] : []),
    ]
    return objectLines('filters: expressionFilters(', members, '),', indent)
  }
  if (way === 'nested' || !filter) return ['filters: nestedFilters,']
  const { parameter, or, through, list } = filter
  const members = [
    `parameter: ${stringLiteral(parameter)}`,
    ...(or === null ? [] : [`or: ${stringLiteral(or)}`]),
    ...(through === null ? [] : [`through: ${stringLiteral(through)}`]),
    `list: ${stringLiteral(list)}`,
  ]
  return objectLines('filters: flatFilters(', members, '),', indent)
}

/** What the call of an operation says of its query where it is not written in the way of the API. */
export function wayLines(model: Model, operation: Operation): string[] {
  const way = filterWay(operation)
  const lists = listStyles(operation).map(([name, style]) => `${objectKey(name)}: ${stringLiteral(style)}`)
  const names = pageNames(model, operation).map(([key, name]) => `${objectKey(key)}: ${stringLiteral(name)}`)
  return [
    ...(way !== undefined && way !== usualFilters(model) ? filtersLines(model, way, INDENT) : []),
    ...(lists.length > 0 ? objectLines('lists: listsAs(', lists, '),', INDENT) : []),
    ...(names.length > 0 ? objectLines('pageNames: ', names, ',', INDENT) : []),
  ]
}

const INDENT = 8

/** The lists that are not written with commas, by their parameters. */
function listStyles({ query: { include, fields, sort, filter } }: Operation): [parameter: string, style: ListStyle][] {
  const all: [string, ListStyle | null | undefined][] = [
    ['include', include?.list],
    ...(fields?.types ?? []).map(({ type, list }): [string, ListStyle] => [`fields[${type}]`, list]),
    ['sort', sort?.list],
    ...(filter?.parameters ?? []).map(({ parameter, list }): [string, ListStyle | null] => [parameter, list]),
  ]
  return all.flatMap(([name, style]) => (style && style !== 'comma' ? [[name, style]] : []))
}

/** The page parameters that the API's dialect calls otherwise, by the keys of a query's `page`. */
function pageNames({ dialect: { page } }: Model, { query }: Operation): [key: string, parameter: string][] {
  const known = page ? pageParts(page) : []
  const parameters = query.page?.parameters ?? []
  const differ = parameters.some(
    ({ key, parameter }) => parameter !== (known.find((part) => part.key === key)?.parameter ?? `page[${key}]`),
  )
  return differ ? parameters.map(({ key, parameter }) => [key, parameter]) : []
}
