import { isObject } from './description.js'
import type { Document } from './document.js'
import type { Include } from './include.js'
import { parsed } from './json.js'
import { link } from './link.js'
import type { PageParts } from './pages.js'
import type { FieldsOf } from './query.js'
import { ApiRequest, topLevel, type WithDocument } from './request.js'
import type { Type } from './resource.js'
import type { Fields, Merge, NoFields, Result } from './result.js'
import type { QueryParts } from './search.js'
import type { Answer } from './send.js'
import type { Call } from './transport.js'

/**
 * A request that answers with one resource.
 *
 * @typeParam T its type, @typeParam I the include paths, @typeParam F the fields asked for, @typeParam Input what is
 * sent, @typeParam Empty null where there may be no such resource, @typeParam Q what the operation declares of its query.
 */
export class ResourceRequest<
  T extends Type,
  I extends string = never,
  F = NoFields,
  Input = never,
  Empty extends null = never,
  Q = unknown,
> extends ApiRequest<Result<T, I, F> | Empty, Input> {
  /** The same request with more relationships included. */
  include<const P extends string>(...paths: Include<T, P, Q>[]): ResourceRequest<T, I | P, F, Input, Empty, Q> {
    return new ResourceRequest<T, I | P, F, Input, Empty, Q>(this.transport, including(this.call, paths))
  }

  /** The same request with other fields of these types. */
  fields<const G extends Fields>(fields: G & FieldsOf<G, Q>): ResourceRequest<T, I, Merge<F, G>, Input, Empty, Q> {
    return new ResourceRequest<T, I, Merge<F, G>, Input, Empty, Q>(this.transport, selecting(this.call, fields))
  }

  protected read(answer: Answer): WithDocument<Result<T, I, F> | Empty> {
    const { api } = this.transport
    const isOne = (data: unknown): boolean => isResource(data) || (data === null && this.call.nullable === true)
    const document = documentOf(answer, isOne, 'a document with one resource')
    const [data = null as Empty] = link<Result<T, I, F>>(api, document, queryOf(this.call))
    return { ...topLevel(document), data }
  }
}

/**
 * The JSON:API document that an answer holds.
 *
 * @param isData whether its primary data is what was due.
 * @throws ParseError for anything else.
 */
export function documentOf(
  { body, fault }: Pick<Answer, 'body' | 'fault'>,
  isData: (data: unknown) => boolean,
  expected: string,
): Document {
  const document = parsed(body) as Document | null | undefined
  if (document && isData(document.data)) return document
  const found =
    body === '' ? 'the body is empty' : document === undefined ? 'it is no JSON' : `it has ${partsOf(document)}`
  throw fault(`${expected}: ${found}`)
}

/** What there is instead of what was due. */
const partsOf = (document: unknown): string => {
  const names = isObject(document) ? Object.keys(document).slice(0, 5) : []
  return names.length > 0 ? `${names.join(', ')}, and its data is of another kind` : 'no members'
}

/** https://jsonapi.org/format/1.1/#document-resource-objects */
export const isResource = (data: unknown): boolean => isObject(data) && typeof data.type === 'string'

/** The query of a call; its writer's compiler has checked it against the API. */
export const queryOf = ({ query }: Call): QueryParts => query ?? {}

/** The call with the query changed; the one that it was made from stays as it is. */
export const asking = (call: Call, query: QueryParts): Call => ({ ...call, query: { ...call.query, ...query } })

export const including = (call: Call, paths: readonly string[]): Call =>
  asking(call, { include: [...(queryOf(call).include ?? []), ...paths] })

export const paging = (call: Call, page: PageParts): Call => asking(call, { page: { ...queryOf(call).page, ...page } })

export const selecting = (call: Call, fields: QueryParts['fields']): Call =>
  asking(call, { fields: { ...queryOf(call).fields, ...fields } })
