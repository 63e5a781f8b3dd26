import type { Operation, Resource } from '../model/types.js'
import { argumentTables } from './docs-arguments.js'
import { curlExample } from './docs-curl.js'
import { fetchExample } from './docs-fetch.js'
import { type Page, statusText, titleOf, typeLink } from './docs-words.js'
import { serverUrl } from './example-documents.js'
import { ownerOf } from './example-ids.js'
import { exampleAnswer, moreExamples, sdkExample } from './examples.js'
import { code, fence, oneLine, plain, table } from './markdown.js'
import { description } from './markdown-block.js'
import { cell } from './markdown-inline.js'
import { enumerated } from './prose.js'

/** The page of an operation, as its template shows it. */
export function operationView(page: Page, operation: Operation): object {
  const { model } = page
  const { method, path, errors, deprecated, summary } = operation
  const told = operation.description === summary ? '' : description(operation.description ?? '')
  const answer = exampleAnswer(model, operation)
  return {
    title: plain(titleOf(model, operation)),
    intro: [...(deprecated ? ['**Deprecated.**'] : []), sentence(page, operation), ...(told ? [told] : [])],
    request: fence('http', oneLine(`${method} ${serverUrl(model)}${path}`)),
    arguments: argumentTables(page, operation),
    sdk: fence('ts', sdkExample(model, operation)),
    more: moreExamples(model, operation).map(({ to, source }) => ({ to, sdk: fence('ts', source) })),
    curl: fence('sh', curlExample(model, operation)),
    fetch: fence('js', fetchExample(model, operation)),
    response: [
      responseText(page, operation),
      ...(answer === undefined ? [] : [fence('json', JSON.stringify(answer, null, 2))]),
    ],
    errors: table(
      ['Status', 'Meaning'],
      errors.map((error) => [errorStatus(error.status), cell(error.description)]),
    ),
  }
}

/** What the request is, and where its arguments go. */
function sentence(page: Page, operation: Operation): string {
  const owner = ownerOf(page.model, operation)
  const { method, path, pathParameters, body, query } = operation
  const request = `Send a ${code(method)} request to ${code(path)}`
  const verb = /^[AO]/.test(method) ? request.replace('a ', 'an ') : request
  const ids = pathParameters.map(({ argument, name }) =>
    owner && argument === 'id' ? `the id of the ${plain(owner.label.one)}` : code(name),
  )
  const asked = [
    ...(query.filter ? ['filters'] : []),
    ...(query.sort ? ['the order'] : []),
    ...(query.page ? ['the page'] : []),
  ]
  const where = [
    ...(ids.length > 0 ? [`${ids.join(' and ')} in the path`] : []),
    ...(asked.length > 0 ? [`${enumerated(asked)} in the query`] : []),
    ...(body ? [`${bodyText(operation, owner)} in the body`] : []),
  ]
  return `${verb}${where.length > 0 ? `, with ${enumerated(where)}` : ''}.`
}

function bodyText({ body, method }: Operation, owner: Resource | undefined): string {
  if (body?.kind === 'attributes') return 'the attributes that the action takes'
  if (body?.kind === 'linkage') return linkageText(method, body.cardinality)
  if (body?.kind !== 'resource' || !owner) return 'a document'
  return body.write === 'create'
    ? `the attributes and relationships of the new ${plain(owner.label.one)}`
    : 'the attributes and relationships to change'
}

/** https://jsonapi.org/format/1.1/#crud-updating-relationships */
function linkageText(method: string, cardinality: 'one' | 'many'): string {
  if (cardinality === 'one') return 'the new resource identifier, or `null` for none,'
  const use = { POST: 'to add', DELETE: 'to remove' }[method] ?? 'that replace those there are'
  return `the resource identifiers ${use}`
}

function responseText(page: Page, operation: Operation): string {
  const { answer } = operation
  const status = `The response is ${code(statusText(answer.status))}`
  switch (answer.kind) {
    case 'nothing':
      return `${status}, without a body.`
    case 'plain':
      return `${status}, as ${[...new Set(answer.contents.map(({ mediaType }) => code(mediaType)))].join(' or ')}${answer.empty ? ', or without a body' : ''}.`
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

const errorStatus = (status: string): string =>
  status === 'default' ? 'Any other' : code(/^\d{3}$/.test(status) ? statusText(Number(status)) : status)
