import type { Operation } from '../model/types.js'
import { stringLiteral, union } from './literals.js'
import { plainName } from './plain.js'

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

const INCLUDE = 'const I extends string = never'
const FIELDS = 'const F extends Fields = NoFields'
const PAGE = 'const N extends number = number'

/** @param input the type of what is sent, whose keys name the fields of an error. */
export function answerView(operation: Operation, input: string | undefined): AnswerView {
  const { answer } = operation
  if (answer.kind === 'nothing') {
    return {
      request: 'EmptyRequest',
      generics: [],
      type: `EmptyRequest${typeArguments(input)}`,
      query: '',
      members: [],
    }
  }
  if (answer.kind === 'plain') {
    const data = plainName(operation, 'Data')
    return {
      request: 'PlainRequest',
      generics: [],
      type: `PlainRequest${typeArguments(data, input)}`,
      query: plainName(operation, 'Query'),
      members: [`accept: ${stringLiteral(answer.mediaType)},`, 'parameters: parameters(query),'],
    }
  }
  const types = union(answer.types)
  if (answer.kind === 'linkage') {
    const query = linkageQuery(operation, types)
    return {
      request: 'LinkageRequest',
      generics: query === '' ? [] : [PAGE],
      type: `LinkageRequest${typeArguments(types, String(answer.cardinality === 'many'))}`,
      query,
      members: answer.cardinality === 'many' ? ['many: true,'] : [],
    }
  }
  const query = queryType(operation, types, answer.kind === 'many')
  // From the query alone: what a caller expects must not say what was asked for.
  const asked = query === '' ? [] : ['NoInfer<I>', 'NoInfer<F>']
  const members = answer.kind === 'one' && answer.nullable ? ['nullable: true,'] : []
  if (answer.kind === 'many') {
    const generics = query === '' ? [] : [INCLUDE, FIELDS, PAGE]
    return { request: 'ListRequest', generics, type: `ListRequest${typeArguments(types, ...asked)}`, query, members }
  }
  const generics = query === '' ? [] : [INCLUDE, FIELDS]
  const rest = answer.nullable ? [input ?? 'never', 'null'] : [input]
  const unasked = query === '' && rest.some(Boolean) ? ['never', 'NoFields'] : asked
  return {
    request: 'ResourceRequest',
    generics,
    type: `ResourceRequest${typeArguments(types, ...unasked, ...rest)}`,
    query,
    members,
  }
}

/** The whole query type, or the part of it that the operation takes. */
function queryType({ query }: Operation, types: string, many: boolean): string {
  const offered = many ? (['include', 'fields', 'filter', 'sort', 'page'] as const) : (['include', 'fields'] as const)
  const taken = offered.filter((family) => query[family])
  const whole = many ? `ListQuery<${types}, I, F, N>` : `Query<${types}, I, F>`
  if (taken.length === 0) return ''
  return taken.length === offered.length ? whole : `Pick<${whole}, ${union(taken)}>`
}

/** A list of linkage may be filtered, sorted and paged like one of resources. */
function linkageQuery({ query }: Operation, types: string): string {
  const taken = (['filter', 'sort', 'page'] as const).filter((family) => query[family])
  return taken.length === 0 ? '' : `Pick<ListQuery<${types}, never, NoFields, N>, ${union(taken)}>`
}

const typeArguments = (...names: readonly (string | undefined)[]): string => {
  const given = names.filter((name) => name !== undefined)
  return given.length > 0 ? `<${given.join(', ')}>` : ''
}
