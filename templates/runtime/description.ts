/** What the runtime must know of an API to write its requests and read its answers. */
export interface Description {
  /** Of the API's first server; absent where its document names none. */
  readonly baseUrl?: string
  /** https://jsonapi.org/format/1.1/#content-negotiation-all */
  readonly mediaType: string
  readonly resources: Readonly<Record<string, ResourceDescription>>
  /** How a filter is written; absent where the API's document does not say: then `filter[name]=value`. */
  readonly filter?: FilterDescription
  /** The names of the query parameters of pages. */
  readonly page?: { readonly number: string; readonly size: string }
}

/** The relationships of a resource type, each with the type or types that it leads to. */
export interface ResourceDescription {
  readonly one: Readonly<Record<string, string | readonly string[]>>
  readonly many: Readonly<Record<string, string | readonly string[]>>
}

export interface FilterDescription {
  /** The query parameter's name, with `{filter}` in it. */
  readonly parameter: string
  /** Between attributes any of which may match. */
  readonly or?: string
  /** Between a relationship and what is behind it. */
  readonly through?: string
  /** Between the values of a list. */
  readonly list: string
}

/** The type or types that a relationship leads to; undefined where the type has no relationship of that name. */
export function target(
  api: Description,
  type: string,
  name: string,
): { readonly many: boolean; readonly types: readonly string[] } | undefined {
  const { one, many } = own(api.resources, type) ?? { one: {}, many: {} }
  const types = own(one, name) ?? own(many, name)
  return types === undefined ? undefined : { many: Object.hasOwn(many, name), types: [types].flat() }
}

/** Whether a relationship is to-many; undefined where the type has no relationship of that name. */
export function isMany(api: Description, type: string, name: string): boolean | undefined {
  const resource = own(api.resources, type)
  if (resource === undefined) return undefined
  return Object.hasOwn(resource.many, name) || (Object.hasOwn(resource.one, name) ? false : undefined)
}

/** A property of the object's own: a document may call a type or a relationship `constructor`. */
const own = <V>(object: Readonly<Record<string, V>>, name: string): V | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined
