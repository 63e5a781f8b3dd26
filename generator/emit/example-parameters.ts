/** The parameters that are none of JSON:API's, in the examples. */
import type { Operation, Parameter } from '../model/types.js'
import { exampleValue } from './example-values.js'
import { GROUPS, isDemanded, parameterGroups } from './parameters.js'

/** What a caller must give, as the query object has it; undefined where a value of it would have to be made up. */
export function exampleParameters(operation: Operation): Readonly<Record<string, object>> | undefined {
  const groups = parameterGroups(operation).filter(({ required }) => required)
  const demanded = groups.flatMap(({ parameters }) => parameters.filter(isDemanded))
  if (!demanded.every(isWord)) return undefined
  return Object.fromEntries(
    groups.map(({ name, parameters }) => [
      name,
      Object.fromEntries(parameters.filter(isDemanded).map((one) => [one.name, exampleOf(one)] as const)),
    ]),
  )
}

/** What must be there as the wire types have it: all that is required, what has a usual value among it. */
export function wireParameters({ parameters }: Operation): Readonly<Record<string, object>> {
  const required = parameters.filter((one) => one.required && isWord(one))
  return Object.fromEntries(
    (['query', 'header', 'cookie'] as const).flatMap((place) => {
      const own = required
        .filter((one) => one.in === place)
        .map((one) => [one.name, one.usual ?? exampleOf(one)] as const)
      return own.length > 0 ? [[GROUPS[place], Object.fromEntries(own)] as const] : []
    }),
  )
}

/** What is sent at one place: what must be there, as text. */
export function sentParameters({ parameters }: Operation, place: Parameter['in']): [name: string, value: string][] {
  return parameters
    .filter((one) => one.in === place && one.required)
    .map((one) => [one.name, isWord(one) ? String(one.usual ?? exampleOf(one)) : `{{${one.name}}}`])
}

const exampleOf = (parameter: Parameter): unknown => exampleValue({ ...parameter, nullable: false })

/** Whether it is one text or number. */
const isWord = ({ in: place, type, style }: Parameter): boolean =>
  place !== 'querystring' &&
  style !== 'json' &&
  /^(string|number|integer|boolean)( \| (string|number|integer|boolean))*$/.test(type)
