/** Calls every operation of an SDK over a `fetch` that only records, and tells what was not as expected. */

import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { Expected } from './calls.js'
import { type Json, object } from './raw.js'

const BASE = 'https://loopback.example/base'

/** @param folder of the SDK, with the program beside it. @returns a line for each fault. */
export async function run(folder: string, expected: readonly Expected[]): Promise<string[]> {
  const load = (file: string): Promise<Json> => import(pathToFileURL(path.join(folder, file)).href)
  const { createClient } = await load('index.ts')
  const { calls } = await load('calls.ts')
  if (typeof createClient !== 'function') throw new Error('no createClient')
  const faults: string[] = []
  for (const one of expected) {
    const received: Request[] = []
    const fetch = async (request: Request): Promise<Response> => {
      received.push(request)
      const { status, mediaType, body } = one
      return new Response(body, { status, headers: mediaType ? { 'content-type': mediaType } : {} })
    }
    const api: unknown = createClient({ baseUrl: BASE, fetch, retry: 0 })
    const call = object(calls)[one.endpoint]
    if (typeof call !== 'function') throw new Error(`no call of ${one.endpoint}`)
    try {
      const value: unknown = await call(api)
      faults.push(...faultsOf(one, received, value).map((fault) => `${one.endpoint}: ${fault}`))
    } catch (error) {
      faults.push(`${one.endpoint}: ${error}`)
    }
  }
  return faults
}

function faultsOf(one: Expected, received: readonly Request[], value: unknown): string[] {
  const [request, ...others] = received
  if (!request || others.length > 0) return [`sent ${received.length} requests`]
  const url = new URL(request.url)
  const [before = '', inPath = ''] = one.path.split('#')[0]?.split('?') ?? []
  const pairs = [...new URLSearchParams(inPath), ...one.pairs]
  return [
    ...one.missing.map((what) => `inspect tells no ${what}`),
    ...differs('method', request.method, one.endpoint.split(' ')[0]),
    ...differs('path', url.pathname, new URL(BASE + before).pathname),
    ...differs('query', sorted([...url.searchParams]), sorted(pairs)),
    ...Object.entries(one.headers).flatMap(([name, want]) =>
      differs(`header ${name}`, request.headers.get(name), want),
    ),
    ...Object.entries(one.cookies).flatMap(([name, want]) => differs(`cookie ${name}`, cookie(request, name), want)),
    ...(holds(JSON.parse(JSON.stringify(rows(value)) ?? 'null'), one.read)
      ? []
      : [`read ${JSON.stringify(value)} instead of ${JSON.stringify(one.read)}`]),
  ]
}

/** The rows of a page, anything else as it is. */
function rows(value: unknown): unknown {
  return object(value).constructor?.name === 'Page' ? object(value).data : value
}

/** Whether a value has at least these members. */
function holds(value: unknown, want: unknown): boolean {
  if (want === undefined) return true
  if (Array.isArray(want)) {
    return Array.isArray(value) && want.length === value.length && want.every((one, index) => holds(value[index], one))
  }
  if (typeof want !== 'object' || want === null) return isDeepStrictEqual(value, want)
  return Object.entries(want).every(
    ([key, inner]) => Object.hasOwn(object(value), key) && holds(object(value)[key], inner),
  )
}

function cookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split('; ').map((pair) => pair.split('='))
  const [, value] = pairs.find(([key]) => key === encodeURIComponent(name)) ?? []
  return value === undefined ? undefined : decodeURIComponent(value)
}

const sorted = (pairs: readonly (readonly [string, string])[]): string[] => pairs.map((pair) => pair.join(' = ')).sort()

function differs(what: string, got: unknown, want: unknown): string[] {
  return isDeepStrictEqual(got, want) ? [] : [`${what} is ${JSON.stringify(got)} instead of ${JSON.stringify(want)}`]
}
