import type { PageDialect } from '../model/types.js'
import { code } from './markdown.js'
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

/** The query parameters of pages, each with its type and what it says. */
export function pageArguments(page: PageDialect): { parameter: string; type: string; text: string }[] {
  return pageParts(page).map(({ key, parameter, type }) => {
    const sizes = type === 'PageSize' ? sizeTexts(page) : []
    return {
      parameter,
      type: type === 'string' ? 'string' : 'integer',
      text: `${[MEANS[key], ...sizes].join(', ')}.`,
    }
  })
}

const sizeTexts = ({ defaultSize, maxSize }: PageDialect): string[] => [
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
