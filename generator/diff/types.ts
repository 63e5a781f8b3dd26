/** What differs between two versions of an API. Plain readonly data, as the Model is. */
import type { Operation } from '../model/types.js'
import type { Breaks, Kind, Rule } from './rules.js'

export interface Change {
  readonly rule: Rule
  readonly kind: Kind
  readonly breaks: Breaks
  readonly subject: Subject
  /** What it was, and what it is: as on the wire, or for what only the SDK knows its name there. Absent where it is none. */
  readonly before?: string
  readonly after?: string
  /** Those that were added, or removed. */
  readonly values?: readonly string[]
}

/** What changed from one version to the next. */
export interface Release {
  readonly version: string
  /** The version before. */
  readonly since: string
  readonly changes: readonly Change[]
}

/** What a change is about. */
export type Subject =
  | { readonly of: 'api' }
  | { readonly of: 'resource'; readonly type: string }
  /** An attribute, a relationship, or `id`. */
  | { readonly of: 'field'; readonly type: string; readonly name: string }
  | ({ readonly of: 'operation' } & OperationName)
  /** A parameter, or a property of a body or an answer, whose names are as on the wire. */
  | ({ readonly of: 'part'; readonly in: Part; readonly name: string } & OperationName)

export type Part = 'path' | 'query' | 'header' | 'cookie' | 'querystring' | 'body' | 'answer' | 'answer header'

export interface OperationName {
  readonly method: string
  readonly path: string
  /** In the SDK, `roles.list`. */
  readonly call: string
  /** The type of the resource that it is an operation of; null where it belongs to none. */
  readonly type: string | null
}

/** An operation with the type of the resource that it belongs to. */
export type Owned = Operation & Pick<OperationName, 'type'>
