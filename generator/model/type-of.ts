/** The type of a resource object, in all the ways in which schemas say it. */
import { join } from '../document/pointer.js'
import type { Context } from './context.js'
import { describe } from './describe.js'
import type { Stated } from './extension.js'
import { resourceGrammar } from './grammar.js'
import { isObject, member, type View } from './schema.js'

/**
 * The types that a resource object of this schema may have, each with its source: an `x-jsonapi`, a `const` or an
 * `enum`, the mapping of a discriminator; else, inferred, an example, a pattern or the text of the description.
 * None where nothing tells.
 */
export function typesOf(context: Context, view: View): Stated<string>[] {
  const stated = context.extensions.read(resourceGrammar, view)('type')
  if (stated) return [stated]
  const type = member(context, view, 'type')
  const pointer = type[0]?.pointer ?? view[0]?.pointer ?? ''
  const declared = (value: string): Stated<string> => ({ value, source: { by: 'declared', pointer } })
  const inferred = (value: string, reason: string): Stated<string>[] => [
    { value, source: { by: 'inferred', pointer, reason } },
  ]
  const said = describe(context, type)
  const values = (said.enum ?? []).filter((value) => typeof value === 'string')
  if (values.length === 1) return values.map(declared)
  const mapped = mappedTypes(view)
  if (mapped.length > 0) return mapped
  if (values.length > 1) return values.map(declared)
  if (typeof said.default === 'string') return inferred(said.default, 'the default of its type')
  if (typeof said.example === 'string') return inferred(said.example, 'the example of its type')
  const literal = said.limits?.pattern?.match(/^\^?([\w-]+)\$?$/)?.[1]
  if (literal) return inferred(literal, 'the pattern of its type')
  const quoted = [...(said.description ?? '').matchAll(/`([A-Za-z][\w-]*)`/g)].map(([, word = '']) => word)
  return quoted.length === 1 ? inferred(quoted[0] ?? '', 'the description of its type') : []
}

/** The names under which the mapping of a discriminator on `type` leads to one of these schemas. */
function mappedTypes(view: View): Stated<string>[] {
  return view.flatMap(({ object: { discriminator }, pointer }) => {
    if (!isObject(discriminator) || discriminator.propertyName !== 'type' || !isObject(discriminator.mapping)) return []
    return Object.entries(discriminator.mapping)
      .filter(([, target]) => view.some((layer) => layer.pointer === mappedPointer(target)))
      .map(
        ([value]): Stated<string> => ({
          value,
          source: { by: 'declared', pointer: `${pointer}/discriminator/mapping` },
        }),
      )
  })
}

/**
 * The pointer that an entry of a mapping leads to, which is a reference or the bare name of a schema.
 * https://spec.openapis.org/oas/v3.1.1#discriminator-object
 */
export function mappedPointer(target: unknown): string {
  const text = String(target)
  return text.startsWith('#') ? text.slice(1) : join('/components/schemas', text)
}
