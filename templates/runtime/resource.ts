import type { Resources } from '../api.js'

/** A resource type of this API, as on the wire. */
export type Type = keyof Resources

/** A resource identifier object. https://jsonapi.org/format/1.1/#document-resource-identifier-objects */
export interface Identifier<T extends string> {
  readonly type: T
  readonly id: string
}

/** What a relationship to one type is written as: an id, an identifier, or a resource that was read. */
export type Link<T extends string> = string | Identifier<T>

/** The interface of a resource type. */
export type Entity<T extends Type> = Resources[T]['resource']
/** The to-one relationships of a type, each with the type it leads to. */
export type One<T extends Type> = Resources[T]['one']
/** The to-many relationships of a type, each with the type it leads to. */
export type Many<T extends Type> = Resources[T]['many']

// A polymorphic relationship leads to a tuple of types.
type Types<V> = V extends readonly (infer T)[] ? T & Type : V & Type

// Both distribute over T, so a polymorphic target offers the relationships of each of its types.
export type Relationship<T extends Type> = T extends Type ? (keyof One<T> | keyof Many<T>) & string : never
export type Target<T extends Type, R> = T extends Type
  ? R extends keyof One<T>
    ? Types<One<T>[R]>
    : R extends keyof Many<T>
      ? Types<Many<T>[R]>
      : never
  : never

/** A mapped type instead of an intersection, so that the editor shows the properties. */
export type Flat<T> = { [K in keyof T]: T[K] } & {}
