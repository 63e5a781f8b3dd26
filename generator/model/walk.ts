/** Going through a document without mistaking its data for what it says. */
import type { Json, JsonObject } from '../document/types.js'
import { isObject } from './schema.js'

/** What is data of the API's own, in which a key of ours or of OpenAPI's means nothing. */
const DATA = new Set(['example', 'examples', 'enum', 'const', 'default'])
/** Objects whose keys are names that the API chose. */
const NAMED = new Set([
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'],
  ...['schemas', 'responses', 'parameters', 'requestBodies', 'headers', 'securitySchemes', 'links', 'callbacks'],
  ...['pathItems', 'webhooks', 'variables'],
])

/**
 * Visits every object of the document, those in examples, defaults, enums and extensions left out, each with the tokens
 * of its pointer. An object that only lists others by names of the API's own, such as `properties`, is not visited
 * itself.
 */
export function walk(root: Json, visit: (object: JsonObject, path: readonly (string | number)[]) => void): void {
  const path: (string | number)[] = []
  const enter = (value: Json | undefined, named: boolean): void => {
    if (typeof value !== 'object' || value === null) return
    if (isObject(value) && !named) visit(value, path)
    for (const [key, item] of Object.entries(value)) {
      if (typeof item !== 'object' || (!named && (DATA.has(key) || key.startsWith('x-')))) continue
      path.push(key)
      enter(item, !named && NAMED.has(key))
      path.pop()
    }
  }
  enter(root, false)
}
