/** What must become of a call, judged by what the service did with its attempts. */
import {
  AbortError,
  ApiError,
  ConnectionError,
  ParseError,
  RateLimitError,
  type RequestError,
  ServerError,
  TimeoutError,
  ValidationError,
} from '../generated/index.js'
import { type Attempt, BEHAVIOURS, type Behaviour, type BehaviourName } from './soak-server.js'

/** How often a call may be tried. */
export const ATTEMPTS = 3
/** The milliseconds that an attempt may take. */
export const TIMEOUT = 200
/** The milliseconds after which an aborted call that has not ended yet is late. */
const LATE = 100

/** An attempt as the client's hooks tell of it; times are those of `performance.now`. */
export interface Sent {
  /** When the call began, or the attempt before it had failed. */
  readonly began: number
  /** What it failed with, and when; undefined where it did not. */
  error?: RequestError
  ended?: number
}

/** A call that has ended. */
export interface Ended {
  readonly call: number
  readonly method: string
  /** Whether it is to bear an idempotency key. */
  readonly keyed: boolean
  readonly sent: readonly Sent[]
  /** What it gave; undefined where it failed. */
  readonly value?: unknown
  /** What it failed with; undefined where it gave something. */
  readonly error?: unknown
  /** Milliseconds from the abortion by its caller to its end; undefined where it was not aborted before its end. */
  readonly afterAbort?: number | undefined
}

/**
 * What is wrong with a call: nothing, if all is well.
 *
 * @param received what the service has received of it.
 */
export function verdict(ended: Ended, received: readonly Attempt[]): string[] {
  const { method, keyed, sent, error, afterAbort } = ended
  const fates = sent.map((one, index) =>
    fateOf(
      one,
      received.find(({ number }) => number === index + 1),
    ),
  )
  const before = fates.slice(0, -1)
  const last = fates.at(-1)
  const wrong = [
    ...before.flatMap((fate, index) => failure(sent[index]?.error, fate, method, index + 1)),
    ...before.filter((fate) => !mayRepeat(fate, ended)).map((fate) => `sent again after: ${fate}`),
    ...keysOf(received, keyed),
  ]
  const numbers = new Set(received.map(({ number }) => number))
  if (sent.length > ATTEMPTS) wrong.push(`${sent.length} attempts`)
  if (numbers.size < received.length) wrong.push('an attempt was received twice')
  if (Math.max(0, ...numbers) > sent.length) wrong.push('an attempt was received of which the hooks did not tell')
  if (received.some((attempt) => attempt.method !== method)) wrong.push('another method was received')
  if (error instanceof AbortError) {
    if (afterAbort === undefined) wrong.push('aborted, though not by its caller')
    else if (afterAbort > LATE) wrong.push(`${Math.round(afterAbort)} ms from the abortion to the end`)
  } else if (!last) wrong.push(`never sent, and ended by ${error}`)
  else {
    const known = sent.at(-1)?.error
    // An answer that is not the document which was due is found out behind the hooks.
    if (error !== known && !(error instanceof ParseError))
      wrong.push(`the hooks told of ${known}, and it ended by ${error}`)
    wrong.push(...(expected(last, method) ? failure(error, last, method, sent.length) : success(ended)))
    if (mayRepeat(last, ended) && sent.length < ATTEMPTS) wrong.push(`given up after: ${last}`)
  }
  return wrong
}

/** What became of an attempt: what the service did with it, or how else it ended. */
type Fate = BehaviourName | 'late' | 'too early' | 'not received'

/** On a busy machine any answer may be late. But then the time must really be over. */
function fateOf({ began, error, ended = began }: Sent, received: Attempt | undefined): Fate {
  if (error instanceof TimeoutError) return ended - began > TIMEOUT - 5 ? 'late' : 'too early'
  return received?.behaviour ?? 'not received'
}

const behaviours: ReadonlyMap<string, Behaviour> = new Map(Object.entries(BEHAVIOURS))

/** Whether it may be sent again: always where the service says that it has done nothing. */
function mayRepeat(fate: Fate, { method, keyed }: Ended): boolean {
  const { status = 0, how = 'whole', retryAfter = false } = behaviours.get(fate) ?? {}
  const isFault = fate === 'late' || how !== 'whole' || status === 408 || status >= 500
  return retryAfter || (isFault && (keyed || method !== 'POST'))
}

function keysOf(received: readonly Attempt[], keyed: boolean): string[] {
  const keys = new Set(received.map(({ key }) => key))
  if (keys.size > 1) return ['not the same key in all attempts']
  return received.length > 0 && keys.has(undefined) === keyed ? [keyed ? 'no key' : 'a key that was not asked for'] : []
}

type Kind = abstract new (...args: never[]) => RequestError

/** The class of the error that an attempt must end with; undefined where it must succeed. */
function expected(fate: Fate, method: string): Kind | undefined {
  const { status, how, body } = behaviours.get(fate) ?? {}
  if (status === undefined || how === undefined) return TimeoutError
  if (how !== 'whole') return how.startsWith('cut') ? ConnectionError : TimeoutError
  // Of an answer to a deletion, nothing is read but the status.
  if (status === 200) return body === undefined || method === 'DELETE' ? undefined : ParseError
  return status === 422 ? ValidationError : status === 429 ? RateLimitError : status < 500 ? ApiError : ServerError
}

/** Whether an attempt failed as it must. */
function failure(error: unknown, fate: Fate, method: string, number: number): string[] {
  const { status, how = 'cut midway' } = behaviours.get(fate) ?? {}
  const Kind = expected(fate, method)
  if (fate === 'too early' || fate === 'not received') return [`${fate}: ${error}`]
  if (!Kind || !(error instanceof Kind)) return [`ended by ${error ?? 'an answer'} after: ${fate}`]
  // In the middle of an answer, the client may or may not have come to its status.
  const told = how === 'whole' ? [status] : how.endsWith('midway') ? [200, 204, undefined] : [undefined]
  const isTold = fate === 'late' || told.includes(error.status)
  return isTold && error.attempts === number
    ? []
    : [`error of status ${error.status}, attempt ${error.attempts}: ${fate}`]
}

/** Whether it gave what was sent: the resources bear the mark of the call and its attempt, and what was sent comes back. */
function success({ call, method, sent, value, error }: Ended): string[] {
  if (error !== undefined) return [`ended by ${error}, though the answer was good`]
  const { data, ...one } = fields(value)
  const rows = Array.isArray(data) ? data.map(fields) : [one]
  const origin = method === 'GET' ? '' : `${call}`
  const isGood = rows.every(
    ({ type, reference, reference_origin }) =>
      type === 'memberships' && reference === `${call}.${sent.length}` && reference_origin === origin,
  )
  return isGood === (method !== 'DELETE') ? [] : [`gave ${JSON.stringify(value)}`]
}

function fields(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' ? { ...value } : {}
}
