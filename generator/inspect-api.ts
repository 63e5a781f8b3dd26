/** What is known of the API as a whole, for a person to read. */
import { sourceOf, table } from './inspect-table.js'
import {
  type Api,
  DATES,
  type Dialect,
  ENUMS,
  type Model,
  type PageDialect,
  type SdkOptions,
  type SecurityScheme,
} from './model/types.js'
import { printable } from './problems.js'
import type { Terminal } from './terminal.js'

/** The title, and a line for each fact of the API and of its queries. */
export function apiBlock({ api, dialect, sdk }: Model, terminal: Terminal): string {
  const facts = [
    ...serverFacts(api),
    ['media type', api.mediaType, sourceOf(api.sources.mediaType)],
    ...(api.security.length > 0
      ? [['security', api.security.map(schemeText).join(', '), 'declared']]
      : [['security', 'none is named']]),
    ...(api.secrets.length > 0 ? [['secrets', api.secrets.join(' '), 'declared']] : []),
    ...api.rateLimits.map(({ methods, limit, period, scope }) => [
      'rate limit',
      `${methods.join(', ')}: ${limit} in ${period} s, ${scope === 'all' ? 'over all endpoints' : 'for each endpoint'}`,
      ...(api.sources.rateLimits ? [sourceOf(api.sources.rateLimits)] : []),
    ]),
    ...dialectFacts(dialect),
    ...sdkFacts(sdk),
  ]
  const title = [api.title, api.version].filter(Boolean).join(' ')
  return [terminal.paint.bold(printable(title.replaceAll('\n', ' '))), ...table(facts, { terminal })].join('\n')
}

function serverFacts({ servers }: Api): string[][] {
  const [first] = servers
  if (!first) return [['server', 'none is named']]
  return [
    ['server', first.template, 'declared'],
    ...first.variables.map(({ name, default: usual, enum: values }) => [
      'variable',
      [name, usual !== undefined && `default ${usual || 'empty'}`, values && `one of ${values.join(', ')}`]
        .filter(Boolean)
        .join(', '),
      'declared',
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
          ['filter', filter.parameter, sourceOf(filter.source)],
          ['matchers', filter.matchers.map(({ name }) => name).join(' '), sourceOf(filter.source)],
        ]
      : [['filter', 'as each operation declares']]),
    ...(page ? pageFacts(page) : [['page', 'as each operation declares']]),
  ]
}

function pageFacts({ names, defaultSize, maxSize, total, count, next, source }: PageDialect): string[][] {
  const sizes = [defaultSize && `default ${defaultSize}`, maxSize && `at most ${maxSize}`].filter(Boolean)
  const places = { total, 'page count': count, 'next cursor': next }
  return [
    ['page', [...Object.values(names), ...sizes].join(', '), sourceOf(source)],
    ...Object.entries(places).flatMap(([name, place]) => (place ? [[name, place.at, sourceOf(place.source)]] : [])),
  ]
}

/** What the options of the SDK say that it is to be. */
function sdkFacts({ dates, enums }: SdkOptions): string[][] {
  const fact = (name: string, value: string, usual: string): string[] => [
    name,
    value,
    value === usual ? 'default' : 'option',
  ]
  return [fact('dates', dates, DATES[0]), fact('enums', enums, ENUMS[0])]
}
