import type { Entity, Flat, Many, Relationship, Target, Type } from './resource.js'

/** What `fields` may name of a type: its attributes and relationships. */
export type Field<T extends Type> = Exclude<keyof Entity<T>, 'id' | 'type'>

/** Sparse fieldsets by type. One type for all requests, so it is resolved once. https://jsonapi.org/format/1.1/#fetching-sparse-fieldsets */
export type Fields = { readonly [T in Type]?: readonly Field<T>[] }

/** Nothing asked for by `fields`. */
// biome-ignore lint/complexity/noBannedTypes: every set of fields must be assignable to it
export type NoFields = {}

/** An inferred object escapes the check for excess properties: this puts it back. */
export type KnownTypes<F, Known> = {
  readonly [K in Exclude<keyof F, keyof Known>]: `${K & string} is no resource type that can be asked for here`
}

/** The later fieldset of a type replaces the earlier. */
export type Merge<F, G> = NoFields extends F ? G : Flat<Omit<F, keyof G> & G>

/**
 * A resource as the request asked for it: of each type the fields that `F` names, the relationships on the paths `I`
 * linked to resources, whatever else is related as resource identifiers. Where the fields are not known literally, each
 * may be absent.
 */
export type Result<T extends Type, I extends string = never, F = NoFields> = T extends Type
  ? [I | Extract<keyof F, T>] extends [never]
    ? Entity<T> // nothing asked for: the interface, by its name
    : Flat<IsLiteral<T, F> extends true ? Shape<T, I, F> & Parts<T, F> : Uncertain<Shape<T, I, F>>>
  : never

type Shape<T extends Type, I extends string, F> = Pick<Entity<T>, Exclude<Asked<T, F>, Included<T, I>>> &
  Linked<T, I, F, Included<T, I> & Asked<T, F>>

/** The attributes of which only parts were asked for, `address.city`, as some services let one. */
type Parts<T extends Type, F> = T extends keyof F
  ? F[T] extends readonly (infer N)[]
    ? { [A in Head<N> & keyof Entity<T>]?: Part<Entity<T>[A]> }
    : unknown
  : unknown
type Head<N> = N extends `${infer A}.${string}` ? A : never
type Part<V> = V extends readonly (infer Item)[] ? Part<Item>[] : V extends object ? { [K in keyof V]?: Part<V[K]> } : V

/** A list whose length is known was written where the request was. */
type IsLiteral<T extends Type, F> = T extends keyof F
  ? F[T] extends readonly unknown[]
    ? number extends F[T]['length']
      ? false
      : true
    : false
  : true

type Uncertain<R> = { [K in keyof R & ('id' | 'type')]: R[K] } & { [K in Exclude<keyof R, 'id' | 'type'>]?: R[K] }

type Asked<T extends Type, F> = T extends keyof F
  ? F[T] extends readonly (infer N)[]
    ? (N & keyof Entity<T>) | 'id' | 'type'
    : keyof Entity<T>
  : keyof Entity<T>

/** The relationships that the paths begin with; of a path through a polymorphic one, only some of its types have it. */
type Included<T extends Type, I> = (I extends `${infer R}.${string}` ? R : I) & Relationship<T> & keyof Entity<T>
type Tail<P, R extends string> = P extends `${R}.${infer Rest}` ? Rest : never

// Over a `Pick`, for the JSDoc of what it picks; and over the few that are linked, not over all fields once more.
type Linked<T extends Type, I extends string, F, Names extends keyof Entity<T>> = {
  [R in keyof Pick<Entity<T>, Names>]-?: Related<T, R, Tail<I, R & string>, F>
}
type Related<T extends Type, R, I extends string, F> =
  R extends Many<T> ? Result<Target<T, R>, I, F>[] : Result<Target<T, R>, I, F> | null
