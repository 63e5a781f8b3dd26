/** The parameters of a path, and the arguments that they become. */
import { warn } from './context.js'
import { describe, exampleOf } from './describe.js'
import { isJson, type Parameter } from './endpoints.js'
import { withParameters } from './mend.js'
import { argumentName, camelCase, singular } from './names.js'
import { isParameter, parameterNames, segments } from './paths.js'
import { isObject, layersOf } from './schema.js'
import type { PathParameter } from './types.js'
import type { Classified, World } from './world.js'

/** In the order of the path; the owner's own id is the argument `id`, whatever the document calls it. */
export function pathParameters({ context }: World, { endpoint, item }: Classified): PathParameter[] {
  const { path, parameters, pointer } = endpoint
  const own = item === undefined ? undefined : ownId(path, item)
  const taken = new Set(own === undefined ? [] : ['id'])
  return [...new Set(parameterNames(path))].map((name) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name)
    if (!parameter) {
      warn(context, {
        code: 'path-parameter-not-declared',
        message: `${endpoint.method} ${path} does not declare its path parameter ${name}; it is taken to be a string.`,
        advice: `Declare it: \`{ name: ${name}, in: path, required: true, schema: { type: string } }\`.`,
        at: [pointer],
        mend: { actions: withParameters(endpoint, [{ name, in: 'path', required: true, schema: { type: 'string' } }]) },
      })
    }
    const said = describe(context, parameter ? layersOf(context, parameter.schema) : [])
    const text = parameter?.object.description
    const description = typeof text === 'string' ? text : said.description
    const example = exampleOf(parameter?.object.example, undefined) ?? said.example
    const argument = name === own ? 'id' : free(argumentOf(path, name, taken), taken)
    taken.add(argument)
    const type = typeOf(said.types)
    const written = parameter && writtenAs(parameter, type)
    return {
      name,
      argument,
      type,
      ...(written ? { written } : {}),
      ...(said.limits ? { limits: said.limits } : {}),
      ...(description === undefined ? {} : { description }),
      ...(typeof example === 'string' || typeof example === 'number' ? { example: String(example) } : {}),
    }
  })
}

/** What a value is; a string where it may be several things, as any can be written. */
function typeOf(types: readonly string[]): PathParameter['type'] {
  const is = (...names: readonly string[]) => types.length > 0 && types.every((type) => names.includes(type))
  if (is('integer', 'number')) return 'number'
  if (is('boolean')) return 'boolean'
  return is('array') ? 'array' : is('object') ? 'object' : 'string'
}

/** How it is written; undefined for a word or a number as it is. https://spec.openapis.org/oas/v3.1.1#style-values */
function writtenAs({ object, schema }: Parameter, type: PathParameter['type']): PathParameter['written'] {
  if (isObject(object.content)) {
    const [mediaType = ''] = Object.keys(object.content)
    return isJson(mediaType) ? { style: 'json', explode: false, schema: schema.pointer } : undefined
  }
  const style = object.style === 'label' || object.style === 'matrix' ? object.style : 'simple'
  if (style === 'simple' && type !== 'array' && type !== 'object') return undefined
  return { style, explode: object.explode === true, schema: schema.pointer }
}

/** The parameter in the last segment of the item's path. */
function ownId(path: string, item: string): string | undefined {
  const segment = segments(path)[segments(item).length - 1]
  return isParameter(segment) ? segment?.slice(1, -1) : undefined
}

/** Another resource's `id` is named for what it stands behind: `/lists/{id}/items/{itemId}` has a `listId`. */
function argumentOf(path: string, name: string, taken: ReadonlySet<string>): string {
  const plain = argumentName(camelCase(name))
  if (!taken.has(plain)) return plain
  const parts = segments(path)
  const before = parts[parts.indexOf(`{${name}}`) - 1]
  return before === undefined ? plain : argumentName(camelCase(`${singular(before)}_${name}`))
}

function free(argument: string, taken: ReadonlySet<string>): string {
  return taken.has(argument) ? free(`${argument}_`, taken) : argument
}
