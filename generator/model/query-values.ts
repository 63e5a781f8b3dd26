/** What a query parameter takes: one value or a list, of what type. */
import type { Context } from './context.js'
import { type Description, describe, typeName } from './describe.js'
import type { QueryPart } from './query-parameters.js'
import { itemsOf } from './schema.js'
import type { FilterParameter, ListStyle } from './types.js'

/** The values of a parameter. */
export type Values = Pick<FilterParameter, 'list' | 'single' | 'type' | 'format' | 'enum' | 'schema'> & {
  readonly described: Description
}

/** Reads the schema of a parameter, and its example: one that joins two values of an enum shows that it is a list. */
export function valuesOf(context: Context, part: QueryPart): Values {
  const whole = describe(context, part.view)
  const isArray = whole.types.includes('array')
  const isList = isArray || part.list === 'brackets'
  const items = isArray ? itemsOf(context, part.view) : part.view
  const described = isArray ? describe(context, items) : whole
  return {
    list: isList ? part.list : joinsValues(whole, part.example) ? 'comma' : null,
    single: !isList,
    type: typeName(described.types),
    ...(described.format === undefined ? {} : { format: described.format }),
    ...(described.enum === undefined ? {} : { enum: described.enum }),
    schema: items[0]?.pointer ?? part.pointer,
    described: whole,
  }
}

function joinsValues({ enum: values, example: own }: Description, example: unknown): boolean {
  if (values === undefined) return false
  return [example, own].some((text) => {
    if (typeof text !== 'string' || values.includes(text)) return false
    const parts = text.split(',')
    return parts.length > 1 && parts.every((part) => values.includes(part.trim()))
  })
}

/** How the names of `include`, `sort` or `fields` are written: by JSON:API with commas between them. */
export function namesOf(
  context: Context,
  part: QueryPart,
): { readonly values?: readonly string[]; readonly list: ListStyle } {
  const { enum: values, list } = valuesOf(context, part)
  return { ...(values === undefined ? {} : { values: values.map(String) }), list: list ?? 'comma' }
}
