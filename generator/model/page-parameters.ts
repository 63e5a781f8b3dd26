/** The query parameters of pages, as the operations declare them. */
import type { Context } from './context.js'
import { describe } from './describe.js'
import type { Endpoint } from './endpoints.js'
import { mostFrequent } from './most-frequent.js'
import { camelCase } from './names.js'
import { type PageRole, pageStyle } from './page-style.js'
import { queryParts } from './query-parameters.js'
import { layersOf, text, type View } from './schema.js'
import type { PageParameter, PageStyle, Source } from './types.js'

/** A query parameter of pages, and what it says as far as its name tells. */
export interface PagePart {
  /** As it is sent, `page[size]`. */
  readonly name: string
  /** What stands in its brackets; its own name where it has none. */
  readonly word: string
  readonly role: PageRole | undefined
  readonly view: View
  readonly required: boolean
  readonly description: string | undefined
  readonly pointer: string
}

type Words = Readonly<Record<Exclude<PageRole, 'limit'>, readonly string[]>>

/** What the word in the brackets says, however its parts are joined. */
const WORDS: Words = {
  number: ['number', 'page', 'pageNumber'],
  size: ['size', 'limit', 'perPage', 'pageSize'],
  offset: ['offset', 'skip', 'start'],
  after: ['after'],
  before: ['before'],
  cursor: ['cursor'],
}

/** The same of documents that have no brackets. */
const BARE: Words = {
  number: ['page', 'pageNumber', 'pageNo'],
  size: ['perPage', 'pageSize', 'limit', 'size', 'pageLimit'],
  offset: ['offset', 'skip', 'pageOffset'],
  after: ['after', 'pageAfter'],
  before: ['before', 'pageBefore'],
  cursor: ['cursor', 'pageCursor'],
}

function roleOf(words: Words, name: string): PagePart['role'] {
  const word = camelCase(name)
  if (words.number.includes(word)) return 'number'
  if (words.size.includes(word)) return 'size'
  if (words.offset.includes(word)) return 'offset'
  return (['after', 'before', 'cursor'] as const).find((role) => words[role].includes(word))
}

/**
 * The page parameters of an operation: `page[size]`, made of a deepObject `page` and its properties, or, of a list that
 * has none of those, `page` and `per_page` and the like.
 */
export function pageParts(context: Context, endpoint: Endpoint): PagePart[] {
  const { parts } = queryParts(context, endpoint)
  const own = parts.flatMap(({ family, path: [word = ''], name, view, required, description, pointer }): PagePart[] =>
    family === 'page' ? [{ name, word, role: roleOf(WORDS, word), view, required, description, pointer }] : [],
  )
  if (own.length > 0 || endpoint.answer.content?.document?.cardinality !== 'many') return own
  const bare = endpoint.parameters.flatMap(({ name, in: place, object, schema }): PagePart[] => {
    const role = place === 'query' ? roleOf(BARE, name) : undefined
    if (role === undefined) return []
    const view = layersOf(context, schema)
    const { required, description } = object
    return [
      {
        name,
        word: name,
        role,
        view,
        required: required === true,
        description: text(description),
        pointer: schema.pointer,
      },
    ]
  })
  // A size alone may be the size of anything.
  return bare.some(({ role }) => role !== 'size') ? bare : []
}

/** The parameters of one operation as its query has them. */
export function pageQuery(context: Context, parts: readonly PagePart[]): PageParameter[] {
  const keys = new Map<string, string>(
    Object.entries(styleOf(parts)?.names ?? {}).map(([key, name]) => [name, key] as const),
  )
  return parts.map(({ name, word, role, view, required, description, pointer }) => {
    const { types, default: usual } = describe(context, view)
    const counts = role === 'number' || role === 'size' || role === 'offset'
    const isNumber = types.length > 0 && types.every((type) => type === 'integer' || type === 'number')
    const maximum = whole(view, 'maximum')
    return {
      parameter: name,
      key: keys.get(name) ?? role ?? word,
      type: counts || isNumber ? 'number' : types.join() === 'boolean' ? 'boolean' : 'string',
      ...(usual === undefined ? {} : { default: usual }),
      ...(maximum === undefined ? {} : { maximum }),
      required,
      ...(description === undefined ? {} : { description }),
      source: { by: 'declared', pointer },
    }
  })
}

function styleOf(parts: readonly PagePart[]): PageStyle | undefined {
  const name = (role: PageRole) => parts.find((one) => one.role === role)?.name
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

/** The style that most operations have, with the names that these give its parameters. */
export function declaredStyle(
  operations: readonly (readonly PagePart[])[],
): (PageStyle & { readonly source: Source }) | undefined {
  const styles = operations.flatMap((parts) => styleOf(parts)?.style ?? [])
  // What names no page says only how large pages are.
  const usual = mostFrequent(styles.filter((style) => style !== 'links')) ?? mostFrequent(styles)
  // Some may leave a parameter out that others have.
  const parts = operations.filter((one) => styleOf(one)?.style === usual).flat()
  const style = styleOf(parts)
  if (usual === undefined || !style) return undefined
  const names: readonly (string | undefined)[] = Object.values(style.names)
  const first = parts.find(({ name }) => name === names.at(-1))
  return { ...style, source: { by: 'declared', pointer: first?.pointer ?? '' } }
}

/** How many resources a page has by default and at most, as far as that holds for every operation. */
export function declaredSizes(
  parts: readonly PagePart[],
  name: string | undefined,
): { readonly defaultSize?: number | undefined; readonly maxSize?: number | undefined } {
  const views = parts.filter((one) => one.name === name).map(({ view }) => view)
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
