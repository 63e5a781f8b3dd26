import type { Body, BodyContent } from './body.js'
import { encode } from './encode.js'
import { scalar } from './filters.js'
import { parsed } from './json.js'
import { ApiRequest, type WithDocument } from './request.js'
import type { Answer } from './send.js'
import type { Parameters } from './transport.js'

/** What a plain operation takes beside its path and its body, read from the wire types of the operation. */
export type PlainQuery<Operation> = Operation extends { parameters: infer P }
  ? Group<'query', P, 'query'> & Group<'headers', P, 'header'> & Group<'cookies', P, 'cookie'>
  : never

/** A group of parameters: absent where there are none, optional where all of them are. */
type Group<Name extends string, P, In extends string> = In extends keyof P
  ? undefined extends P[In]
    ? { readonly [N in Name]?: Exclude<P[In], undefined> }
    : { readonly [N in Name]: P[In] }
  : unknown

/** What a plain operation sends, read from the wire types of the operation. */
export type PlainBody<Operation> = Operation extends { requestBody?: infer B } ? Content<Exclude<B, undefined>> : never

/** What a plain operation answers with, read from the wire types of the operation. */
export type PlainData<Operation, Status> = Operation extends { responses: infer R }
  ? Status extends keyof R
    ? Content<R[Status]>
    : unknown
  : never

type Content<B> = B extends { content: infer C } ? C[keyof C] : unknown

/** A request whose answer is no JSON:API document. */
export class PlainRequest<Data, Input = never> extends ApiRequest<Data, Input> {
  protected read({ body, response, fault }: Answer): WithDocument<Data> {
    if (!body) return { data: undefined as Data } // a status that promises nothing
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '')
    const data = isJson ? parsed(body) : body
    if (data === undefined) throw fault('JSON, though its content type says so')
    return { data: data as Data }
  }
}

/** The query, headers and cookies of a plain operation; of an array, each value on its own (`form`, exploded). */
export function parameters(
  given: { readonly query?: object; readonly headers?: object; readonly cookies?: object } = {},
): () => Parameters {
  const [query, headers, cookies] = [pairs(given.query), pairs(given.headers), pairs(given.cookies)]
  return () => {
    const cookie = cookies.map((pair) => pair.map(encode).join('=')).join('; ')
    return {
      search: new URLSearchParams(query).toString(),
      headers: [...headers, ...(cookie ? [['cookie', cookie] as Pair] : [])],
    }
  }
}

type Pair = [name: string, value: string]

const pairs = (group: object = {}): Pair[] =>
  Object.entries(group).flatMap(([name, value]) =>
    [value].flat().flatMap((one): Pair[] => (one === undefined ? [] : [[name, scalar(one)]])),
  )

/** Anything but a resource: JSON where the media type is JSON's, otherwise as `fetch` takes it. */
export function plain(body: unknown, mediaType: string): Body {
  if (body === undefined) return () => undefined
  if (body instanceof FormData || body instanceof URLSearchParams) return () => ({ content: body })
  const isRaw = body instanceof Blob || body instanceof ArrayBuffer || ArrayBuffer.isView(body)
  const content = !isRaw && /[/+]json\b/.test(mediaType) ? JSON.stringify(body) : (body as BodyContent)
  return () => ({ content, mediaType })
}
