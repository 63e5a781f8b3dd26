import type { Linkage, Links, Meta, RelationshipObject } from './document.js'

/** What a resource came as: a resource object, or a resource identifier. */
interface Origin extends Linkage {
  readonly links?: Links
  readonly relationships?: Readonly<Record<string, RelationshipObject | null>> | null
}

class Host {
  constructor(resource: object) {
    // biome-ignore lint/correctness/noConstructorReturn: so that a private field goes into the resource itself
    return resource
  }
}

/**
 * Keeps the object that a resource was made of in a private field of the resource: its `meta` and `links` stay out of
 * the way of its fields, and no copy, comparison or `JSON.stringify` meets it. A symbol's property takes four times as
 * long, a `WeakMap` as long as all the linking.
 */
class Kept extends Host {
  readonly #origin: Origin

  constructor(resource: object, origin: Origin) {
    super(resource)
    this.#origin = origin
  }

  static origin(resource: object): Origin | undefined {
    return #origin in resource ? resource.#origin : undefined
  }
}

/** Remembers what a resource was made of. */
export function keepOrigin(resource: object, origin: Origin): void {
  new Kept(resource, origin)
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
  return Kept.origin(resource)?.lid
}

function placeOf(resource: object, relationship: string | undefined): Origin | RelationshipObject | null | undefined {
  const origin = Kept.origin(resource)
  if (relationship === undefined) return origin
  const relationships = origin?.relationships ?? {}
  return Object.hasOwn(relationships, relationship) ? relationships[relationship] : undefined
}
