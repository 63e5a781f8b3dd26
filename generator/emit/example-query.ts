import type {
  Attribute,
  FilterParameter,
  FilterQuery,
  FilterText,
  Model,
  Operation,
  PageDialect,
  PageQuery,
} from '../model/types.js'
import { exampleValue, givenValue } from './example-values.js'
import { resourceOf } from './lookup.js'
import { sizePart } from './pages.js'

/** The query in the examples. */
export interface ExampleQuery {
  readonly include?: readonly string[]
  /** By type. */
  readonly fields?: Readonly<Record<string, readonly string[]>>
  readonly filter?: object | string
  readonly sort?: readonly string[]
  /** How many resources it holds, `size` or `limit` as the dialect has it. */
  readonly page?: Readonly<Record<string, number>>
}

const USUAL_SIZE = 25

/**
 * What the operation and the resource certainly take: the newest first, a full page, and the filters without which there
 * is no answer. Empty where none is known.
 */
export function exampleQuery(model: Model, operation: Operation): ExampleQuery {
  const { query, answer } = operation
  const required = requiredQuery(operation)
  const list = answer.kind === 'many' || (answer.kind === 'linkage' && answer.cardinality === 'many')
  if (!list) return required
  const by = exampleSort(model, operation)
  const page = examplePage(model.dialect.page, query.page)
  return { ...required, ...(by !== undefined && { sort: [by] }), ...(page && { page }) }
}

/** The filters without which there is no answer. */
export function requiredQuery({ query }: Operation): ExampleQuery {
  const filter = requiredFilter(query.filter)
  return filter === undefined ? {} : { filter }
}

/** The newest first, else the first that is known. */
function exampleSort(model: Model, { query: { sort }, answer }: Operation): string | undefined {
  const [type] = 'types' in answer ? answer.types : []
  if (!sort || type === undefined) return undefined
  const { attributes } = resourceOf(model, type)
  const isDate = ({ format }: Attribute): boolean => format === 'date-time' || format === 'date'
  const newest = attributes.filter(isDate).map(({ name }) => `-${name}`)
  if (sort.values)
    return sort.values.find((value) => newest.includes(value)) ?? sort.values.find((value) => value !== '')
  const sortable = attributes.filter((attribute) => attribute.sortable)
  const date = sortable.find(isDate)
  return date ? `-${date.name}` : sortable[0]?.name
}

function examplePage(dialect: PageDialect | null, page: PageQuery | null): Record<string, number> | undefined {
  const own = page?.parameters.find(({ key }) => key === 'size' || key === 'limit')
  const key = own?.key ?? (page?.parameters.length === 0 ? sizePart(dialect)?.key : undefined)
  const most = own?.maximum ?? dialect?.maxSize
  return page && key !== undefined && most !== undefined ? { [key]: Math.min(most, USUAL_SIZE) } : undefined
}

/** The filters that must be given. */
function requiredFilter(filter: FilterQuery | null): object | string | undefined {
  if (!filter) return undefined
  if (filter.text?.required) return exampleText(filter.text)
  const required = filter.parameters.filter((parameter) => parameter.required)
  return required.length > 0 ? nested(required.map((one) => [one.path, filterValue(one)])) : undefined
}

/** The example of the document, or what can be made of what it lists. */
export function exampleText({ example, expression }: FilterText): string {
  if (typeof example === 'string' && example !== '') return example
  const [field] = expression?.fields ?? []
  const [operator] = field?.operators ?? []
  const quote = expression?.quote ?? ''
  return field && operator ? `${operator.name}(${field.name},${quote}x${quote})` : 'x'
}

/** Those first for which the document has an example, or whose type tells what they take. */
export const tellingFirst = (parameters: readonly FilterParameter[]): FilterParameter[] => {
  const isTelling = (one: FilterParameter): boolean =>
    givenValue({ ...one, nullable: false }) !== undefined || one.type !== 'string'
  return [...parameters].sort((one, other) => Number(isTelling(other)) - Number(isTelling(one)))
}

/** A value for a filter: the document's own example, or one made from its type. */
export function filterValue(parameter: FilterParameter): unknown {
  const value = exampleValue({ ...parameter, name: parameter.field, nullable: false })
  return parameter.list !== null && !parameter.single ? [value] : value
}

/** These filters, beside those without which there is no answer. */
export function withRequired({ query: { filter } }: Operation, parameters: readonly FilterParameter[]): object {
  const required = (filter?.parameters ?? []).filter((one) => one.required && !parameters.includes(one))
  return nested([...required, ...parameters].map((one) => [one.path, filterValue(one)]))
}

/** An object that has each value at the end of its way. */
function nested(values: readonly (readonly [path: readonly string[], value: unknown])[]): object {
  const words = [...new Set(values.map(([[word = '']]) => word))]
  return Object.fromEntries(
    words.map((word) => {
      const within = values.filter(([path]) => path[0] === word).map(([path, value]) => [path.slice(1), value] as const)
      const own = within.find(([path]) => path.length === 0)
      return [word, own ? own[1] : nested(within)]
    }),
  )
}
