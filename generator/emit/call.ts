/** The one statement of a method: the request that it returns, made of a call. */
import { METHODS, type Model, type Operation } from '../model/types.js'
import type { AnswerView } from './answer.js'
import type { BodyView } from './body.js'
import { returnNewLines } from './layout.js'
import { stringLiteral } from './literals.js'
import { writerLines } from './parameters.js'
import { placeOf } from './path.js'
import { wayLines } from './ways.js'

/** A group of requests, as its methods need to know it. */
export interface Home {
  /** What most of its paths begin with; empty where they have nothing in common. */
  readonly path: string
  /** The type of the resource objects that it sends; undefined where it has none. */
  readonly type: string | undefined
}

/** What a method takes and gives. */
interface Parts {
  readonly answer: AnswerView
  readonly body: BodyView | undefined
  /** The type of its query; empty where it takes none. */
  readonly query: string
}

/** `return new ResourceRequest<…>(this.#calls.patch([id], resource(input, id), query, options))`. */
export function callLines(model: Model, operation: Operation, { path }: Home, parts: Parts): string[] {
  const { answer, body, query } = parts
  const { method } = operation
  const place = placeOf(operation, path)
  const said = [...(isUnrepeatable(operation) ? ['repeatable: false,'] : []), ...answer.members]
  const ways = [...(answer.query ? wayLines(model, operation) : []), ...writerLines(operation)]
  const usual = ways.length > 0 ? undefined : usualArguments(operation, parts, said)
  if (usual) return returnNewLines(answer.type, `this.#calls.${method.toLowerCase()}`, [place, ...usual], [], 4)
  const members = [
    ...said,
    ...(body ? `body: ${body.made.join('\n')},`.split('\n') : []),
    ...(query ? ['query,'] : []),
    ...ways,
    'options,',
  ]
  return returnNewLines(answer.type, 'this.#calls.make', [stringLiteral(method), place], members, 4)
}

/** The arguments of a call that is like most: of four methods, with what JSON:API knows; undefined for any other. */
function usualArguments(
  { method, body: sent, answer }: Operation,
  { body, query }: Parts,
  said: readonly string[],
): string[] | undefined {
  if (sent?.kind === 'plain' || answer.kind === 'plain') return undefined
  const asked = query ? 'query' : 'undefined'
  const rest = said.length > 0 ? [`{ ${said.join(' ').replace(/,$/, '')} }`] : []
  switch (method) {
    case 'GET':
      return body ? undefined : [asked, 'options', ...rest]
    case 'POST':
    case 'PATCH':
      return [body?.made.join('') ?? 'undefined', asked, 'options', ...rest]
    case 'DELETE':
      return body || query || said.length > 0 ? undefined : ['options']
    default:
      return undefined
  }
}

/**
 * A PATCH that is no update may do more when it is sent a second time, as may what HTTP does not know.
 * https://www.rfc-editor.org/rfc/rfc5789#section-2
 */
const isUnrepeatable = ({ method, kind }: Operation): boolean =>
  !METHODS.includes(method) || (method === 'PATCH' && (kind === 'action' || kind === 'plain'))
