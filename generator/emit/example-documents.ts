import type { Model, Operation, PageDialect, Resource } from '../model/types.js'
import { exampleId, examplePath } from './example-ids.js'
import { exampleInput, linkage, ownLinkage } from './example-input.js'
import { sentParameters } from './example-parameters.js'
import { queryParameters } from './example-query.js'
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
  const { page } = model.dialect
  return page ? { data, ...pageMeta(page, data.length), links: pageLinks(model, operation, page) } : { data }
}

/** What an answer with the whole list says of its length, at the places where it is known to. */
function pageMeta({ total, count, next }: PageDialect, length: number): object {
  const values = [
    [total, length],
    [count, 1],
    [next, null],
  ] as const
  const placed = values.flatMap(([place, value]) => (place ? [{ path: tokens(place.at), value }] : []))
  return objectOf(placed.filter(({ path }) => path[0] === 'meta'))
}

/** The links of the only page. https://jsonapi.org/format/1.1/#fetching-pagination */
function pageLinks(model: Model, operation: Operation, page: PageDialect): object {
  if (page.style === 'cursor' || page.style === 'links') return { prev: null, next: null }
  const first = page.style === 'number' ? ([page.names.number, '1'] as const) : ([page.names.offset, '0'] as const)
  const url = exampleUrl(model, operation, [first])
  return { first: url, last: url }
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
  more: readonly (readonly [name: string, value: string])[] = [],
): string {
  const parameters = [...queryParameters(model, operation), ...sentParameters(operation, 'query'), ...more]
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

/** The reference tokens of a JSON pointer. https://www.rfc-editor.org/rfc/rfc6901#section-4 */
const tokens = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))

/** An object that has each value at the end of its path. */
function objectOf(values: readonly { readonly path: readonly string[]; readonly value: unknown }[]): object {
  const names = [...new Set(values.flatMap(({ path }) => path.slice(0, 1)))]
  return Object.fromEntries(
    names.map((name) => {
      const within = values.filter(({ path }) => path[0] === name)
      const here = within.find(({ path }) => path.length === 1)
      return [name, here ? here.value : objectOf(within.map(({ path, value }) => ({ path: path.slice(1), value })))]
    }),
  )
}
