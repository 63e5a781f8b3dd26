import type { Method, Model, Operation, Relationship, Resource, Value, Writable } from '../model/types.js'
import { relative, type Site } from './docs-site.js'
import { findResource, methodOf, ownerOf } from './lookup.js'
import { code, link, plain } from './markdown.js'
import { withArticle } from './prose.js'

/** Renders what one page refers to: the other pages, by the way from this one to them. */
export interface Page {
  readonly model: Model
  readonly site: Site
  readonly path: string
}

/** `Create an API credential`: the document's own summary, or one made from the kind of the operation. */
export function titleOf(model: Model, operation: Operation): string {
  const { summary, kind, answer, call } = operation
  // A title is no sentence.
  if (summary?.trim()) return summary.trim().replace(/(?<!\.)\.$/, '')
  const owner = ownerOf(model, operation)
  if (!owner) return sentenceCase(call)
  switch (kind) {
    case 'create':
      return `Create ${withArticle(owner.label.one)}`
    case 'list':
      return `List all ${owner.label.many}`
    case 'retrieve':
    case 'update':
    case 'delete':
      return `${sentenceCase(kind)} ${aOrThe(owner)}`
    case 'related': {
      const name = words(methodOf(operation))
      return `${answer.kind === 'many' ? 'List' : 'Retrieve'} the ${name} of ${aOrThe(owner)}`
    }
    case 'relationship': {
      const relationship = `the ${words(operation.path.split('/').findLast((segment) => segment !== '') ?? '')} relationship`
      return `${RELATIONSHIP_VERBS[operation.method] ?? operation.method} ${relationship} of ${aOrThe(owner)}`
    }
    case 'action':
    case 'plain':
      return sentenceCase(words(methodOf(operation)))
  }
}

const RELATIONSHIP_VERBS: Readonly<Partial<Record<Method, string>>> = {
  GET: 'Retrieve',
  POST: 'Add to',
  PATCH: 'Replace',
  DELETE: 'Remove from',
}

/** `a role`, and `the user` where there is but one. */
export const aOrThe = (resource: Resource): string =>
  resource.singleton ? `the ${resource.label.one}` : withArticle(resource.label.one)

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `transferOwnership` as `transfer ownership`. */
export const words = (name: string): string =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()

/** `string (date-time) or null`, `array of integer`, as Markdown. */
export function typeText({
  type,
  format,
  nullable,
  items,
}: Pick<Value, 'type' | 'format' | 'nullable' | 'items'>): string {
  const names = type.split(' | ').map(plain)
  const text = format ? [...names.slice(0, -1), `${names.at(-1)} (${plain(format)})`] : names
  const what = items && type === 'array' ? [`array of ${typeText({ ...items, nullable: false })}`] : text
  return [...what, ...(nullable ? ['null'] : [])].join(' or ')
}

export const requiredText = (writable: Writable): string =>
  writable === null ? '' : writable === 'required' ? 'Required' : 'Optional'

/** `[role](../roles/object.md)`, each of what a relationship may lead to. */
export const targets = (page: Page, { types, cardinality }: Pick<Relationship, 'types' | 'cardinality'>): string[] =>
  types.map((type) => typeLink(page, type, cardinality === 'many' ? 'many' : 'one'))

/** The label of a type, as a link to the page of its resource object. */
export function typeLink({ model, site, path }: Page, type: string, number: 'one' | 'many'): string {
  const resource = findResource(model, type)
  const object = site.objects.get(type)
  return resource && object ? link(plain(resource.label[number]), relative(path, object)) : code(type)
}

/** A status code with its phrase, `201 Created`. https://www.rfc-editor.org/rfc/rfc9110#name-status-codes */
export const statusText = (status: number): string => `${status} ${PHRASES.get(status) ?? ''}`.trim()

const PHRASES: ReadonlyMap<number, string> = new Map([
  [200, 'OK'],
  [201, 'Created'],
  [202, 'Accepted'],
  [203, 'Non-Authoritative Information'],
  [204, 'No Content'],
  [205, 'Reset Content'],
  [206, 'Partial Content'],
  [301, 'Moved Permanently'],
  [302, 'Found'],
  [303, 'See Other'],
  [304, 'Not Modified'],
  [307, 'Temporary Redirect'],
  [308, 'Permanent Redirect'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [402, 'Payment Required'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [406, 'Not Acceptable'],
  [409, 'Conflict'],
  [410, 'Gone'],
  [412, 'Precondition Failed'],
  [413, 'Content Too Large'],
  [415, 'Unsupported Media Type'],
  [422, 'Unprocessable Content'],
  [423, 'Locked'],
  [428, 'Precondition Required'],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [501, 'Not Implemented'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
])
