/** Where an answer says how long the whole list is: what its `meta` declares. https://jsonapi.org/format/1.1/#document-meta */
import { join } from '../document/pointer.js'
import type { Context } from './context.js'
import { describe } from './describe.js'
import type { Endpoint } from './endpoints.js'
import { mostFrequent } from './most-frequent.js'
import { camelCase } from './names.js'
import { alternatives, layersOf, member, memberNames, type View } from './schema.js'
import type { PagePlace } from './types.js'

/** What the number of all resources is called, however the words are joined; the surest names come first. */
const TOTAL = ['recordCount', 'total', 'totalCount', 'totalRecords', 'totalItems', 'totalElements', 'count']
/** What the number of pages is called. */
const COUNT = ['pageCount', 'totalPages', 'pages', 'lastPage']
/** Objects within `meta` that have such numbers. */
const WITHIN = ['page', 'pagination', 'paging']

/** The places that most lists declare, as numbers of a name that says what they count. */
export function declaredPlaces(
  context: Context,
  endpoints: readonly Endpoint[],
): { readonly total: PagePlace | undefined; readonly count: PagePlace | undefined } {
  const lists = endpoints.filter(({ answer }) => answer.content?.document?.cardinality === 'many')
  const usual = (names: readonly string[]): PagePlace | undefined => {
    const places = lists.flatMap((list) => placeOf(context, list, names) ?? [])
    const at = mostFrequent(places.map((place) => place.at))
    return places.find((place) => place.at === at)
  }
  return { total: usual(TOTAL), count: usual(COUNT) }
}

function placeOf(context: Context, endpoint: Endpoint, names: readonly string[]): PagePlace | undefined {
  const { method, path, answer } = endpoint
  const views = answer.content ? alternatives(context, layersOf(context, answer.content.schema)) : []
  for (const view of views) {
    const meta = member(context, view, 'meta')
    const inner = memberNames(meta).filter((name) => WITHIN.includes(camelCase(name)))
    const found =
      numberIn(context, meta, '/meta', names) ??
      inner.flatMap((name) => {
        // The `count` of a `page` may be how many there are on it, or of it.
        const sure = camelCase(name) === 'page' ? names.filter((one) => one !== 'count') : names
        return numberIn(context, member(context, meta, name), join('/meta', name), sure) ?? []
      })[0]
    if (!found) continue
    return { at: found.at, source: { by: 'inferred', pointer: found.pointer, reason: `the meta of ${method} ${path}` } }
  }
  return undefined
}

function numberIn(context: Context, view: View, at: string, names: readonly string[]) {
  const members = memberNames(view)
  for (const wanted of names) {
    for (const name of members.filter((one) => camelCase(one) === wanted)) {
      const number = member(context, view, name)
      const { types } = describe(context, number)
      const counts = types.length > 0 && types.every((type) => type === 'integer' || type === 'number')
      if (counts) return { at: join(at, name), pointer: number[0]?.pointer ?? '' }
    }
  }
  return undefined
}
