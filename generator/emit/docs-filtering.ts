import {
  type Attribute,
  FILTER_KINDS,
  type FilterDialect,
  type Matcher,
  type Model,
  type Operation,
  type Resource,
} from '../model/types.js'
import { filterValue, tellingFirst, withRequired } from './example-query.js'
import { givenValue } from './example-values.js'
import { callExample } from './examples.js'
import { literal, objectKey } from './literals.js'
import { code, fence, table } from './markdown.js'
import { filterKind } from './queryable.js'

const TAKES = { value: 'one value', list: 'several values', flag: '`true` or `false`' } as const

interface Example {
  readonly resource: Resource
  readonly attribute: Attribute
  readonly matcher: Matcher
  readonly value: string
}

/** How a filter is written, in the query and in the SDK, and the matchers. */
export function filteringText(model: Model, dialect: FilterDialect): string[] {
  const { or, through, list, matchers } = dialect
  const example = exampleOf(model, dialect)
  const names = '{attribute}_{matcher}'
  const rules = [
    `Filters are query parameters of the form ${code(`${parameter(dialect, names)}={value}`)}.`,
    ...(or === null ? [] : [`Attributes joined by ${code(or)} match where one of them does.`]),
    ...(through === null
      ? []
      : [`The name of a relationship and ${code(through)} before an attribute filter by the related resource.`]),
    'Where there are several filters, all of them must match.',
    `Several values are separated by ${code(list)}.`,
  ]
  const rows = groupsOf(matchers).map(([first, ...others]) => [
    [first, ...others].map(({ name }) => code(name)).join(', '),
    TAKES[first.takes],
    first.for.length === FILTER_KINDS.length
      ? 'any attribute'
      : first.for.map((kind) => (kind === 'date' ? 'dates' : `${kind}s`)).join(', '),
  ])
  return [rules.join(' '), ...(example ? exampleTexts(dialect, example) : []), table(['Matcher', 'Takes', 'Of'], rows)]
}

/** A list with a filter: `api.apiCredentials.list({ filter: { name_eq: 'My app' } })`; undefined where none is known. */
export function filterExample(model: Model): string | undefined {
  const { filter } = model.dialect
  if (!filter) return declaredExample(model)?.call
  const example = exampleOf(model, filter)
  return example && filteredList(example)
}

/** How the filters of an API are written of which each operation declares its own; nothing where none does. */
export function declaredFilteringText(model: Model): string[] {
  const example = declaredExample(model)
  if (!example) return []
  const { url, call, isExpression } = example
  const sdk = isExpression
    ? 'In the SDK, `filter` is such a text, or an object of fields with their operators, all of which must match:'
    : 'In the SDK they are the members of `filter`, where each pair of brackets is an object within it:'
  const says = isExpression
    ? 'A filter is one expression. The page of each list says which fields and operators it takes.'
    : 'The page of each list says which filters it takes. Where there are several, all of them must match.'
  return [says, `For example: ${code(url)}. ${sdk}`, fence('ts', `const page = await ${call}`)]
}

interface DeclaredExample {
  /** As in a URL, not encoded. */
  readonly url: string
  readonly call: string
  readonly isExpression: boolean
}

/** The first filter of a list that can be shown. */
function declaredExample(model: Model): DeclaredExample | undefined {
  const lists = model.resources.flatMap(({ operations }) =>
    operations.filter(({ answer, body }) => answer.kind === 'many' && body === null),
  )
  for (const operation of lists) {
    const { filter } = operation.query
    const [field] = filter?.text?.expression?.fields ?? []
    const [operator] = field?.operators ?? []
    const quote = filter?.text?.expression?.quote ?? ''
    const isText = field && attributeIsText(model, operation, field.name)
    if (field && operator?.takes === 'value' && isText) {
      const url = `filter=${operator.name}(${field.name},${quote}x${quote})`
      const query = { filter: { [field.name]: { [operator.name]: 'x' } } }
      return { url, call: callExample(model, operation, { query }), isExpression: true }
    }
    const parameter = tellingFirst(filter?.parameters ?? []).find(
      ({ list, deprecated }) => list === null && !deprecated,
    )
    if (filter && parameter && !filter.dialect) {
      const value = filterValue(parameter)
      const query = { filter: withRequired(operation, [parameter]) }
      return {
        url: `${parameter.parameter}=${String(value)}`,
        call: callExample(model, operation, { query }),
        isExpression: false,
      }
    }
  }
  return undefined
}

function attributeIsText({ resources }: Model, { answer }: Operation, name: string): boolean {
  const types = 'types' in answer ? answer.types : []
  const attributes = resources.filter(({ type }) => types.includes(type)).flatMap((one) => one.attributes)
  const attribute = attributes.find((one) => one.name === name)
  return name === 'id' || (attribute !== undefined && filterKind(attribute) === 'string' && !attribute.enum)
}

function exampleTexts(dialect: FilterDialect, example: Example): string[] {
  const url = `${parameter(dialect, filterName(example))}=${encodeURIComponent(example.value)}`
  return [`${code(url)} is, in the SDK:`, fence('ts', `const page = await ${filteredList(example)}`)]
}

const filterName = ({ attribute, matcher }: Example): string => `${attribute.name}_${matcher.name}`

const filteredList = (example: Example): string =>
  `api.${example.resource.accessor}.list({ filter: { ${objectKey(filterName(example))}: ${literal(example.value)} } })`

/** A text that the document gives itself, and a matcher that takes it as it is. */
function exampleOf({ resources }: Model, { matchers }: FilterDialect): Example | undefined {
  const matcher = matchers.find(({ takes, for: kinds }) => takes === 'value' && kinds.includes('string'))
  if (!matcher) return undefined
  const found = resources.flatMap((resource) => {
    const listed = resource.operations.some(
      ({ call, kind, query }) => kind === 'list' && query.filter && call === `${resource.accessor}.list`,
    )
    return listed
      ? resource.attributes.map((attribute) => ({ resource, attribute, matcher, value: givenValue(attribute) }))
      : []
  })
  return found.find(
    (one): one is Example =>
      one.attribute.filterable && filterKind(one.attribute) === 'string' && typeof one.value === 'string',
  )
}

/** The matchers that take the same, of the same kinds of attributes. */
function groupsOf(matchers: readonly Matcher[]): [Matcher, ...Matcher[]][] {
  const groups = new Map<string, [Matcher, ...Matcher[]]>()
  for (const matcher of matchers) {
    const key = `${matcher.takes} ${matcher.for.join()}`
    const group = groups.get(key)
    if (group) group.push(matcher)
    else groups.set(key, [matcher])
  }
  return [...groups.values()]
}

const parameter = (dialect: FilterDialect, name: string): string => dialect.parameter.replace('{filter}', () => name)
