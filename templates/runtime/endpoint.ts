import type { paths } from '../schema.js'
import { BaseClient } from './base-client.js'
import type { BodyContent } from './body.js'
import { path } from './path.js'
import { json, PlainRequest, parameters } from './plain.js'
import type { RequestOptions } from './transport.js'

type Verb = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'query'

/** Every verb and path of the API's document: `GET /roles/{roleId}`. */
export type Endpoint = {
  [P in keyof paths & string]: `${Uppercase<Verbs<paths[P]>>} ${P}`
}[keyof paths & string]
type Verbs<Item> = { [V in keyof Item & Verb]: Item[V] extends undefined ? never : V }[keyof Item & Verb]

/** Any other verb and path: what it takes and gives is not known. */
export type AnyEndpoint = `${Uppercase<Verb>} /${string}`

/** The wire types of an endpoint's operation; unknown where the document has none. */
export type OperationOf<E> = E extends `${infer M} ${infer P}`
  ? P extends keyof paths
    ? Lowercase<M> extends keyof paths[P]
      ? paths[P][Lowercase<M>]
      : unknown
    : unknown
  : unknown

/** What a request to an endpoint is made of. */
export type Given<Operation> = unknown extends Operation
  ? {
      readonly path?: Readonly<Record<string, string | number>>
      readonly query?: object
      readonly headers?: Readonly<Record<string, unknown>>
      readonly cookies?: Readonly<Record<string, unknown>>
      readonly body?: unknown
    }
  : PathOf<Operation> & PlainQuery<Operation> & BodyOf<Operation>

/** Query, headers and cookies. */
type PlainQuery<Operation> = Operation extends { parameters: infer P }
  ? Group<'query', P, 'query'> & Group<'headers', P, 'header'> & Group<'cookies', P, 'cookie'>
  : never

/** A group of parameters: absent where there are none, optional where all of them are. */
type Group<Name extends string, P, In extends string> = In extends keyof P
  ? undefined extends P[In]
    ? { readonly [N in Name]?: Exclude<P[In], undefined> }
    : { readonly [N in Name]: P[In] }
  : unknown

/** A body of one of the media types, or as `fetch` takes it. */
type PlainBody<Operation> = Operation extends { requestBody?: infer B }
  ? Content<Exclude<B, undefined>> | Exclude<BodyContent, string>
  : never

type Content<B> = B extends { content: infer C } ? C[keyof C] : unknown

type PathOf<Operation> = Operation extends { parameters: { path: infer P } } ? { readonly path: P } : unknown
type BodyOf<Operation> = Operation extends { requestBody: unknown }
  ? { readonly body: PlainBody<Operation> }
  : Operation extends { requestBody?: infer B }
    ? [B] extends [undefined]
      ? unknown
      : { readonly body?: PlainBody<Operation> }
    : unknown

/** What an endpoint answers with when it succeeds, as on the wire; undefined where it has nothing to say. */
export type Reply<Operation> = unknown extends Operation
  ? unknown
  : Operation extends { responses: infer R }
    ? {
        [S in keyof R & (200 | 201 | 202 | 203 | 204 | 206)]: R[S] extends { content: infer C }
          ? Exclude<C, undefined>[keyof Exclude<C, undefined>]
          : undefined
      }[keyof R & (200 | 201 | 202 | 203 | 204 | 206)]
    : unknown

/** The arguments after the endpoint: they can be left out where nothing is required. */
export type EndpointArguments<E> =
  Record<never, never> extends Given<OperationOf<E>>
    ? [given?: Given<OperationOf<E>>, options?: RequestOptions]
    : [given: Given<OperationOf<E>>, options?: RequestOptions]

/** The request of any endpoint: what a document's builders do not cover. */
export function endpointRequest<Data>(
  client: BaseClient,
  endpoint: string,
  [given = {}, options]: readonly [given?: unknown, options?: RequestOptions],
): PlainRequest<Data> {
  const transport = BaseClient.transportOf(client)
  const { mediaType } = transport.api
  // Its writer's compiler has checked it against the wire types.
  const { path: names, body, ...query } = given as Given<unknown>
  const [method = '', template = ''] = endpoint.split(' ')
  const parts = template.split(/[{}]/)
  return new PlainRequest<Data>({
    transport,
    method,
    path: path(
      parts.filter((_, index) => index % 2 === 0),
      ...parts.flatMap((name, index) => (index % 2 ? [names?.[name] ?? ''] : [])),
    ),
    accept: `${mediaType}, */*;q=0.9`,
    query,
    parameters,
    body: json(body, mediaType),
    repeatable: method !== 'POST' && method !== 'PATCH',
    options,
  })
}
