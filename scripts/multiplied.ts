import { load } from '../generator/document/load.js'
import type { Json, JsonObject } from '../generator/document/types.js'

/**
 * A document with the resources of `spec` several times over: `roles`, `roles2`, `roles3`, each copy with components and
 * paths of its own, and each organization related to the next copy's, so that the whole is one graph.
 */
export async function multiplied(spec: string, times: number): Promise<JsonObject> {
  const { root } = await load(spec, { cwd: process.cwd() })
  const types = new Set(JSON.stringify(root).match(/(?<="const":")\w+/g))
  const copies = Array.from({ length: times }, (_, index) => copied(root, types, index === 0 ? '' : `${index + 1}`))
  const linked = copies.map((copy, index) => withNext(copy, `${index + 2}`, index + 1 < times))
  return {
    ...root,
    tags: linked.flatMap(({ tags }) => (Array.isArray(tags) ? tags : [])),
    paths: Object.assign({}, ...linked.map(({ paths }) => paths)),
    components: { ...object(root.components), schemas: Object.assign({}, ...linked.map(schemasOf)) },
  }
}

/** The document with `suffix` behind every resource type, component, operationId and first segment of a path. */
function copied(root: JsonObject, types: ReadonlySet<string>, suffix: string): JsonObject {
  const renamed = (value: Json | undefined, key = ''): Json | undefined => {
    if (typeof value === 'string') {
      return types.has(value) || key === 'operationId' || value.startsWith('#/components/schemas/')
        ? value + suffix
        : value
    }
    if (Array.isArray(value)) return value.map((item) => renamed(item) ?? null)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        const own = key === 'schemas' || key === 'mapping' ? name + suffix : name
        return [key === 'paths' ? name.replace(/^\/[^/]+/, (segment) => segment + suffix) : own, renamed(member, name)]
      }),
    )
  }
  return object(renamed(root))
}

function withNext(copy: JsonObject, suffix: string, hasNext: boolean): JsonObject {
  const organization = Object.entries(schemasOf(copy)).find(([name]) => /^Organization\d*$/.test(name))
  if (!organization || !hasNext) return copy
  const identifier = {
    type: 'object',
    properties: { type: { const: `organizations${suffix}` }, id: { type: 'string' } },
  }
  const next = { type: 'object', properties: { data: identifier } }
  const properties = object(object(organization[1]).properties)
  const relationships = object(properties.relationships)
  const changed = {
    ...object(organization[1]),
    properties: {
      ...properties,
      relationships: { ...relationships, properties: { ...object(relationships.properties), next } },
    },
  }
  return { ...copy, components: { schemas: { ...schemasOf(copy), [organization[0]]: changed } } }
}

const schemasOf = (document: JsonObject): JsonObject => object(object(document.components).schemas)

function object(value: Json | undefined): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not an object')
  return value as JsonObject
}
