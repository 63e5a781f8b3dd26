/** Tests with a service that stands in for the API, as examples. */
import type { Attribute, Model, Operation, Resource } from '../model/types.js'
import { importLines, SDK } from './docs-client-examples.js'
import { attributesOf } from './example-asking.js'
import { statement } from './example-statement.js'
import { exampleValue } from './example-values.js'
import { indented, objectLines } from './layout.js'
import { stringLiteral } from './literals.js'
import { resourceOf } from './lookup.js'
import { fence } from './markdown.js'
import { isReachable } from './servers.js'

/** The way from a page on the client to what tests import. */
const TESTING = '../../testing.js'
const ANSWERS = ['answer', 'answerErrors', 'answerLate', 'answerPages']

interface Parts {
  /** What is imported of the SDK, beside `createClient`. */
  readonly imports?: readonly string[]
  /** Further options of the client. */
  readonly options?: readonly string[]
}

/** A whole test: the service with its routes, the client, and what is done with it. */
export function testExample(
  { api }: Model,
  routes: readonly string[],
  body: readonly string[],
  { imports = [], options = [] }: Parts = {},
): string {
  const isNamed = isReachable(api)
  const answers = ANSWERS.filter((name) => routes.some((route) => route.includes(`${name}(`)))
  const members = [...(isNamed ? [] : ['baseUrl']), 'fetch: service.fetch', ...options]
  const lines = [
    ...importLines(['createClient', ...imports], SDK),
    ...importLines(['fakeService', ...answers], TESTING),
    '',
    'const service = fakeService({',
    ...indented(routes.flatMap((route) => `${route},`.split('\n'))),
    isNamed ? '})' : '}, { baseUrl })',
    ...objectLines('const api = createClient(', members, ')', 0),
    '',
    ...body,
  ]
  return fence('ts', lines.join('\n'))
}

/** `'GET /roles/{roleId}': answer(…)` */
export const route = ({ method, path }: Operation, answer: string, values?: readonly unknown[]): string => {
  const head = `${stringLiteral(`${method} ${path}`)}: ${answer}`
  return values ? statement(head, values) : head
}

/** An attribute that a test may well look at: a text. */
export const textOf = (resource: Resource): Attribute | undefined =>
  attributesOf(resource).find(({ type, format }) => type === 'string' && format === undefined)

/** A resource as a test gives it: type, id, and one attribute. */
export function fixture(resource: Resource, id: string): Record<string, unknown> {
  const text = textOf(resource)
  return { type: resource.type, id, ...(text && { [text.name]: exampleValue(text) }) }
}

/** The resource that an operation answers with, or whose list. */
export const answeredWith = (model: Model, { answer }: Operation): Resource | undefined =>
  'types' in answer && answer.types[0] !== undefined ? resourceOf(model, answer.types[0]) : undefined
