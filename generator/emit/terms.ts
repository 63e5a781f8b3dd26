import type { FieldsOfType, Model, Operation, PageDialect, PageParameter } from '../model/types.js'
import type { AttributeTypes } from './dates.js'
import { RESERVED } from './fields.js'
import { filterLines } from './filter-types.js'
import { comment } from './jsdoc.js'
import { blockLines, unionLines } from './layout.js'
import { propertyName, stringLiteral, union } from './literals.js'
import { findResource } from './lookup.js'
import { pageParts, sizeType } from './pages.js'
import { plainName } from './plain-name.js'
import { isSortable } from './queryable.js'

/** The families of which an operation declares more than its API has for all, so that they have types of their own. */
export type Term = 'include' | 'fields' | 'sort' | 'filter' | 'page'

/** The terms of an operation's query that its types must say. */
export function terms(model: Model, { query }: Operation): Term[] {
  const { include, fields, sort, filter, page } = query
  return [
    ...(include?.values ? (['include'] as const) : []),
    ...(fields && !isUsual(model, fields.types) ? (['fields'] as const) : []),
    ...(sort?.values && !isSortable(model) ? (['sort'] as const) : []),
    ...(filter && !filter.dialect && (filter.parameters.length > 0 || !filter.open) ? (['filter'] as const) : []),
    ...(page && !isOfDialect(model.dialect.page, page.parameters) ? (['page'] as const) : []),
  ]
}

/** The name of the interface of an operation's terms, `TransactionsListTerms`; undefined where it needs none. */
export const termsName = (model: Model, operation: Operation): string | undefined =>
  terms(model, operation).length > 0 ? plainName(operation, 'Terms') : undefined

/** The names of the types that an operation's query has of its own. */
export function termNames(model: Model, operation: Operation): string[] {
  const own = terms(model, operation)
  const { filter } = operation.query
  const isObject = own.includes('filter') && filter && (filter.parameters.length > 0 || filter.text?.expression)
  return [
    ...(isObject ? [plainName(operation, 'Filter')] : []),
    ...(own.length > 0 ? [plainName(operation, 'Terms')] : []),
  ]
}

/** The declarations of these types. */
export function termTypes(model: Model, operation: Operation, types: AttributeTypes): string[] {
  const own = terms(model, operation)
  if (own.length === 0) return []
  const { include, sort, fields, filter } = operation.query
  const filterName = plainName(operation, 'Filter')
  const lines: Readonly<Record<Term, string[]>> = {
    include: unionLines('include:', literals(include?.values), 2),
    fields: blockLines('fields:', fields?.types.flatMap((one) => fieldLines(model, one)) ?? [], '{}'),
    sort: unionLines('sort:', literals(sort?.values), 2),
    filter: [`filter: ${filterTerm(operation, filterName)}`],
    page: pageLines(model, operation),
  }
  const members = own.flatMap((term) => lines[term])
  const endpoint = `\`${operation.method} ${operation.path}\``
  return [
    ...(filter && termNames(model, operation).includes(filterName)
      ? [
          [
            ...comment(`What ${endpoint} may be filtered by.`),
            ...blockLines(`export interface ${filterName}`, filterLines(model, operation, filter, types), '{}'),
          ].join('\n'),
        ]
      : []),
    [
      ...comment(`What the query of ${endpoint} takes.`),
      ...blockLines(`export interface ${plainName(operation, 'Terms')}`, members, '{}'),
    ].join('\n'),
  ]
}

/** An object of filters, a text, or either. */
function filterTerm({ query: { filter } }: Operation, name: string): string {
  if (!filter) return 'never'
  const any = filter.open ? '{ readonly [name: string]: unknown }' : ''
  const named = filter.parameters.length > 0 || filter.text?.expression ? name : ''
  return [filter.text ? 'string' : '', [named, any].filter(Boolean).join(' & ')].filter(Boolean).join(' | ') || 'never'
}

/** Whether the document says no more than that fields of any type may be asked for. */
function isUsual({ resources }: Model, types: readonly FieldsOfType[]): boolean {
  const named = new Set(types.map(({ type }) => type))
  const isAny = types.length === 0 || resources.every(({ type }) => named.has(type))
  return isAny && types.every(({ values }) => values === undefined)
}

/** `readonly roles?: readonly ('name' | 'kind')[]`; where all fields of the type are among them, by that name. */
function fieldLines(model: Model, { type, values }: FieldsOfType): string[] {
  const resource = findResource(model, type)
  const head = `readonly ${propertyName(type)}?: readonly`
  const all = resource ? [...resource.attributes, ...resource.relationships].filter(({ readable }) => readable) : []
  const names = new Set(all.map(({ name }) => name).filter((name) => !RESERVED.has(name)))
  if (values === undefined) return [`${head} ${resource ? `Field<${stringLiteral(type)}>` : 'string'}[]`]
  const holdsAll = resource && names.size > 0 && [...names].every((name) => values.includes(name))
  const others = values.filter((value) => !(holdsAll && names.has(value)))
  const members = [...(holdsAll ? [`Field<${stringLiteral(type)}>`] : []), ...others.map(stringLiteral)]
  const [only = 'never', ...more] = members
  if (more.length === 0) return [`${head} ${holdsAll ? only : `(${only})`}[]`]
  return [`${head} (${members.join(' | ')})[]`]
}

function isOfDialect(dialect: PageDialect | null, parameters: readonly PageParameter[]): boolean {
  if (parameters.length === 0) return true
  if (!dialect) return false
  const known = pageParts(dialect)
  const size = dialect.maxSize
  return (
    known.length === parameters.length &&
    parameters.every(({ key, type, maximum }) => {
      const isSize = key === 'size' || key === 'limit'
      const isNumber = isSize || key === 'number' || key === 'offset'
      const same = known.some((part) => part.key === key) && (type === 'number') === isNumber
      return same && (!isSize || maximum === undefined || maximum === size)
    })
  )
}

function pageLines({ dialect: { page } }: Model, { query }: Operation): string[] {
  const parameters = query.page?.parameters ?? []
  const members = parameters.map(({ key, type, maximum }) => {
    const isSize = key === 'size' || key === 'limit'
    return `${propertyName(key)}: ${isSize ? sizeType(page, maximum) : type}`
  })
  return blockLines('page:', members, '{}')
}

const literals = (values: readonly string[] = []): string[] => {
  const named = values.filter((value) => value !== '')
  return named.length > 0 ? named.map(stringLiteral) : [union([])]
}
