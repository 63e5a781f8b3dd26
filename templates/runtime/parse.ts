import { description } from '../api.js'
import type { Attempt } from './attempt.js'
import { parseError } from './errors.js'
import type { Include } from './include.js'
import { link } from './link.js'
import { topLevel, type WithDocument } from './request.js'
import type { Type } from './resource.js'
import { documentOf } from './resource-request.js'
import type { Fields, KnownTypes, NoFields, Result } from './result.js'

/** What a document is expected to hold. */
export interface Expected<T extends Type, I extends string = never, F = NoFields> {
  /** The type of its primary data, or the types; any of the API's where it is left out. */
  readonly type?: T | readonly T[]
  /** The paths of relationships whose resources come along. */
  readonly include?: readonly Include<T, I>[]
  /** By type, the only fields that are handed out. */
  readonly fields?: F & KnownTypes<F, Fields>
}

/**
 * The resource in a document that came another way than by a request, such as a webhook's payload.
 *
 * @param document a JSON:API document, as text or as a value.
 * @throws ParseError where it is no document with one resource of the type that was expected.
 */
export function parse<T extends Type, const I extends string = never, const F extends Fields = NoFields>(
  document: unknown,
  expected: Expected<T, I, F> = {},
): Result<T, NoInfer<I>, NoInfer<F>> {
  return only<Result<T, NoInfer<I>, NoInfer<F>>>(read(document, expected, false))
}

/**
 * The resources in a document that came another way than by a request, with its `meta` and `links`.
 *
 * @param document a JSON:API document, as text or as a value.
 * @throws ParseError where it is no document with a list of resources of the types that were expected.
 */
export function parseList<T extends Type, const I extends string = never, const F extends Fields = NoFields>(
  document: unknown,
  expected: Expected<T, I, F> = {},
): WithDocument<Result<T, NoInfer<I>, NoInfer<F>>[]> {
  return read<Result<T, NoInfer<I>, NoInfer<F>>>(document, expected, true)
}

/** What is read of `Expected`, without its types. */
interface Sought {
  readonly type?: string | readonly string[]
  readonly include?: readonly string[]
  readonly fields?: object
}

/** What came without a request. */
const answered = (body: string): Attempt => ({ method: '', path: '', count: 0, body })

function read<Row>(given: unknown, { type, include = [], fields = {} }: Sought, many: boolean): WithDocument<Row[]> {
  const answer = answered((typeof given === 'string' ? given : JSON.stringify(given)) ?? '')
  const document = documentOf(answer, many)
  const types = [type ?? []].flat()
  const other = [document.data ?? []].flat().find((one) => types.length > 0 && !types.includes(one.type))
  if (other) throw parseError(`${types.join(' or ')}, not ${other.type}`, answer)
  return { ...topLevel(document), data: link<Row>(description, document, { include, fields: { ...fields } }) }
}

// Over the row alone: over the type of the result, the compiler would compare it with itself.
function only<Row>({ data: [row] }: WithDocument<Row[]>): Row {
  if (row === undefined) throw parseError('a resource', answered(''))
  return row
}
