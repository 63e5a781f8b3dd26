/** Whether what was read is an OpenAPI document that the generator knows. */
import { type ErrorCode, InputError, type Problem } from '../problems.js'
import { isObject } from './objects.js'
import type { ParsedObject } from './parse.js'
import { step } from './pointer.js'
import type { Source } from './source.js'
import { isSwagger } from './swagger.js'
import type { Document } from './types.js'

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
export function wrongPaths(document: Document): Problem | undefined {
  const { paths } = document.root
  const error = (message: string, advice: string, pointer: string): Problem => {
    return { severity: 'error', code: 'no-paths', message, advice, places: [document.locate(pointer, 'key')] }
  }
  const advice = 'Describe at least one path of the API with its operations under "paths".'
  if (paths === undefined) return error(`${document.name} has no "paths".`, advice, '')
  const empty = `The "paths" of ${document.name} are empty.`
  if (paths === null) return error(empty, advice, '/paths')
  if (typeof paths !== 'object' || Array.isArray(paths)) {
    return error(`The "paths" of ${document.name} are ${article(paths)}, not an object.`, advice, '/paths')
  }
  if (Object.keys(paths).some((path) => path.startsWith('/'))) return undefined
  const names = Object.keys(paths).filter((path) => !path.startsWith('x-'))
  if (names.length === 0) return error(empty, advice, '/paths')
  return error(
    `No path of ${document.name} begins with a slash.`,
    `Write "/${names[0]}" in place of "${names[0]}".`,
    '/paths',
  )
}

function article(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object') return 'an object'
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`
}
