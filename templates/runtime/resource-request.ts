import type { Attempt } from './attempt.js'
import { isObject, own } from './description.js'
import type { Document } from './document.js'
import { parseError } from './errors.js'
import type { Include } from './include.js'
import { parsed } from './json.js'
import { link } from './link.js'
import type { FieldsOf } from './query.js'
import { ApiRequest, topLevel, type WithDocument } from './request.js'
import type { Type } from './resource.js'
import type { Fields, Merge, NoFields, Result } from './result.js'
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
    return new ResourceRequest<T, I | P, F, Input, Empty, Q>(
      this.asking(({ include = [] }) => ({ include: [...include, ...paths] })),
    )
  }

  /** The same request with other fields of these types. */
  fields<const G extends Fields>(more: G & FieldsOf<G, Q>): ResourceRequest<T, I, Merge<F, G>, Input, Empty, Q> {
    return new ResourceRequest<T, I, Merge<F, G>, Input, Empty, Q>(
      this.asking(({ fields }) => ({ fields: { ...fields, ...more } })),
    )
  }

  protected read(answer: Attempt, { transport, query, nullable }: Call): WithDocument<Result<T, I, F> | Empty> {
    const document = documentOf(answer, false, nullable)
    const [data = null as Empty] = link<Result<T, I, F>>(transport.api, document, query ?? {})
    return { ...topLevel(document), data }
  }
}

/**
 * The JSON:API document that an answer holds.
 *
 * @param many whether a list is due, or one resource.
 * @param nullable whether there may be none instead of the one.
 * @throws ParseError for anything else.
 */
export function documentOf(answer: Attempt, many: boolean | undefined, nullable?: boolean): Document {
  const document = Object(parsed(answer.body)) as Document
  const { data } = document
  const isDue = many ? Array.isArray(data) && data.every(isResource) : isResource(data) || (nullable && data === null)
  if (isDue) return document
  throw parseError(many ? 'a document with a list of resources' : 'a document with one resource', answer)
}

/** https://jsonapi.org/format/1.1/#document-resource-objects */
const isResource = (data: unknown): boolean => isObject(data) && typeof own(data, 'type') === 'string'
