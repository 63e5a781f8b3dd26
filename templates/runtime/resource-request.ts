import type { Document } from './document.js'
import { ParseError } from './errors.js'
import type { Include } from './include.js'
import { type Asked, link } from './link.js'
import { ApiRequest } from './request.js'
import type { Type } from './resource.js'
import type { Fields, KnownTypes, Merge, NoFields, Result } from './result.js'
import type { QueryParts } from './search.js'
import type { Call } from './transport.js'

/**
 * A request that answers with one resource.
 *
 * @typeParam T its type, @typeParam I the include paths, @typeParam F the fields asked for, @typeParam Input what is
 * sent, @typeParam Empty null where there may be no such resource.
 */
export class ResourceRequest<
  T extends Type,
  I extends string = never,
  F = NoFields,
  Input = never,
  Empty extends null = never,
> extends ApiRequest<Result<T, I, F> | Empty, Input> {
  /** The same request with more relationships included. */
  include<const P extends string>(...paths: Include<T, P>[]): ResourceRequest<T, I | P, F, Input, Empty> {
    return new ResourceRequest<T, I | P, F, Input, Empty>(this.transport, including(this.call, paths))
  }

  /** The same request with other fields of these types. */
  fields<const G extends Fields>(fields: G & KnownTypes<G>): ResourceRequest<T, I, Merge<F, G>, Input, Empty> {
    return new ResourceRequest<T, I, Merge<F, G>, Input, Empty>(this.transport, selecting(this.call, fields))
  }

  protected async read(request: Request, response: Response): Promise<Result<T, I, F> | Empty> {
    const nullable = this.call.nullable ?? false
    const isOne = (data: unknown): boolean => isResource(data) || (data === null && nullable)
    const document = await readDocument(request, response, isOne, 'a document with one resource')
    const [resource = null as Empty] = link<Result<T, I, F>>(this.transport.api, document, this.call.query ?? {})
    return resource
  }
}

/**
 * The JSON:API document that an answer holds.
 *
 * @param isData whether its primary data is what was due.
 * @throws ParseError for anything else.
 */
export async function readDocument(
  request: Request,
  response: Response,
  isData: (data: unknown) => boolean,
  expected: string,
): Promise<Document> {
  const text = await response.text()
  const document = parsed(text)
  if (!document || !isData(document.data)) throw new ParseError(request, response, text, expected)
  return document
}

/** https://jsonapi.org/format/1.1/#document-resource-objects */
export const isResource = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && typeof data.type === 'string'

function parsed(text: string): Document | null | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The call with the query changed; the one that it was made from stays as it is. */
export const asking = (call: Call, query: object): Call => ({ ...call, query: { ...call.query, ...query } })

export const including = (call: Call, paths: readonly string[]): Call =>
  asking(call, { include: [...((call.query as Asked | undefined)?.include ?? []), ...paths] })

export const paging = (call: Call, page: object): Call =>
  asking(call, { page: { ...(call.query as QueryParts | undefined)?.page, ...page } })

export const selecting = (call: Call, fields: object): Call =>
  asking(call, { fields: { ...(call.query as Asked | undefined)?.fields, ...fields } })
