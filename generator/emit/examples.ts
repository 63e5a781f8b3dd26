import type { Attribute, Model, Operation, Relationship } from '../model/types.js'
import { answerView } from './answer.js'
import { dated } from './dates.js'
import { exampleDocument } from './example-documents.js'
import { pathValue } from './example-ids.js'
import { type ExampleInput, exampleInput, type Identifier, ownLinkage } from './example-input.js'
import { exampleParameters } from './example-parameters.js'
import { type ExampleQuery, exampleQuery, requiredQuery } from './example-query.js'
import { statement } from './example-statement.js'
import { madeValue } from './example-values.js'
import { memberAccess, propertyName } from './literals.js'
import { accessorOf, methodOf } from './lookup.js'
import { withOwn } from './parameters.js'
import { plainName } from './plain-name.js'

export { exampleAnswer, exampleResource } from './example-answer.js'
export { exampleDocument }

const RESERVED = new Set(
  'api arguments as async await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null of package private protected public return static super switch this throw true try typeof undefined var void while with yield'.split(
    ' ',
  ),
)

/**
 * A call of the SDK as TypeScript source, `const role = await api.roles.retrieve('xYZkjABcde')`, where `api` is the
 * client. It is one statement, over several lines where it is long, and type-checks against the emitted SDK.
 *
 * @param query of the example; the usual one where none is given.
 */
export function sdkExample(
  model: Model,
  operation: Operation,
  query: ExampleQuery = exampleQuery(model, operation),
): string {
  const { body } = operation
  const own = exampleParameters(operation)
  if (!canBeShown(operation)) return withArguments(operation)
  if (body?.kind === 'plain' && body.required && exampleDocument(model, operation) === undefined) {
    if (Object.keys(own ?? {}).length > 0) return withArguments(operation)
    const call = statement(`api${access(operation)}`, pathValues(model, operation), 'body')
    return `const send = (body: ${plainName(operation, 'Body')}) => ${call}`
  }
  const result = resultName(model, operation)
  return callExample(model, operation, {
    before: `${result ? `const ${result} = ` : ''}await `,
    query: { ...query, ...own },
  })
}

/** Whether all that the operation demands can be made up. */
export const canBeShown = (operation: Operation): boolean =>
  exampleParameters(operation) !== undefined &&
  operation.pathParameters.every(({ type }) => type !== 'array' && type !== 'object')

/** What is left to who writes the call: a value that no example can make up. */
const withArguments = (operation: Operation): string =>
  `const send = (...given: Parameters<typeof api${access(operation)}>) => api${access(operation)}(...given)`

/** What stands around a call, and what it asks for. */
interface CallParts {
  /** What stands before it, on its line. */
  readonly before?: string
  readonly query?: object
  /** The name of a variable that holds the whole query. */
  readonly variable?: string
  /** The source of its `RequestOptions`. */
  readonly options?: string
}

/** The call of an operation that sends nothing that no example can make up, as an expression: `api.roles.list({ sort: ['-created_at'] })`. */
export function callExample(
  model: Model,
  operation: Operation,
  { before = '', query: given = {}, variable: name, options }: CallParts,
): string {
  const query = { ...requiredQuery(operation), ...given }
  const { body } = operation
  const sent = sentValues(model, operation)
  // The options come after a query, where the method takes one.
  const whole = { ...query, ...exampleParameters(operation) }
  const takesQuery = withOwn(operation, answerView(model, operation, undefined).query) !== ''
  const asked = name === undefined && (Object.keys(whole).length > 0 || (options !== undefined && takesQuery))
  const skipped = asked && body && sent.length === 0 ? [undefined] : []
  const values = [...pathValues(model, operation), ...sent, ...skipped, ...(asked ? [whole] : [])]
  return statement(`${before}api${access(operation)}`, values, ...[name, options].filter((one) => one !== undefined))
}

/** What is sent, as the SDK takes it; none where the operation sends nothing, or may be sent without. */
function sentValues(model: Model, operation: Operation): unknown[] {
  const { body } = operation
  if (body?.kind === 'linkage') return [link(body, ownLinkage(model, operation, body))]
  if (body?.kind === 'plain') return [exampleDocument(model, operation)].filter((value) => value !== undefined)
  const input = exampleInput(model, operation)
  return input ? [flat(model, input)] : []
}

/** A loop over the rows of all pages; undefined where the operation gives no list, or demands what no example can make up. */
export function loopExample(model: Model, operation: Operation): string | undefined {
  const { answer } = operation
  if (answer.kind !== 'many' || !canBeShown(operation)) return undefined
  const row = rowName(model, answer.types)
  const call = callExample(model, operation, { before: `for await (const ${row} of ` })
  return [`${call}) {`, `  console.log(${row}.id)`, '}'].join('\n')
}

const pathValues = (model: Model, operation: Operation): (string | number)[] =>
  operation.pathParameters.map((parameter) => pathValue(model, operation, parameter))

/** `.roles.retrieve` */
function access(operation: Operation): string {
  const names = [accessorOf(operation), methodOf(operation)].filter((name) => name !== '')
  return names.map(memberAccess).join('')
}

/** The name for what a call gives; undefined where there is nothing to name, or where it is seldom used. */
function resultName(model: Model, operation: Operation): string | undefined {
  const { kind, answer, method } = operation
  if (kind === 'relationship' && method !== 'GET') return undefined
  if (answer.kind === 'nothing' || kind === 'update' || kind === 'delete' || kind === 'action') return undefined
  if (answer.kind === 'many') return 'page'
  if (answer.kind === 'plain') return 'data'
  if (answer.kind === 'linkage') return answer.cardinality === 'many' ? 'identifiers' : 'identifier'
  return kind === 'related' ? variable(methodOf(operation)) : rowName(model, answer.types)
}

/** What one of these resources is called in an example, `apiCredential`. */
export function rowName(model: Model, types: readonly string[]): string {
  const [only, ...others] = model.resources.filter(({ type }) => types.includes(type))
  return only && others.length === 0 ? variable(only.name) : 'resource'
}

/** `ApiCredential` as `apiCredential`, `URL` as `url`. */
function variable(name: string): string {
  const camel = name.replace(/^\p{Lu}+(?=\p{Lu}\p{Ll})|^\p{Lu}+/u, (capitals) => capitals.toLowerCase())
  return RESERVED.has(camel) || propertyName(camel) !== camel ? 'resource' : camel
}

/** An input as the SDK takes it: attributes and relationships side by side, an id where it says which type it is of. */
function flat(model: Model, { newId, attributes, relationships }: ExampleInput): object {
  return Object.fromEntries([
    ...(newId === undefined ? [] : [['id', newId] as const]),
    ...attributes.map(([attribute, value]) => [attribute.name, given(model, attribute, value)] as const),
    ...relationships.map(([relationship, data]) => [relationship.name, link(relationship, data)] as const),
  ])
}

/** The value as the SDK takes it; another where the document calls a date what is none. */
function given(model: Model, attribute: Attribute, value: unknown): unknown {
  const taken = dated(model, attribute, value)
  return taken === undefined ? dated(model, attribute, madeValue(attribute)) : taken
}

function link({ types }: Pick<Relationship, 'types'>, data: Identifier | readonly Identifier[]): unknown {
  if (types.length !== 1) return data
  return 'id' in data ? data.id : data.map(({ id }) => id)
}
