/** The query of each operation, and the parts of it that JSON:API leaves to the API. https://jsonapi.org/format/1.1/#query-parameters */
import { type Context, warn } from './context.js'
import { describe } from './describe.js'
import type { Endpoint, Parameter } from './endpoints.js'
import { rootGrammar } from './grammar.js'
import { isObject, layersOf, member, memberNames } from './schema.js'
import { type Answer, type Dialect, FILTER_KINDS, type Operation, type PageDialect } from './types.js'

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

/** The dialect: what `x-jsonapi` at the root says, else the names of the page parameters that the operations declare. */
export function dialect(context: Context, endpoints: readonly Endpoint[]): Dialect {
  const stated = context.extensions.read(rootGrammar, [{ object: context.document.root, pointer: '' }])
  const filter = stated('filter')
  const page = stated('page')
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
    page: page ? pageDialect(page.value, page.source) : declaredPage(context, endpoints),
  }
}

type PageNames = {
  readonly number: string
  readonly size: string
  readonly default?: number | undefined
  readonly max?: number | undefined
}

function pageDialect({ number, size, default: usual, max }: PageNames, source: PageDialect['source']): PageDialect {
  return {
    number,
    size,
    ...(usual === undefined ? {} : { defaultSize: usual }),
    ...(max === undefined ? {} : { maxSize: max }),
    source,
  }
}

/** Pages by number, as the first operation declares them that has both a number and a size. */
function declaredPage(context: Context, endpoints: readonly Endpoint[]): PageDialect | null {
  for (const { parameters, pointer } of endpoints) {
    const names = parameters
      .filter((parameter) => parameter.in === 'query')
      .flatMap((parameter) => pageNames(context, parameter))
    const number = names.find(({ name }) => /\[(number|page)\]$/.test(name))
    const size = names.find(({ name }) => /\[(size|per_page|perPage)\]$/.test(name))
    if (!number || !size) continue
    const whole = (keyword: 'default' | 'maximum') => {
      const value = size.view.find(({ object }) => typeof object[keyword] === 'number')?.object[keyword]
      return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined
    }
    const facts = { number: number.name, size: size.name, default: whole('default'), max: whole('maximum') }
    return pageDialect(facts, { by: 'declared', pointer: size.view[0]?.pointer ?? pointer })
  }
  return null
}

/** The names as they are sent: `page[size]` itself, or made of a deepObject and its properties. */
function pageNames(context: Context, { name, schema }: Parameter) {
  const view = layersOf(context, schema)
  if (/^page\[/.test(name)) return [{ name, view }]
  if (name !== 'page' || !describe(context, view).types.includes('object')) return []
  return memberNames(view).map((key) => ({ name: `page[${key}]`, view: member(context, view, key) }))
}
