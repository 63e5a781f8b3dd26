/** What the Model knows of operations, beside their query and what they send and get. */
import type { Requirement } from './api.js'
import type { Answer, Body, Limits, Property, Value } from './content.js'
import type { OperationQuery } from './query.js'
import type { Source } from './source.js'

/** `GET`; since OpenAPI 3.2 any token of HTTP. https://www.rfc-editor.org/rfc/rfc9110#name-methods */
export type Method = string

/** Those that have a field of their own in a path item. */
export const METHODS: readonly Method[] = [
  ...['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE', 'QUERY'],
]

/**
 * `relationship` is an operation on a relationship itself, whose documents hold linkage; `plain` is one whose answer and
 * body are no JSON:API documents.
 */
export type OperationKind =
  | 'list'
  | 'retrieve'
  | 'create'
  | 'update'
  | 'delete'
  | 'related'
  | 'relationship'
  | 'action'
  | 'plain'

export interface Operation {
  /** The accessor in the SDK: `roles.list`, `roles.permissions`, `user.update`. */
  readonly call: string
  readonly kind: OperationKind
  /** Of one that is related, or a relationship: which of the resource's relationships its path leads along, where it is known. */
  readonly relationship?: string
  readonly method: Method
  /** As in the document, `/roles/{roleId}/permissions`. */
  readonly path: string
  /** In the order of the path. */
  readonly pathParameters: readonly PathParameter[]
  readonly body: Body | null
  readonly answer: Answer
  readonly query: OperationQuery
  /** What it takes beside its path and JSON:API's query, in the order of the document. */
  readonly parameters: readonly Parameter[]
  readonly summary?: string
  readonly description?: string
  readonly deprecated: boolean
  readonly operationId?: string
  readonly tags: readonly string[]
  /** The ways to authorize it, any of which is enough; none where the document asks for nothing. */
  readonly security: readonly Requirement[]
  readonly errors: readonly { readonly status: string; readonly description: string }[]
  /** The headers of its successful answer that the document tells of. https://spec.openapis.org/oas/v3.1.1#header-object */
  readonly headers: readonly Property[]
  readonly source: Source
}

export interface PathParameter {
  /** As in the path, `roleId`. */
  readonly name: string
  /** The name of the method's argument, an identifier: `id` for the resource's own, `roleId` elsewhere. */
  readonly argument: string
  readonly type: 'string' | 'number' | 'boolean' | 'array' | 'object'
  /** How it is written, where it is more than a word or a number. */
  readonly written?: {
    readonly style: 'simple' | 'label' | 'matrix' | 'json'
    readonly explode: boolean
    /** The pointer of its schema. */
    readonly schema: string
  }
  readonly limits?: Limits
  readonly description?: string
  readonly example?: string
}

/**
 * A parameter that is none of JSON:API's own. `querystring` is the whole of the query.
 * https://spec.openapis.org/oas/v3.1.1#parameter-object
 */
export interface Parameter extends Pick<Value, 'items' | 'properties' | 'variants' | 'limits'> {
  /** As on the wire. */
  readonly name: string
  readonly in: 'query' | 'header' | 'cookie' | 'querystring'
  /** How it is written; `json` and `text` where the document declares a media type. */
  readonly style: 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject' | 'simple' | 'cookie' | 'json' | 'text'
  readonly explode: boolean
  readonly allowReserved: boolean
  readonly required: boolean
  /** Of one that is required: its default or its only value, sent where the caller gives none. */
  readonly usual?: unknown
  /** The pointer of its schema; a string where that leads nowhere. */
  readonly schema: string
  /** JSON Schema's type; several joined by ` | `; `any` where the document does not say. */
  readonly type: string
  readonly format?: string
  readonly enum?: readonly (string | number | boolean)[]
  readonly default?: unknown
  readonly example?: unknown
  /** CommonMark. */
  readonly description?: string
  readonly deprecated: boolean
  readonly source: Source
}
