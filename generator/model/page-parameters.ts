/** The query parameters of pages, as the operations declare them. */
import type { Context } from './context.js'
import { describe } from './describe.js'
import type { Endpoint, Parameter } from './endpoints.js'
import { mostFrequent } from './most-frequent.js'
import { pageStyle } from './page-style.js'
import { layersOf, member, memberNames, type View } from './schema.js'
import type { PageStyle, Source } from './types.js'

export interface PageParameter {
  /** As it is sent, `page[size]`. */
  readonly name: string
  readonly view: View
  readonly pointer: string
}

/** The page parameters of an operation: `page[size]` itself, or made of a deepObject `page` and its properties. */
export function pageParameters(context: Context, { parameters }: Endpoint): PageParameter[] {
  return parameters.filter((one) => one.in === 'query').flatMap((parameter) => partsOf(context, parameter))
}

function partsOf(context: Context, { name, schema }: Parameter): PageParameter[] {
  const view = layersOf(context, schema)
  const { pointer } = schema
  if (/^page\[/.test(name)) return [{ name, view, pointer }]
  if (name !== 'page' || !describe(context, view).types.includes('object')) return []
  return memberNames(view).map((key) => {
    const part = member(context, view, key)
    return { name: `page[${key}]`, view: part, pointer: part[0]?.pointer ?? pointer }
  })
}

/** What the word in the brackets says. */
const WORDS = {
  number: /^page\[(number|page)\]$/,
  size: /^page\[(size|limit|per_page|perPage|per-page)\]$/,
  offset: /^page\[offset\]$/,
  after: /^page\[after\]$/,
  before: /^page\[before\]$/,
  cursor: /^page\[cursor\]$/,
} as const

/** The style that most operations have, with the names that these give its parameters. */
export function declaredStyle(
  operations: readonly (readonly PageParameter[])[],
): (PageStyle & { readonly source: Source }) | undefined {
  const styleOf = (parameters: readonly PageParameter[]): PageStyle | undefined => {
    const name = (word: keyof typeof WORDS) => parameters.find((one) => WORDS[word].test(one.name))?.name
    const size = name('size')
    return pageStyle({
      number: name('number'),
      size,
      offset: name('offset'),
      limit: size,
      after: name('after'),
      before: name('before'),
      cursor: name('cursor'),
    })
  }
  const usual = mostFrequent(operations.flatMap((parameters) => styleOf(parameters)?.style ?? []))
  // Some may leave a parameter out that others have.
  const parameters = operations.filter((one) => styleOf(one)?.style === usual).flat()
  const style = styleOf(parameters)
  if (usual === undefined || !style) return undefined
  const names: readonly (string | undefined)[] = Object.values(style.names)
  const first = parameters.find(({ name }) => name === names.at(-1))
  return { ...style, source: { by: 'declared', pointer: first?.pointer ?? '' } }
}

/** How many resources a page has by default and at most, as far as that holds for every operation. */
export function declaredSizes(
  parameters: readonly PageParameter[],
  name: string | undefined,
): { readonly defaultSize?: number | undefined; readonly maxSize?: number | undefined } {
  const views = parameters.filter((one) => one.name === name).map(({ view }) => view)
  const defaults = new Set(views.map((view) => whole(view, 'default')))
  const limits = views.map((view) => whole(view, 'maximum'))
  const known = limits.filter((limit) => limit !== undefined)
  return {
    defaultSize: defaults.size === 1 ? [...defaults][0] : undefined,
    maxSize: known.length === limits.length && known.length > 0 ? Math.max(...known) : undefined,
  }
}

function whole(view: View, keyword: 'default' | 'maximum'): number | undefined {
  const value = view.find(({ object }) => typeof object[keyword] === 'number')?.object[keyword]
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined
}
