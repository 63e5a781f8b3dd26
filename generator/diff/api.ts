/** How the API as a whole differs: where it is, how requests are authorized, how lists are filtered and come in pages. */
import type { Api, Dialect, FilterDialect, PageDialect, RateLimit } from '../model/types.js'
import { schemeChanges } from './authorization.js'
import { changeOf, fromTo, maximumChange } from './change.js'
import { difference, pairs } from './pairs.js'
import type { Change, Subject } from './types.js'

const subject: Subject = { of: 'api' }

export function apiChanges(before: Api, after: Api): Change[] {
  return [
    ...serverChanges(before, after),
    ...fromTo('media-type-changed', subject, before.mediaType, after.mediaType),
    ...schemeChanges(subject, before.security, after.security),
    ...rateLimitChanges(before.rateLimits, after.rateLimits),
  ]
}

function serverChanges(before: Api, after: Api): Change[] {
  const was = before.servers.map(({ template }) => template)
  const is = after.servers.map(({ template }) => template)
  const { came, went } = difference(was, is)
  const [[first], [other]] = [was, is]
  return [
    ...changeOf('server-added', subject, came),
    ...changeOf('server-removed', subject, went),
    ...(first !== undefined && other !== undefined ? fromTo('server-default', subject, first, other) : []),
  ]
}

function rateLimitChanges(before: readonly RateLimit[], after: readonly RateLimit[]): Change[] {
  const { came, went } = difference(before.map(limitText), after.map(limitText))
  return [...changeOf('rate-limit-added', subject, came), ...changeOf('rate-limit-removed', subject, went)]
}

const limitText = ({ methods, limit, period, scope }: RateLimit): string =>
  `${limit} ${methods.join(' and ')} in ${period} s ${scope === 'all' ? 'over all endpoints' : 'for each endpoint'}`

/** What the API says of all queries. What only one of the versions says of all, each operation says in the other. */
export function dialectChanges(before: Dialect, after: Dialect): Change[] {
  return [
    ...(before.filter && after.filter ? filterChanges(before.filter, after.filter) : []),
    ...(before.page && after.page ? pageChanges(before.page, after.page) : []),
  ]
}

function filterChanges(before: FilterDialect, after: FilterDialect): Change[] {
  const { added, removed, both } = pairs(before.matchers, after.matchers, ({ name }) => name)
  const namesOf = (matchers: readonly { name: string }[]): string[] => matchers.map(({ name }) => name)
  const narrowed = both.filter(
    ([one, other]) => one.takes !== other.takes || one.for.some((kind) => !other.for.includes(kind)),
  )
  const widened = both.filter(
    (pair) => !narrowed.includes(pair) && pair[1].for.some((kind) => !pair[0].for.includes(kind)),
  )
  return [
    ...fromTo('filter-form-changed', subject, formText(before), formText(after)),
    ...changeOf('matchers-added', subject, namesOf(added)),
    ...changeOf('matchers-removed', subject, namesOf(removed)),
    ...changeOf('matchers-narrowed', subject, namesOf(narrowed.map(([one]) => one))),
    ...changeOf('matchers-widened', subject, namesOf(widened.map(([one]) => one))),
  ]
}

/** `filter[q][{filter}] (or: _or_, through: _, list: ,)` */
function formText({ parameter, or, through, list }: FilterDialect): string {
  const parts = Object.entries({ or, through, list }).flatMap(([name, text]) =>
    text === null ? [] : [`${name}: ${text}`],
  )
  return `${parameter} (${parts.join(', ')})`
}

function pageChanges(before: PageDialect, after: PageDialect): Change[] {
  const places = (['total', 'count', 'next'] as const).flatMap((place) => {
    const [former, latter] = [before[place]?.at, after[place]?.at]
    return former === undefined ? [] : fromTo('page-place-changed', subject, former, latter)
  })
  return [
    ...fromTo('pages-changed', subject, namesText(before), namesText(after)),
    ...maximumChange(subject, before.maxSize, after.maxSize, 'page-maximum'),
    ...(before.defaultSize === undefined || after.defaultSize === undefined
      ? []
      : fromTo('page-default-changed', subject, `${before.defaultSize}`, `${after.defaultSize}`)),
    ...places,
  ]
}

const namesText = ({ names }: PageDialect): string => Object.values(names).join(', ')
