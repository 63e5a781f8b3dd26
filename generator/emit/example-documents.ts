import type { Model, Operation, Resource } from '../model/types.js'
import { exampleId, examplePath } from './example-ids.js'
import { exampleInput, linkage, ownLinkage } from './example-input.js'
import { exampleQuery, queryParameters } from './example-query.js'
import { exampleValue } from './example-values.js'
import { resourceOf } from './lookup.js'

const DEFAULT_SERVER = 'https://example.com'

/** The document that an operation sends; undefined where it sends none. https://jsonapi.org/format/1.1/#crud */
export function exampleDocument(model: Model, operation: Operation): object | undefined {
  if (operation.body?.kind === 'linkage') return { data: ownLinkage(model, operation, operation.body) }
  const input = exampleInput(model, operation)
  if (!input) return undefined
  const { type } = input
  const id = input.pathId ?? input.newId
  const attributes = input.attributes.map(([{ name }, value]) => [name, value] as const)
  const relationships = input.relationships.map(([{ name }, data]) => [name, { data }] as const)
  return {
    data: {
      type,
      ...(id !== undefined && { id }),
      ...(attributes.length > 0 && { attributes: Object.fromEntries(attributes) }),
      ...(relationships.length > 0 && { relationships: Object.fromEntries(relationships) }),
    },
  }
}

/**
 * The document that an operation answers with; undefined where it answers with none, or with another thing.
 * https://jsonapi.org/format/1.1/#document-top-level
 */
export function exampleAnswer(model: Model, operation: Operation): object | undefined {
  const { answer } = operation
  if (answer.kind === 'nothing' || answer.kind === 'plain') return undefined
  if (answer.kind === 'linkage') {
    const data = ownLinkage(model, operation, answer)
    return operation.query.page ? paged(model, operation, [data].flat()) : { data }
  }
  const data = answer.types.slice(0, 1).map((type) => exampleResource(model, resourceOf(model, type)))
  return answer.kind === 'one' ? { data: data[0] ?? null } : paged(model, operation, data)
}

/** https://jsonapi.org/format/1.1/#fetching-pagination */
function paged(model: Model, operation: Operation, data: readonly object[]): object {
  if (!model.dialect.page) return { data }
  const page = exampleUrl(model, operation, [[model.dialect.page.number, '1']])
  return { data, meta: { record_count: data.length, page_count: 1 }, links: { first: page, last: page } }
}

/** A resource object with all that can be read. https://jsonapi.org/format/1.1/#document-resource-objects */
export function exampleResource(model: Model, resource: Resource): object {
  const self = selfUrl(model, resource)
  const attributes = resource.attributes.filter(({ readable }) => readable)
  const relationships = resource.relationships.filter(({ readable }) => readable)
  return {
    id: exampleId(model, resource.type),
    type: resource.type,
    ...(self !== undefined && { links: { self } }),
    ...(attributes.length > 0 && {
      attributes: Object.fromEntries(attributes.map((attribute) => [attribute.name, exampleValue(attribute)])),
    }),
    ...(relationships.length > 0 && {
      relationships: Object.fromEntries(
        relationships.map((relationship) => [
          relationship.name,
          self === undefined
            ? { data: linkage(model, resource.type, relationship) }
            : { links: relationshipLinks(self, relationship.name) },
        ]),
      ),
    }),
  }
}

/** The URL of an operation with the examples' path and query, as the SDK would send it. Brackets are left readable. */
export function exampleUrl(
  model: Model,
  operation: Operation,
  more: readonly [name: string, value: string][] = [],
): string {
  const parameters = [...queryParameters(model, exampleQuery(model, operation)), ...more]
  const query = parameters.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
  return `${serverUrl(model)}${examplePath(model, operation)}${query ? `?${query}` : ''}`
}

/** The URL that stands before every path. */
export function serverUrl(model: Model): string {
  const url = model.api.servers[0]?.url ?? ''
  return /^https?:\/\//i.test(url) ? url : `${DEFAULT_SERVER}${url && !url.startsWith('/') ? '/' : ''}${url}`
}

/** https://jsonapi.org/format/1.1/#document-resource-object-relationships */
function relationshipLinks(self: string, name: string): object {
  const segment = encodeURIComponent(name)
  return { self: `${self}/relationships/${segment}`, related: `${self}/${segment}` }
}

function selfUrl(model: Model, resource: Resource): string | undefined {
  const retrieve = resource.operations.find(({ kind }) => kind === 'retrieve')
  return retrieve && `${serverUrl(model)}${examplePath(model, retrieve)}`
}

const encoded = (text: string): string => encodeURIComponent(text).replace(/%5B|%5D|%2C/g, decodeURIComponent)
