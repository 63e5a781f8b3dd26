/** A program that does with the SDK what programs do, and tells what came of it: the same on every platform. */
import {
  ApiError,
  type Client,
  type ClientOptions,
  clientCredentials,
  createClient,
  hooks,
  RequestError,
  ValidationError,
} from '../../generated/index.js'

/** What came of something, as JSON. */
type Outcome = unknown

const told = (error: unknown): Outcome => {
  if (!(error instanceof RequestError)) return `${error}`
  const { name, method, path, status, attempts } = error
  const errors = error instanceof ApiError ? error.errors : undefined
  return { name, method, path: path.split('/').slice(2).join('/'), status, attempts, errors }
}

/** Rows as they come, until one of them is enough. */
async function idsUntil(last: string, rows: AsyncIterable<{ readonly id: string }>): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of rows) {
    ids.push(id)
    if (id === last) break
  }
  return ids
}

async function aborted(api: Client): Promise<Outcome> {
  const controller = new AbortController()
  setTimeout(() => controller.abort('enough'), 50)
  const error = await api.roles
    .retrieve('stalled', {}, { signal: controller.signal })
    .catch((reason: unknown) => reason)
  return [told(error), error instanceof Error ? error.cause : undefined]
}

/** @param baseUrl of the service in `service.ts`. */
const cases = (
  baseUrl: string,
  client: (options?: ClientOptions) => Client,
): Record<string, () => Promise<Outcome>> => ({
  'a compound document': () => client().roles.retrieve('good', { include: ['organization'] }),
  'what was sent': () => client().roles.update('echo', { name: 'ü☃' }, { fields: { roles: ['name', 'kind'] } }),
  'every row of every page': () => client().versions.list().all(),
  'pages at once': () => client().versions.list().all({ concurrency: 3 }),
  'rows until a break': () => idsUntil('3', client().versions.list()),
  'an answer without a document': () => client().memberships.delete('good'),
  'input that is not valid': async () => {
    const error = await client()
      .roles.create({ name: '', organization: 'xYZ' })
      .catch((reason: unknown) => reason)
    return [told(error), error instanceof ValidationError ? error.fields : undefined]
  },
  'what does not exist': () => client().roles.retrieve('missing'),
  'sent again after 429': () => client().roles.retrieve('limited'),
  'sent again after a cut connection': () => client().roles.retrieve('unstable'),
  'a connection that is cut midway': () => client({ retry: 0 }).roles.retrieve('cut'),
  'no service': () => client({ retry: 0, baseUrl: 'http://127.0.0.1:9/api' }).roles.retrieve('good'),
  'half a document': () => client().roles.retrieve('half'),
  'no answer in time': () => client({ retry: 0, timeout: 100 }).roles.retrieve('stalled'),
  // Its beginning must be there by then.
  'no end in time': () => client({ retry: 0, timeout: 3000 }).roles.retrieve('endless'),
  'an answer that is too long': () => client({ maxBytes: 20 }).roles.retrieve('good'),
  'an aborted call': () => aborted(client()),
  'a redirect to another origin': () => client().roles.retrieve('elsewhere'),
  'a token that is renewed': async () => {
    const credentials = { tokenUrl: `${baseUrl}/token`, clientId: 'id', clientSecret: 'secret', scope: 'all' }
    const api = client({ auth: clientCredentials(credentials) })
    return Promise.all([api.roles.retrieve('guarded'), api.roles.retrieve('guarded')])
  },
  'hooks, in order': async () => {
    const seen: string[] = []
    const see = (name: string) => () => {
      seen.push(name)
    }
    const observed = hooks({ beforeRequest: see('request'), afterResponse: see('response'), onRetry: see('retry') })
    await client({ hooks: observed }).roles.retrieve('limited again')
    return seen
  },
  'a request, unsent': async () => {
    const request = await client()
      .roles.list({ filter: { name_eq: 'a&b' }, page: { size: 5 } })
      .toRequest()
    return [request.method, request.url.slice(baseUrl.length), request.headers.get('accept')]
  },
  'a response, unread': async () => {
    const response = await client().roles.retrieve('good').asResponse()
    return [response.status, (await response.text()).length]
  },
  'what no builder covers': () => client().request('GET /roles/{roleId}', { path: { roleId: 'good' } }),
})

/**
 * Runs it all, one after the other.
 *
 * @returns what came of each: what it gave, or the error, as JSON.
 */
export async function run(baseUrl: string): Promise<Readonly<Record<string, Outcome>>> {
  const client = (options: ClientOptions = {}): Client =>
    createClient({ baseUrl, auth: { accessToken: 'secret' }, retry: { limit: 2, minDelay: 1 }, ...options })
  const outcomes: Record<string, Outcome> = {}
  for (const [name, act] of Object.entries(cases(baseUrl, client))) {
    const outcome = await act().then((value) => value ?? 'nothing', told)
    outcomes[name] = JSON.parse(JSON.stringify(outcome))
  }
  return outcomes
}
