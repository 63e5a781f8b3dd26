import type { Linkage, Links, Meta, RelationshipObject } from './document.js'

/** What a resource came as: a resource object, or a resource identifier. */
interface Origin extends Linkage {
  readonly links?: Links
  readonly relationships?: Readonly<Record<string, RelationshipObject | null>> | null
}

/**
 * The key of the object that a resource was made of: its `meta` and `links` stay out of the way of its fields. Not
 * enumerable, so no copy, comparison or `JSON.stringify` meets it. A private field, put into an object with more than a
 * dozen fields, makes V8 keep it as a hash table; a `WeakMap` costs as much as all the linking.
 */
const ORIGIN = Symbol('origin')

/** Remembers what a resource was made of. */
export function keepOrigin(resource: object, origin: Origin): void {
  Object.defineProperty(resource, ORIGIN, { value: origin })
}

/** The `meta` of a resource that a request answered with, of an identifier in it, or of one of its relationships. */
export function metaOf(resource: object, relationship?: string): Meta | undefined {
  return placeOf(resource, relationship)?.meta
}

/** The links of a resource that a request answered with, or those of one of its relationships. */
export function linksOf(resource: object, relationship?: string): Links | undefined {
  return placeOf(resource, relationship)?.links
}

/** The local id of a resource in the document that it came in. https://jsonapi.org/format/1.1/#document-resource-object-identification */
export function lidOf(resource: object): string | undefined {
  return originOf(resource)?.lid
}

function placeOf(resource: object, relationship: string | undefined): Origin | RelationshipObject | null | undefined {
  const origin = originOf(resource)
  if (relationship === undefined) return origin
  const relationships = origin?.relationships ?? {}
  return Object.hasOwn(relationships, relationship) ? relationships[relationship] : undefined
}

const originOf = (resource: { readonly [ORIGIN]?: Origin }): Origin | undefined => resource[ORIGIN]
