import type { AnswerContent, Model, Operation, PageDialect, Relationship, Resource } from '../model/types.js'
import { exampleUrl, serverUrl } from './example-documents.js'
import { exampleId, examplePath } from './example-ids.js'
import { type Identifier, linkage, ownLinkage } from './example-input.js'
import { type ExampleQuery, exampleQuery } from './example-query.js'
import { attributeValue, exampleValue } from './example-values.js'
import { resourceOf, tokensOf } from './lookup.js'

/**
 * The document, or other JSON, that an operation answers with; undefined where it answers with neither. A compound
 * document where the query includes something. https://jsonapi.org/format/1.1/#document-top-level
 *
 * @param query of the example; the usual one where none is given.
 */
export function exampleAnswer(
  model: Model,
  operation: Operation,
  query: ExampleQuery = exampleQuery(model, operation),
): unknown {
  const { answer } = operation
  if (answer.kind === 'nothing') return undefined
  if (answer.kind === 'plain') return plainAnswer(answer.contents[0])
  if (answer.kind === 'linkage') {
    const data = ownLinkage(model, operation, answer)
    return operation.query.page ? paged(model, operation, query, { data: [data].flat() }) : { data }
  }
  const [type] = answer.types
  const resource = type === undefined ? undefined : resourceOf(model, type)
  const data = resource ? [exampleResource(model, resource, query)] : []
  const included = resource ? includedIn(model, resource, query) : []
  const rest = included.length > 0 ? { included } : {}
  if (answer.kind === 'one') return { data: data[0] ?? null, ...rest }
  return paged(model, operation, query, { data, ...rest })
}

const plainAnswer = ({ value }: AnswerContent): unknown => value && exampleValue({ ...value, name: 'value' })

/** https://jsonapi.org/format/1.1/#fetching-pagination */
function paged(
  model: Model,
  operation: Operation,
  query: ExampleQuery,
  document: { readonly data: readonly object[] },
): object {
  const { page } = model.dialect
  if (!page) return document
  return { ...document, ...pageMeta(page, document.data.length), links: pageLinks(model, operation, page, query) }
}

/** What an answer with the whole list says of its length, at the places where it is known to. */
function pageMeta({ total, count, next }: PageDialect, length: number): object {
  const values = [
    [total, length],
    [count, 1],
    [next, null],
  ] as const
  const placed = values.flatMap(([place, value]) => (place ? [{ path: tokensOf(place.at), value }] : []))
  return objectOf(placed.filter(({ path }) => path[0] === 'meta'))
}

/** The links of the only page. https://jsonapi.org/format/1.1/#fetching-pagination */
function pageLinks(model: Model, operation: Operation, page: PageDialect, query: ExampleQuery): object {
  if (page.style === 'cursor' || page.style === 'links') return { prev: null, next: null }
  const first = page.style === 'number' ? ([page.names.number, '1'] as const) : ([page.names.offset, '0'] as const)
  const url = exampleUrl(model, operation, { query, more: [first] })
  return { first: url, last: url }
}

/** What is asked for of a resource, and which of its ids it is. */
type Shown = Pick<ExampleQuery, 'fields' | 'include'> & { readonly id?: string }

/**
 * A resource object with all that can be read, or of it what was asked for.
 * https://jsonapi.org/format/1.1/#document-resource-objects
 */
export function exampleResource(model: Model, resource: Resource, { fields, include = [], id }: Shown = {}): object {
  const { type } = resource
  const self = selfUrl(model, resource, id)
  const isAsked = ({ name }: { readonly name: string }): boolean => fields?.[type]?.includes(name) ?? true
  const attributes = resource.attributes.filter((one) => one.readable && isAsked(one))
  const relationships = resource.relationships.filter((one) => one.readable && isAsked(one))
  return {
    id: id ?? exampleId(model, type),
    type,
    ...(self !== undefined && { links: { self } }),
    ...(attributes.length > 0 && {
      attributes: Object.fromEntries(attributes.map((attribute) => [attribute.name, attributeValue(type, attribute)])),
    }),
    ...(relationships.length > 0 && {
      relationships: Object.fromEntries(
        relationships.map((one) => [one.name, relationshipObject(model, resource, one, { self, include })] as const),
      ),
    }),
  }
}

/** Links, where the document has what they lead to; linkage where it has not, and of what is included. */
function relationshipObject(
  model: Model,
  { type, operations }: Resource,
  relationship: Relationship,
  { self, include }: { readonly self: string | undefined; readonly include: readonly string[] },
): object {
  const { name } = relationship
  const isLinked = self !== undefined && operations.some((one) => one.relationship === name)
  const segment = encodeURIComponent(name)
  return {
    ...(isLinked && { links: { self: `${self}/relationships/${segment}`, related: `${self}/${segment}` } }),
    ...((!isLinked || include.includes(name)) && { data: linkage(model, type, relationship) }),
  }
}

/** Each resource once. https://jsonapi.org/format/1.1/#document-compound-documents */
function includedIn(model: Model, { type, relationships }: Resource, { fields, include }: ExampleQuery): object[] {
  const asked = relationships.filter(({ name }) => include?.includes(name))
  const identifiers = asked.flatMap((one): readonly Identifier[] => [linkage(model, type, one)].flat())
  const once = new Map(identifiers.map((one) => [JSON.stringify([one.type, one.id]), one]))
  return [...once.values()].map((one) =>
    exampleResource(model, resourceOf(model, one.type), { ...(fields && { fields }), id: one.id }),
  )
}

function selfUrl(model: Model, resource: Resource, id: string | undefined): string | undefined {
  const retrieve = resource.operations.find(({ kind }) => kind === 'retrieve')
  return retrieve && `${serverUrl(model)}${examplePath(model, retrieve, id)}`
}

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
