import { isList, type Result } from './link.js'

/** Makes a `Date` of each of these attributes, and of each member of a list, in a resource that was read. */
export const datesIn =
  (names: readonly string[]) =>
  (resource: Result): void => {
    for (const name of names) if (Object.hasOwn(resource, name)) resource[name] = dated(resource[name])
  }

/** A `date-time` as a `Date`, and a list of them likewise. Whoever sent no date gets what was sent. */
function dated(value: unknown): unknown {
  if (isList(value)) return value.map(dated)
  const date = typeof value === 'string' ? new Date(value) : undefined
  return date && !Number.isNaN(date.getTime()) ? date : value
}
