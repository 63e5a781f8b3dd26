import type { BodyContent, Model, Operation } from '../model/types.js'
import { examplePath } from './example-ids.js'
import { exampleInput, ownLinkage } from './example-input.js'
import { queryParameters } from './example-pairs.js'
import { sentParameters } from './example-parameters.js'
import type { ExampleQuery } from './example-query.js'
import { exampleValue } from './example-values.js'

const DEFAULT_SERVER = 'https://example.com'

/**
 * The document, or other JSON, that an operation sends; undefined where it sends neither, or may be sent without.
 * https://jsonapi.org/format/1.1/#crud
 */
export function exampleDocument(model: Model, operation: Operation): unknown {
  const { body } = operation
  if (body?.kind === 'linkage') return { data: ownLinkage(model, operation, body) }
  if (body?.kind === 'plain') return body.required ? plainBody(body.contents[0]) : undefined
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

const plainBody = ({ value }: BodyContent): unknown => value && exampleValue({ ...value, name: 'value' }, 'write')

/** What an example asks for. */
export interface UrlParts {
  /** The usual query where none is given. */
  readonly query?: ExampleQuery
  /** Further query parameters, whose values are written as they are. */
  readonly more?: readonly (readonly [name: string, value: string])[]
}

/** The URL of an operation with the examples' path and query, as the SDK would send it. Brackets are left readable. */
export function exampleUrl(model: Model, operation: Operation, { query, more = [] }: UrlParts = {}): string {
  const parameters = [...queryParameters(model, operation, query), ...sentParameters(operation, 'query')]
  const written = [...parameters.map(([name, value]) => [name, encoded(value)] as const), ...more]
    .map(([name, value]) => `${encoded(name)}=${value}`)
    .join('&')
  return `${serverUrl(model)}${examplePath(model, operation)}${written ? `?${written}` : ''}`
}

/** The URL that stands before every path. */
export function serverUrl(model: Model): string {
  const url = model.api.servers[0]?.url ?? ''
  return /^https?:\/\//i.test(url) ? url : `${DEFAULT_SERVER}${url && !url.startsWith('/') ? '/' : ''}${url}`
}

const encoded = (text: string): string => encodeURIComponent(text).replace(/%5B|%5D|%2C/g, decodeURIComponent)
