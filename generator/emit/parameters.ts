/** The parameters of an operation that are none of JSON:API's: their types, and how they are written. */
import type { Encoding, Operation, Parameter } from '../model/types.js'
import type { AttributeTypes } from './dates.js'
import { comment, valueTags } from './jsdoc.js'
import { indented, objectLines, unionLines } from './layout.js'
import { commentLines, literal, objectKey, propertyName } from './literals.js'
import { plainName } from './plain-name.js'

/** The groups of a query object, by the place of their parameters. */
export const GROUPS = { query: 'query', header: 'headers', cookie: 'cookies' } as const
type Group = (typeof GROUPS)[keyof typeof GROUPS]

export interface ParameterGroup {
  readonly name: Group
  readonly parameters: readonly Parameter[]
  /** Whether the caller must give one of them. */
  readonly required: boolean
  /** The parameter that the whole group is. */
  readonly whole?: Parameter
}

/** The parameters that the query object has, by groups, those that have any. */
export function parameterGroups(operation: Operation): ParameterGroup[] {
  const parameters = operation.parameters.filter((one) => isInQuery(operation, one))
  const whole = parameters.find((one) => one.in === 'querystring')
  return [
    ...(whole ? [{ name: 'query' as const, parameters: [whole], required: isDemanded(whole), whole }] : []),
    ...(['query', 'header', 'cookie'] as const).flatMap((place) => {
      const own = parameters.filter((one) => one.in === place)
      if (own.length === 0 || (place === 'query' && whole)) return []
      return [{ name: GROUPS[place], parameters: own, required: own.some(isDemanded) }]
    }),
  ]
}

/** A header that may be left out is given to a JSON:API operation as any header is, with its options. */
export const isInQuery = ({ kind, answer }: Operation, parameter: Parameter): boolean =>
  kind === 'plain' || answer.kind === 'plain' || parameter.in !== 'header' || isDemanded(parameter)

/** Whether the caller must give it: what has a usual value is sent without. */
export const isDemanded = ({ required, usual }: Parameter): boolean => required && usual === undefined

/** Whether the query object has any. */
export const takesOwn = (operation: Operation): boolean => parameterGroups(operation).length > 0

/** Whether the operation demands any. */
export const demandsOwn = ({ parameters }: Operation): boolean => parameters.some(isDemanded)

/** The type of a whole query: what JSON:API has of it, and what else the operation takes; empty for nothing. */
export const withOwn = (operation: Operation, query: string): string =>
  [query, takesOwn(operation) ? plainName(operation, 'Query') : ''].filter((type) => type !== '').join(' & ')

/** The interface of `{ query, headers, cookies }`. */
export function ownQueryType(operation: Operation, wireType: AttributeTypes['wireType']): string[] {
  const members = parameterGroups(operation).flatMap(({ name, parameters, required, whole }) => {
    const head = `${name}${required ? '' : '?'}:`
    if (whole) return [...parameterComment(whole), ...unionLines(head, valueType(whole, wireType), 2)]
    const inner = parameters.flatMap((one) => [
      ...parameterComment(one),
      ...lines(unionLines(`${propertyName(one.name)}${isDemanded(one) ? '' : '?'}:`, valueType(one, wireType), 4)),
    ])
    return [`${head} {`, ...indented(inner), '}']
  })
  const { method, path } = operation
  return [
    ...comment(commentLines(`What \`${method} ${path}\` takes beside its path and its body.`)),
    `export interface ${plainName(operation, 'Query')} {`,
    ...indented(members),
    '}',
  ]
}

const lines = (texts: readonly string[]): string[] => texts.flatMap((text) => text.split('\n'))

const valueType = ({ schema, type }: Parameter, wireType: AttributeTypes['wireType']): readonly string[] => {
  const members = wireType(schema).filter((member) => member !== 'null')
  return members.length === 0 || (type === 'string' && members[0] === 'unknown') ? ['string'] : members
}

function parameterComment(parameter: Parameter): string[] {
  const { description, deprecated, usual } = parameter
  const sent =
    usual === undefined ? undefined : `Where it is not given, ${commentLines(literal(usual)).join(' ')} is sent.`
  return comment(description, sent, [...valueTags(parameter), ...(deprecated ? ['@deprecated'] : [])])
}

/** What writes them, as a member of the call: `parameters,` or `parameters: styled({ query: { ids: commas } }),`; none where there are none. */
export function writerLines(operation: Operation): string[] {
  const groups = parameterGroups(operation)
  const whole = groups.find((one) => one.whole)?.whole
  if (whole && whole.style !== 'form') return ['parameters: wholeQuery,']
  const styles = groups.flatMap(({ name, parameters }) =>
    group(name, whole && name === 'query' ? [] : parameters.flatMap((one) => entry(one.name, styleOf(one)))),
  )
  const usual = (['query', 'header', 'cookie'] as const).flatMap((place) =>
    group(
      GROUPS[place],
      operation.parameters
        .filter((one) => one.in === place && one.usual !== undefined)
        .map((one) => `${objectKey(one.name)}: ${literal(one.usual)}`),
    ),
  )
  const writer = styles.length > 0 ? `styled({ ${styles.join(', ')} })` : 'parameters'
  if (usual.length > 0) {
    if (styles.length === 0) return objectLines('parameters: usually(', usual, '),', INDENT)
    const line = `parameters: usually({ ${usual.join(', ')} }, ${writer}),`
    if (line.length <= LONGEST) return [line]
    const inner = [...objectLines('', usual, ',', INDENT + 2), ...objectLines('styled(', styles, '),', INDENT + 2)]
    return ['parameters: usually(', ...indented(inner), '),']
  }
  if (styles.length > 0) return objectLines('parameters: styled(', styles, '),', INDENT)
  return groups.length > 0 ? ['parameters,'] : []
}

/** Where the members of a call stand. */
const INDENT = 8
const LONGEST = 120 - INDENT

const group = (name: string, members: readonly string[]): string[] =>
  members.length > 0 ? [`${name}: { ${members.join(', ')} }`] : []
const entry = (name: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`${objectKey(name)}: ${value}`]

/** The function of the runtime that writes a parameter; undefined where it is written in the usual way. */
export function styleOf(
  parameter: Pick<Parameter, 'style' | 'explode' | 'allowReserved' | 'type'> & Partial<Pick<Parameter, 'in'>>,
): string | undefined {
  const style = parameter.in === 'header' ? headerStyle(parameter) : queryStyle(parameter)
  return parameter.allowReserved && parameter.in !== 'header' ? `reserved(${style ?? ''})` : style
}

function queryStyle({ style, explode, type }: Pick<Parameter, 'style' | 'explode' | 'type'>): string | undefined {
  if (style === 'json') return 'inJson'
  if (style === 'cookie') return 'unencoded'
  const kinds = type.split(' | ')
  const may = (...names: readonly string[]): boolean => kinds.some((kind) => kind === 'any' || names.includes(kind))
  if (!may('array', 'object') || style === 'deepObject' || style === 'text') return undefined
  if (style === 'spaceDelimited' && !explode) return 'spaces'
  if (style === 'pipeDelimited' && !explode) return 'pipes'
  if (!explode) return 'commas'
  return may('object') ? 'form' : undefined
}

function headerStyle({ style, explode, type }: Pick<Parameter, 'style' | 'explode' | 'type'>): string | undefined {
  if (style === 'json') return 'jsonHeader'
  const isObject = type.split(' | ').some((kind) => kind === 'any' || kind === 'object')
  return isObject && style !== 'text' ? (explode ? 'assigned' : 'listed') : undefined
}

/** How the properties of a form are written, as an object; empty where all are written in the usual way. */
export function formStyles(encoding: readonly Encoding[]): string {
  const members = encoding.flatMap((one) => {
    // Without a style, its media type says how it is written.
    if (one.style === 'text') return one.contentType && /json/.test(one.contentType) ? entry(one.name, 'inJson') : []
    return entry(one.name, styleOf(one) ?? (one.style === 'deepObject' ? 'pairs' : undefined))
  })
  return members.length > 0 ? `{ ${members.join(', ')} }` : ''
}
