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
import { enumText, fitting, fittingCode, type LongList, type Row, sentences, valueText } from './docs-rows.js'
import { relative } from './docs-site.js'
import { type Page, typeText } from './docs-words.js'
import { resourceOf } from './lookup.js'
import { code, link, plain } from './markdown.js'
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

const row = (
  name: string,
  type: string,
  { text, list }: { readonly text: string; readonly list?: LongList | undefined },
  required = false,
): Row => ({ cells: [code(name), type, required ? 'Required' : 'Optional', text], list })

/** What a parameter that takes names says, and the names. */
function named(name: string, says: string, names: readonly string[]): { text: string; list?: LongList } {
  const { text, list } = fittingCode(name, names)
  return { text: `${says}${names.length > 0 ? `: ${text}` : ''}.`, ...(list && { list }) }
}

function includeRows(include: NamesQuery | null, resources: readonly Resource[]): Row[] {
  const related = unique(resources.flatMap(({ relationships }) => relationships.map(({ name }) => name)))
  const names = include?.values ?? related
  if (!include || names.length === 0) return []
  const says = named('include', `Paths of related resources to include, ${separated(include)}`, names)
  return [row('include', 'string', says, include.required)]
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
    const name = `fields[${one.type}]`
    const says = named(name, `The only attributes and relationships to return, ${separated(one)}`, one.values ?? [])
    return row(name, 'string', { ...says, text: says.text + (isListed ? '' : others) }, one.required)
  })
}

function filterRows({ model, path }: Page, { query: { filter } }: Operation): Row[] {
  if (!filter) return []
  const { dialect } = model
  if (filter.dialect) {
    const name = (dialect.filter?.parameter ?? 'filter[{filter}]').replace('{filter}', () => '…')
    const where = link('Filtering', relative(path, 'index.md#filtering'))
    return [row(name, 'string', { text: `What the resources must match: see ${where}.` })]
  }
  return [
    ...filter.parameters.map(filterRow),
    ...(filter.open ? [row('filter[…]', 'string', { text: 'What the resources must match.' })] : []),
    ...(filter.text && !filter.open ? [expressionRow(filter.text)] : []),
  ]
}

function filterRow(parameter: FilterParameter): Row {
  const { field, operator, list: style, single, description = '', deprecated, required } = parameter
  const name = style === 'brackets' ? `${parameter.parameter}[]` : parameter.parameter
  const value = typeText({ ...parameter, nullable: false })
  const type = style === null ? value : single ? `${value}, or several of them` : `array of ${value}`
  const each = { type: parameter.type, nullable: false, ...(parameter.enum && { enum: parameter.enum }) }
  const values = enumText(name, style !== null && !single ? { description, items: each } : parameter)
  const text = sentences(
    deprecated ? '**Deprecated.**' : '',
    description ? cell(description) : operator === undefined ? '' : `${code(field)}, by ${code(operator)}.`,
    values.text,
    parameter.default === undefined ? '' : `${valueText(parameter.default)} by default.`,
    style === null || /\bcomma/i.test(description) ? '' : `Several are ${separated({ list: style })}.`,
  )
  return row(name, type, { text, list: values.list }, required)
}

/** A filter that is one text. What fields it may name is listed by itself, not in the document's words. */
function expressionRow({ description = '', required, expression }: FilterText): Row {
  const fields = expression?.fields ?? []
  const isListed = (line: string): boolean =>
    fields.some(({ name }) => line.replace(/^\s*([-*+]\s+)?/, '').startsWith(code(name)))
  const told = description.split(/\n|<br\s*\/?>/i).filter((line) => !isListed(line))
  const { text, list } = fitting(
    'fields that filter takes',
    fields.map(({ name, operators }) => `${code(name)} (${operators.map((one) => plain(one.name)).join(', ')})`),
  )
  const says = cell(told.join('\n')) || 'What the resources must match.'
  return row('filter', 'string', { text: sentences(says, text), list }, required)
}

function sortRows(sort: NamesQuery | null, resources: readonly Resource[]): Row[] {
  if (!sort) return []
  const sortable = unique(
    resources.flatMap(({ id, attributes }) => [
      ...(id.sortable ? ['id'] : []),
      ...attributes.filter((one) => one.sortable).map(({ name }) => name),
    ]),
  )
  const names = bothWays(sort.values ?? sortable)
  const says = `What to sort by, ${separated(sort)}; a \`-\` before a name makes it descending`
  return [row('sort', 'string', named('sort', says, names), sort.required)]
}

/** Without the descending ones of those that can be had both ways. */
const bothWays = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !name.startsWith('-') || !names.includes(name.slice(1)))

function pageRows({ dialect }: Model, { query: { page } }: Operation): Row[] {
  if (!page) return []
  const rows = pageArguments(dialect.page, page)
  if (rows.length === 0) return [row('page[…]', 'string', { text: 'Which part of the list to return.' })]
  return rows.map(({ parameter, type, text, required }) => row(parameter, type, { text }, required))
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

const unique = (names: readonly string[]): string[] => [...new Set(names)]
