import type { PageDialect, PageQuery } from '../model/types.js'
import { code } from './markdown.js'
import { cell } from './markdown-inline.js'
import { type PageKey, pageParts } from './pages.js'
import { enumerated } from './prose.js'

/** How lists come in pages, and where an answer tells how many there are. */
export function paginationText(page: PageDialect): string[] {
  const { total, count, next } = page
  const sizes = sizeTexts(page)
  const parts = pageParts(page).map(
    ({ key, parameter }, index) => `${code(parameter)} ${index === 0 ? 'says ' : ''}${SAYS[key]}`,
  )
  const told = [
    ...(total ? [`how many resources the whole list has (${code(total.at)})`] : []),
    ...(count ? [`how many pages the list fills (${code(count.at)})`] : []),
    ...(next ? [`the cursor of the next page (${code(next.at)})`] : []),
  ]
  return [
    `Lists come in pages. ${enumerated(parts, ', and ')}${sizes.length > 0 ? `: ${sizes.join(', ')}` : ''}.`,
    ...(told.length > 0 ? [`The answer says ${enumerated(told)}.`] : []),
    'In the SDK, a list that is awaited gives one page, and one that is iterated with `for await` gives the resources of all pages.',
  ]
}

/** How many resources a page holds by default, and at most. */
interface Sizes {
  readonly defaultSize?: number | undefined
  readonly maxSize?: number | undefined
}

interface PageArgument {
  readonly parameter: string
  readonly type: string
  readonly required: boolean
  readonly text: string
}

/** The query parameters of an operation's pages, each with its type and what it says. */
export function pageArguments(page: PageDialect | null, { parameters }: PageQuery): PageArgument[] {
  if (parameters.length === 0) {
    return (page ? pageParts(page) : []).map(({ key, parameter, type }) => {
      const sizes = page && type === 'PageSize' ? sizeTexts(page) : []
      const text = `${[MEANS[key], ...sizes].join(', ')}.`
      return { parameter, type: type === 'string' ? 'string' : 'integer', required: false, text }
    })
  }
  return parameters.map(({ key, parameter, type, maximum, required, ...rest }) => {
    const isSize = key === 'size' || key === 'limit'
    const usual = typeof rest.default === 'number' ? rest.default : page?.defaultSize
    const sizes = isSize ? sizeTexts({ defaultSize: usual, maxSize: maximum ?? page?.maxSize }) : []
    const means = isKey(key) ? `${[MEANS[key], ...sizes].join(', ')}.` : cell(rest.description ?? '')
    const isWhole = isKey(key) && type === 'number'
    return { parameter, type: isWhole ? 'integer' : type, required, text: means }
  })
}

const isKey = (key: string): key is PageKey => Object.hasOwn(MEANS, key)

const sizeTexts = ({ defaultSize, maxSize }: Sizes): string[] => [
  ...(defaultSize === undefined ? [] : [`${defaultSize} by default`]),
  ...(maxSize === undefined ? [] : [`${maxSize} at most`]),
]

const SAYS: Readonly<Record<PageKey, string>> = {
  number: 'which, counted from 1',
  offset: 'how many resources come before it',
  after: 'after which cursor it begins',
  before: 'before which cursor it ends',
  cursor: 'which, by its cursor',
  size: 'how many resources it holds',
  limit: 'how many resources it holds',
}

const MEANS: Readonly<Record<PageKey, string>> = {
  number: 'Which page to return, counted from 1',
  offset: 'How many resources of the list to skip',
  after: 'The cursor that the page begins after',
  before: 'The cursor that the page ends before',
  cursor: 'The cursor of the page to return',
  size: 'How many resources a page holds',
  limit: 'How many resources a page holds',
}
