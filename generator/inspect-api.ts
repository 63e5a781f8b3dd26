/** What is known of the API as a whole, for a person to read. */
import { sourceOf, table } from './inspect-table.js'
import type { Api, Dialect, Model, PageDialect, SecurityScheme } from './model/types.js'

/** The title, and a line for each fact of the API and of its queries. */
export function apiBlock({ api, dialect }: Model): string {
  const facts = [
    ...serverFacts(api),
    ['media type', api.mediaType],
    ['security', api.security.map(schemeText).join(', ') || 'none is named'],
    ...(api.secrets.length > 0 ? [['secrets', api.secrets.join(' ')]] : []),
    ...api.rateLimits.map(({ methods, limit, period, scope }) => [
      'rate limit',
      `${methods.join(', ')}: ${limit} in ${period} s, ${scope === 'all' ? 'over all endpoints' : 'for each endpoint'}`,
    ]),
    ...dialectFacts(dialect),
  ]
  return [[api.title, api.version].filter(Boolean).join(' '), ...table(facts)].join('\n')
}

function serverFacts({ servers }: Api): string[][] {
  const [first] = servers
  if (!first) return [['server', 'none is named']]
  return [
    ['server', first.template],
    ...first.variables.map(({ name, default: usual, enum: values }) => [
      'variable',
      [name, usual !== undefined && `default ${usual || 'empty'}`, values && `one of ${values.join(', ')}`]
        .filter(Boolean)
        .join(', '),
    ]),
  ]
}

function schemeText(scheme: SecurityScheme): string {
  const { name, type } = scheme
  return `${name} (${type === 'apiKey' ? `${type}, ${scheme.in} ${scheme.parameter}` : type})`
}

function dialectFacts({ filter, page }: Dialect): string[][] {
  return [
    ...(filter
      ? [
          ['filter', `${filter.parameter} (${sourceOf(filter.source)})`],
          ['matchers', filter.matchers.map(({ name }) => name).join(' ')],
        ]
      : [['filter', 'as each operation declares']]),
    ...(page ? pageFacts(page) : [['page', 'as each operation declares']]),
  ]
}

function pageFacts({ names, defaultSize, maxSize, total, count, next, source }: PageDialect): string[][] {
  const sizes = [defaultSize && `default ${defaultSize}`, maxSize && `at most ${maxSize}`].filter(Boolean)
  const places = { total, 'page count': count, 'next cursor': next }
  return [
    ['page', `${[...Object.values(names), ...sizes].join(', ')} (${sourceOf(source)})`],
    ...Object.entries(places).flatMap(([name, place]) =>
      place ? [[name, `${place.at} (${sourceOf(place.source)})`]] : [],
    ),
  ]
}
