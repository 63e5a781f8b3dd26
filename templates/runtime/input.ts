import { type Description, isObject, own, relationshipsOf } from './description.js'

/** The document of a request. https://jsonapi.org/format/1.1/#crud */
export interface InputDocument {
  readonly data: {
    readonly type: string
    readonly id?: string | undefined
    readonly attributes?: Readonly<Record<string, unknown>> | undefined
    readonly relationships?: Readonly<Record<string, { readonly data: unknown }>> | undefined
  }
}

/**
 * A flat input as a resource object: what the type declares as relationships becomes linkage, everything else is an
 * attribute, whatever its value looks like. The input is not modified.
 *
 * @param id where the path names the resource; otherwise the input's own, where it has one.
 * @param asAttributes the names that are attributes here, whatever else they are called for: relationships, `id`, `type`.
 * @throws TypeError for a polymorphic relationship that is given as an id alone.
 */
export function inputDocument(
  api: Description,
  type: string,
  input: Readonly<Record<string, unknown>>,
  id?: string,
  asAttributes: readonly string[] = [],
): InputDocument {
  const types = relationshipsOf(api, type)
  const attributes: Member<unknown>[] = []
  const relationships: Member<{ readonly data: unknown }>[] = []
  for (const [name, value] of Object.entries(input)) {
    const isAttribute = asAttributes.includes(name)
    const to = isAttribute ? undefined : own(types, name)
    if (value === undefined) continue
    if (to) relationships.push([name, { data: identified(value, to, name) }])
    else if (isAttribute || (name !== 'type' && name !== 'id')) attributes.push([name, value])
  }
  return {
    data: {
      type,
      id: id ?? (asAttributes.includes('id') ? undefined : (own(input, 'id') as string | undefined)),
      attributes: members(attributes),
      relationships: members(relationships),
    },
  }
}

type Member<V> = readonly [name: string, value: V]

/** An object of its members; where it would have none, nothing that JSON would write. */
const members = <V>(entries: readonly Member<V>[]): Record<string, V> | undefined =>
  entries.length > 0 ? Object.fromEntries(entries) : undefined

/**
 * Ids, identifiers or resources as linkage. https://jsonapi.org/format/1.1/#document-resource-object-linkage
 *
 * @param types the type or types that the relationship leads to; @param name what it is called, for the error.
 * @throws TypeError for anything else, and for an id alone where it does not tell the type.
 */
export function identified(value: unknown, types: string | readonly string[], name: string): unknown {
  if (value === null) return value
  if (Array.isArray(value)) return value.map((one) => identified(one, types, name))
  const { type, id, lid } = isObject(value) ? value : { type: types, id: value, lid: undefined }
  const isKnown = typeof type === 'string' && typeof (id ?? lid) === 'string'
  if (isKnown) return id === undefined ? { type, lid } : { type, id }
  throw new TypeError(`${name}: write ${typeof types === 'string' ? 'an id, ' : ''}{ type, id } or a resource`)
}
