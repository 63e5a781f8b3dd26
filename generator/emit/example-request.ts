import type { Model, Operation, Property, SecurityScheme } from '../model/types.js'
import { ANYTHING, acceptOf } from './accept.js'
import { exampleDocument, exampleUrl } from './example-documents.js'
import { sentParameters } from './example-parameters.js'
import type { ExampleQuery } from './example-query.js'
import { exampleSchemes } from './example-security.js'

type Pair = readonly [name: string, value: string]

/** The example of an operation as it stands on the wire, with `{{…}}` for what only its sender knows. */
export interface ExampleRequest {
  readonly method: string
  readonly url: string
  /** Without that which authorizes by name and password, and without cookies. */
  readonly headers: readonly Pair[]
  readonly cookies: readonly Pair[]
  /** Whether it is authorized by name and password. */
  readonly basic: boolean
  readonly body: ExampleBody | undefined
}

export type ExampleBody =
  | { readonly kind: 'document'; readonly value: unknown }
  /** https://www.rfc-editor.org/rfc/rfc7578 */
  | { readonly kind: 'parts'; readonly parts: readonly { readonly name: string; readonly isFile: boolean }[] }
  /** Anything else, which only its sender knows. */
  | { readonly kind: 'other' }

/**
 * The example of an operation, without what is optional in it but for its query.
 *
 * @param query of the example; the usual one where none is given.
 */
export function exampleRequest(model: Model, operation: Operation, query?: ExampleQuery): ExampleRequest {
  const { method, body } = operation
  const accept = acceptOf(operation) ?? model.api.mediaType
  const schemes = exampleSchemes(model, operation)
  const isOf = (...types: SecurityScheme['type'][]): boolean => schemes.some(({ type }) => types.includes(type))
  const document = exampleDocument(model, operation)
  const content = body?.kind === 'plain' && body.required ? body.contents[0] : undefined
  const isParts = content?.format === 'multipart'
  const mediaType = content?.mediaType ?? (document === undefined ? undefined : model.api.mediaType)
  return {
    method,
    url: exampleUrl(model, operation, { ...(query && { query }), more: keysIn(schemes, 'query') }),
    headers: [
      ...(accept === ANYTHING ? [] : [['Accept', accept] as const]),
      ...(isOf('bearer', 'clientCredentials') ? [TOKEN] : []),
      ...keysIn(schemes, 'header'),
      ...sentParameters(operation, 'header'),
      ...(mediaType === undefined || isParts ? [] : [['Content-Type', mediaType] as const]),
    ],
    cookies: [...keysIn(schemes, 'cookie'), ...sentParameters(operation, 'cookie')],
    basic: isOf('basic'),
    body:
      document !== undefined
        ? { kind: 'document', value: document }
        : content && isParts
          ? { kind: 'parts', parts: content.properties.filter(isSent).map(part) }
          : content && { kind: 'other' },
  }
}

const TOKEN: Pair = ['Authorization', 'Bearer {{your_access_token}}']
const KEY = '{{your_api_key}}'

/** The API keys that go there. */
const keysIn = (schemes: readonly SecurityScheme[], place: 'header' | 'query' | 'cookie'): Pair[] =>
  schemes.flatMap((one): Pair[] => (one.type === 'apiKey' && one.in === place ? [[one.parameter, KEY]] : []))

const isSent = ({ required, format }: Property): boolean => required || format === 'binary'
const part = ({ name, format }: Property): { name: string; isFile: boolean } => ({ name, isFile: format === 'binary' })
