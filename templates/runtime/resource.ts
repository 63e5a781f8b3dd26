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
/** The relationships of a type, each with the type or the types that it leads to. */
export type Targets<T extends Type> = Resources[T]['targets']
/** The names of the to-many relationships of a type. */
export type Many<T extends Type> = Resources[T]['many']

// Both distribute over T, so a polymorphic target offers the relationships of each of its types.
export type Relationship<T extends Type> = T extends Type ? keyof Targets<T> & string : never
export type Target<T extends Type, R> = T extends Type
  ? R extends keyof Targets<T>
    ? Targets<T>[R] & Type
    : never
  : never

/** A mapped type instead of an intersection, so that the editor shows the properties. */
export type Flat<T> = { [K in keyof T]: T[K] } & {}
