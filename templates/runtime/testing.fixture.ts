/** What the tests of the runtime share: the stand-in API's requests, an answer made by hand, a server on loopback. */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ArticleCreate, type CommentCreate, description, type Resources } from '../api.js'
import {
  type AnyEndpoint,
  BaseClient,
  Calls,
  type ClientOptions,
  type Description,
  EmptyRequest,
  type Endpoint,
  type EndpointArguments,
  endpointRequest,
  type Fields,
  type Link,
  LinkageRequest,
  type ListQuery,
  ListRequest,
  linkage,
  type NoFields,
  type OperationOf,
  type PlainRequest,
  type Query,
  type Reply,
  type RequestOptions,
  ResourceRequest,
  resource,
  Transport,
} from './index.js'

/** A client of the stand-in API, as the generator would write it. */
export function client(options: ClientOptions, api: Description = description) {
  const base = new BaseClient(new Transport(api, options))
  const articles = new Calls(base, '/articles')
  const comments = new Calls(base, '/comments')
  return {
    list<const I extends string = never, const F extends Fields = NoFields, const N extends number = number>(
      query?: ListQuery<'articles', I, F, N>,
      options?: RequestOptions,
    ): ListRequest<'articles', I, F> {
      return new ListRequest(articles.get([], query, options))
    },
    retrieve<const I extends string = never, const F extends Fields = NoFields>(
      id: string,
      query?: Query<'articles', I, F>,
      options?: RequestOptions,
    ): ResourceRequest<'articles', I, F> {
      return new ResourceRequest(articles.get([id], query, options))
    },
    create<const I extends string = never, const F extends Fields = NoFields>(
      input: ArticleCreate,
      query?: Query<'articles', I, F>,
      options?: RequestOptions,
    ): ResourceRequest<'articles', I, F, ArticleCreate> {
      return new ResourceRequest(articles.post([], resource(input), query, options))
    },
    comments<const I extends string = never, const F extends Fields = NoFields, const N extends number = number>(
      id: string,
      query?: ListQuery<'comments', I, F, N>,
    ): ListRequest<'comments', I, F> {
      return new ListRequest(articles.get([id, 'comments'], query))
    },
    comment(input: CommentCreate): ResourceRequest<'comments', never, NoFields, CommentCreate> {
      return new ResourceRequest(comments.post([], resource(input)))
    },
    author<const I extends string = never, const F extends Fields = NoFields>(
      id: string,
      query?: Query<'people', I, F>,
    ): ResourceRequest<'people', I, F, never, null> {
      return new ResourceRequest(articles.get([id, 'author'], query, undefined, { nullable: true }))
    },
    delete(id: string, options?: RequestOptions): EmptyRequest {
      return new EmptyRequest(articles.delete([id], options))
    },
    action(id: string, options?: RequestOptions): EmptyRequest {
      return new EmptyRequest(articles.patch([id, 'publish'], undefined, undefined, options, { repeatable: false }))
    },
    authorLinkage(id: string): LinkageRequest<'people', false> {
      return new LinkageRequest(articles.get([id, 'relationships', 'author']))
    },
    commentsLinkage(id: string): LinkageRequest<'comments', true> {
      return new LinkageRequest(articles.get([id, 'relationships', 'comments'], undefined, undefined, { many: true }))
    },
    addComments(id: string, links: readonly Link<'comments'>[]): EmptyRequest {
      return new EmptyRequest(articles.post([id, 'relationships', 'comments'], linkage(links, 'comments')))
    },
    replaceAuthor(id: string, link: Link<'people'> | null): EmptyRequest {
      return new EmptyRequest(articles.patch([id, 'relationships', 'author'], linkage(link, 'people')))
    },
    request<const E extends Endpoint | AnyEndpoint>(
      endpoint: E,
      ...given: EndpointArguments<E>
    ): PlainRequest<Reply<OperationOf<E>>> {
      return endpointRequest<Reply<OperationOf<E>>>(base, endpoint, given)
    },
  }
}

export type Article = Resources['articles']['resource']

/** An answer with a JSON:API document. */
export const answer = (document: object, status = 200): Response =>
  Response.json(document, { status, headers: { 'content-type': description.mediaType } })

/** A `fetch` that gives these answers in turn, the last of them ever after, and keeps what it was asked for. */
export function answering(...answers: (() => Response)[]) {
  const requests: Request[] = []
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(request)
    const respond = answers[Math.min(requests.length, answers.length) - 1]
    if (!respond) throw new Error('no answer')
    return respond()
  }
  return { fetch, requests }
}

/** What a promise rejects with, which is to be of this class. */
export async function rejection<Kind extends Error>(
  promise: PromiseLike<unknown>,
  kind: abstract new (...parameters: never[]) => Kind,
): Promise<Kind> {
  try {
    await promise
  } catch (error) {
    if (error instanceof kind) return error
    throw error
  }
  throw new Error(`no ${kind.name} was thrown`)
}

/** What a server on loopback was asked for. */
export interface Received {
  readonly method: string
  /** Path and query as they came. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

interface Answered {
  readonly status?: number
  readonly body?: string
  readonly headers?: object
}

/** A server on loopback that answers each request with what `respond` gives for it; with nothing, it has answered itself. */
export async function serve(respond: (received: Received, response: ServerResponse) => Answered | undefined) {
  const received: Received[] = []
  const server: Server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
    received.push(one)
    const answered = respond(one, response)
    if (!answered) return
    const { status = 200, body: text = '', headers = {} } = answered
    response.writeHead(status, { 'content-type': description.mediaType, ...headers }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // listening on a port, so not null and no pipe
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, received, close }
}

/** The value with everything in it frozen: whoever changes it throws. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) Object.values(value).forEach(frozen)
  return Object.freeze(value)
}
