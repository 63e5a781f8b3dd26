import {
  type Attribute,
  FILTER_KINDS,
  type FilterDialect,
  type Matcher,
  type Model,
  type Resource,
} from '../model/types.js'
import { givenValue } from './example-values.js'
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

/** `api.apiCredentials.list({ filter: { name_eq: 'My app' } })`; undefined where the document shows no value for one. */
export function filterExample(model: Model): string | undefined {
  const { filter } = model.dialect
  const example = filter ? exampleOf(model, filter) : undefined
  return example && filteredList(example)
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
