import type { Links, Meta, RelationshipObject, ResourceObject } from './document.js'

/**
 * The key of the resource object that a linked resource was made of: its `meta` and `links` stay out of the way of its
 * fields. Not enumerable, so no copy, comparison or `JSON.stringify` meets it; a `WeakMap` costs as much as all the linking.
 */
const ORIGIN = Symbol('origin')

/** Remembers what a linked resource was made of. */
export function keepOrigin(resource: object, origin: ResourceObject): void {
  Object.defineProperty(resource, ORIGIN, { value: origin })
}

/** The `meta` of a resource that a request answered with. */
export function metaOf(resource: object): Meta | undefined {
  return originOf(resource)?.meta
}

/** The links of a resource that a request answered with, or those of one of its relationships. */
export function linksOf(resource: object, relationship?: string): Links | undefined {
  const origin = originOf(resource)
  if (relationship === undefined) return origin?.links
  const relationships: Readonly<Record<string, RelationshipObject | null>> = origin?.relationships ?? {}
  return Object.hasOwn(relationships, relationship) ? relationships[relationship]?.links : undefined
}

const originOf = (resource: { readonly [ORIGIN]?: ResourceObject }): ResourceObject | undefined => resource[ORIGIN]
