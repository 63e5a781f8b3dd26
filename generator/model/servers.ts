/** Where the API is. https://spec.openapis.org/oas/v3.1.1#server-object */
import type { Json, JsonObject } from '../document/types.js'
import { isArray, isObject, items, text } from './schema.js'
import type { Server, ServerVariable } from './types.js'

/** The servers, but for one whose URL is nothing, or a slash: it says only that the paths are relative to the document. */
export function servers(document: JsonObject): Server[] {
  return items(document.servers, '/servers').flatMap(({ value }) => server(value) ?? [])
}

function server(value: Json | undefined): Server | undefined {
  if (!isObject(value) || typeof value.url !== 'string') return undefined
  const template = withoutSlash(value.url)
  const described = isObject(value.variables) ? value.variables : {}
  const variables = Object.entries(described).flatMap(([name, one]) =>
    template.includes(`{${name}}`) && isObject(one) ? variable(name, one) : [],
  )
  const url = withoutSlash(
    template.replace(/\{([^{}]+)\}/g, (whole, name) => variables.find((one) => one.name === name)?.default ?? whole),
  )
  const description = text(value.description)
  return url === '' ? undefined : { url, template, variables, ...(description === undefined ? {} : { description }) }
}

function variable(name: string, { default: usual, enum: values, description }: JsonObject): ServerVariable {
  const known = isArray(values) ? [...new Set(values.flatMap((value) => written(value) ?? []))] : []
  const told = text(description)
  const value = written(usual)
  return {
    name,
    ...(value === undefined ? {} : { default: value }),
    ...(known.length === 0 ? {} : { enum: known }),
    ...(told === undefined ? {} : { description: told }),
  }
}

/** A port or a version is often written without the quotes that make a string of it. */
const written = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined

const withoutSlash = (url: string): string => url.replace(/(?<!\/)\/+$/, '')
