/** The query that a call is given, and what of it must arrive. */
import type { Inspected, InspectedOperation } from './inspected.js'
import { type Json, object, type RawOperation, type RawParameter, resolve } from './raw.js'
import { type Sampling, sample } from './sample.js'
import { inHeader, queryPairs } from './serialize.js'

/** What must arrive, and the two objects that ask for it. */
export interface Asked {
  readonly query: Json
  readonly options: Json
  readonly pairs: readonly (readonly [string, string])[]
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
  /** Parameters that `inspect --json` does not tell how to give. */
  readonly missing: readonly string[]
}

/** A value for each parameter that the document declares, put where `inspect --json` says that it goes. */
export function ask(sampling: Sampling, api: Inspected, raw: RawOperation, told: InspectedOperation): Asked {
  const query: Json = {}
  const options: Json = {}
  const pairs: (readonly [string, string])[] = []
  const headers: Record<string, string> = {}
  const cookies: Record<string, string> = {}
  const missing: string[] = []
  for (const parameter of raw.parameters.flatMap((one) => membersOf(sampling, told, one))) {
    const { name, in: place } = parameter
    if (place === 'path') continue
    const given = place === 'query' ? family(sampling, api, told, parameter) : undefined
    if (given) {
      pairs.push(...given.pairs)
      for (const [way, value] of given.members) put(query, way, value)
      continue
    }
    const value = sample({ ...sampling, all: true, ...(place === 'query' ? {} : { text: 'x-1' }) }, parameter.schema)
    if (value === undefined || (place === 'query' && queryPairs(parameter, value).length === 0)) continue
    const one = told.parameters.find((one) => one.name === name && one.in === place)
    if (!one) missing.push(`${place} parameter ${name}`)
    else if (one.given === 'options') put(options, ['headers', name], inHeader(parameter, value))
    else put(query, [place === 'query' ? 'query' : place === 'header' ? 'headers' : 'cookies', name], value)
    if (place === 'query') pairs.push(...queryPairs(parameter, value))
    else if (place === 'header') headers[name] = inHeader(parameter, value)
    else for (const [key, one] of queryPairs(parameter, value)) cookies[key] = one
  }
  return { query, options, pairs, headers, cookies, missing }
}

/** The members of an object that stands for a family, `filter` or `page`, as parameters of their own. */
function membersOf(
  { root }: Sampling,
  { query }: InspectedOperation,
  parameter: RawParameter,
): readonly RawParameter[] {
  const told = new Set([
    ...(query.filter?.parameters ?? []).map((one) => one.parameter),
    ...(query.page?.parameters ?? []).map((one) => one.parameter),
    ...(query.fields?.types ?? []).map(({ type }) => `fields[${type}]`),
  ])
  const members = Object.entries(object(object(resolve(root, parameter.schema)).properties)).map(([name, schema]) => ({
    ...parameter,
    name: `${parameter.name}[${name}]`,
    schema,
  }))
  return parameter.style === 'deepObject' && members.some(({ name }) => told.has(name)) ? members : [parameter]
}

interface Family {
  readonly members: readonly (readonly [way: readonly string[], value: unknown])[]
  readonly pairs: readonly (readonly [string, string])[]
}

/** A parameter of one of JSON:API's families. */
function family(
  sampling: Sampling,
  api: Inspected,
  { query, answer }: InspectedOperation,
  parameter: RawParameter,
): Family | undefined {
  const { name } = parameter
  const schema = object(resolve(sampling.root, parameter.schema))
  const one = (way: readonly string[], value: unknown): Family => ({
    members: [[way, value]],
    pairs: queryPairs(parameter, value),
  })
  /** Names in one text, or in a list. */
  const names = (way: readonly string[], given: readonly string[]): Family => ({
    members: [[way, given]],
    pairs: queryPairs(parameter, schema.items || schema.type === 'array' ? given : given.join(',')),
  })
  const resource = api.resources.find(({ type }) => answer.types?.includes(type))
  const bare = name.replace(/\[\]$/, '')

  if (query.include && bare === 'include') {
    const values = query.include.values ?? resource?.relationships.filter((one) => one.readable).map((one) => one.name)
    return values?.length ? names(['include'], values.slice(0, 2)) : { members: [], pairs: [] }
  }
  if (query.sort && bare === 'sort') {
    const sortable = resource?.attributes.filter((one) => one.sortable) ?? []
    const values = query.sort.values ?? sortable.map((one) => one.name)
    return names(['sort'], values.length > 0 ? values.slice(0, 1) : ['name'])
  }
  const type = query.fields?.types.find(({ type }) => bare === `fields[${type}]`)
  if (type) {
    const fields = api.resources.find((one) => one.type === type.type)?.attributes.filter((one) => one.readable)
    const values = type.values ?? fields?.map((one) => one.name) ?? []
    if (values.length > 0) return names(['fields', type.type], values.slice(0, 2))
  }
  const page = query.page?.parameters.find((one) => one.parameter === bare)
  if (page) return one(['page', page.key], sample(sampling, parameter.schema))
  const filter = query.filter?.parameters.find((one) => one.parameter === bare)
  if (filter) return one(['filter', ...filter.path], sample({ ...sampling, all: true }, parameter.schema))
  if (query.filter?.text && name === 'filter') return one(['filter'], sample(sampling, parameter.schema))
  return undefined
}

/** Sets the member at the end of the way. */
function put(to: Json, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) Object.defineProperty(to, key, { value, enumerable: true, configurable: true, writable: true })
  else {
    if (!Object.hasOwn(to, key)) put(to, [key], {})
    put(to[key] as Json, rest, value)
  }
}
