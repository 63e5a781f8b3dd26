/** What each operation declares of its query, for a person to read. */
import { sourceOf } from './inspect-table.js'
import type { FilterParameter, FilterText, NamesQuery, Operation, PageParameter, Source } from './model/types.js'

/** A row for each parameter of which the document says more than that there is one. */
export function queryFacts({ call, query }: Operation): string[][] {
  const { include, fields, sort, filter, page } = query
  const rows: (readonly [parameter: string, takes: string, source: Source])[] = [
    ...namesRows('include', include),
    ...(fields?.types ?? []).flatMap((one) => namesRows(`fields[${one.type}]`, one)),
    ...namesRows('sort', sort),
    ...(filter?.parameters ?? []).map((one) => [one.parameter, filterText(one), one.source] as const),
    ...(filter?.text && !filter.open ? [['filter', expressionText(filter.text), filter.text.source] as const] : []),
    ...(page?.parameters ?? []).map((one) => [one.parameter, pageText(one), one.source] as const),
  ]
  return rows.map(([parameter, takes, source]) => [call, parameter, takes, sourceOf(source)])
}

function namesRows(parameter: string, names: NamesQuery | null): [string, string, Source][] {
  if (!names || (names.values === undefined && names.list === 'comma' && !names.required)) return []
  const { values, list, required, source } = names
  return [
    [parameter, facts(values ? `of ${values.join(', ')}` : 'any', styleText(list), required && 'required'), source],
  ]
}

/** How a list is written, where that is not with commas. */
const styleText = (list: NamesQuery['list'] | null): string | false =>
  list !== null &&
  list !== 'comma' &&
  { space: 'spaces between', pipe: 'pipes between', repeated: 'repeated', brackets: 'repeated with []' }[list]

function filterText({
  field,
  operator,
  path,
  type,
  format,
  list,
  single,
  required,
  deprecated,
  ...rest
}: FilterParameter) {
  const values = [type, format && `(${format})`].filter(Boolean).join(' ')
  return facts(
    list === null ? values : single ? `${values} or a list` : `list of ${values}`,
    styleText(list),
    (operator !== undefined || field !== path.join('.')) && [field, operator].filter(Boolean).join(' '),
    rest.enum && `one of ${rest.enum.join(', ')}`,
    required && 'required',
    deprecated && 'deprecated',
  )
}

function expressionText({ expression, required }: FilterText): string {
  const fields = expression?.fields.map(
    ({ name, operators }) => `${name} (${operators.map((one) => one.name).join(' ')})`,
  )
  return facts(fields ? `text, of ${fields.join(', ')}` : 'text', required && 'required')
}

function pageText({ key, type, default: usual, maximum, required }: PageParameter): string {
  return facts(
    `page.${key}: ${type}`,
    usual !== undefined && `default ${usual}`,
    maximum !== undefined && `at most ${maximum}`,
    required && 'required',
  )
}

const facts = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(', ')
