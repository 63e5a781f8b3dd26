import { type Description, target } from './description.js'

type Entry = readonly [name: string, value: unknown]

/** `AnyOf` as the serializer sees it. */
interface Alternatives {
  readonly of: readonly string[]
  readonly [matcher: string]: unknown
}

/**
 * A filter as query parameters, in the API's dialect, not yet encoded: `{ role: { name_in: ['a', 'b'] } }` as
 * `filter[q][role_name_in]` and `a,b`. https://jsonapi.org/format/1.1/#fetching-filtering
 *
 * @throws TypeError for what the dialect cannot express: an empty list, which servers take for no filter at all, a list
 * with a value that contains the separator, and alternatives (`or`) in an API that has none.
 */
export function filters(api: Description, types: readonly string[], filter: object): [name: string, value: string][] {
  const { parameter = 'filter[{filter}]', list = ',' } = api.filter ?? {}
  const entries = api.filter ? flatten(api, types, filter, '') : nest(filter, '')
  return entries.map(([name, value]) => [parameter.replace('{filter}', () => name), text(name, value, list)])
}

/** Names as the dialect writes them: relationships before what is behind them, the members of `or` as one name. */
function flatten(api: Description, types: readonly string[], filter: object, before: string): Entry[] {
  const { or, through = '_' } = api.filter ?? {}
  return Object.entries(filter).flatMap(([name, value]): Entry[] => {
    if (value === undefined) return []
    if (name === 'or' && Array.isArray(value)) {
      if (or === undefined) throw new TypeError('or: the filters of this API have no alternatives')
      if (value.length === 0) throw new TypeError('or: no alternative at all matches nothing')
      return value.flatMap(({ of, ...matchers }: Alternatives): Entry[] => {
        const names = of.map((path) => before + path.replaceAll('.', through)).join(or)
        const operands = Object.entries(matchers).filter(([, operand]) => operand !== undefined)
        if (names === '' || operands.length === 0) throw new TypeError('or: attributes and what they match are needed')
        return operands.map(([matcher, operand]) => [`${names}_${matcher}`, operand])
      })
    }
    const behind = types.flatMap((type) => target(api, type, name)?.types ?? [])
    return behind.length > 0 ? flatten(api, behind, value, `${before}${name}${through}`) : [[before + name, value]]
  })
}

/** Where no dialect is known: `{ price: { gt: 1 } }` as `filter[price][gt]`. */
const nest = (filter: object, before: string): Entry[] =>
  Object.entries(filter).flatMap(([name, value]): Entry[] => {
    if (value === undefined) return []
    const key = before ? `${before}][${name}` : name
    return isPlain(value) ? nest(value, key) : [[key, value]]
  })

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

function text(name: string, value: unknown, separator: string): string {
  if (!Array.isArray(value)) return scalar(value)
  const values = value.map(scalar)
  if (values.length === 0)
    throw new TypeError(`${name}: an empty list matches nothing, and servers take it for no filter`)
  const bad = values.find((one) => one.includes(separator))
  if (bad !== undefined)
    throw new TypeError(`${name}: ${JSON.stringify(bad)} contains '${separator}', which separates the values`)
  return values.join(separator)
}

const scalar = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : String(value)
