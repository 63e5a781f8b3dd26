import type { Entity, Flat, Many, Relationship, Target, Type } from './resource.js'

/** What `fields` may name of a type: its attributes and relationships. */
export type Field<T extends Type> = Exclude<keyof Entity<T>, 'id' | 'type'>

/** Sparse fieldsets by type. One type for all requests, so it is resolved once. https://jsonapi.org/format/1.1/#fetching-sparse-fieldsets */
export type Fields = { readonly [T in Type]?: readonly Field<T>[] }

/** Nothing asked for by `fields`. */
// biome-ignore lint/complexity/noBannedTypes: every set of fields must be assignable to it
export type NoFields = {}

/** An inferred object escapes the check for excess properties: this puts it back. */
export type KnownTypes<F> = { readonly [K in Exclude<keyof F, Type>]: never }

/** The later fieldset of a type replaces the earlier. */
export type Merge<F, G> = NoFields extends F ? G : Flat<Omit<F, keyof G> & G>

/**
 * A resource as the request asked for it: of each type the fields that `F` names, the relationships on the paths `I`
 * linked to resources, whatever else is related as resource identifiers.
 */
export type Result<T extends Type, I extends string = never, F = NoFields> = T extends Type
  ? [I | Extract<keyof F, T>] extends [never]
    ? Entity<T> // nothing asked for: the interface, by its name
    : Flat<Plain<T, Asked<T, F>, Head<I>> & Linked<T, Asked<T, F>, I, F>>
  : never

type Asked<T extends Type, F> = T extends keyof F
  ? F[T] extends readonly (infer N)[]
    ? N | 'id' | 'type'
    : keyof Entity<T>
  : keyof Entity<T>

type Head<P> = P extends `${infer R}.${string}` ? R : P
type Tail<P, R extends string> = P extends `${R}.${infer Rest}` ? Rest : never

// `as` filters instead of `Pick` and `&`: an intersection of unions is multiplied out. Both maps keep the JSDoc.
type Plain<T extends Type, Kept, Heads> = {
  [K in keyof Entity<T> as K extends Kept ? (K extends Heads ? never : K) : never]: Entity<T>[K]
}
type Linked<T extends Type, Kept, I extends string, F> = {
  [R in keyof Entity<T> as R extends Kept
    ? R extends Head<I>
      ? R extends Relationship<T>
        ? R
        : never
      : never
    : never]-?: Related<T, R, Tail<I, R & string>, F>
}
type Related<T extends Type, R, I extends string, F> = R extends keyof Many<T>
  ? Result<Target<T, R>, I, F>[]
  : Result<Target<T, R>, I, F> | null
