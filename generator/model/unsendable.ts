/** What a document may describe, but `fetch` sends nowhere. https://fetch.spec.whatwg.org/#requests */
import { type Context, warn } from './context.js'
import type { Endpoint } from './endpoints.js'

/** https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const isToken = (text: string): boolean => /^[!#$%&'*+.^_`|~\w-]+$/.test(text)

/** Methods that `fetch` refuses, whichever way they are written, and what is no token of HTTP. */
const isSendable = (method: string): boolean => !/^(CONNECT|TRACE|TRACK)$/i.test(method) && isToken(method)

/** Warns of a method that no `fetch` sends, such as TRACE: that of the SDK is there, and rejects. */
export function warnOfMethod(context: Context, { method, path, pointer }: Endpoint): void {
  if (isSendable(method)) return
  warn(context, {
    code: 'method-not-sendable',
    message: `${method} ${path} cannot be called: fetch refuses to send a ${method}.`,
    advice: 'Leave the operation out, or call it by other means.',
    at: [pointer],
  })
}

/** Whether a body can be sent; warns of one that cannot, that of a GET or a HEAD. */
export function canSendBody(context: Context, { method, path, body }: Endpoint): boolean {
  if (method !== 'GET' && method !== 'HEAD') return true
  warn(context, {
    code: 'body-not-sendable',
    message: `${method} ${path} declares a body, which fetch refuses to send; the operation is called without it.`,
    advice: 'Take the body out, or describe what it says as query parameters.',
    at: body ? [body.pointer] : [],
  })
  return false
}

/** Whether a header of this name can be sent; warns of one that cannot. */
export function canSendHeader(context: Context, { method, path }: Endpoint, name: string, pointer: string): boolean {
  if (isToken(name)) return true
  warn(context, {
    code: 'header-not-sendable',
    message: `${method} ${path} takes the header ${JSON.stringify(name)}, which is no name of a header; the operation is called without it.`,
    advice: 'Correct the name, or take the parameter out.',
    at: [pointer],
  })
  return false
}
