/**
 * The Model: what the generator knows of an API, in JSON:API's own words. Plain readonly data; whatever is emitted,
 * printed by `inspect` or compared is read from it.
 */
import type { Api } from './types/api.js'
import type { Dialect } from './types/dialect.js'
import type { Operation } from './types/operation.js'
import type { Resource } from './types/resource.js'
import type { Source } from './types/source.js'

export * from './types/api.js'
export * from './types/content.js'
export * from './types/dialect.js'
export * from './types/operation.js'
export * from './types/query.js'
export * from './types/resource.js'
export * from './types/source.js'

export interface Model {
  readonly api: Api
  readonly dialect: Dialect
  /** In the order of the document. */
  readonly resources: readonly Resource[]
  /** The operations that belong to no resource. */
  readonly operations: readonly Operation[]
  /** Those that tell something, in the order of the document. */
  readonly tags: readonly Tag[]
  readonly sdk: SdkOptions
}

/** What the document says of the operations of one accessor. https://spec.openapis.org/oas/v3.1.1#tag-object */
export interface Tag {
  /** `roles`, `pet`; there may be none of that name. */
  readonly accessor: string
  /** CommonMark. */
  readonly description: string
  readonly source: Source
}

export const DATES = ['string', 'Date'] as const

export const ENUMS = ['closed', 'open'] as const

/** How the configuration wants the SDK to be. */
export interface SdkOptions {
  /** What an attribute of the format `date-time` is in it. */
  readonly dates: (typeof DATES)[number]
  /** Whether an attribute with an enum has the values of the enum alone, or any, of which those are known. */
  readonly enums: (typeof ENUMS)[number]
}
