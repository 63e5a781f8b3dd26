/** A service on loopback, whose roles are named by how it answers when it is asked for them. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** How often something was asked for, by its path: each platform has a path of its own. */
type Counts = Map<string, number>

interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly document?: unknown
  /** The text, where it is no document. */
  readonly body?: string
  /** What becomes of the connection, where the answer is not whole. */
  readonly end?: 'cut' | 'open'
}

interface Asked {
  readonly method: string
  /** Below the base URL. */
  readonly path: string
  readonly query: URLSearchParams
  readonly request: IncomingMessage
  readonly body: string
  /** How often this was asked for, this time included. */
  readonly count: number
  /** The origin of the same service under another name. */
  readonly elsewhere: string
}

const role = (id: string, attributes: object = {}): object => ({ type: 'roles', id, attributes })

const ORGANIZATION = { type: 'organizations', id: 'xYZ' }
const GOOD = {
  data: { ...role('good', { name: 'Ünï ☃' }), relationships: { organization: { data: ORGANIZATION } } },
  included: [{ ...ORGANIZATION, attributes: { slug: 'the-red-brand' } }],
}
const PAGES = 5

/** Three rows a page. */
function page({ query }: Asked): Reply {
  const number = Number(query.get('page[number]') ?? 1)
  const rows = [1, 2, 3].map((row) => ({ type: 'versions', id: String((number - 1) * 3 + row), attributes: {} }))
  return { document: { data: rows, meta: { record_count: PAGES * 3, page_count: PAGES } } }
}

const failed = (status: number, error: object = {}): Reply => ({ status, document: { errors: [error] } })

const REPLIES: Readonly<Record<string, (asked: Asked) => Reply>> = {
  'GET /roles/good': () => ({ document: GOOD }),
  'PATCH /roles/echo': ({ body, query, request: { headers } }) => ({
    document: {
      data: role('echo', {
        name: body,
        kind: [`${query}`, headers.accept, headers['content-type'], headers.authorization],
      }),
    },
  }),
  'GET /versions': page,
  'DELETE /memberships/good': () => ({ status: 204 }),
  'POST /roles': () => failed(422, { title: 'is blank', source: { pointer: '/data/attributes/name' } }),
  'GET /roles/missing': () => failed(404, { title: 'no such role' }),
  'GET /roles/limited': ({ count }) =>
    count > 1 ? { document: GOOD } : { ...failed(429), headers: { 'retry-after': '0' } },
  'GET /roles/limited%20again': ({ count }) =>
    count > 1 ? { document: GOOD } : { ...failed(429), headers: { 'retry-after': '0' } },
  'GET /roles/unstable': ({ count }) => (count > 1 ? { document: GOOD } : { end: 'cut' }),
  'GET /roles/cut': () => ({ body: '{"data":', end: 'cut' }),
  'GET /roles/half': () => ({ body: '{"data":' }),
  'GET /roles/stalled': () => ({ end: 'open' }),
  'GET /roles/endless': () => ({ body: '{"data":', end: 'open' }),
  'GET /roles/elsewhere': ({ elsewhere }) => ({ status: 307, headers: { location: `${elsewhere}/roles/guest` } }),
  'GET /roles/guest': ({ request: { headers } }) => ({
    document: { data: role('guest', { name: headers.authorization ?? 'without authorization' }) },
  }),
  'POST /token': ({ count }) => ({
    document: { access_token: `token ${count}`, token_type: 'bearer', expires_in: 3600 },
  }),
  'GET /roles/guarded': ({ request: { headers } }) =>
    headers.authorization === 'Bearer token 1' ? failed(401) : { document: GOOD },
}

/** For browsers. https://fetch.spec.whatwg.org/#http-cors-protocol */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'accept, authorization, content-type, idempotency-key',
  'access-control-allow-methods': '*',
  'access-control-expose-headers': '*',
}

async function answer(request: IncomingMessage, response: ServerResponse, counts: Counts): Promise<void> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1')
  const { method = '' } = request
  for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value)
  if (method === 'OPTIONS') return void response.writeHead(204).end()
  if (pathname === '/')
    return void response.setHeader('content-type', 'text/html').end('<!doctype html><title>SDK</title>')
  const [, platform = '', ...parts] = pathname.split('/')
  const path = `/${parts.join('/')}`
  const count = (counts.get(`${method} ${pathname}`) ?? 0) + 1
  counts.set(`${method} ${pathname}`, count)
  const elsewhere = `http://localhost:${request.socket.localPort}/${platform}`
  const reply = REPLIES[`${method} ${path}`]?.({ method, path, query: searchParams, request, body, count, elsewhere })
  const {
    status = 200,
    headers,
    document,
    body: text = document ? JSON.stringify(document) : '',
    end,
  } = reply ?? failed(404)
  if (end === 'open' && text === '') return
  if (end === 'cut' && text === '') return void request.socket.destroy()
  response.writeHead(status, { 'content-type': 'application/vnd.api+json', ...headers })
  if (!end) return void response.end(text)
  response.write(text, () => {
    if (end === 'cut') setTimeout(() => request.socket.destroy(), 20)
  })
}

/** Starts it. @returns the server, and the URL of it. */
export async function start(): Promise<{ readonly server: Server; readonly origin: string }> {
  const counts: Counts = new Map()
  const server = createServer((request, response) => {
    answer(request, response, counts).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { server, origin: `http://127.0.0.1:${address.port}` }
}
