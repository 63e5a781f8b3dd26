/** A service on loopback that fails in every way that services and networks do, and keeps a log of what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What is done with a request. */
export interface Behaviour {
  /** How often, in relation to the others. */
  readonly weight: number
  readonly status: number
  readonly retryAfter?: boolean
  /** Whether the answer is whole, stops for ever before or in the middle of it, or the connection is cut there. */
  readonly how: 'whole' | 'stalled' | 'stalled midway' | 'cut' | 'cut midway'
  /** What a whole answer with a good status holds, where it is not the document that was due. */
  readonly body?: string
}

export const BEHAVIOURS = {
  good: { weight: 66, status: 200, how: 'whole' },
  garbled: { weight: 2, status: 200, how: 'whole', body: '<html>Welcome</html>' },
  invalid: { weight: 3, status: 422, how: 'whole' },
  'timed out': { weight: 3, status: 408, how: 'whole' },
  limited: { weight: 4, status: 429, retryAfter: true, how: 'whole' },
  broken: { weight: 3, status: 500, how: 'whole' },
  'no gateway': { weight: 3, status: 502, how: 'whole' },
  unavailable: { weight: 3, status: 503, how: 'whole' },
  'unavailable for now': { weight: 3, status: 503, retryAfter: true, how: 'whole' },
  stalled: { weight: 2, status: 200, how: 'stalled' },
  'stalled midway': { weight: 2, status: 200, how: 'stalled midway' },
  cut: { weight: 3, status: 200, how: 'cut' },
  'cut midway': { weight: 3, status: 200, how: 'cut midway' },
} as const satisfies Readonly<Record<string, Behaviour>>

export type BehaviourName = keyof typeof BEHAVIOURS

const names = Object.keys(BEHAVIOURS) as BehaviourName[] // they are the keys of an object that has no others
const total = names.reduce((sum, name) => sum + BEHAVIOURS[name].weight, 0)

/** The behaviour for a number from 0 up to 1, each as often as its weight says. */
export function behaviourAt(part: number): BehaviourName {
  let left = part * total
  for (const name of names) {
    left -= BEHAVIOURS[name].weight
    if (left < 0) return name
  }
  return 'good'
}

/** A request as it came. */
export interface Attempt {
  /** By the header `x-attempt`, counted from 1. */
  readonly number: number
  readonly method: string
  readonly behaviour: BehaviourName
  /** The idempotency key. */
  readonly key: string | undefined
}

/**
 * Starts the service.
 *
 * @param decide what to do with an attempt, of which the headers `x-call` and `x-attempt` tell the numbers.
 * @returns its log by call, which grows until it is cleared.
 */
export async function startServer(decide: (call: number, attempt: number) => BehaviourName) {
  const log = new Map<number, Attempt[]>()
  let open = 0
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    open += 1
    response.on('close', () => {
      open -= 1
    })
    const { method = '', headers } = request
    const call = Number(headers['x-call'])
    const number = Number(headers['x-attempt'])
    const behaviour = decide(call, number)
    const attempt: Attempt = { number, method, behaviour, key: headers['idempotency-key']?.toString() }
    log.set(call, [...(log.get(call) ?? []), attempt])
    const mark = `${call}.${number}`
    if (BEHAVIOURS[behaviour].how === 'cut') request.socket.destroy()
    else received(request, (body) => answer(request, response, BEHAVIOURS[behaviour], mark, body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // listening on a port, so not null and no pipe
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    /** How many requests have neither been answered nor been dropped by whoever sent them. */
    open: () => open,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Waits for the whole request; one that is cut has no end. */
function received(request: IncomingMessage, then: (body: string) => void): void {
  let body = ''
  request.setEncoding('utf8').on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => then(body))
}

function answer(
  { method = '', url = '', socket }: IncomingMessage,
  response: ServerResponse,
  { status, how, retryAfter, body }: Behaviour,
  mark: string,
  sent: string,
): void {
  if (how === 'stalled') return
  const isEmpty = method === 'DELETE' && status === 200 && how === 'whole'
  const text =
    body ?? JSON.stringify(status === 200 ? document(method, url, mark, sent) : { errors: [{ title: mark }] })
  response.writeHead(isEmpty ? 204 : status, {
    'content-type': body === undefined ? 'application/vnd.api+json' : 'text/html',
    ...(!isEmpty && { 'content-length': Buffer.byteLength(text) }),
    ...(retryAfter && { 'retry-after': '0' }),
  })
  if (isEmpty) response.end()
  else if (how === 'whole') response.end(text)
  else response.write(text.slice(0, text.length / 2), () => how === 'cut midway' && socket.destroy())
}

/** Whatever is asked for: its `reference` names call and attempt, its `reference_origin` is the `reference` that was sent. */
function document(method: string, url: string, mark: string, sent: string): object {
  const [, , id = 'new'] = url.split('/')
  const resource = (id: string): object => ({
    type: 'memberships',
    id,
    attributes: { reference: mark, reference_origin: sent && JSON.parse(sent).data.attributes.reference },
    relationships: { role: { data: { type: 'roles', id: 'r' } } },
  })
  if (method === 'GET' && id === 'new') return { data: ['1', '2', '3'].map(resource), meta: { record_count: 3 } }
  return { data: resource(id) }
}
