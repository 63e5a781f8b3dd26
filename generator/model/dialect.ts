import type { Context } from './context.js'
import type { Endpoint } from './endpoints.js'
import { rootGrammar } from './grammar.js'
import { pageDialect } from './pages.js'
import { type Dialect, FILTER_KINDS } from './types.js'

/** The dialect: what `x-jsonapi` at the root says, and of pages what the operations declare. */
export function dialect(context: Context, endpoints: readonly Endpoint[]): Dialect {
  const stated = context.extensions.read(rootGrammar, [{ object: context.document.root, pointer: '' }])
  const filter = stated('filter')
  return {
    filter: filter
      ? {
          parameter: filter.value.parameter,
          or: filter.value.or ?? null,
          through: filter.value.through ?? null,
          list: filter.value.list,
          matchers: Object.entries(filter.value.matchers).map(([name, matcher]) => ({
            name,
            takes: matcher.takes,
            for: matcher.for ?? FILTER_KINDS,
          })),
          source: filter.source,
        }
      : null,
    page: pageDialect(context, endpoints),
  }
}
