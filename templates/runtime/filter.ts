import type { Matchers, Resources } from '../api.js'
import type { Relationship, Target, Type } from './resource.js'

type Kind<V> = V extends Date
  ? 'date'
  : V extends boolean
    ? 'boolean'
    : V extends number
      ? 'number'
      : V extends string
        ? 'string'
        : 'object'
type Value<V> = V extends Date ? Date | string : V
type Filterable<T extends Type> = Resources[T]['filterable']
type Matcher<V, Takes extends 'value' | 'list' | 'flag'> = Matchers[Kind<V>][Takes] & string

/** What a list of this type may be filtered by; `Q` is what one operation declares. */
export type FilterOf<T extends Type, Q = unknown> = Q extends { filter: infer Declared extends object | string }
  ? Declared
  : Resources[T]['filter']

/** What an expression compares with, where the document does not say of what type the field is. */
export type FilterValue = string | number | boolean | Date

/** Any filter, where the API's document does not say which there are: `{ name: 'x' }`, `{ price: { gt: 1 } }`, or a text. */
export type OpenFilter = string | { readonly [name: string]: unknown }

/**
 * What a list may be filtered by, all of it together: an attribute and a matcher (`name_cont: 'x'`, `name_in: ['x']`,
 * `name_null: true`), the same through a relationship (`role: { name_eq: 'x' }`), and several attributes any of which
 * may match (`or: [{ of: ['name', 'role.name'], cont: 'x' }]`).
 */
export type Filter<T extends Type> = OwnFilter<T> & ThroughFilter<T> & OrFilter<T>

/** The filters by the attributes of the type itself. */
export type OwnFilter<T extends Type> = {
  readonly [A in keyof Filterable<T> & string as `${A}_${Matcher<Filterable<T>[A], 'value'>}`]?:
    | Value<Filterable<T>[A]>
    | undefined
} & {
  readonly [A in keyof Filterable<T> & string as `${A}_${Matcher<Filterable<T>[A], 'list'>}`]?:
    | readonly Value<Filterable<T>[A]>[]
    | undefined
} & {
  readonly [A in keyof Filterable<T> & string as `${A}_${Matcher<Filterable<T>[A], 'flag'>}`]?: boolean | undefined
}

/** The filters of what is related. */
export type ThroughFilter<T extends Type> = { readonly [R in Relationship<T>]?: FilterOf<Target<T, R>> }

/** The filters that several attributes share. */
export interface OrFilter<T extends Type> {
  readonly or?: readonly AnyOf<T>[]
}

/** Several attributes of one kind, its own or of what is related, any of which may match: `{ of: ['name', 'organization.name'], cont: 'x' }`. */
export type AnyOf<T extends Type> = { [K in keyof Matchers]: Of<T, K> }[keyof Matchers]

type Of<T extends Type, K extends keyof Matchers> = {
  readonly of: readonly [OfKind<T, K> | ThroughOfKind<T, K>, ...(OfKind<T, K> | ThroughOfKind<T, K>)[]]
} & Operands<K>

/** What each matcher takes; never for those of other kinds, which a union would let pass. The same for every type. */
type Operands<K extends keyof Matchers> = {
  readonly [M in AnyMatcher]?: M extends Matchers[K]['value']
    ? OfValue[K]
    : M extends Matchers[K]['list']
      ? readonly OfValue[K][]
      : M extends Matchers[K]['flag']
        ? boolean
        : never
}
type AnyMatcher = { [K in keyof Matchers]: Matchers[K]['value' | 'list' | 'flag'] & string }[keyof Matchers]

interface OfValue {
  string: string
  number: number
  date: Date | string
  boolean: boolean
  object: object
}
type OfKind<T extends Type, K> = T extends Type
  ? {
      [A in keyof Filterable<T> & string]: Kind<Filterable<T>[A]> extends K ? A : never
    }[keyof Filterable<T> & string]
  : never
type ThroughOfKind<T extends Type, K> = {
  // `infer` defers the template until it is asked for.
  [R in Relationship<T>]: OfKind<Target<T, R>, K> extends infer A extends string ? `${R}.${A}` : never
}[Relationship<T>]
