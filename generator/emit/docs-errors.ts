import type { Operation } from '../model/types.js'
import { sentences } from './docs-rows.js'
import { CLIENT, relative } from './docs-site.js'
import { type Page, sentenceCase, statusText } from './docs-words.js'
import { errorClass, errorMeaning } from './error-classes.js'
import { code, link, oneLine, table } from './markdown.js'
import { cell } from './markdown-inline.js'

/** The answers of failure that an operation declares: the status, what the SDK throws, and what it means. */
export function errorsText({ path }: Page, { errors }: Operation): string {
  const page = relative(path, `${CLIENT}/errors.md`)
  if (errors.length === 0) return `None are documented. ${link('Errors', page)} tells what the SDK throws.`
  return table(
    ['Status', 'In the SDK', 'Meaning'],
    errors.map(({ status, description }) => [
      statusName(status),
      link(code(errorClass(status)), page),
      meaning(status, description),
    ]),
  )
}

const statusName = (status: string): string =>
  status === 'default' ? 'Any other' : code(/^\d{3}$/.test(status) ? statusText(Number(status)) : status)

/** What the document says, where that is more than the name of the status. */
function meaning(status: string, description: string): string {
  const told = oneLine(description)
  const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '')
  const phrase = /^\d{3}$/.test(status) ? statusText(Number(status)) : status
  const isEmpty = NO_MEANING.test(told) || letters(told) === letters(phrase)
  const own = errorMeaning(status)
  return isEmpty && own !== undefined ? `${sentenceCase(own)}.` : sentences(cell(told))
}

/** What stands in documents where a description must stand. */
const NO_MEANING = /^((client|server|default|unexpected|general)?\s*errors?( response)?)?\.?$/i
