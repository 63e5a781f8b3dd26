import type { Relationship, Target, Type } from './resource.js'

/** All paths of up to three relationships. Only the editor and error messages ever ask for it. */
type Paths<T extends Type, Depth extends 1 | 2 | 3 = 3> = {
  // `infer` defers the template: over the recursive type itself the compiler would multiply out every depth.
  [R in Relationship<T>]:
    | R
    | (Depth extends 1
        ? never
        : Paths<Target<T, R>, Depth extends 3 ? 2 : 1> extends infer P extends string
          ? `${R}.${P}`
          : never)
}[Relationship<T>]

/**
 * `P` where it is a path of relationships from `T`, of any depth; otherwise what would be valid from the first wrong
 * segment on, for the editor and the error message. Where an operation declares its paths, they are these. https://jsonapi.org/format/1.1/#fetching-includes
 */
export type Include<T extends Type, P extends string, Q = unknown> = Q extends { include: infer Declared }
  ? P extends Declared
    ? P
    : Declared & string
  : P extends unknown
    ? IsPath<T, P> extends true
      ? P
      : Suggest<T, P>
    : never

type IsPath<T extends Type, P> = P extends `${infer R}.${infer Rest}`
  ? R extends Relationship<T>
    ? IsPath<Target<T, R>, Rest>
    : false
  : P extends Relationship<T>
    ? true
    : false

// `Before` is no template over the narrowed R: the compiler would multiply out its constraint for every depth.
type Suggest<T extends Type, P, Before extends string = ''> = P extends `${infer R}.${infer Rest}`
  ? Next<T, R, Rest, Before, `${Before}${R}.`>
  : `${Before}${Before extends '' ? Paths<T> : Relationship<T>}`

type Next<T extends Type, R, Rest, Before extends string, Then extends string> =
  R extends Relationship<T> ? Suggest<Target<T, R>, Rest, Then> : `${Before}${Relationship<T>}`
