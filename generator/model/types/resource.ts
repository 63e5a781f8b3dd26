/** What the Model knows of resources. */
import type { Value } from './content.js'
import type { Operation } from './operation.js'
import type { Source } from './source.js'

/** A resource object. https://jsonapi.org/format/1.1/#document-resource-objects */
export interface Resource {
  /** The JSON:API type as on the wire, `api_credentials`. */
  readonly type: string
  /** The name of its interface, `ApiCredential`. */
  readonly name: string
  /** Its accessor in the client, `apiCredentials`; a singleton's is the name of its path, `user`. */
  readonly accessor: string
  /** For prose: `API credential` and `API credentials`. */
  readonly label: { readonly one: string; readonly many: string }
  readonly singleton: boolean
  readonly description?: string
  readonly id: Identity
  readonly attributes: readonly Attribute[]
  readonly relationships: readonly Relationship[]
  readonly operations: readonly Operation[]
  readonly source: Source
}

/** `required` or `optional` where it may be written, null where it may not. */
export type Writable = 'required' | 'optional' | null

export interface Identity {
  readonly example?: string
  /** Whether the client may or must choose it. https://jsonapi.org/format/1.1/#crud-creating-client-ids */
  readonly create: Writable
  readonly filterable: boolean
  readonly sortable: boolean
}

export interface Attribute extends Value {
  readonly name: string
  readonly readable: boolean
  readonly create: Writable
  readonly update: Writable
  readonly filterable: boolean
  readonly sortable: boolean
  readonly description?: string
  readonly deprecated: boolean
  /**
   * The pointers of its schemas: as it is read (or written, where it is never read), created and updated. Several where
   * it is in several sets of attributes, of which a resource has one.
   */
  readonly schema: {
    readonly read: readonly string[]
    readonly create?: readonly string[]
    readonly update?: readonly string[]
  }
  readonly source: Source
}

/** https://jsonapi.org/format/1.1/#document-resource-object-relationships */
export interface Relationship {
  readonly name: string
  readonly cardinality: 'one' | 'many'
  /** The resource types it may lead to; more than one where it is polymorphic. */
  readonly types: readonly string[]
  readonly readable: boolean
  readonly create: Writable
  readonly update: Writable
  /** Whether a writer may clear a to-one with null. */
  readonly nullable: boolean
  readonly description?: string
  readonly deprecated: boolean
  readonly source: { readonly cardinality: Source; readonly types: Source }
}
