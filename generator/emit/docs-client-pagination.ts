import type { Model, PageDialect } from '../model/types.js'
import type { Subjects } from './docs-client-examples.js'
import { filterExample } from './docs-filtering.js'
import { callExample, rowName } from './examples.js'
import { code, fence } from './markdown.js'
import { type PageKey, pageParts, sizePart } from './pages.js'
import { enumerated } from './prose.js'

const USUAL_SIZE = 25

/** How the client goes through the pages of a list; undefined where the API has no lists. */
export function paginationView(model: Model, { list }: Subjects): object | undefined {
  if (!list) return undefined
  const page = list.query.page ? model.dialect.page : null
  const call = (before: string, query = {}): string => callExample(model, list, { before, query })
  const row = rowName(model, 'types' in list.answer ? list.answer.types : [])
  const filtered = filterExample(model) ?? call('')
  const size = sizePart(page)
  const sized = size ? { [size.key]: Math.min(page?.maxSize ?? USUAL_SIZE, USUAL_SIZE) } : undefined
  return {
    one: fence(
      'ts',
      lines(
        call('const page = await ', sized && { page: sized }),
        'console.log(page.data.length, page.meta, page.links)',
      ),
    ),
    told: toldText(page),
    turn: fence(
      'ts',
      lines(call('const page = await '), 'const next = await page.next()', 'const before = await next?.prev()'),
    ),
    rows: fence('ts', lines(`for await (const ${row} of ${call('')}) {`, `  console.log(${row}.id)`, '}')),
    pages: fence(
      'ts',
      lines(`for await (const page of ${call('')}.pages()) {`, '  console.log(page.data.length)', '}'),
    ),
    all: fence(
      'ts',
      `${call('const rows = await ')}.all({ limit: 1_000${tellsLength(page) ? ', concurrency: 4' : ''} })`,
    ),
    concurrent: tellsLength(page),
    first: fence(
      'ts',
      lines(`const found = ${filtered}`, 'const first = await found.first()', 'const count = await found.count()'),
    ),
    total: page && page.style !== 'cursor' && page.total ? code(page.total.at) : '',
    follow: page ? FOLLOW[page.style](page) : 'Where an answer has no links to pages, it is taken for the whole list.',
  }
}

const lines = (...texts: readonly string[]): string => texts.join('\n')

/** Whether an answer lets the runtime know how many pages follow. */
const tellsLength = (page: PageDialect | null): boolean =>
  page?.style === 'number' ? Boolean(page.total ?? page.count) : page?.style === 'offset' && Boolean(page.total)

/** What says which page is asked for, and what the answer tells of the list. */
function toldText(page: PageDialect | null): string {
  if (!page) return ''
  const keys = pageParts(page).map(({ key, parameter }) => `${code(key)} (${code(parameter)})`)
  const told = [
    ...(page.total ? [`how many resources the list has (${code(page.total.at)})`] : []),
    ...(page.count ? [`how many pages they fill (${code(page.count.at)})`] : []),
  ]
  return `${code('page')} takes ${enumerated(keys)}.${told.length > 0 ? ` The answer tells ${enumerated(told)}.` : ''}`
}

const parameterOf = (page: PageDialect, key: PageKey): string =>
  code(pageParts(page).find((part) => part.key === key)?.parameter ?? key)

/** What leads to the next page where an answer has no links. */
const FOLLOW: Readonly<Record<PageDialect['style'], (page: PageDialect) => string>> = {
  number: (page) =>
    `Where an answer has no links to pages, the next page is asked for by its number, in ${parameterOf(page, 'number')}, until ${ending(page)}.`,
  offset: (page) =>
    `Where an answer has no links to pages, the next page is the one that begins after the last row, by ${parameterOf(page, 'offset')}, until ${ending(page)}.`,
  cursor: (page) =>
    page.next
      ? `Where an answer has no links to pages, the next page is asked for by the cursor at ${code(page.next.at)} of the answer. Where there is none, it was the last.`
      : "Where an answer has no links to pages, the next page is asked for by the cursor of the last row, at `/page/cursor` of the row's `meta`. Where there is none, it was the last.",
  links: () => 'Where an answer has no links to pages, it is taken for the whole list.',
}

const ending = (page: PageDialect): string =>
  tellsLength(page) ? 'all that the answer tells of have come, or a page is empty' : 'a page is empty'
