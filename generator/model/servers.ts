/** Where the API is. https://spec.openapis.org/oas/v3.1.1#server-object */
import type { Node } from '../document/resolve.js'
import type { Json, JsonObject } from '../document/types.js'
import { type Context, warn } from './context.js'
import { isArray, isObject, items, text } from './schema.js'
import type { Server, ServerVariable } from './types.js'

/**
 * The servers, but for one whose URL is nothing, or a slash: it says only that the paths are relative to the document.
 * Warns of variables that have no default: a client cannot be made without their values.
 */
export function servers(context: Context): Server[] {
  return items(context.document.root.servers, '/servers').flatMap((node) => server(context, node) ?? [])
}

function server(context: Context, { value, pointer }: Node): Server | undefined {
  if (!isObject(value) || typeof value.url !== 'string') return undefined
  const template = withoutSlash(value.url)
  const declared = isObject(value.variables) ? value.variables : {}
  const names = [...new Set(Array.from(template.matchAll(VARIABLE), ([, name = '']) => name))]
  // In the order of their declarations.
  const inOrder = [...Object.keys(declared).filter((name) => names.includes(name)), ...names]
  const variables = [...new Set(inOrder)].map((name) => {
    const one = Object.hasOwn(declared, name) ? declared[name] : undefined
    return variable(name, isObject(one) ? one : {})
  })
  warnOfUnset(context, template, variables, pointer)
  const url = withoutSlash(
    template.replace(VARIABLE, (whole, name) => variables.find((one) => one.name === name)?.default ?? whole),
  )
  const description = text(value.description)
  return url === '' ? undefined : { url, template, variables, ...(description === undefined ? {} : { description }) }
}

const VARIABLE = /\{([^{}]+)\}/g

function warnOfUnset(context: Context, url: string, variables: readonly ServerVariable[], at: string): void {
  const unset = variables.filter((one) => one.default === undefined).map(({ name }) => `{${name}}`)
  if (unset.length === 0) return
  warn(context, {
    code: 'server-variable-unset',
    message: `The document gives no default for ${unset.join(' and ')} in the URL of the server ${url}: whoever creates a client must give it.`,
    advice: 'Declare it among the variables of the server, with its default.',
    at: [at],
  })
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
