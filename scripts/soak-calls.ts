/** The calls of the soak: what they do, and what becomes of them. */
import { type Client, createClient, type ErrorEvent, hooks, type RequestOptions } from '../generated/index.js'
import { random } from './random.js'
import { ATTEMPTS, type Ended, type Sent, TIMEOUT } from './soak-verdict.js'

/** Milliseconds in which a call must have ended, whatever happens. */
const ENDS = 10_000
/** How many of the calls are aborted by the caller, and the milliseconds within which that happens. */
const ABORTED = { part: 0.05, within: 20 }

/**
 * Makes calls to the service at `baseUrl`.
 *
 * @returns a function that makes the call of a number, which chooses what it does, waits for its end and tells of it.
 */
export function caller(baseUrl: string, seed: number): (call: number) => Promise<Ended> {
  const told = new Map<number, { readonly began: number; readonly sent: Sent[] }>()
  const failed = ({ headers, error }: ErrorEvent): void => {
    const last = told.get(Number(headers.get('x-call')))?.sent.at(-1)
    if (last) Object.assign(last, { error, ended: performance.now() })
  }
  const options = {
    baseUrl,
    auth: { accessToken: 'token' },
    timeout: TIMEOUT,
    totalTimeout: ENDS / 2,
    retry: { limit: ATTEMPTS - 1, minDelay: 1, maxDelay: 5, maxRetryAfter: 60_000 },
    hooks: hooks({
      beforeRequest: ({ headers, attempt }) => {
        const { began, sent } = told.get(Number(headers.get('x-call'))) ?? { began: 0, sent: [] }
        sent.push({ began: sent.at(-1)?.ended ?? began })
        return { 'x-attempt': `${attempt}` }
      },
      onRetry: failed,
      onError: failed,
    }),
  }
  const plain = createClient(options)
  const keying = createClient({ ...options, idempotencyHeader: 'Idempotency-Key' })

  return async (call) => {
    const next = random(seed + call)
    const deed = deedAt(next())
    const keyedBy = ['nobody', 'call', 'client'][Math.floor(next() * 3)]
    const abort = abortion(next() < ABORTED.part ? next() * ABORTED.within : undefined)
    const sent: Sent[] = []
    told.set(call, { began: performance.now(), sent })
    const promise = deed.start(keyedBy === 'client' ? keying : plain, call, {
      headers: { 'x-call': `${call}` },
      signal: abort.signal,
      ...(keyedBy === 'call' && deed.method === 'POST' && { idempotencyKey: `own-${call}` }),
    })
    const outcome = await ending(promise)
    const afterAbort = abort.end()
    told.delete(call)
    return {
      call,
      method: deed.method,
      keyed: deed.method === 'POST' && keyedBy !== 'nobody',
      sent,
      afterAbort,
      ...outcome,
    }
  }
}

interface Deed {
  readonly method: string
  readonly start: (api: Client, call: number, own: RequestOptions) => PromiseLike<unknown>
}

/** What a call does, by a number from 0 up to 1. */
function deedAt(part: number): Deed {
  if (part < 0.25) return { method: 'GET', start: (api, _, own) => api.memberships.list({ page: { size: 3 } }, own) }
  if (part < 0.5) return { method: 'GET', start: (api, _, own) => api.memberships.retrieve('1', {}, own) }
  if (part < 0.6) return { method: 'DELETE', start: (api, _, own) => api.memberships.delete('1', own) }
  if (part < 0.75) {
    return {
      method: 'PATCH',
      start: (api, call, own) => api.memberships.update('1', { reference: `${call}` }, {}, own),
    }
  }
  const input = { user_email: 'a@example.com', organization: 'o', role: 'r' }
  const start: Deed['start'] = (api, call, own) => api.memberships.create({ ...input, reference: `${call}` }, {}, own)
  return { method: 'POST', start }
}

/** A signal that is aborted after so many milliseconds, if at all; `end` gives how long ago that was. */
function abortion(delay: number | undefined): { signal: AbortSignal; end: () => number | undefined } {
  const controller = new AbortController()
  let aborted: number | undefined
  const timer =
    delay !== undefined &&
    setTimeout(() => {
      aborted = performance.now()
      controller.abort()
    }, delay)
  const end = (): number | undefined => {
    if (timer) clearTimeout(timer)
    return aborted === undefined ? undefined : performance.now() - aborted
  }
  return { signal: controller.signal, end }
}

/** What a promise gave or failed with; one that stays pending fails as well. */
async function ending(promise: PromiseLike<unknown>): Promise<{ value?: unknown; error?: unknown }> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('nothing: it is pending')), ENDS)
  })
  try {
    return { value: await Promise.race([promise, late]) }
  } catch (error) {
    return { error }
  } finally {
    clearTimeout(timer)
  }
}
