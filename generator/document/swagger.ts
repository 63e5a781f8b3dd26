/** A bundled Swagger 2.0 document as one of OpenAPI 3.0. https://spec.openapis.org/oas/v2.0.html#schema */
import { addressIn, refOf } from './follow.js'
import { Moves } from './moves.js'
import { isObject, objectAt, put } from './objects.js'
import type { Parsed, ParsedObject } from './parse.js'
import { get, join, parse, parseFragment, toRef } from './pointer.js'
import { swagger } from './swagger-grammar.js'
import { parameterObject, requestBody, type SwaggerParameter } from './swagger-parameters.js'
import { responseObject } from './swagger-responses.js'
import { schemaUpgrader } from './swagger-schemas.js'
import { securityScheme } from './swagger-security.js'

const SECTIONS: readonly (readonly [from: string, to: string])[] = [
  ['/definitions', '/components/schemas'],
  ['/parameters', '/components/parameters'],
  ['/responses', '/components/responses'],
  ['/securityDefinitions', '/components/securitySchemes'],
  ['/x-parts', '/components/x-parts'],
]
const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch']
/** References to references beyond these are a circle. */
const MAX_HOPS = 100

export const isSwagger = (value: ParsedObject): boolean => String(value.swagger) === '2.0' || value.swagger === 2

/**
 * @param document what `bundle` made; it is changed.
 * @param address of the file, whose host serves the API where the document names none.
 * @returns the document of OpenAPI 3.0, and where each part of it was.
 */
export function upgrade(document: ParsedObject, address: string): { root: ParsedObject; moves: Moves } {
  const moves = new Moves()
  for (const [from, to] of SECTIONS) moves.add(from, to)
  const references: ParsedObject[] = []
  const upgradeSchemas = schemaUpgrader((reference) => references.push(reference))
  for (const [section, kind] of swagger.sections) {
    for (const value of Object.values(objectAt(document, section.slice(1)) ?? {})) upgradeSchemas(value, kind)
  }
  for (const item of Object.values(objectAt(document, 'paths') ?? {})) upgradeSchemas(item, swagger.pathItem)
  for (const part of Object.values(objectAt(document, 'x-parts') ?? {})) {
    upgradeSchemas(part, swagger.pathItem)
  }

  const { swagger: _, host, basePath, schemes, consumes, produces, ...rest } = document
  const { definitions, parameters, responses, securityDefinitions, 'x-parts': parts, ...kept } = rest
  const components: ParsedObject = {}
  if (definitions !== undefined) put(components, 'schemas', definitions)
  if (isObject(parameters)) {
    put(components, 'parameters', eachOf(parameters, '/parameters', sharedParameter))
    const bodies = sharedBodies(parameters)
    if (Object.keys(bodies).length > 0) put(components, 'requestBodies', bodies)
  }
  if (isObject(responses)) {
    put(
      components,
      'responses',
      eachOf(responses, '/responses', (value, from, to) => response(value, from, to, list(produces))),
    )
  }
  if (isObject(securityDefinitions)) {
    put(components, 'securitySchemes', eachOf(securityDefinitions, '/securityDefinitions', securityScheme))
  }
  if (isObject(parts)) put(components, 'x-parts', eachOf(parts, '/x-parts', pathItem))
  const root: ParsedObject = { openapi: '3.0.4', ...kept }
  moves.add('/swagger', '/openapi')
  const servers = serversOf(list(schemes))
  if (servers.length > 0) put(root, 'servers', servers)
  const { paths } = document
  if (isObject(paths)) put(root, 'paths', eachOf(paths, '/paths', pathItem))
  put(root, 'components', components)
  // Only now it is known where everything is.
  for (const reference of references) put(reference, '$ref', referred(String(reference.$ref)))
  return { root, moves }

  function serversOf(named: readonly string[]): ParsedObject[] {
    const base = typeof basePath === 'string' ? basePath.replace(/\/$/, '') : ''
    const served = /^(https?):\/\/(?:[^/?#]*@)?([^/?#]+)/i.exec(address)
    const at = typeof host === 'string' ? host : served?.[2]
    moves.add(host === undefined ? '/basePath' : '/host', '/servers')
    if (at === undefined) return base === '' ? [] : [{ url: base }]
    const [first = 'https'] = served?.slice(1) ?? []
    return (named.length > 0 ? named : [first]).map((scheme) => ({ url: `${scheme}://${at}${base}` }))
  }

  /** Each value of a map as `convert` gives it, with its old and its new pointer. */
  function eachOf(
    map: ParsedObject,
    pointer: string,
    convert: (value: ParsedObject, from: string, to: string) => Parsed | undefined,
  ): ParsedObject {
    const made: ParsedObject = {}
    for (const [name, value] of Object.entries(map)) {
      const from = join(pointer, name)
      const converted = isObject(value) ? convert(value, from, moves.to(from)) : value
      if (converted !== undefined) put(made, name, converted)
    }
    return made
  }

  function pathItem(value: ParsedObject, from: string, to: string): Parsed {
    const own = parametersIn(value, from)
    const made: ParsedObject = {}
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'parameters' && Array.isArray(inner)) put(made, name, plain(own, join(to, name)))
      else if (VERBS.includes(name) && isObject(inner))
        put(made, name, operation(inner, join(from, name), join(to, name), own))
      else if (inner !== undefined) put(made, name, name === '$ref' ? referred(String(inner)) : inner)
    }
    return made
  }

  function operation(value: ParsedObject, from: string, to: string, shared: readonly SwaggerParameter[]): ParsedObject {
    const { consumes: ownConsumes, produces: ownProduces, schemes: ownSchemes, ...made } = value
    const own = parametersIn(value, from)
    if (Array.isArray(value.parameters)) put(made, 'parameters', plain(own, join(to, 'parameters')))
    // The operation's own body stands for the path's; of the path's form it overrides fields.
    const bodies = [...own, ...shared.filter(({ value }) => !own.some((other) => same(other.value, value)))]
    const taken = list(ownConsumes ?? consumes)
    const body = requestBody(bodies, taken, join(to, 'requestBody'), moves)
    if (body) put(made, 'requestBody', body)
    if (isObject(value.responses)) {
      const answers = list(ownProduces ?? produces)
      const converted = Object.entries(value.responses).map(([status, inner]): [string, Parsed] => {
        const path = join('', 'responses', status)
        if (!isObject(inner) || status.startsWith('x-')) return [status, inner ?? null]
        return [status, response(inner, from + path, to + path, answers)]
      })
      put(made, 'responses', Object.fromEntries(converted))
    }
    const servers = ownSchemes === undefined ? [] : serversOf(list(ownSchemes))
    if (servers.length > 0) put(made, 'servers', servers)
    return made
  }

  /** The parameters of a path or an operation, each with what it refers to in its place. */
  function parametersIn(value: ParsedObject, from: string): SwaggerParameter[] {
    const given = Array.isArray(value.parameters) ? value.parameters : []
    return given.flatMap((item, index): SwaggerParameter[] => {
      const ref = refOf(item)
      const pointer = ref?.startsWith('#') ? parseFragment(ref.slice(1)) : join(from, 'parameters', index)
      const target = ref === undefined ? item : get(document, pointer)
      return isObject(target) ? [toEnd({ value: target, pointer })] : []
    })
  }

  /** A shared parameter may be a reference to another. */
  function toEnd(parameter: SwaggerParameter, hops = 0): SwaggerParameter {
    const ref = refOf(parameter.value)
    if (!ref?.startsWith('#') || hops > MAX_HOPS) return parameter
    const pointer = parseFragment(ref.slice(1))
    const value = get(document, pointer)
    return isObject(value) ? toEnd({ value, pointer }, hops + 1) : parameter
  }

  /** The parameters that are no bodies. */
  function plain(parameters: readonly SwaggerParameter[], to: string): Parsed[] {
    return parameters
      .filter(({ value }) => value.in !== 'body' && value.in !== 'formData')
      .map(({ value, pointer }, index) => parameterObject(value, pointer, join(to, index), moves))
  }

  /** One that is no part of a body; what is referred to has taken the place of each reference. */
  function sharedParameter(value: ParsedObject, from: string, to: string): Parsed | undefined {
    const isOther = value.in === 'body' || value.in === 'formData' || refOf(value) !== undefined
    return isOther ? undefined : parameterObject(value, from, to, moves)
  }

  /** Into the schemas of shared bodies there may be references. */
  function sharedBodies(shared: ParsedObject): ParsedObject {
    const objects = Object.fromEntries(Object.entries(shared).filter(([, value]) => isObject(value)))
    return eachOf(objects, '/parameters', (value, pointer) => {
      if (value.in !== 'body') return undefined
      const to = join('/components/requestBodies', ...parse(pointer).slice(1))
      return requestBody([{ value, pointer }], list(consumes), to, moves)
    })
  }

  function response(value: ParsedObject, from: string, to: string, types: readonly string[]): Parsed {
    const ref = refOf(value)
    return ref === undefined ? responseObject(value, from, to, types, moves) : { ...value, $ref: referred(ref) }
  }

  function referred(ref: string): string {
    return addressIn(ref, '') === '' ? toRef(moves.to(parseFragment(ref.slice(1)))) : ref
  }
}

/** Whether one overrides the other: an operation has one body. */
const same = (one: ParsedObject, other: ParsedObject): boolean =>
  one.in === other.in && (one.in === 'body' || one.name === other.name)

const list = (value: Parsed | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
