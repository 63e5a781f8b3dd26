/** The query of each operation, and the parts of it that JSON:API leaves to the API. https://jsonapi.org/format/1.1/#query-parameters */
import { type Context, warn } from './context.js'
import type { Endpoint, Parameter } from './endpoints.js'
import { rootGrammar } from './grammar.js'
import { pageDialect } from './pages.js'
import { isObject, layersOf, memberNames } from './schema.js'
import { type Answer, type Dialect, FILTER_KINDS, type Operation } from './types.js'

export const FAMILIES = ['include', 'fields', 'sort', 'filter', 'page'] as const
export type Family = (typeof FAMILIES)[number]

/** The families of which an operation declares a parameter: `page[size]`, or a deepObject `page`. */
export function declaredFamilies(context: Context, { parameters }: Endpoint): ReadonlySet<Family> {
  const found = new Set<Family>()
  for (const parameter of parameters) {
    if (parameter.in !== 'query') continue
    const family = FAMILIES.find((name) => parameter.name === name || parameter.name.startsWith(`${name}[`))
    if (family) found.add(family)
    else if (isOpen(context, parameter)) for (const name of FAMILIES) found.add(name)
  }
  return found
}

/** A query parameter that stands for any others: an exploded object whose keys are not told. */
function isOpen(context: Context, { object, schema }: Parameter): boolean {
  const view = layersOf(context, schema)
  const exploded = (object.style ?? 'form') === 'form' && object.explode !== false
  const open = view.some(
    ({ object: { additionalProperties } }) => isObject(additionalProperties) || additionalProperties === true,
  )
  return exploded && open && memberNames(view).length === 0
}

/** The query that an operation takes: what it declares, or, where no operation declares anything, what makes sense. */
export function queryOf(declared: ReadonlySet<Family>, answer: Answer, anyDeclared: boolean): Operation['query'] {
  const document = answer.kind === 'one' || answer.kind === 'many'
  const linkage = answer.kind === 'linkage'
  const offers = (family: Family): boolean => {
    // Linkage has no fields, and what an include brings along is beside it. One identifier is no list.
    if (linkage && (family === 'include' || family === 'fields' || answer.cardinality === 'one')) return false
    if (anyDeclared) return declared.has(family)
    return family === 'include' || family === 'fields' ? document : answer.kind === 'many'
  }
  return {
    include: offers('include'),
    fields: offers('fields'),
    sort: offers('sort'),
    filter: offers('filter'),
    page: offers('page'),
  }
}

/** Says once that the document declares no query parameters. */
export function warnOfNoQuery(context: Context): void {
  warn(context, {
    code: 'no-query-parameters',
    message:
      'No operation declares any of JSON:API’s query parameters, so all of them are offered where they make sense.',
    advice: 'Declare include, fields, sort, filter and page on the operations that take them.',
    at: ['/paths'],
  })
}

/** The dialect: what `x-jsonapi` at the root says, and of pages what the operations declare. */
export function dialect(context: Context, endpoints: readonly Endpoint[]): Dialect {
  const stated = context.extensions.read(rootGrammar, [{ object: context.document.root, pointer: '' }])
  const filter = stated('filter')
  return {
    filter: filter
      ? {
          parameter: filter.value.parameter,
          or: filter.value.or ?? null,
          through: filter.value.through ?? null,
          list: filter.value.list,
          matchers: Object.entries(filter.value.matchers).map(([name, matcher]) => ({
            name,
            takes: matcher.takes,
            for: matcher.for ?? FILTER_KINDS,
          })),
          source: filter.source,
        }
      : null,
    page: pageDialect(context, endpoints),
  }
}
