import type { Model, Operation, Resource } from '../model/types.js'
import { argumentTables } from './docs-arguments.js'
import { curlExample } from './docs-curl.js'
import { errorsText } from './docs-errors.js'
import { fetchExample } from './docs-fetch.js'
import { responseTexts } from './docs-response.js'
import { requirementText } from './docs-security.js'
import { type Page, titleOf } from './docs-words.js'
import { compoundQuery } from './example-compound.js'
import { serverUrl } from './example-documents.js'
import type { ExampleQuery } from './example-query.js'
import { exampleAnswer, loopExample, sdkExample } from './examples.js'
import { ownerOf } from './lookup.js'
import { code, fence, frontMatter, oneLine, plain } from './markdown.js'
import { description } from './markdown-block.js'
import { enumerated } from './prose.js'

/** The page of an operation, as its template shows it. */
export function operationView(page: Page, operation: Operation): object {
  const { model } = page
  const { method, path, deprecated, summary } = operation
  const told = operation.description === summary ? '' : (operation.description ?? '')
  const request = sentence(page, operation)
  const loop = loopExample(model, operation)
  const compound = compoundQuery(model, operation)
  return {
    head: frontMatter({ title: titleOf(model, operation), description: told.trim() || request }),
    title: plain(titleOf(model, operation)),
    intro: [...(deprecated ? ['**Deprecated.**'] : []), request, ...(told.trim() ? [description(told)] : [])],
    request: fence('http', oneLine(`${method} ${serverUrl(model)}${path}`)),
    authorization: requirementText(page, operation),
    arguments: argumentTables(page, operation),
    example: tabs(model, operation),
    response: responseTexts(page, operation),
    compound: compound && {
      fields: compound.fields !== undefined,
      example: tabs(model, operation, compound),
      answer: json(exampleAnswer(model, operation, compound)),
    },
    loop: loop === undefined ? '' : fence('ts', loop),
    errors: errorsText(page, operation),
  }
}

/** The same request in each of the languages. */
const tabs = (model: Model, operation: Operation, query?: ExampleQuery): object => ({
  sdk: fence('ts', sdkExample(model, operation, query)),
  curl: fence('sh', curlExample(model, operation, query)),
  fetch: fence('js', fetchExample(model, operation, query)),
})

const json = (document: unknown): string => fence('json', JSON.stringify(document ?? null, null, 2))

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
    ...(body ? [`${bodyText(operation, owner)} in the body${body.required ? '' : ', which may be left out'}`] : []),
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
