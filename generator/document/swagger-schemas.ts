/** What Swagger 2.0 writes otherwise within a schema. https://spec.openapis.org/oas/v2.0.html#schema-object */
import { refOf } from './follow.js'
import { type Kind, kindOf } from './grammar.js'
import { isObject, put } from './objects.js'
import { schema } from './openapi-grammar.js'
import type { Parsed, ParsedObject } from './parse.js'

/**
 * Gives the function that upgrades all schemas in a value of a kind, where they stand; each is done once.
 * @param note is told of each object that is a reference to a schema.
 */
export function schemaUpgrader(
  note: (reference: ParsedObject) => void,
): (value: Parsed | undefined, kind: Kind) => void {
  const seen = new Map<Kind, Set<object>>()
  return upgrade

  function upgrade(value: Parsed | undefined, kind: Kind): void {
    if (typeof value !== 'object' || value === null) return
    const known = seen.get(kind) ?? new Set()
    if (known.has(value)) return
    seen.set(kind, known.add(value))
    if (Array.isArray(value)) {
      for (const item of value) upgrade(item, kind)
      return
    }
    if (kind === schema && refOf(value) !== undefined) note(value)
    if (kind === schema) upgradeOne(value)
    for (const name of Object.keys(value)) {
      const inner = kindOf(kind, name)
      if (inner) upgrade(value[name], inner)
    }
  }
}

function upgradeOne(value: Parsed): void {
  if (!isObject(value)) return
  if (value.type === 'file') Object.assign(value, { type: 'string', format: 'binary' })
  if (typeof value.discriminator === 'string') put(value, 'discriminator', { propertyName: value.discriminator })
  if (value['x-nullable'] === true && value.nullable === undefined) put(value, 'nullable', true)
}
