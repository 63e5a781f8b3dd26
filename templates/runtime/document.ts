/** A JSON:API document as it comes over the wire, as far as the runtime reads it. https://jsonapi.org/format/1.1/#document-structure */
export interface Document extends TopLevel {
  readonly data?: ResourceObject | readonly ResourceObject[] | null
  readonly included?: readonly ResourceObject[] | null
  readonly errors?: readonly ErrorObject[]
}

/** What a document tells beside its data. https://jsonapi.org/format/1.1/#document-top-level */
export interface TopLevel {
  readonly meta?: Meta | undefined
  readonly links?: Links | undefined
  readonly jsonapi?: Meta | undefined
}

/** https://jsonapi.org/format/1.1/#document-resource-objects */
export interface ResourceObject extends Linkage {
  readonly attributes?: Readonly<Record<string, unknown>> | null
  readonly relationships?: Readonly<Record<string, RelationshipObject>> | null
  readonly links?: Links
}

/** https://jsonapi.org/format/1.1/#document-resource-object-relationships */
export interface RelationshipObject {
  readonly data?: Linkage | readonly Linkage[] | null
  readonly meta?: Meta
  readonly links?: Links
}

/** https://jsonapi.org/format/1.1/#document-resource-identifier-objects */
export interface Linkage {
  readonly type: string
  readonly id: string
  /** Within one document, in the place of an id that the server has yet to give. */
  readonly lid?: string
  readonly meta?: Meta
}

export type Meta = Readonly<Record<string, unknown>>

/** https://jsonapi.org/format/1.1/#document-links */
export interface Links {
  readonly self?: LinkValue
  readonly related?: LinkValue
  readonly first?: LinkValue
  readonly prev?: LinkValue
  readonly next?: LinkValue
  readonly last?: LinkValue
  readonly [name: string]: LinkValue | undefined
}

export type LinkValue = string | { readonly href: string; readonly meta?: Meta } | null

/** https://jsonapi.org/format/1.1/#error-objects */
export interface ErrorObject {
  readonly id?: string
  readonly status?: string
  readonly code?: string
  readonly title?: string
  readonly detail?: string
  readonly source?: { readonly pointer?: string; readonly parameter?: string; readonly header?: string }
  readonly links?: Links
  readonly meta?: Meta
}
