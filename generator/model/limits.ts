/** How long, large or many a value may be. https://json-schema.org/draft/2020-12/json-schema-validation#section-6 */
import type { JsonObject } from '../document/types.js'
import { text, type View } from './schema.js'
import type { Limits } from './types.js'

const COUNTS = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'] as const
const BOUNDS = ['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum'] as const

const KEYWORDS: ReadonlySet<string> = new Set([...COUNTS, ...BOUNDS, 'multipleOf', 'uniqueItems', 'pattern'])

/** What the schemas of a view say, of each keyword the most specific; undefined where they limit nothing. */
export function limitsOf(view: View): Limits | undefined {
  const limiting = view.filter(({ object }) => Object.keys(object).some((name) => KEYWORDS.has(name)))
  let found: Limits = {}
  for (const { object } of limiting.reverse()) found = { ...found, ...stated(object) }
  return Object.keys(found).length > 0 ? found : undefined
}

function stated(object: JsonObject): Limits {
  const { multipleOf, uniqueItems } = object
  const pattern = text(object.pattern)
  const numbers = [...COUNTS, ...BOUNDS].flatMap((keyword) => {
    const value = object[keyword]
    const isIdle = value === 0 && /^min[LIP]/.test(keyword)
    return typeof value === 'number' && !isIdle ? [[keyword, value] as const] : []
  })
  return {
    ...(pattern === undefined ? {} : { pattern }),
    ...exclusive(Object.fromEntries(numbers), object),
    ...(typeof multipleOf === 'number' && multipleOf > 0 ? { multipleOf } : {}),
    ...(uniqueItems === true ? { uniqueItems } : {}),
  }
}

/** Up to OpenAPI 3.0 a flag says whether the bound itself is left out. */
function exclusive({ minimum, maximum, ...rest }: Limits, object: JsonObject): Limits {
  return {
    ...rest,
    ...(minimum === undefined ? {} : object.exclusiveMinimum === true ? { exclusiveMinimum: minimum } : { minimum }),
    ...(maximum === undefined ? {} : object.exclusiveMaximum === true ? { exclusiveMaximum: maximum } : { maximum }),
  }
}
