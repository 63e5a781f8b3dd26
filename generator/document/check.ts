/** Whether what was read is an OpenAPI document that the generator knows. */
import { type ErrorCode, InputError, type Place, type Problem } from '../problems.js'
import { article } from './article.js'
import { isObject } from './objects.js'
import type { ParsedObject } from './parse.js'
import { join, step } from './pointer.js'
import type { Source } from './source.js'
import { isSwagger } from './swagger.js'

/**
 * The value of an OpenAPI 3 or Swagger 2.0 document.
 *
 * @throws InputError for what is none, or of a version that cannot be read.
 */
export function openapiObject(source: Source): ParsedObject {
  const { name, value } = source
  const error = (code: ErrorCode, message: string, advice: string, pointer = ''): InputError => {
    return new InputError([{ severity: 'error', code, message, advice, places: [source.place(pointer)] }])
  }
  if (!isObject(value)) {
    const advice = 'An OpenAPI document is an object that begins with its version: openapi: 3.1.0.'
    throw error('not-openapi', `${name} is not an OpenAPI document, but ${article(value)}.`, advice)
  }
  const version = step(value, 'openapi')
  if (version === undefined) {
    if (isSwagger(value)) return value
    const old = step(value, 'swagger')
    if (old !== undefined) {
      const advice = "Write swagger: '2.0'; of the versions before 3 this one can be read."
      throw error('unsupported-version', `${name} is of Swagger ${JSON.stringify(old)}.`, advice, '/swagger')
    }
    const other = ['asyncapi', 'arazzo', 'overlay'].find((format) => step(value, format) !== undefined)
    const why = other === undefined ? 'it has no "openapi" property' : `it is of the ${other} format`
    const advice =
      other === undefined ? 'Add its version at the top: openapi: 3.1.0.' : 'Name the OpenAPI document itself.'
    throw error('not-openapi', `${name} is not an OpenAPI document: ${why}.`, advice)
  }
  if (typeof version !== 'string') {
    const advice = "Write the version as a text of three numbers: openapi: '3.1.0'."
    throw error('wrong-version', `The version of ${name} is ${article(version)}, not a text.`, advice, '/openapi')
  }
  if (!/^3\.[012](\.|$)/.test(version)) {
    const advice = 'Documents of OpenAPI 3.0, 3.1 and 3.2 can be read.'
    throw error('unsupported-version', `${name} is of OpenAPI "${version}".`, advice, '/openapi')
  }
  return value
}

/** What is wrong with the `paths` of a bundled document: without any there is nothing to generate. */
export function wrongPaths(
  { paths }: ParsedObject,
  file: string,
  place: (pointer: string, on?: 'key' | 'value') => Place,
): Problem[] {
  const error = (message: string, advice: string, pointer = '/paths'): Problem[] => [
    { severity: 'error', code: 'no-paths', message, advice, places: [place(pointer, 'key')] },
  ]
  const advice = 'Describe at least one path of the API with its operations under "paths".'
  if (paths === undefined) return error(`${file} has no "paths".`, advice, '')
  const empty = `The "paths" of ${file} are empty.`
  if (paths === null) return error(empty, advice)
  if (!isObject(paths)) return error(`The "paths" of ${file} are ${article(paths)}, not an object.`, advice)
  const names = Object.keys(paths).filter((path) => !path.startsWith('x-'))
  if (names.length === 0) return error(empty, advice)
  const slashless = names.filter((path) => !path.startsWith('/'))
  const [first] = slashless
  if (first === undefined) return []
  if (slashless.length === names.length) {
    return error(`No path of ${file} begins with a slash.`, `Write "/${first}" in place of "${first}".`)
  }
  return slashless.map((path) => ({
    severity: 'warning',
    code: 'path-without-slash',
    message: `"${path}" among the paths does not begin with a slash; its operations are left out.`,
    advice: `Write "/${path}" in place of it.`,
    places: [place(join('/paths', path), 'key')],
  }))
}
