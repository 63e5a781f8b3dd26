/** Compound documents such as a shop's service sends, the same in every run. */
import type { Document, ResourceObject } from '../templates/runtime/document.js'
import { random } from './random.js'

/**
 * The relationships of an order: three to-one, and two to-many with three and two resources each, so eight identifiers.
 * `share` is the type's part of the included resources. These have no relationships of their own: some libraries follow
 * those as well and others do not, and all should do the same work.
 */
const RELATIONSHIPS: Readonly<
  Record<string, { readonly type: string; readonly share: number; readonly many?: number }>
> = {
  market: { type: 'markets', share: 0.02 },
  customer: { type: 'customers', share: 0.36 },
  shipping_address: { type: 'addresses', share: 0.2 },
  line_items: { type: 'line_items', share: 0.32, many: 3 },
  tags: { type: 'tags', share: 0.1, many: 2 },
}

const names = Object.entries(RELATIONSHIPS)
export const TO_ONE = names.filter(([, { many }]) => !many).map(([name]) => name)
export const TO_MANY = names.filter(([, { many }]) => many).map(([name]) => name)

/** A prime beyond the number of resources of any type: going on by it, each of them has its turn. */
const STEP = 7919

/**
 * Orders with what they are related to, by full linkage: each included resource is related to some order, and each
 * related one is included. https://jsonapi.org/format/1.1/#document-compound-documents
 *
 * @param orders how many primary resources.
 * @param included how many included ones.
 */
export function compound(orders: number, included: number): Document {
  const next = random(orders)
  const pools = names.map(([name, { type, share, many }]) => {
    const length = Math.max(1, Math.round(included * share))
    return { name, many, resources: Array.from({ length }, () => resource(type, next)) }
  })
  const data = Array.from({ length: orders }, (_, order) => {
    const relationships = pools.map(({ name, many, resources }) => {
      const linkage = Array.from({ length: many ?? 1 }, (_, at) => {
        const { type = '', id = '' } = resources[((order * (many ?? 1) + at) * STEP) % resources.length] ?? {}
        return { type, id }
      })
      return [name, { data: many ? linkage : (linkage[0] ?? null) }] as const
    })
    return { ...resource('orders', next), relationships: Object.fromEntries(relationships) }
  })
  return { data, included: pools.flatMap(({ resources }) => resources) }
}

/** Twelve attributes, of which two are other ones in each type: so no two types have the same. */
function resource(type: string, next: () => number): ResourceObject {
  const integer = (below: number): number => Math.floor(next() * below)
  const letters = (length: number): string =>
    Array.from({ length }, () => 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(integer(52))).join('')
  const date = (): string => new Date(1_700_000_000_000 + integer(50_000_000_000)).toISOString()
  return {
    type,
    id: letters(10),
    attributes: {
      number: `${integer(90_000_000) + 10_000_000}`,
      status: ['pending', 'placed', 'approved', 'cancelled'][integer(4)],
      [`${type}_code`]: letters(8),
      [`${type}_description`]: `${letters(9)} ${letters(12)} ${letters(7)} ${letters(16)}, ${letters(11)} ${letters(5)}`,
      email: `${letters(7)}.${letters(9)}@example.com`,
      currency_code: 'EUR',
      amount_cents: integer(1_000_000),
      amount_float: integer(1_000_000) / 100,
      reference: next() < 0.5 ? null : `https://example.com/${type}/${letters(12)}`,
      metadata: { channel: letters(6), priority: integer(5) },
      created_at: date(),
      updated_at: date(),
    },
  }
}
