import type { Operation } from '../model/types.js'
import { propertyRows } from './docs-parameters.js'
import { type Row, rowsText, withCells } from './docs-rows.js'
import { type Page, statusText, typeLink } from './docs-words.js'
import { exampleAnswer } from './examples.js'
import { code, fence } from './markdown.js'

/** What an operation answers with where it succeeds: its status, and a document as an example. */
export function responseTexts(page: Page, operation: Operation): string[] {
  const answer = exampleAnswer(page.model, operation)
  return [
    sentence(page, operation),
    ...(answer === undefined ? [] : [fence('json', JSON.stringify(answer, null, 2))]),
    ...propertiesText(operation),
    ...rowsText(['Header', 'Type', 'Description'], propertyRows(operation.headers).map(withoutRequired)),
  ]
}

const withoutRequired = (row: Row): Row => withCells(row, ([name = '', type = '', , text = '']) => [name, type, text])

/** What JSON that is no document of JSON:API is made of. */
function propertiesText({ answer }: Operation): string[] {
  if (answer.kind !== 'plain') return []
  const rows = propertyRows(answer.contents[0].properties).map(withoutRequired)
  return rowsText(['Property', 'Type', 'Description'], rows)
}

function sentence(page: Page, { answer }: Operation): string {
  const status = `The response is ${code(statusText(answer.status))}`
  switch (answer.kind) {
    case 'nothing':
      return `${status}, without a body.`
    case 'plain':
      return `${status}, as ${[...new Set(answer.contents.map(({ mediaType }) => code(mediaType)))].join(' or ')}${answer.empty ? ', or without a body' : ''}${answer.contents[0].value ? ':' : '.'}`
    case 'many':
      return `${status}, with a page of ${answer.types.map((type) => typeLink(page, type, 'many')).join(' or ')}:`
    case 'linkage': {
      const many = answer.cardinality === 'many'
      const targets = answer.types.map((type) => `the ${typeLink(page, type, many ? 'many' : 'one')}`).join(' or ')
      if (many) return `${status}, with the resource identifiers of ${targets}:`
      return `${status}, with the resource identifier of ${targets}${answer.nullable ? ', or with `null` where there is none' : ''}:`
    }
    case 'one': {
      const resources = answer.types.map((type) => `the ${typeLink(page, type, 'one')}`).join(' or ')
      return `${status}, with ${resources}${answer.nullable ? ', or with `null` where there is none' : ''}:`
    }
  }
}
