/**
 * What an OpenAPI document is made of: where in it a `$ref` is a reference, and which shape what is read must have.
 * Everywhere else (examples, defaults, enums, extensions) there is data. https://spec.openapis.org/oas/v3.1.1#schema
 */

/** The shape of a property. `prose` is told to people only, `things` is a list of things of its kind; a list, its values. */
export type Shape =
  | ('prose' | 'text' | 'texts' | 'flag' | 'list' | 'object' | 'things' | 'types' | 'mapped' | 'any')
  | readonly string[]

export interface Kind {
  /** In a message, `a parameter`. */
  readonly label?: string
  /** The shapes of its properties. Where none is said, a thing is an object, and data may be anything. */
  readonly shapes?: Readonly<Record<string, Shape>>
  /** The properties without which it says nothing. */
  readonly needs?: readonly string[]
  /** Whether true and false are things of this kind. */
  readonly boolean?: boolean
  /** The kinds of the properties that have a name of their own. */
  readonly properties?: Readonly<Record<string, Kind>>
  /** The kind of all others. */
  readonly each?: Kind
  /** Properties that begin with `x-` are extensions; where they are not, any name may be given to a thing of `each`. */
  readonly extensible?: boolean
}

/** Where the things of each kind are in a document of one version of the specification. */
export interface Grammar {
  /** The kinds of the things that may be referred to by name, by the pointer of the object that holds them. */
  readonly sections: ReadonlyMap<string, Kind>
  /** The pointer of an object for what has no such place. */
  readonly others: string
  readonly pathItem: Kind
  /** The document itself. */
  readonly document: Kind
}

/** The objects that hold path items, by path or by name. */
export const PATHS = ['/paths', '/webhooks']

/** A map of things of a kind, under names of their own. */
export const map = (each: Kind): Kind => ({ each })

/** The kinds of things by the pointers of the maps that hold them. */
export function sectionsOf(pointer: string, maps: Readonly<Record<string, Kind>>): Map<string, Kind> {
  return new Map(Object.entries(maps).flatMap(([name, { each }]) => (each ? [[`${pointer}/${name}`, each]] : [])))
}

/** The kind of what `name` holds in a thing of `kind`; undefined where it is data. */
export function kindOf(kind: Kind, name: string): Kind | undefined {
  if (kind.properties && Object.hasOwn(kind.properties, name)) return kind.properties[name]
  return kind.extensible && name.startsWith('x-') ? undefined : kind.each
}
