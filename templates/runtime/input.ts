import { type Description, isMany, isObject, own, shapeOf } from './description.js'

/** The document of a request. https://jsonapi.org/format/1.1/#crud */
export interface InputDocument {
  readonly data: {
    readonly type: string
    readonly id?: string
    readonly attributes?: Readonly<Record<string, unknown>>
    readonly relationships?: Readonly<Record<string, { readonly data: unknown }>>
  }
}

/**
 * A flat input as a resource object: what the type declares as relationships becomes linkage, everything else is an
 * attribute, whatever its value looks like. The input is not modified.
 *
 * @param id where the path names the resource; otherwise the input's own, where it has one.
 * @throws TypeError for a polymorphic relationship that is given as an id alone.
 */
export function inputDocument(
  api: Description,
  type: string,
  input: object,
  id: unknown = 'id' in input ? input.id : undefined,
): InputDocument {
  const shape = shapeOf(api, type)
  const types = (name: string): string | readonly string[] | undefined =>
    own(shape.writes ?? {}, name) ?? (isMany(shape, name) === undefined ? undefined : [])
  const given = Object.entries(input).filter(([name, value]) => value !== undefined && name !== 'type' && name !== 'id')
  const attributes = given.filter(([name]) => types(name) === undefined)
  const relationships = given.flatMap(([name, value]) => {
    const to = types(name)
    return to === undefined ? [] : [[name, { data: identified(value, to, `${type}.${name}`) }] as const]
  })
  return {
    data: {
      type,
      ...(typeof id === 'string' && { id }),
      ...(attributes.length > 0 && { attributes: Object.fromEntries(attributes) }),
      ...(relationships.length > 0 && { relationships: Object.fromEntries(relationships) }),
    },
  }
}

/**
 * Ids, identifiers or resources as linkage. https://jsonapi.org/format/1.1/#document-resource-object-linkage
 *
 * @param types the type or types that the relationship leads to; @param name what it is called, for the error.
 * @throws TypeError for anything else, and for an id alone where it does not tell the type.
 */
export function identified(value: unknown, types: string | readonly string[], name: string): unknown {
  if (value === null) return null
  if (Array.isArray(value)) return value.map((one) => identified(one, types, name))
  if (isObject(value) && 'type' in value && ('id' in value || 'lid' in value)) {
    const { type, id, lid } = value
    return { type, ...(id === undefined ? { lid } : { id }) }
  }
  const [only, ...others] = [types].flat()
  if (typeof value === 'string' && only !== undefined && others.length === 0) return { type: only, id: value }
  throw new TypeError(`${name}: write ${others.length > 0 ? '' : 'an id, '}{ type, id } or a resource`)
}
