import type { Filters } from './filters.js'
import type { Result } from './link.js'
import type { Pages } from './pages.js'
import type { Variables } from './variables.js'

/** What the runtime must know of an API to write its requests and read its answers. */
export interface Description {
  /** The URL of the API's first server, `{variables}` in it as they are; absent where its document names none. */
  readonly baseUrl?: string
  /** Fills the variables of a server's URL in; absent where no server has any. */
  readonly variables?: Variables
  /** https://jsonapi.org/format/1.1/#content-negotiation-all */
  readonly mediaType: string
  /** What the client calls itself. https://www.rfc-editor.org/rfc/rfc9110#name-user-agent */
  readonly userAgent?: string
  /** Where API keys go, by the names of their security schemes. */
  readonly apiKeys?: Readonly<Record<string, ApiKeyPlace>>
  /** Where the client credentials flow gets its tokens. */
  readonly tokenUrl?: string
  /** The names of properties whose values are nobody's business. */
  readonly secrets?: readonly string[]
  readonly resources: Readonly<Record<string, ResourceDescription>>
  /** How a filter is written. */
  readonly filters: Filters
  /** How pages are asked for; absent where the API's document does not say: then the links alone lead on. */
  readonly pages?: Pages
}

/** https://spec.openapis.org/oas/v3.1.1#security-scheme-object */
export interface ApiKeyPlace {
  readonly in: 'header' | 'query' | 'cookie'
  readonly name: string
}

export interface ResourceDescription {
  /** The to-one relationships, each with the type or types that it leads to. */
  readonly one?: Targets
  /** The to-many relationships, likewise. */
  readonly many?: Targets
  /** Reads the attributes that are handed out as `Date`. */
  readonly dates?: (resource: Result) => void
}

/** The type or types that relationships lead to, by their names. */
export type Targets = Readonly<Record<string, string | readonly string[]>>

/** Relationships that are called like the type that they lead to. */
export const named = (...types: readonly string[]): Targets => Object.fromEntries(types.map((type) => [type, type]))

/** What is known of a type; nothing where it is unknown. */
export const shapeOf = (api: Description, type: string): ResourceDescription => own(api.resources, type) ?? {}

/** The relationships of a type, of either cardinality. */
export function relationshipsOf(api: Description, type: string): Targets {
  const { one, many } = shapeOf(api, type)
  return { ...one, ...many }
}

/** A property of the object's own: a document may call a type or a relationship `constructor`. */
export const own = <V>(object: Readonly<Record<string, V>>, name: string): V | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
