/**
 * The Model: what the generator knows of an API, in JSON:API's own words. Plain readonly data; whatever is emitted,
 * printed by `inspect` or compared is read from it.
 */

/** Where a fact comes from. The first of the four that speaks wins. */
export interface Source {
  readonly by: 'config' | 'extension' | 'declared' | 'inferred'
  /** The JSON pointer of the place in the bundled document that says so. */
  readonly pointer: string
  /** For an inference: from what. */
  readonly reason?: string
}

export interface Model {
  readonly api: Api
  readonly dialect: Dialect
  /** In the order of the document. */
  readonly resources: readonly Resource[]
  /** The operations that belong to no resource. */
  readonly operations: readonly Operation[]
  readonly sdk: SdkOptions
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

export interface Api {
  readonly title: string
  readonly version: string
  readonly summary?: string
  /** CommonMark. */
  readonly description?: string
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

// ── resources ────────────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── operations ───────────────────────────────────────────────────────────────────────────────────────────────────────

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
  readonly description?: string
  readonly example?: string
}

/**
 * A parameter that is none of JSON:API's own. `querystring` is the whole of the query.
 * https://spec.openapis.org/oas/v3.1.1#parameter-object
 */
export interface Parameter {
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
  /** Of what may be one of several things: the first of them. */
  readonly variant?: Value
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

// ── queries ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The query that an operation takes, by JSON:API's families of parameters, each with what the document declares of it;
 * null where it takes none of a family. https://jsonapi.org/format/1.1/#query-parameters
 */
export interface OperationQuery {
  readonly include: NamesQuery | null
  readonly fields: FieldsQuery | null
  readonly sort: NamesQuery | null
  readonly filter: FilterQuery | null
  readonly page: PageQuery | null
}

/**
 * How a list is written: its values in one parameter, with a comma, a space or a pipe between them, or each in a
 * parameter of its own, the name as it is or with `[]` behind it. https://spec.openapis.org/oas/v3.1.1#style-values
 */
export type ListStyle = 'comma' | 'space' | 'pipe' | 'repeated' | 'brackets'

/** What holds for every query parameter. */
interface Declared {
  readonly required: boolean
  /** CommonMark. */
  readonly description?: string
  readonly source: Source
}

/** `include` or `sort`: a list of names. */
export interface NamesQuery extends Declared {
  /** The only values that it takes, as on the wire, `role.permissions` or `-name`; absent where the document names none. */
  readonly values?: readonly string[]
  readonly list: ListStyle
}

/** `fields`. */
export interface FieldsQuery {
  /** The types whose fields may be asked for; empty where the document does not say: then those of any type. */
  readonly types: readonly FieldsOfType[]
  readonly source: Source
}

/** `fields[articles]`. */
export interface FieldsOfType extends NamesQuery {
  readonly type: string
}

/** `filter`. Where nothing at all is declared, it takes any filters, and text. */
export interface FilterQuery extends Pick<Declared, 'source'> {
  /** Whether the API's dialect says what it takes. */
  readonly dialect: boolean
  /** Those that are declared, in the order of the document. */
  readonly parameters: readonly FilterParameter[]
  /** Whether it takes any others, written `filter[name]=value`. */
  readonly open: boolean
  /** The whole filter as one text, `filter=equals(name,'x')`; null where it takes none. */
  readonly text: FilterText | null
}

export type FilterText = Declared & {
  readonly example?: unknown
  /** What the text may be made of, where the document lists it. */
  readonly expression: FilterExpression | null
}

/** One query parameter that filters, or one property of a `filter` that is an object. */
export interface FilterParameter extends Declared {
  /** As on the wire, without a `[]` that says that it is a list: `filter[created_at][gt]`. */
  readonly parameter: string
  /** The way to it in a query's `filter`: `created_at`, `gt`. */
  readonly path: readonly string[]
  /** What it filters by, `created_at`, and how, `gt`, as far as its name can be read. */
  readonly field: string
  readonly operator?: string
  /** Of a list: how it is written. Null where it takes one value. */
  readonly list: ListStyle | null
  /** Whether it takes one value as well as a list: where its example alone shows that it may be a list. */
  readonly single: boolean
  /** What the values are, of a list each of them. */
  readonly type: string
  readonly format?: string
  readonly enum?: readonly (string | number | boolean)[]
  /** The pointer of the schema of a value. */
  readonly schema: string
  readonly example?: unknown
  readonly deprecated: boolean
}

/** A filter of the form `operator(field,value)`. */
export interface FilterExpression {
  readonly fields: readonly ExpressionField[]
  /** Around a text: `'` or `"`. */
  readonly quote: string
  readonly source: Source
}

export interface ExpressionField {
  readonly name: string
  readonly operators: readonly ExpressionOperator[]
}

export interface ExpressionOperator {
  readonly name: string
  /** Whether it takes a list, or names the field alone. */
  readonly takes: 'value' | 'list' | 'nothing'
}

/** `page`. */
export interface PageQuery {
  /** Those that are declared; empty where the document does not say: then any. */
  readonly parameters: readonly PageParameter[]
  readonly source: Source
}

/** One query parameter that says which page, or how large it is. */
export interface PageParameter extends Declared {
  /** As on the wire, `page[size]`. */
  readonly parameter: string
  /** The key of a query's `page`: what it says, `size`, or where that cannot be told the word in its brackets. */
  readonly key: string
  readonly type: 'number' | 'string' | 'boolean'
  readonly default?: unknown
  readonly maximum?: number
}

// ── query dialect ────────────────────────────────────────────────────────────────────────────────────────────────────

/** The parts of a query that JSON:API leaves to the API. https://jsonapi.org/format/1.1/#fetching-filtering */
export interface Dialect {
  /** What `x-jsonapi` says of filters; null where it says nothing: then each operation declares its own. */
  readonly filter: FilterDialect | null
  readonly page: PageDialect | null
}

export type MatcherTakes = 'value' | 'list' | 'flag'
/** What an attribute is to a matcher. `date` is a date or date-time, `object` an object or array, written as JSON. */
export const FILTER_KINDS = ['string', 'number', 'date', 'boolean', 'object'] as const
export type FilterKind = (typeof FILTER_KINDS)[number]

export interface FilterDialect {
  /** The query parameter's name, with `{filter}` in it: `filter[q][{filter}]`. */
  readonly parameter: string
  /** Between attributes any of which may match: `_or_`. Null where the API has no such thing. */
  readonly or: string | null
  /** Between a relationship and what is behind it: `_`. Null where filters do not reach through relationships. */
  readonly through: string | null
  /** Between the values of a list: `,`. */
  readonly list: string
  readonly matchers: readonly Matcher[]
  readonly source: Source
}

export interface Matcher {
  readonly name: string
  readonly takes: MatcherTakes
  readonly for: readonly FilterKind[]
}

/** How lists come in pages. https://jsonapi.org/format/1.1/#fetching-pagination */
export type PageDialect = PageStyle & {
  /** How many resources a page holds where the query does not say. */
  readonly defaultSize?: number
  readonly maxSize?: number
  /** How many resources the whole list has. */
  readonly total?: PagePlace
  /** How many pages they fill. */
  readonly count?: PagePlace
  /** The cursor of the page after this one. */
  readonly next?: PagePlace
  /** Where the names come from. */
  readonly source: Source
}

/**
 * What a page is told by: its number, how many resources stand before it, or a cursor that the answer before it gave;
 * or nothing that a query could say, where links alone lead from page to page.
 */
export type PageStyle =
  | { readonly style: 'number'; readonly names: PageNames<'number'> & Partial<PageNames<'size'>> }
  | { readonly style: 'offset'; readonly names: PageNames<'offset'> & Partial<PageNames<'limit'>> }
  | { readonly style: 'cursor'; readonly names: Partial<PageNames<'after' | 'before' | 'cursor' | 'size'>> }
  | { readonly style: 'links'; readonly names: PageNames<'size'> }

/** The names of the query parameters by what they say: `size` is `page[size]`. */
export type PageNames<Role extends string> = Readonly<Record<Role, string>>

/** A place in the document of an answer. */
export interface PagePlace {
  /** The JSON pointer into the answer, `/meta/record_count`. */
  readonly at: string
  readonly source: Source
}
