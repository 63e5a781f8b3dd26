import type { Model, Operation, Property, SecurityScheme } from '../model/types.js'
import { exampleDocument, exampleUrl } from './example-documents.js'
import { sentParameters } from './example-parameters.js'

/** The example of an operation as a command of curl, every part of it quoted for the shell. */
export function curlExample(model: Model, operation: Operation): string {
  const { method, answer, body } = operation
  const accept = answer.kind === 'plain' ? answer.contents[0].mediaType : model.api.mediaType
  const document = exampleDocument(model, operation)
  const plain = body?.kind === 'plain' && body.required ? body : undefined
  const [content] = plain?.contents ?? []
  const isParts = content?.format === 'multipart'
  const contentType = content?.mediaType ?? (document && model.api.mediaType)
  const cookies = sentParameters(operation, 'cookie').map((pair) => pair.join('='))
  return command([
    // With -X, curl waits for a body that HEAD does not have.
    method === 'HEAD' ? 'curl -g --head' : `curl -g -X ${method}`,
    quoted(exampleUrl(model, operation, keyParameters(model))),
    `-H ${quoted(`Accept: ${accept}`)}`,
    ...credentials(model),
    ...sentParameters(operation, 'header').map((pair) => `-H ${quoted(pair.join(': '))}`),
    ...(cookies.length > 0 ? [`-b ${quoted(cookies.join('; '))}`] : []),
    ...(contentType === undefined || isParts ? [] : [`-H ${quoted(`Content-Type: ${contentType}`)}`]),
    ...(document ? [`-d ${quoted(JSON.stringify(document, null, 2))}`] : []),
    ...(isParts ? content.properties.filter(({ required, format }) => required || format === 'binary').map(part) : []),
    ...(plain && !isParts ? [`--data-binary ${quoted('@body')}`] : []),
  ])
}

/** How an access token is obtained. https://www.rfc-editor.org/rfc/rfc6749#section-4.4.2 */
export function tokenExample(tokenUrl: string): string {
  return command([
    'curl -g -X POST',
    quoted(tokenUrl),
    `-H ${quoted('Accept: application/json')}`,
    `-d ${quoted('grant_type=client_credentials')}`,
    `-d ${quoted('client_id={{your_client_id}}')}`,
    `-d ${quoted('client_secret={{your_client_secret}}')}`,
  ])
}

/** The first scheme that says what it sends. */
const schemeOf = ({ api }: Model): SecurityScheme | undefined => api.security.find(({ type }) => type !== 'other')

function credentials(model: Model): string[] {
  const scheme = schemeOf(model)
  switch (scheme?.type) {
    case 'bearer':
    case 'clientCredentials':
      return [`-H ${quoted('Authorization: Bearer {{your_access_token}}')}`]
    case 'basic':
      return [`-u ${quoted('{{your_username}}:{{your_password}}')}`]
    case 'apiKey':
      if (scheme.in === 'query') return []
      return scheme.in === 'header'
        ? [`-H ${quoted(`${scheme.parameter}: {{your_api_key}}`)}`]
        : [`-b ${quoted(`${scheme.parameter}={{your_api_key}}`)}`]
    default:
      return []
  }
}

/** An API key that stands in the query. */
function keyParameters(model: Model): [name: string, value: string][] {
  const scheme = schemeOf(model)
  return scheme?.type === 'apiKey' && scheme.in === 'query' ? [[scheme.parameter, 'your_api_key']] : []
}

/** A part of a body. https://www.rfc-editor.org/rfc/rfc7578 */
const part = ({ name, format }: Property): string => `-F ${quoted(`${name}=${format === 'binary' ? '@file' : '…'}`)}`

const command = (parts: readonly string[]): string => parts.join(' \\\n  ')

/** A word that a POSIX shell takes as it is. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
