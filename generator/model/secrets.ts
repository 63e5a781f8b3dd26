/** What must not be shown: https://spec.openapis.org/oas/v3.1.1#data-type-format and the keyword `writeOnly`. */
import { join } from '../document/pointer.js'
import type { Context } from './context.js'
import { alternatives, isObject, itemsOf, layersOf, type View } from './schema.js'
import { walk } from './walk.js'

/** What every JSON:API document is built of is no secret, whatever a schema says of it. */
const STRUCTURE = new Set(['attributes', 'data', 'id', 'included', 'links', 'meta', 'relationships', 'type'])

/** The names of the properties that any schema marks `writeOnly` or `format: password`, each once, sorted. */
export function secrets(context: Context): string[] {
  const found = new Set<string>()
  walk(context.document.root, ({ properties }, path) => {
    if (!isObject(properties)) return
    for (const [name, value] of Object.entries(properties)) {
      if (STRUCTURE.has(name) || found.has(name)) continue
      const pointer = join('', ...path, 'properties', name)
      if (isSecret(context, layersOf(context, { value, pointer }))) found.add(name)
    }
  })
  return [...found].sort()
}

/** A list of secrets is one as well. */
const isSecret = (context: Context, view: View): boolean =>
  isMarked(view) || alternatives(context, view).some((branch) => isMarked(branch) || isMarked(itemsOf(context, branch)))

const isMarked = (view: View): boolean =>
  view.some(({ object }) => object.writeOnly === true || object.format === 'password')
