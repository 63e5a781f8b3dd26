import type { Model, Operation, OperationQuery } from '../model/types.js'
import { acceptOf } from './accept.js'
import { stringLiteral, union } from './literals.js'
import { hasData } from './plain.js'
import { plainName } from './plain-name.js'
import { terms, termsName } from './terms.js'

/** What an operation answers with, as its method shows it. */
export interface AnswerView {
  /** The class of the request. */
  readonly request: string
  /** The method's type parameters. */
  readonly generics: readonly string[]
  /** What the method returns. */
  readonly type: string
  /** The type of its query; empty where it takes none. */
  readonly query: string
  /** What the call says of the answer. */
  readonly members: readonly string[]
}

/** The families of which the service must be told something. */
export function requiredFamilies({ query }: Operation): (keyof OperationQuery)[] {
  const { include, fields, sort, filter, page } = query
  const isNeeded = {
    include: include?.required,
    fields: fields?.types.some(({ required }) => required),
    filter: filter?.text?.required || filter?.parameters.some(({ required }) => required),
    sort: sort?.required,
    page: page?.parameters.some(({ required }) => required),
  }
  return FAMILIES.filter((family) => isNeeded[family])
}

const INCLUDE = 'const I extends string = never'
const FIELDS = 'const F extends Fields = NoFields'
const PAGE = 'const N extends number = number'

/** @param input the type of what is sent, whose keys name the fields of an error. */
export function answerView(model: Model, operation: Operation, input: string | undefined): AnswerView {
  const { answer } = operation
  if (answer.kind === 'nothing') {
    return {
      request: 'EmptyRequest',
      generics: [],
      type: `EmptyRequest${typeArguments(input)}`,
      query: '',
      members: acceptMembers(operation),
    }
  }
  if (answer.kind === 'plain') return plainView(operation, input)
  const types = union(answer.types)
  if (answer.kind === 'linkage') {
    const query = linkageQuery(model, operation, types)
    return {
      request: 'LinkageRequest',
      generics: query === '' ? [] : [PAGE],
      type: `LinkageRequest${typeArguments(types, String(answer.cardinality === 'many'))}`,
      query,
      members: answer.cardinality === 'many' ? ['many: true,'] : [],
    }
  }
  const query = queryType(model, operation, types)
  const own = termsName(model, operation)
  // From the query alone: what a caller expects must not say what was asked for.
  const asked = query === '' ? [] : ['NoInfer<I>', 'NoInfer<F>']
  const fields = own !== undefined && terms(model, operation).includes('fields') ? fieldsIn(own) : FIELDS
  const members = answer.kind === 'one' && answer.nullable ? ['nullable: true,'] : []
  if (answer.kind === 'many') {
    const generics = query === '' ? [] : [INCLUDE, fields, PAGE]
    const type = `ListRequest${typeArguments(types, ...asked, query === '' ? undefined : own)}`
    return { request: 'ListRequest', generics, type, query, members }
  }
  const generics = query === '' ? [] : [INCLUDE, fields, ...(operation.query.page ? [PAGE] : [])]
  const sent = input ?? 'never'
  const rest =
    own !== undefined ? [sent, answer.nullable ? 'null' : 'never', own] : answer.nullable ? [sent, 'null'] : [input]
  const unasked = query === '' && rest.some(Boolean) ? ['never', 'NoFields'] : asked
  return {
    request: 'ResourceRequest',
    generics,
    type: `ResourceRequest${typeArguments(types, ...unasked, ...rest)}`,
    query,
    members,
  }
}

function acceptMembers(operation: Operation): string[] {
  const accept = acceptOf(operation)
  return accept === undefined ? [] : [`accept: ${stringLiteral(accept)},`]
}

/** https://spec.openapis.org/oas/v3.1.1#media-type-object */
function plainView(operation: Operation, input: string | undefined): AnswerView {
  const { answer } = operation
  if (answer.kind !== 'plain') throw new TypeError(`${operation.call} is answered with a document`)
  const { contents } = answer
  const request = REQUESTS[contents[0].format]
  const data = hasData(operation) ? plainName(operation, 'Data') : undefined
  // Events have a type of their own, before that of the input.
  const first = request === 'EventsRequest' && input !== undefined ? (data ?? 'ServerSentEvent') : data
  return {
    request,
    generics: [],
    type: `${request}${typeArguments(first, input)}`,
    query: '',
    members: acceptMembers(operation),
  }
}

const REQUESTS = {
  json: 'PlainRequest',
  text: 'PlainRequest',
  binary: 'BlobRequest',
  events: 'EventsRequest',
  lines: 'JsonLinesRequest',
} as const

const fieldsIn = (own: string): string => `const F extends ${own}['fields'] = NoFields`

const FAMILIES = ['include', 'fields', 'filter', 'sort', 'page'] as const
const OF_ONE: ReadonlySet<string> = new Set(['include', 'fields'])

/** The whole query type, or the part of it that the operation takes; what must be given is required. */
function queryType(model: Model, operation: Operation, types: string): string {
  const { query, answer } = operation
  const own = termsName(model, operation)
  const taken = FAMILIES.filter((family) => query[family])
  if (taken.length === 0) return ''
  const isList = answer.kind === 'many' || taken.some((family) => !OF_ONE.has(family))
  const offered = FAMILIES.filter((family) => isList || OF_ONE.has(family))
  const size = isList ? [query.page || answer.kind === 'many' ? 'N' : 'number'] : []
  const whole = `${isList ? 'ListQuery' : 'Query'}${typeArguments(types, 'I', 'F', ...size, own)}`
  return needing(operation, taken.length === offered.length ? whole : `Pick<${whole}, ${union(taken)}>`)
}

/** A list of linkage may be filtered, sorted and paged like one of resources. */
function linkageQuery(model: Model, operation: Operation, types: string): string {
  const taken = (['filter', 'sort', 'page'] as const).filter((family) => operation.query[family])
  const whole = `ListQuery${typeArguments(types, 'never', 'NoFields', 'N', termsName(model, operation))}`
  return taken.length === 0 ? '' : needing(operation, `Pick<${whole}, ${union(taken)}>`)
}

function needing(operation: Operation, type: string): string {
  const required = requiredFamilies(operation)
  return required.length > 0 ? `Needing<${type}, ${union(required)}>` : type
}

const typeArguments = (...names: readonly (string | undefined)[]): string => {
  const given = names.filter((name) => name !== undefined)
  return given.length > 0 ? `<${given.join(', ')}>` : ''
}
