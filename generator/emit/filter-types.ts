import type { Attribute, ExpressionField, FilterParameter, FilterQuery, Model, Operation } from '../model/types.js'
import type { AttributeTypes } from './dates.js'
import { comment } from './jsdoc.js'
import { blockLines, indented } from './layout.js'
import { propertyName } from './literals.js'
import { filterKind } from './queryable.js'

/** The members of the interface of an operation's filters, as its parameters or the fields of its expression have them. */
export function filterLines(model: Model, operation: Operation, filter: FilterQuery, types: AttributeTypes): string[] {
  return [
    ...nodeLines(tree(filter.parameters), types),
    ...(filter.text?.expression?.fields ?? []).flatMap((field) => expressionLines(model, operation, field, types)),
  ]
}

/** Filters by the words of their ways: `filter[price][gt]` is within `price`. */
interface Tree {
  readonly own: FilterParameter | undefined
  readonly below: ReadonlyMap<string, Tree>
}

function tree(parameters: readonly FilterParameter[], depth = 0): Tree['below'] {
  const words = new Set(parameters.map(({ path }) => path[depth] ?? ''))
  return new Map(
    [...words].map((word): [string, Tree] => {
      const within = parameters.filter(({ path }) => path[depth] === word)
      const own = within.find(({ path }) => path.length === depth + 1)
      return [
        word,
        {
          own,
          below: tree(
            within.filter(({ path }) => path.length > depth + 1),
            depth + 1,
          ),
        },
      ]
    }),
  )
}

const isRequired = ({ own, below }: Tree): boolean => own?.required === true || [...below.values()].some(isRequired)

function nodeLines(nodes: Tree['below'], types: AttributeTypes): string[] {
  return [...nodes].flatMap(([word, node]) => {
    const { own, below } = node
    const required = isRequired(node)
    const head = `readonly ${propertyName(word)}${required ? '' : '?'}:`
    const rest = required ? '' : ' | undefined'
    const doc = own ? comment(own.description, own.deprecated ? ['@deprecated'] : []) : []
    const value = own ? `${valueType(own, types)}` : ''
    if (below.size === 0) return [...doc, `${head} ${value}${rest}`]
    const before = own ? `${value} | ` : ''
    return [...doc, `${head} ${before}{`, ...indented(nodeLines(below, types)), `}${rest}`]
  })
}

/** What a filter takes: of a list its values, and a `Date` for what is a date with a time. */
function valueType(
  { schema, list, single, format, type, enum: known }: FilterParameter,
  types: AttributeTypes,
): string {
  const isDate = type === 'string' && format === 'date-time' && known === undefined
  const members = isDate ? ['Date', 'string'] : types.schemaType(schema)
  const value = members.join(' | ') || 'unknown'
  if (list === null) return value
  const values = members.length > 1 ? `readonly (${value})[]` : `readonly ${value}[]`
  return single ? `${value} | ${values}` : values
}

/** `readonly name?: { readonly contains?: string; readonly any?: readonly string[] }` */
function expressionLines(
  model: Model,
  { answer }: Operation,
  { name, operators }: ExpressionField,
  types: AttributeTypes,
): string[] {
  const resources = 'types' in answer ? model.resources.filter(({ type }) => answer.types.includes(type)) : []
  const attribute = resources.flatMap(({ attributes }) => attributes).find((one) => one.name === name)
  const value = name === 'id' ? 'string' : attribute ? attributeType(attribute, types) : 'FilterValue'
  const members = operators.map((operator) => {
    const list = value.includes('|') ? `readonly (${value})[]` : `readonly ${value}[]`
    const taken = { value, list, nothing: 'true' }[operator.takes]
    return `readonly ${propertyName(operator.name)}?: ${taken} | undefined`
  })
  const lines = blockLines(`readonly ${propertyName(name)}?:`, members, '{}')
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ''} | undefined`]
}

/** A text stands in quotes, and a date does not: a date that is a text would be no date. */
function attributeType(attribute: Attribute, types: AttributeTypes): string {
  const kind = filterKind(attribute)
  if (kind === 'date') return 'Date'
  if (kind === 'object') return 'FilterValue'
  return attribute.enum ? types.typeOf(attribute, attribute.schema.read).join(' | ') : kind
}
