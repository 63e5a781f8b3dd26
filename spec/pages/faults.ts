/** What is not as a page says: of the request that came, and of what the SDK has read of the answer. */
import { isDeepStrictEqual } from 'node:util'
import type { Received } from '../../templates/runtime/testing.fixture.js'
import { type Json, list, object } from '../calls/raw.js'
import type { Sent } from './curl.js'
import type { Example } from './page.js'

/** Whether one request came, and it is the one that the page shows for curl. */
export function sentFaults(received: readonly Received[], base: string, want: Sent): string[] {
  const [got, ...others] = received
  if (!got || others.length > 0) return [`sent ${received.length} requests`]
  const url = new URL(got.url, base)
  const wanted = new URL(want.url)
  return [
    ...differs('method', got.method, want.method),
    ...differs('path', url.pathname, wanted.pathname),
    ...differs('query', [...url.searchParams].sort(), [...wanted.searchParams].sort()),
    ...Object.entries(want.headers).flatMap(([name, value]) => differs(name, got.headers[name], value)),
    ...bodyFaults(got, want),
  ]
}

function bodyFaults({ body }: Received, want: Sent): string[] {
  // Files and parts are left to the page's reader.
  if (want.parts.length > 0 || want.body?.startsWith('@')) return []
  if (want.body === undefined) return differs('body', body, '')
  return differs('body', JSON.parse(body), JSON.parse(want.body))
}

/** Whether the SDK gives what the document of the answer holds. https://jsonapi.org/format/1.1/#document-structure */
export function readFaults(value: unknown, { answer, sdk }: Example): string[] {
  // Some calls give a resource that their example does not name.
  if (answer === undefined || !sdk.startsWith('const ')) return []
  // What is no document of JSON:API is handed out as it is.
  if (isDeepStrictEqual(asJson(value), JSON.parse(answer))) return []
  const { data, included, meta } = object(JSON.parse(answer))
  const resources = new Map(list(included).map((one) => [key(one), one]))
  const wanted = [data].flat()
  const rows = Array.isArray(data) ? list(object(value).data ?? value) : [value]
  return [
    ...differs('the number of rows', rows.length, wanted.length),
    ...rows.flatMap((row, index) => resourceFaults(row, wanted[index], resources)),
    ...(meta === undefined ? [] : differs('meta', object(value).meta, meta)),
  ]
}

function resourceFaults(read: unknown, written: unknown, included: ReadonlyMap<string, unknown>): string[] {
  const got = object(read)
  const want = object(written)
  const relationships = Object.entries(object(want.relationships))
  // JSON:API has no attributes of these names; some services do.
  const attributes = Object.entries(object(want.attributes)).filter(([name]) => name !== 'id' && name !== 'type')
  return [
    ...differs('id', got.id, want.id),
    ...differs('type', got.type, want.type),
    ...attributes.flatMap(([name, value]) => differs(name, asJson(got[name]), value)),
    ...relationships.flatMap(([name, one]) => relatedFaults(name, got, object(one), included)),
  ]
}

/** https://jsonapi.org/format/1.1/#document-resource-object-linkage */
function relatedFaults(name: string, got: Json, { data }: Json, included: ReadonlyMap<string, unknown>): string[] {
  if (data === undefined) return []
  const identifiers = [data].flat().filter((one) => one !== null)
  const related = [got[name]].flat().filter((one) => one !== null && one !== undefined)
  return [
    ...differs(`the number of ${name}`, related.length, identifiers.length),
    ...identifiers.flatMap((one, index) => resourceFaults(related[index], included.get(key(one)) ?? one, included)),
  ]
}

const key = (one: unknown): string => JSON.stringify([object(one).type, object(one).id])
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

export function differs(what: string, got: unknown, want: unknown): string[] {
  return isDeepStrictEqual(got, want) ? [] : [`${what} is ${JSON.stringify(got)} instead of ${JSON.stringify(want)}`]
}
