/** What operations send and get. */
import type { Parameter } from './operation.js'
import type { Attribute } from './resource.js'

export type Body =
  /** A resource object of the operation's resource, to be created or updated. */
  | {
      readonly kind: 'resource'
      readonly type: string
      readonly write: 'create' | 'update'
      readonly required: boolean
    }
  /** A resource object with attributes of its own, as an action takes it. */
  | {
      readonly kind: 'attributes'
      /** The name of its interface, `OrganizationTransferOwnership`. */
      readonly name: string
      readonly type: string
      /** Whether the object carries the id that the path names. */
      readonly id: boolean
      readonly attributes: readonly Attribute[]
      readonly required: boolean
    }
  /** Linkage: what a to-one relationship leads to, null included, or identifiers of what a to-many does. */
  | {
      readonly kind: 'linkage'
      readonly cardinality: 'one' | 'many'
      readonly types: readonly string[]
      readonly required: true
    }
  /** Anything else, in one of these media types, the first of which is the usual one. */
  | {
      readonly kind: 'plain'
      readonly contents: readonly [BodyContent, ...BodyContent[]]
      readonly required: boolean
    }

/** https://spec.openapis.org/oas/v3.1.1#media-type-object */
export interface BodyContent {
  /** `application/json`, or a range such as `image/*`. */
  readonly mediaType: string
  readonly format: 'json' | 'form' | 'multipart' | 'text' | 'binary'
  /** The pointer of its schema. */
  readonly schema: string
  /** How the properties of a form or of parts are written that are not written in the usual way. */
  readonly encoding: readonly Encoding[]
  /** Of an object: its properties. */
  readonly properties: readonly Property[]
  /** The whole of it, where it is JSON. */
  readonly value?: Value
}

/** What a value may be. */
export interface Value {
  /** JSON Schema's type; several joined by ` | `; `any` where the document does not say. */
  readonly type: string
  readonly format?: string
  readonly enum?: readonly (string | number | boolean)[]
  readonly nullable: boolean
  readonly default?: unknown
  readonly example?: unknown
  /** Of an array, where the document says. */
  readonly items?: Value
  /** Of an object, down to a depth that no reader goes beyond. */
  readonly properties?: readonly Property[]
  /** What it may be, where that is one of several things, and it is not among such itself. Of the first most is told. */
  readonly variants?: readonly [Variant, ...Variant[]]
  readonly limits?: Limits
}

/** https://json-schema.org/draft/2020-12/json-schema-validation#section-6 */
export interface Limits {
  /** A regular expression of ECMA-262. */
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: true
  readonly minProperties?: number
  readonly maxProperties?: number
}

/** One of several things that a value may be. https://spec.openapis.org/oas/v3.1.1#composition-and-inheritance-polymorphism */
export interface Variant extends Value {
  /** Its title, or what its schema is called; undefined where it has neither. */
  readonly label?: string
  /** CommonMark. */
  readonly description?: string
}

/** A property of an object that is no resource object. */
export interface Property extends Value {
  readonly name: string
  readonly required: boolean
  /** CommonMark. */
  readonly description?: string
  readonly deprecated: boolean
}

/** https://spec.openapis.org/oas/v3.1.1#encoding-object */
export interface Encoding extends Pick<Parameter, 'style' | 'explode' | 'allowReserved'> {
  /** The property. */
  readonly name: string
  /** Of a part. */
  readonly contentType?: string
  /** JSON Schema's type of the property. */
  readonly type: string
}

export type Answer =
  | { readonly kind: 'one'; readonly types: readonly string[]; readonly nullable: boolean; readonly status: number }
  | { readonly kind: 'many'; readonly types: readonly string[]; readonly status: number }
  /** https://jsonapi.org/format/1.1/#fetching-relationships-responses */
  | {
      readonly kind: 'linkage'
      readonly cardinality: 'one' | 'many'
      readonly types: readonly string[]
      /** Whether a to-one may be empty. */
      readonly nullable?: boolean
      readonly status: number
    }
  | { readonly kind: 'nothing'; readonly status: number }
  | {
      readonly kind: 'plain'
      /** Those of all successful answers that are read in the same way, the usual one first. */
      readonly contents: readonly [AnswerContent, ...AnswerContent[]]
      /** Whether a successful answer may have no content. */
      readonly empty: boolean
      readonly status: number
    }

export interface AnswerContent {
  readonly status: number
  readonly mediaType: string
  /** `events` and `lines` come one by one. */
  readonly format: 'json' | 'text' | 'binary' | 'events' | 'lines'
  /** The pointer of the schema, of what comes one by one that of each; absent where the document has none. */
  readonly schema?: string
  /** Of an object, or of a list of objects: its properties. */
  readonly properties: readonly Property[]
  /** The whole of it, where it is JSON. */
  readonly value?: Value
}
