/** A document as its publisher wrote it, read without the generator: what there is to call, and how. */
import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'

export type Json = Record<string, unknown>

/** An operation in the document's own words. */
export interface RawOperation {
  readonly method: string
  readonly path: string
  /** Those of the path and of the operation, which wins; by name and place, `$ref`s followed. */
  readonly parameters: readonly RawParameter[]
  /** Of Swagger 2.0: the schema of what is sent, made of the parameters that are parts of a form. */
  readonly body?: unknown
}

/** https://spec.openapis.org/oas/v3.1.1#parameter-object, a parameter of Swagger 2.0 in the same words. */
export interface RawParameter {
  readonly name: string
  readonly in: string
  readonly style: string
  readonly explode: boolean
  readonly schema: unknown
  /** Where its value is written as this media type. */
  readonly mediaType?: string
}

export interface RawDocument {
  readonly root: Json
  readonly operations: readonly RawOperation[]
}

const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']
const UNPRINTED = ['accept', 'content-type', 'authorization']

/** Reads the file and lists its operations. */
export function readRaw(file: string): RawDocument {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  const root = object(file.endsWith('.json') ? JSON.parse(text) : load(text))
  const operations = Object.entries(object(root.paths)).flatMap(([path, given]) => {
    if (!path.startsWith('/')) return []
    const item = object(resolve(root, given))
    return Object.entries(item)
      .filter(([verb]) => VERBS.includes(verb))
      .map(([verb, operation]) => ({
        method: verb.toUpperCase(),
        path,
        parameters: parametersOf(root, item, object(resolve(root, operation))),
        ...('swagger' in root ? { body: bodyOf(root, object(operation)) } : {}),
      }))
  })
  return { root, operations }
}

/** The operation's own win over those of the path. https://spec.openapis.org/oas/v3.1.1#operation-object */
function parametersOf(root: Json, item: Json, operation: Json): RawParameter[] {
  const all = [item, operation].flatMap(({ parameters }) => list(parameters).map((one) => object(resolve(root, one))))
  const byPlace = new Map(all.map((one) => [`${one.in} ${one.name}`, one]))
  return (
    [...byPlace.values()]
      .filter((one) => ['path', 'query', 'header', 'cookie'].includes(`${one.in}`))
      // https://spec.openapis.org/oas/v3.1.1#fixed-fields-for-use-with-schema: they have no effect.
      .filter((one) => one.in !== 'header' || !UNPRINTED.includes(`${one.name}`.toLowerCase()))
      .map(parameterOf)
  )
}

/** https://spec.openapis.org/oas/v2.0#parameter-object */
function bodyOf(root: Json, operation: Json): unknown {
  const all = list(operation.parameters).map((one) => object(resolve(root, one)))
  const parts = all.filter((one) => one.in === 'formData')
  if (parts.length === 0) return all.find((one) => one.in === 'body')?.schema
  return {
    type: 'object',
    required: parts.filter((one) => one.required === true).map(({ name }) => name),
    properties: Object.fromEntries(
      parts.map((one) => [one.name, one.type === 'file' ? { type: 'string', format: 'binary' } : one]),
    ),
  }
}

/** The styles of Swagger 2.0. https://spec.openapis.org/oas/v2.0#parameter-object */
const COLLECTIONS: Readonly<Record<string, string>> = { ssv: 'spaceDelimited', pipes: 'pipeDelimited' }

function parameterOf(parameter: Json): RawParameter {
  const { name, in: place, schema, content, style, explode, collectionFormat, type } = parameter
  const usual = place === 'query' || place === 'cookie' ? 'form' : 'simple'
  const [[mediaType, media] = ['', undefined]] = Object.entries(object(content))
  const isV2 = type !== undefined
  const written = isV2 ? (COLLECTIONS[`${collectionFormat}`] ?? usual) : (style ?? usual)
  return {
    name: `${name}`,
    in: `${place}`,
    style: `${written}`,
    explode: isV2 ? collectionFormat === 'multi' : ((explode ?? written === 'form') as boolean),
    schema: isV2 ? parameter : (schema ?? object(media).schema),
    ...(mediaType ? { mediaType } : {}),
  }
}

/** What a value stands for: itself, or what its `$ref` leads to; within the document. */
export function resolve(root: Json, value: unknown, depth = 0): unknown {
  const { $ref } = object(value)
  if (typeof $ref !== 'string') return value
  if (depth > 20 || !$ref.startsWith('#')) throw new Error(`${$ref} leads nowhere`)
  return resolve(root, at(root, decodeURIComponent($ref.slice(1))), depth + 1)
}

/** What stands at a JSON pointer, `$ref`s on the way followed. https://www.rfc-editor.org/rfc/rfc6901 */
export function at(root: Json, pointer: string): unknown {
  const tokens = pointer.split('/').slice(1)
  return tokens.reduce<unknown>((value, token) => {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~')
    const inner = resolve(root, value)
    return Array.isArray(inner) ? inner[Number(key)] : object(inner)[key]
  }, root)
}

export const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
