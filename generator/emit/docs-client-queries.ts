import type { Model, Operation, OperationQuery, Relationship } from '../model/types.js'
import { filterTexts } from './docs-client-filters.js'
import {
  type Asking,
  askingOf,
  attributesOf,
  best,
  deepPath,
  includable,
  pageOf,
  selected,
  sorts,
} from './example-asking.js'
import { exampleParameters } from './example-parameters.js'
import { requiredQuery } from './example-query.js'
import { callExample, canBeShown, rowName, sdkExample } from './examples.js'
import { literalLines } from './literal-lines.js'
import { literal, memberAccess } from './literals.js'
import { operationsOf, resourceOf } from './lookup.js'
import { code, fence } from './markdown.js'
import { enumerated } from './prose.js'

/** What a step does to the query that is there. */
const ADDING: ReadonlyMap<keyof OperationQuery, string> = new Map([
  ['include', '`include` adds to the paths that are there.'],
  ['fields', '`fields` replaces those of the types that it names.'],
  ['filter', '`filter` replaces the whole filter.'],
  ['sort', '`sort` replaces the whole order.'],
  ['page', '`page` replaces what it names, and leaves the rest.'],
])

/** Columns that are less on a page than in a file. */
const ROOM = 45

const FAMILIES: readonly (keyof OperationQuery)[] = ['include', 'fields', 'filter', 'sort', 'page']
/** How queries are written; undefined where no operation takes one. */
export function queriesView(model: Model): object | undefined {
  const all = askingOf(model)
  const families = FAMILIES.filter((family) => all.some(({ operation }) => operation.query[family]))
  if (families.length === 0) return undefined
  const needs = ({ operation }: Asking): number => Object.keys(requiredQuery(operation)).length
  const reading = all
    .filter(({ operation: { kind } }) => kind === 'retrieve' || kind === 'list')
    .sort((one, other) => needs(one) - needs(other))
  const lists = reading.filter(({ many }) => many)
  const including = best(reading, cardinalities)
  const deep = best(reading, (one) => (deepPath(model, one) === undefined ? 0 : 1))
  const selecting = best(reading, (one) => Object.keys(selected(model, one)?.fields ?? {}).length)
  const sorting = best(lists, (one) => sorts(model, one).length)
  const paging = best(lists, (one) => Object.keys(pageOf(model, one)).length)
  const stepping = best(lists, (one) => steps(model, one).length)
  const creating = all.find((one) => one.operation.kind === 'create' && includable(one).length > 0)
  const filters = lists.map(({ operation, resource }) => filterTexts(model, operation, resource))
  const [filtering] = [...filters].sort((one, other) => other.rank - one.rank)
  const { filter, through, or, expression } = filtering ?? { filter: '', through: '', or: '', expression: '' }
  return {
    families: enumerated(families.map(code)),
    include: including ? includeExample(model, including) : '',
    deep: deep ? fence('ts', called(model, deep, { include: [deepPath(model, deep)] }).statement) : '',
    created: creating ? includedWrite(model, creating) : '',
    fields: selecting ? fieldsExample(model, selecting) : '',
    filter,
    through,
    or,
    expression,
    hasMatchers: model.dialect.filter !== null,
    sort: sorting ? fence('ts', called(model, sorting, { sort: sorts(model, sorting) }).statement) : '',
    page: paging ? fence('ts', called(model, paging, { page: pageOf(model, paging) }).statement) : '',
    steps: stepping ? fence('ts', stepsExample(model, stepping)) : '',
    adding: families.flatMap((family) => ADDING.get(family) ?? []).join(' '),
    ...relatedTexts(model),
    kept: stepping ? keptExample(model, stepping) : '',
  }
}

/** How much an include shows of an operation: a relationship of each cardinality, of one resource rather than of a list. */
function cardinalities(one: Asking): number {
  const { size } = new Set(includable(one).map(({ cardinality }) => cardinality))
  return size === 0 || one.many ? size : size + 0.5
}

/** A call with a query, and how a field of what it gives is read. */
function called(model: Model, { operation, resource, many }: Asking, query: object) {
  const name = many ? 'page' : rowName(model, [resource.type])
  const row = many ? 'page.data[0]' : name
  const isOptional = many || (operation.answer.kind === 'one' && operation.answer.nullable)
  return {
    statement: callExample(model, operation, { before: `const ${name} = await `, query }),
    read: (field: string): string => `${row}${isOptional ? optional(memberAccess(field)) : memberAccess(field)}`,
  }
}

const optional = (access: string): string => (access.startsWith('.') ? `?${access}` : `?.${access}`)

function includeExample(model: Model, asking: Asking): string {
  const all = includable(asking)
  const relationships = (['one', 'many'] as const).flatMap(
    (cardinality) => all.find((one) => one.cardinality === cardinality) ?? [],
  )
  const { statement, read } = called(model, asking, { include: relationships.map(({ name }) => name) })
  const shown = relationships.flatMap((one) => relatedField(model, one, read) ?? [])
  return fence('ts', [statement, ...shown.map((one) => `console.log(${one})`)].join('\n'))
}

/** `role.organization?.name`, `role.permissions[0]?.name` */
function relatedField(model: Model, relationship: Relationship, read: (name: string) => string): string | undefined {
  const { name, types, cardinality } = relationship
  const [attribute] = types.flatMap((type) => attributesOf(resourceOf(model, type)))
  if (!attribute) return undefined
  return `${read(name)}${cardinality === 'many' ? '[0]' : ''}${optional(memberAccess(attribute.name))}`
}

function includedWrite(model: Model, asking: Asking): string {
  const include = includable(asking).slice(0, 1)
  return fence('ts', called(model, asking, { include: include.map(({ name }) => name) }).statement)
}

function fieldsExample(model: Model, asking: Asking): string {
  const query = selected(model, asking)
  return query ? fence('ts', called(model, asking, query).statement) : ''
}

/** The steps that a list can be built with. */
function steps(model: Model, asking: Asking): string[] {
  const [sort] = sorts(model, asking)
  const [related] = includable(asking)
  const page = pageOf(model, asking)
  return [
    ...(sort === undefined ? [] : [`.sort(${literal(sort)})`]),
    ...(related ? [`.include(${literal(related.name)})`] : []),
    ...(Object.keys(page).length > 0 ? [`.page(${literal(page)})`] : []),
  ]
}

function stepsExample(model: Model, asking: Asking): string {
  const [first = '', ...others] = steps(model, asking)
  const row = rowName(model, [asking.resource.type])
  return [
    `${callExample(model, asking.operation, { before: 'const request = ' })}${first}`,
    '',
    ...(others.length > 0 ? [`const page = await request${others.join('')}`] : []),
    `for await (const ${row} of request) console.log(${row}.id)`,
  ].join('\n')
}

/** A query in a variable of its own, where there is something in it that shapes the type. */
function keptExample(model: Model, asking: Asking): string {
  const { operation } = asking
  const sort = sorts(model, asking).slice(0, 1)
  const [related] = includable(asking)
  if (!related) return ''
  const query = {
    ...requiredQuery(operation),
    include: [related.name],
    ...(sort.length > 0 && { sort }),
    ...exampleParameters(operation),
  }
  const call = callExample(model, operation, { before: 'const page = await ', variable: 'query' })
  return fence('ts', `const query = ${literalLines(query, 0, ROOM).join('\n')} as const\n\n${call}`)
}

/** Requests of what is related to a resource, and of the identifiers alone. */
function relatedTexts(model: Model): { along: boolean; related: string; linkage: string } {
  const of = (kind: Operation['kind']): Operation[] =>
    operationsOf(model).filter((one) => one.kind === kind && one.method === 'GET' && canBeShown(one))
  const isBare = (one: Operation): boolean => Object.keys(exampleParameters(one) ?? {}).length === 0
  const related = of('related').sort((one, other) => Number(isBare(other)) - Number(isBare(one)))
  const many = related.find(({ answer }) => answer.kind === 'many')
  const one = related.find(({ answer }) => answer.kind === 'one')
  const [linkage] = of('relationship').filter(({ answer }) => answer.kind === 'linkage')
  const shown = [many, one].flatMap((operation) => (operation ? [sdkExample(model, operation)] : []))
  return {
    along: shown.length > 0 || linkage !== undefined,
    related: shown.length > 0 ? fence('ts', shown.join('\n\n')) : '',
    linkage: linkage ? fence('ts', sdkExample(model, linkage)) : '',
  }
}
