import type {
  Attribute,
  FilterParameter,
  MatcherTakes,
  Model,
  Operation,
  Relationship,
  Resource,
} from '../model/types.js'
import { tellingFirst, withRequired } from './example-query.js'
import { givenValue } from './example-values.js'
import { callExample } from './examples.js'
import { resourceOf } from './lookup.js'
import { fence } from './markdown.js'
import { filterKind } from './queryable.js'

/** How lists are filtered, each as a listing; empty for what the API has not. */
export interface FilterTexts {
  readonly filter: string
  /** By what is related. */
  readonly through: string
  /** By attributes any of which may match. */
  readonly or: string
  /** As a text, where a filter is an expression. */
  readonly expression: string
  /** How much they show. */
  readonly rank: number
}

/** The filters of a list of these resources. */
export function filterTexts(model: Model, operation: Operation, resource: Resource): FilterTexts {
  const { filter } = operation.query
  const texts = (given: Readonly<Record<'filter' | 'through' | 'or' | 'expression', object | string | undefined>>) => {
    const shown = (one: object | string | undefined): string =>
      one === undefined
        ? ''
        : fence('ts', callExample(model, operation, { before: 'const page = await ', query: { filter: one } }))
    return {
      filter: shown(given.filter),
      through: shown(given.through),
      or: shown(given.or),
      expression: shown(given.expression),
      rank: [given.filter, given.through, given.or].flatMap((one) => Object.keys(one ?? {})).length,
    }
  }
  const none = { filter: undefined, through: undefined, or: undefined, expression: undefined }
  if (filter?.dialect) {
    const flat = { filter: flatFilter(model, resource), through: throughFilter(model, resource) }
    return texts({ ...none, ...flat, or: orFilter(model, resource) })
  }
  const expression = expressionFilter(operation, resource)
  if (expression) return texts({ ...none, filter: expression.object, expression: expression.text })
  const parameters = various(filter?.parameters ?? [])
  return texts({ ...none, filter: parameters.length > 0 ? withRequired(operation, parameters) : undefined })
}

/** A matcher of the API's dialect that takes this, of attributes of this kind; one that is made for the kind, if there is. */
function matcherOf(model: Model, attribute: Attribute, takes: MatcherTakes): string | undefined {
  const kind = filterKind(attribute)
  const matchers = (model.dialect.filter?.matchers ?? []).filter((one) => one.takes === takes && one.for.includes(kind))
  const own = kind === 'date' ? matchers.find((one) => !one.for.includes('string')) : undefined
  return (own ?? matchers[0])?.name
}

/** An attribute with an example that is a text. */
const texts = ({ attributes }: Resource): Attribute[] =>
  attributes.filter((one) => one.filterable && filterKind(one) === 'string' && typeof givenValue(one) === 'string')

/** One value, several, a date. */
function flatFilter(model: Model, resource: Resource): object | undefined {
  const [text] = texts(resource)
  const date = resource.attributes.find((one) => one.filterable && filterKind(one) === 'date')
  const options = resource.attributes.find(({ filterable, enum: values = [] }) => filterable && values.length > 1)
  const members = [
    ...member(model, text, 'value', text && givenValue(text)),
    ...member(model, options, 'list', options?.enum?.slice(0, 2)),
    ...member(model, date, 'value', new Date('2024-01-01T00:00:00Z')),
  ]
  return members.length > 0 ? Object.fromEntries(members) : undefined
}

function member(
  model: Model,
  attribute: Attribute | undefined,
  takes: MatcherTakes,
  value: unknown,
): [string, unknown][] {
  const matcher = attribute && matcherOf(model, attribute, takes)
  return attribute && matcher !== undefined ? [[`${attribute.name}_${matcher}`, value]] : []
}

/** An attribute of what is related: the relationship, and the attribute. */
function relatedText(model: Model, { relationships, type }: Resource): [Relationship, Attribute] | undefined {
  if (model.dialect.filter?.through == null) return undefined
  for (const relationship of relationships) {
    const [target = type, ...others] = relationship.types
    const [text] = others.length > 0 ? [] : texts(resourceOf(model, target))
    if (text) return [relationship, text]
  }
  return undefined
}

function throughFilter(model: Model, resource: Resource): object | undefined {
  const [{ name }, text] = relatedText(model, resource) ?? [{ name: '' }, undefined]
  const members = member(model, text, 'value', text && givenValue(text))
  return members.length > 0 ? { [name]: Object.fromEntries(members) } : undefined
}

function orFilter(model: Model, resource: Resource): object | undefined {
  if (model.dialect.filter?.or == null) return undefined
  const [one, other] = texts(resource).filter((attribute) => !attribute.enum)
  const [relationship, related] = relatedText(model, resource) ?? []
  const second = relationship && related && !related.enum ? `${relationship.name}.${related.name}` : other?.name
  const matcher = one && matcherOf(model, one, 'value')
  if (!one || second === undefined || matcher === undefined) return undefined
  return { or: [{ of: [one.name, second], [matcher]: givenValue(one) }] }
}

/** A filter of the form `operator(field,value)`, as an object and as a text. */
function expressionFilter({ query }: Operation, resource: Resource): { object: object; text: string } | undefined {
  const expression = query.filter?.text?.expression
  for (const field of expression?.fields ?? []) {
    const attribute = resource.attributes.find(({ name }) => name === field.name)
    const operator = field.operators.find(({ takes }) => takes === 'value')
    const isText = field.name === 'id' || (attribute && filterKind(attribute) === 'string' && !attribute.enum)
    const value = (attribute && givenValue(attribute)) ?? 'x'
    const quote = expression?.quote ?? ''
    if (!operator || !isText || typeof value !== 'string' || /['"\\]/.test(value)) continue
    return {
      object: { [field.name]: { [operator.name]: value } },
      text: `${operator.name}(${field.name},${quote}${value}${quote})`,
    }
  }
  return undefined
}

/** A filter with one value, one with several, one within an object, as far as there are; with examples rather than without. */
function various(parameters: readonly FilterParameter[]): FilterParameter[] {
  const known = tellingFirst(parameters).filter(({ deprecated, path }) => !deprecated && path.length > 0)
  const first = known.find(({ list, path }) => list === null && path.length === 1)
  const several = known.find(({ list, path, field }) => list !== null && path.length === 1 && field !== first?.field)
  const within = known.find(({ path }) => path.length > 1 && path[0] !== first?.path[0] && path[0] !== several?.path[0])
  return [first, several, within].filter((one) => one !== undefined)
}
