import type { Api, Server, ServerVariable } from '../model/types.js'
import { comment } from './jsdoc.js'
import { blockLines, objectLines, unionLines } from './layout.js'
import { objectKey, propertyName, stringLiteral } from './literals.js'

/** Where requests go, and how the variables of the servers are filled in; nothing where the document names no server. */
export function serverLines({ servers }: Api, indent: number): string[] {
  const [first] = servers
  if (!first) return []
  const variables = variablesOf(servers)
  const defaults = variables.flatMap(({ name, default: value }) =>
    value === undefined ? [] : [`${objectKey(name)}: ${stringLiteral(value)}`],
  )
  return [
    `baseUrl: ${stringLiteral(first.template)},`,
    ...(variables.length > 0 ? objectLines('variables: variables(', defaults, '),', indent) : []),
  ]
}

/** Whether requests can go to the first server as it is: its URL has no place left that is to be filled in. */
export const isReachable = ({ servers: [first] }: Api): boolean => first !== undefined && !/[{}]/.test(first.url)

/** The type of the variables in the URLs of the servers. */
export function serverVariablesLines({ servers }: Api): string[] {
  const variables = variablesOf(servers)
  if (variables.length === 0) return ['export type ServerVariables = Record<never, never>']
  const members = variables.flatMap(({ name, enum: values, description }) => [
    ...comment(description),
    ...unionLines(`${propertyName(name)}?:`, [...(values?.map(stringLiteral) ?? ['string']), 'undefined'], 2),
  ])
  return blockLines('export interface ServerVariables', members, '{}')
}

/** The type of the servers' URLs, as the document writes them. */
export function serverUrlLines({ servers }: Api): string[] {
  const urls = [...new Set(servers.map(({ template }) => stringLiteral(template)))]
  return unionLines('export type ServerUrl =', urls.length > 0 ? urls : ['never'], 0)
}

/** The variables of all servers: of one that several have, every value that any of them takes, and the first default. */
export function variablesOf(servers: readonly Server[]): ServerVariable[] {
  const found = new Map<string, ServerVariable>()
  for (const variable of servers.flatMap(({ variables }) => variables)) {
    const known = found.get(variable.name)
    found.set(variable.name, known ? joined(known, variable) : variable)
  }
  return [...found.values()]
}

function joined(first: ServerVariable, second: ServerVariable): ServerVariable {
  const { enum: values, ...facts } = { ...second, ...first }
  const both = first.enum && second.enum && [...new Set([...first.enum, ...second.enum])]
  return both ? { ...facts, enum: both } : facts
}
