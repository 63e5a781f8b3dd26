import type { Model, PageDialect } from '../model/types.js'
import { blockLines, objectLines, unionLines } from './layout.js'
import { stringLiteral } from './literals.js'
import { operationsOf, tokensOf } from './lookup.js'

/** What a part of a query's `page` says, and its name in the SDK. */
export type PageKey = 'number' | 'offset' | 'after' | 'before' | 'cursor' | 'size' | 'limit'

/** In the order in which they are written. */
const KEYS: readonly PageKey[] = ['number', 'offset', 'after', 'before', 'cursor', 'size', 'limit']
const TYPES = {
  number: 'number',
  offset: 'number',
  after: 'string',
  before: 'string',
  cursor: 'string',
  size: 'PageSize',
  limit: 'PageSize',
} as const satisfies Record<PageKey, string>

/** Up to this many rows a page, its size is a union of literals; beyond, any number. */
const LARGEST_UNION = 100

export interface PagePart {
  readonly key: PageKey
  /** The query parameter that it becomes, `page[size]`. */
  readonly parameter: string
  readonly type: (typeof TYPES)[PageKey]
}

/** The parts of a query's `page`. */
export function pageParts({ names }: PageDialect): PagePart[] {
  const known: Partial<Record<PageKey, string>> = names
  return KEYS.flatMap((key) => {
    const parameter = known[key]
    return parameter === undefined ? [] : [{ key, parameter, type: TYPES[key] }]
  })
}

/** The part that says how many resources a page holds. */
export const sizePart = (page: PageDialect | null): PagePart | undefined =>
  page ? pageParts(page).find(({ type }) => type === 'PageSize') : undefined

/** The type of how many rows a page may hold, and those of operations that allow fewer. */
export function pageSizeLines(model: Model): string[] {
  const { page } = model.dialect
  const limits = operationsOf(model)
    .flatMap(({ query }) => query.page?.parameters ?? [])
    .map(({ maximum }) => sizeType(page, maximum))
  const others = [...new Set(limits)].flatMap((name) => /^PageSize(\d+)$/.exec(name)?.[1] ?? [])
  return [
    ...declaration('PageSize', page?.maxSize),
    ...others
      .map(Number)
      .sort((a, b) => a - b)
      .flatMap((most) => declaration(`PageSize${most}`, most)),
  ]
}

function declaration(name: string, most: number | undefined): string[] {
  const head = `export type ${name} =`
  if (most === undefined || most > LARGEST_UNION) return [`${head} number`]
  const sizes = Array.from({ length: most }, (_, index) => String(index + 1))
  return unionLines(head, sizes, 0)
}

/** The type of how many rows a page of one operation holds, given how many it may at most. */
export function sizeType(page: PageDialect | null, most: number | undefined): string {
  if (most === undefined || most > LARGEST_UNION) return 'number'
  return most === page?.maxSize ? 'PageSize' : `PageSize${most}`
}

/** The type of a query's `page`; anything where the document does not say. */
export function pageQueryLines(page: PageDialect | null): string[] {
  if (!page) return ['export type PageQueryParts = Record<string, string | number>']
  const members = pageParts(page).map(({ key, type }) => `${key}: ${type}`)
  return blockLines('export interface PageQueryParts', members, '{}')
}

/** What the runtime calls each style, and the places in an answer that it reads. */
const READERS = {
  number: { reader: 'pagesByNumber', places: ['total', 'count'] },
  offset: { reader: 'pagesByOffset', places: ['total'] },
  cursor: { reader: 'pagesByCursor', places: ['next'] },
  links: { reader: 'pagesByLinks', places: ['total'] },
} as const satisfies Record<PageDialect['style'], { reader: string; places: readonly ('total' | 'count' | 'next')[] }>

/** What the runtime must know of pages; nothing where the document does not say. */
export function pagesLines(page: PageDialect | null, indent: number): string[] {
  if (!page) return []
  const { reader, places } = READERS[page.style]
  const members = [
    ...pageParts(page).map(({ key, parameter }) => `${key}: ${stringLiteral(parameter)}`),
    ...places.flatMap((place) => {
      const at = page[place]?.at
      return at === undefined ? [] : [`${place}: [${tokensOf(at).map(stringLiteral).join(', ')}]`]
    }),
  ]
  return objectLines(`pages: ${reader}(`, members, '),', indent)
}
