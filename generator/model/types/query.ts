/** What an operation declares of its query. */
import type { Source } from './source.js'

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
  readonly default?: unknown
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
