import { type Description, target } from './description.js'

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
export function inputDocument(api: Description, type: string, input: object, id?: string): InputDocument {
  const given = Object.entries(input).filter(([name, value]) => value !== undefined && name !== 'type' && name !== 'id')
  const ownId = id ?? ('id' in input && typeof input.id === 'string' ? input.id : undefined)
  const attributes = given.filter(([name]) => !target(api, type, name))
  const relationships = given.flatMap(([name, value]) => {
    const types = target(api, type, name)?.types
    return types ? [[name, { data: linkage(`${type}.${name}`, value, types) }] as const] : []
  })
  return {
    data: {
      type,
      ...(ownId !== undefined && { id: ownId }),
      ...(attributes.length > 0 && { attributes: Object.fromEntries(attributes) }),
      ...(relationships.length > 0 && { relationships: Object.fromEntries(relationships) }),
    },
  }
}

/** https://jsonapi.org/format/1.1/#document-resource-object-linkage */
function linkage(name: string, value: unknown, types: readonly string[]): unknown {
  if (value === null) return null
  if (Array.isArray(value)) return value.map((one) => linkage(name, one, types))
  if (typeof value === 'object' && 'type' in value && 'id' in value) return { type: value.type, id: value.id }
  if (typeof value === 'string' && types.length === 1) return { type: types[0], id: value }
  throw new TypeError(
    types.length === 1
      ? `${name}: a relationship is written as an id, as { type, id } or as a resource`
      : `${name}: it may lead to ${types.join(' or ')}, so it is written as { type, id } or as a resource`,
  )
}
