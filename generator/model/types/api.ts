/** What the Model knows of the API as a whole. */
import type { Source } from './source.js'

export interface Api {
  readonly title: string
  readonly version: string
  readonly summary?: string
  /** CommonMark. */
  readonly description?: string
  readonly about: readonly About[]
  /** The first is the default. Empty where the document names none. */
  readonly servers: readonly Server[]
  /** The media type of the JSON:API documents, `application/vnd.api+json`. */
  readonly mediaType: string
  readonly security: readonly SecurityScheme[]
  /** The names of the properties that hold secrets, sorted: what no log and no error message may show. */
  readonly secrets: readonly string[]
  readonly rateLimits: readonly RateLimit[]
  readonly sources: { readonly mediaType: Source; readonly rateLimits?: Source }
}

/** Whom or what the document refers its readers to. */
export interface About {
  readonly of: 'externalDocs' | 'contact' | 'license' | 'termsOfService'
  readonly name: string
  /** As the document writes it; of a mail address, with `mailto:`. */
  readonly url?: string
}

/** https://spec.openapis.org/oas/v3.1.1#server-object */
export interface Server {
  /** With the defaults of its variables, without a trailing slash. */
  readonly url: string
  /** As the document writes it, `https://{region}.example.com`, without a trailing slash. */
  readonly template: string
  /** Those that the template has, in the order of the document. */
  readonly variables: readonly ServerVariable[]
  readonly description?: string
}

export interface ServerVariable {
  readonly name: string
  readonly default?: string
  readonly enum?: readonly string[]
  readonly description?: string
}

/** https://spec.openapis.org/oas/v3.1.1#security-scheme-object */
export type SecurityScheme = {
  /** Its key in the document, `ApiKeyAuth`. */
  readonly name: string
  readonly description?: string
} & SecurityKind

export type SecurityKind =
  | { readonly type: 'bearer' | 'basic' | 'other' }
  /** `parameter` is the name of the header, the query parameter or the cookie: `X-API-Key`. */
  | { readonly type: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly parameter: string }
  | { readonly type: 'clientCredentials'; readonly tokenUrl?: string; readonly scopes: readonly Scope[] }

/** What is needed together; nothing where it is empty. https://spec.openapis.org/oas/v3.1.1#security-requirement-object */
export type Requirement = readonly {
  /** The name of the scheme. */
  readonly scheme: string
  readonly scopes: readonly string[]
}[]

export interface Scope {
  readonly name: string
  readonly description: string
}

export interface RateLimit {
  readonly methods: readonly string[]
  readonly limit: number
  /** Seconds. */
  readonly period: number
  /** Over all endpoints together, or for each. */
  readonly scope: 'all' | 'endpoint'
}
