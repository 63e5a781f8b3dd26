import type {
  FieldsOfType,
  FilterParameter,
  FilterText,
  Model,
  NamesQuery,
  Operation,
  Resource,
} from '../model/types.js'
import { pageArguments } from './docs-pagination.js'
import type { Row } from './docs-parameters.js'
import { relative } from './docs-site.js'
import { type Page, typeText } from './docs-words.js'
import { resourceOf } from './lookup.js'
import { code, link } from './markdown.js'
import { cell } from './markdown-inline.js'

/** The query parameters of an operation that are JSON:API's, as far as is known of each. https://jsonapi.org/format/1.1/#query-parameters */
export function queryRows(page: Page, operation: Operation): Row[] {
  const { query, answer } = operation
  const types = 'types' in answer ? answer.types : []
  const resources = types.map((type) => resourceOf(page.model, type))
  return [
    ...includeRows(query.include, resources),
    ...fieldsRows(page.model, operation, types),
    ...filterRows(page, operation),
    ...sortRows(query.sort, resources),
    ...pageRows(page.model, operation),
  ]
}

const requiredWord = (required: boolean): string => (required ? 'Required' : 'Optional')
const row = (name: string, type: string, description: string, required = false): Row => [
  code(name),
  type,
  requiredWord(required),
  description,
]

function includeRows(include: NamesQuery | null, resources: readonly Resource[]): Row[] {
  const related = unique(resources.flatMap(({ relationships }) => relationships.map(({ name }) => name)))
  const names = include?.values ?? related
  if (!include || names.length === 0) return []
  const text = `Paths of related resources to include, ${separated(include)}${listed(names)}.`
  return [row('include', 'string', text, include.required)]
}

/** Where nothing is said of the fields, those of the answer's own types. */
function fieldsRows({ resources }: Model, { query }: Operation, types: readonly string[]): Row[] {
  const { fields, include } = query
  if (!fields) return []
  const related = resources.some(({ type, relationships }) => types.includes(type) && relationships.length > 0)
  const others = include && related ? ` ${code('fields[{type}]')} does the same for an included type.` : ''
  const isListed = fields.types.some(({ values }) => values !== undefined)
  const usual: Omit<FieldsOfType, 'type'> = { list: 'comma', required: false, source: fields.source }
  const shown = isListed
    ? fields.types
    : types.map((type) => ({ ...usual, ...fields.types.find((one) => one.type === type), type }))
  return shown.map((one) => {
    const names = one.values ? listed(one.values) : ''
    const text = `The only attributes and relationships to return, ${separated(one)}${names}.${isListed ? '' : others}`
    return row(`fields[${one.type}]`, 'string', text, one.required)
  })
}

function filterRows({ model, path }: Page, { query: { filter } }: Operation): Row[] {
  if (!filter) return []
  const { dialect } = model
  if (filter.dialect) {
    const name = (dialect.filter?.parameter ?? 'filter[{filter}]').replace('{filter}', () => '…')
    const where = link('Filtering', relative(path, 'index.md#filtering'))
    return [row(name, 'string', `What the resources must match: see ${where}.`)]
  }
  return [
    ...filter.parameters.map(filterRow),
    ...(filter.open ? [row('filter[…]', 'string', 'What the resources must match.')] : []),
    ...(filter.text && !filter.open ? [textRow(filter.text)] : []),
  ]
}

function filterRow(parameter: FilterParameter): Row {
  const { field, operator, list, single, description, deprecated, required } = parameter
  const value = typeText({ ...parameter, nullable: false })
  const type = list === null ? value : single ? `${value}, or several of them` : `array of ${value}`
  const parts = [
    ...(deprecated ? ['**Deprecated.**'] : []),
    description ? cell(description) : operator === undefined ? '' : `${code(field)}, by ${code(operator)}.`,
    ...(list === null ? [] : [`Several are ${separated({ list })}.`]),
  ]
  return row(nameOf(parameter), type, parts.filter(Boolean).join(' '), required)
}

const nameOf = ({ parameter, list }: FilterParameter): string => (list === 'brackets' ? `${parameter}[]` : parameter)

/** The description lists the fields itself, where there is an expression. */
function textRow({ description, required }: FilterText): Row {
  return row('filter', 'string', description ? cell(description) : 'What the resources must match.', required)
}

function sortRows(sort: NamesQuery | null, resources: readonly Resource[]): Row[] {
  if (!sort) return []
  const sortable = unique(
    resources.flatMap(({ id, attributes }) => [
      ...(id.sortable ? ['id'] : []),
      ...attributes.filter((one) => one.sortable).map(({ name }) => name),
    ]),
  )
  const names = sort.values ?? sortable
  const text = `What to sort by, ${separated(sort)}; a \`-\` before a name makes it descending${listed(names)}.`
  return [row('sort', 'string', text, sort.required)]
}

function pageRows({ dialect }: Model, { query: { page } }: Operation): Row[] {
  if (!page) return []
  const rows = pageArguments(dialect.page, page)
  if (rows.length === 0) return [row('page[…]', 'string', 'Which part of the list to return.')]
  return rows.map(({ parameter, type, text, required }) => row(parameter, type, text, required))
}

/** How several values are written. */
const separated = ({ list }: Pick<NamesQuery, 'list'>): string =>
  ({
    comma: 'comma-separated',
    space: 'separated by spaces',
    pipe: 'separated by pipes',
    repeated: 'each in a parameter of its own',
    brackets: 'each in a parameter of its own',
  })[list]

const listed = (names: readonly string[]): string => (names.length > 0 ? `: ${names.map(code).join(', ')}` : '')
const unique = (names: readonly string[]): string[] => [...new Set(names)]
