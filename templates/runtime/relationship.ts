import type { Body } from './body.js'
import type { Linkage } from './document.js'
import { ApiRequest } from './request.js'
import type { Identifier, Link } from './resource.js'
import { readDocument } from './resource-request.js'

declare module './description.js' {
  interface ResourceDescription {
    /** The attributes whose values are dates. */
    readonly dates?: readonly string[]
  }
}

/** The linkage of a relationship: of a to-many a list of identifiers, of a to-one an identifier or null. */
type LinkageOf<T extends string, Many extends boolean> = Many extends true ? Identifier<T>[] : Identifier<T> | null

/**
 * A request that answers with the linkage of a relationship. https://jsonapi.org/format/1.1/#fetching-relationships
 *
 * @typeParam T the types that the relationship leads to, @typeParam Many whether it is to-many.
 */
export class LinkageRequest<T extends string, Many extends boolean> extends ApiRequest<LinkageOf<T, Many>> {
  protected async read(request: Request, response: Response): Promise<LinkageOf<T, Many>> {
    const document = await readDocument(request, response, isLinkage, 'a document with linkage')
    // The one place where what came over the wire takes the type of the relationship.
    return document.data as LinkageOf<T, Many>
  }
}

const isLinkage = (data: unknown): boolean =>
  data === null || (Array.isArray(data) ? data : [data]).every((one) => typeof one?.type === 'string')

/**
 * The document with the linkage of a relationship, as it is now: the request may be sent much later.
 *
 * @param types the type that it leads to; of a polymorphic one, all of them.
 */
export function linkage(value: Link<string> | readonly Link<string>[] | null, types: string | readonly string[]): Body {
  const [type = ''] = [types].flat()
  const one = (given: Link<string>): Linkage =>
    typeof given === 'string' ? { type, id: given } : { type: given.type, id: given.id }
  const data = value === null ? null : isList(value) ? value.map(one) : one(value)
  const content = JSON.stringify({ data })
  return ({ mediaType }) => ({ content, mediaType })
}

const isList = (value: unknown): value is readonly Link<string>[] => Array.isArray(value)
