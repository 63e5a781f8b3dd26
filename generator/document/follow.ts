/** From a `$ref` to the file and the place in it that it leads to. RFC 3986, section 5; RFC 6901, section 6. */
import { referredAddress } from './address.js'
import type { Origin } from './homes.js'
import type { Parsed } from './parse.js'
import { get, join, parse, parseFragment, step } from './pointer.js'
import type { Failure, Source } from './source.js'
import type { Sources } from './sources.js'

export interface Found extends Origin {
  readonly value: Parsed
}

/** Why a `$ref` leads nowhere. */
export type Lost =
  | { readonly lost: 'address' }
  | { readonly lost: 'file'; readonly address: string; readonly failure: Failure }
  /** `near` exists, `token` is not in it. */
  | { readonly lost: 'pointer'; readonly near: Found; readonly token: string }
  | { readonly lost: 'anchor'; readonly source: Source; readonly anchor: string }
  | { readonly lost: 'circle' }

/** More `$ref`s than this on the way to one place are taken for a circle. */
const MAX_HOPS = 100

/** The `$ref` of a reference object; undefined for anything else. */
export function refOf(value: Parsed | undefined): string | undefined {
  const ref = step(value, '$ref')
  return typeof ref === 'string' ? ref : undefined
}

/** The address of the file that `ref`, which stands in the file at `base`, leads to; undefined where there can be none. */
export function addressIn(ref: string, base: string): string | undefined {
  const uri = ref.split('#', 1)[0] ?? ''
  return uri === '' ? base : referredAddress(base, uri)
}

/**
 * What `ref` leads to, which stands in the file `from`. A pointer may pass through other references on its way: what
 * comes out is the place itself. It may be a reference in turn.
 */
export async function follow(sources: Sources, from: Source, ref: string, hops = 0): Promise<Found | Lost> {
  if (hops > MAX_HOPS) return { lost: 'circle' }
  const address = addressIn(ref, from.address)
  if (address === undefined) return { lost: 'address' }
  const source = address === from.address ? from : (sources.get(address) ?? (await sources.load(address)))
  if ('failed' in source) return { lost: 'file', address, failure: source }

  const hash = ref.indexOf('#')
  const fragment = hash < 0 ? '' : parseFragment(ref.slice(hash + 1))
  if (fragment !== '' && !fragment.startsWith('/')) return followAnchor(source, fragment)
  const value = get(source.value, fragment)
  if (value !== undefined) return { source, pointer: fragment, value }
  return followThrough(sources, { source, pointer: '', value: source.value }, parse(fragment), hops)
}

/** What `ref` leads to in the end: follows references that have no siblings, which say nothing of their own. */
export async function followToEnd(sources: Sources, from: Source, ref: string): Promise<Found | Lost> {
  let found = await follow(sources, from, ref)
  for (let hops = 0; !('lost' in found); hops++) {
    const next = refOf(found.value)
    if (next === undefined || Object.keys(found.value ?? {}).length > 1) return found
    if (hops > MAX_HOPS) return { lost: 'circle' }
    found = await follow(sources, found.source, next)
  }
  return found
}

async function followThrough(sources: Sources, start: Found, tokens: string[], hops: number): Promise<Found | Lost> {
  let near = start
  for (const token of tokens) {
    let value = step(near.value, token)
    for (let more = hops + 1; value === undefined; more++) {
      const ref = refOf(near.value)
      if (ref === undefined) return { lost: 'pointer', near, token }
      const found = await follow(sources, near.source, ref, more)
      if ('lost' in found) return found
      near = found
      value = step(near.value, token)
    }
    near = { source: near.source, pointer: join(near.pointer, token), value }
  }
  return near
}

/** `$ref: '#name'` leads to the schema with `$anchor: name`. JSON Schema 2020-12, section 8.2.2. */
function followAnchor(source: Source, anchor: string): Found | Lost {
  const pending: Found[] = [{ source, pointer: '', value: source.value }]
  for (const { pointer, value } of pending) {
    if (typeof value !== 'object' || value === null) continue
    if (step(value, '$anchor') === anchor || step(value, '$dynamicAnchor') === anchor) return { source, pointer, value }
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'object') pending.push({ source, pointer: join(pointer, name), value: inner })
    }
  }
  return { lost: 'anchor', source, anchor }
}
