import type { Attempt } from './attempt.js'
import type { Body } from './body.js'
import type { Linkage } from './document.js'
import { identified } from './input.js'
import { keepOrigin } from './origin.js'
import { ApiRequest, topLevel, type WithDocument } from './request.js'
import type { Identifier } from './resource.js'
import { documentOf } from './resource-request.js'
import type { Call } from './transport.js'

/** What a relationship leads to: identifiers, or one, or none. */
export type LinkageOf<T extends string, Many extends boolean> = Many extends true
  ? Identifier<T>[]
  : Identifier<T> | null

/**
 * A request that is answered with linkage, not with resources. https://jsonapi.org/format/1.1/#fetching-relationships
 *
 * @typeParam T the type or types that the relationship leads to, @typeParam Many whether it is to-many.
 */
export class LinkageRequest<T extends string, Many extends boolean, Input = never> extends ApiRequest<
  LinkageOf<T, Many>,
  Input
> {
  protected read(answer: Attempt, { many }: Call): WithDocument<LinkageOf<T, Many>> {
    const document = documentOf(answer, many, true)
    const identifiers = [document.data ?? []].flat().map(identifier)
    // The one place where what came over the wire takes the type of the relationship.
    const data = (many ? identifiers : (identifiers[0] ?? null)) as LinkageOf<T, Many>
    return { ...topLevel(document), data }
  }
}

/**
 * The document that replaces, adds to or removes from a relationship, made of ids, identifiers or resources as they are
 * now. https://jsonapi.org/format/1.1/#crud-updating-relationships
 *
 * @param types the type or types that the relationship leads to.
 */
export function linkage(value: unknown, types: string | readonly string[]): Body {
  const content = JSON.stringify({ data: identified(value, types, 'links') })
  return ({ mediaType }) => ({ content, mediaType })
}

function identifier(given: Linkage): Linkage {
  const made = { type: given.type, id: given.id }
  keepOrigin(made, given)
  return made
}
