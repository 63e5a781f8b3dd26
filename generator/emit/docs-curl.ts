import type { Model, Operation } from '../model/types.js'
import type { ExampleQuery } from './example-query.js'
import { type ExampleRequest, exampleRequest } from './example-request.js'

/** The example of an operation as a command of curl, every part of it quoted for the shell. */
export function curlExample(model: Model, operation: Operation, query?: ExampleQuery): string {
  const request = exampleRequest(model, operation, query)
  const { method, url, headers, cookies, basic } = request
  return command([
    // With -X, curl waits for a body that HEAD does not have.
    method === 'HEAD' ? 'curl -g --head' : `curl -g -X ${method}`,
    quoted(url),
    ...headers.map((pair) => `-H ${quoted(pair.join(': '))}`),
    ...(basic ? [`-u ${quoted('{{your_username}}:{{your_password}}')}`] : []),
    ...(cookies.length > 0 ? [`-b ${quoted(cookies.map((pair) => pair.join('=')).join('; '))}`] : []),
    ...bodyOptions(request),
  ])
}

function bodyOptions({ body }: ExampleRequest): string[] {
  switch (body?.kind) {
    case undefined:
      return []
    case 'document':
      return [`-d ${quoted(JSON.stringify(body.value, null, 2))}`]
    case 'parts':
      return body.parts.map(({ name, isFile }) => `-F ${quoted(`${name}=${isFile ? '@file' : '…'}`)}`)
    case 'other':
      return [`--data-binary ${quoted('@body')}`]
  }
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

const command = (parts: readonly string[]): string => parts.join(' \\\n  ')

/** A word that a POSIX shell takes as it is. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
