import type { Api, Model, Operation, Resource, SecurityScheme } from '../model/types.js'
import { callExample, canBeShown } from './examples.js'
import { arrayLines, byLetter, objectLines } from './layout.js'
import { stringLiteral } from './literals.js'
import { operationsOf } from './lookup.js'
import { isReachable } from './servers.js'

/** The way from a page on the client to the SDK. */
export const SDK = '../../index.js'

/** The operations that the examples of the client are made with; undefined where the API has no such one. */
export interface Subjects {
  readonly list: Operation | undefined
  readonly retrieve: Operation | undefined
  readonly create: Operation | undefined
  /** The resource that is retrieved. */
  readonly resource: Resource | undefined
}

/** Those of the resource that has the most of them, where one will do. */
export function subjectsOf({ resources }: Model): Subjects {
  const all = resources.map((resource) => ({
    list: resource.operations.find((one) => one.kind === 'list' && one.answer.kind === 'many'),
    retrieve: resource.operations.find(
      ({ kind, answer, body }) => kind === 'retrieve' && answer.kind === 'one' && !answer.nullable && body === null,
    ),
    create: resource.operations.find(({ kind, body }) => kind === 'create' && body?.kind === 'resource'),
    resource,
  }))
  const rank = ({ list, retrieve, create }: Subjects): number => [list, retrieve, create].filter(Boolean).length
  all.sort((one, other) => rank(other) - rank(one))
  const retrieving = all.find(({ retrieve }) => retrieve)
  return {
    list: all.find(({ list }) => list)?.list ?? anyList(resources),
    retrieve: retrieving?.retrieve,
    create: all.find(({ create }) => create)?.create,
    resource: retrieving?.resource,
  }
}

const anyList = (resources: readonly Resource[]): Operation | undefined =>
  resources.flatMap(({ operations }) => operations).find(({ answer, body }) => answer.kind === 'many' && body === null)

/** How a client is created. */
export interface ClientParts {
  /** The way from the page to the SDK, `../index.js`. */
  readonly from: string
  /** What is imported beside `createClient`. */
  readonly imports?: readonly string[]
  /** The value of `auth`, with what it imports; by default that of the first security scheme. */
  readonly auth?: AuthSource
  /** Further options, each as source. */
  readonly options?: readonly string[]
  /** What stands between the import and the call. */
  readonly before?: string
}

/** Source of a value of the option `auth`, and the names in it that the SDK exports. */
export interface AuthSource {
  readonly source: string
  readonly imports: readonly string[]
}

/** `api`, as all the examples use it: the import and the call of `createClient`. */
export function clientExample(
  api: Api,
  { from, imports = [], auth = usualAuth(api), options = [], before }: ClientParts,
): string {
  const names = [...new Set(['createClient', ...imports, ...(auth?.imports ?? [])])]
  const members = [
    ...(auth ? [auth.source === 'auth' ? 'auth' : `auth: ${auth.source}`] : []),
    ...(isReachable(api) || options.some((option) => /^baseUrl\b/.test(option)) ? [] : ['baseUrl']),
    ...options,
  ]
  const call = members.length === 0 ? ['createClient()'] : objectLines('createClient(', members, ')', SHORTER)
  return [
    ...importLines(names, from),
    ...(before === undefined ? [] : ['', before]),
    '',
    `const api = ${call.join('\n')}`,
  ].join('\n')
}

/** `import { a, type B } from '../../index.js'`, by letter. */
export function importLines(names: readonly string[], from: string): string[] {
  const bare = (name: string): string => name.replace('type ', '')
  const sorted = [...names].sort((a, b) => byLetter(bare(a), bare(b)))
  const isTypes = names.every((name) => name !== bare(name))
  const [head, shown] = isTypes ? ['import type ', sorted.map(bare)] : ['import ', sorted]
  return objectLines(head, shown, ` from ${stringLiteral(from)}`, WIDER)
}

/** Code on a page has less room than in a file: so many columns less, an import a few more than an object. */
const SHORTER = 44
const WIDER = 40

/** How requests are authorized by the first security scheme that the client knows; undefined where the document has none. */
function usualAuth({ security }: Api): AuthSource | undefined {
  const [first] = security.flatMap((scheme) => authOf(scheme) ?? [])
  return first ?? (security.length > 0 ? { source: 'auth', imports: [] } : undefined)
}

/**
 * How the client is told to authorize by a scheme; undefined where it has no way of its own.
 *
 * @param key what an API key is called, @param named whether its scheme must be said.
 */
export function authOf(scheme: SecurityScheme, key = 'key', named = false): AuthSource | undefined {
  switch (scheme.type) {
    case 'bearer':
      return { source: '{ accessToken }', imports: [] }
    case 'basic':
      return { source: 'basic(username, password)', imports: ['basic'] }
    case 'apiKey':
      return { source: `apiKey(${key}${named ? `, ${stringLiteral(scheme.name)}` : ''})`, imports: ['apiKey'] }
    case 'clientCredentials': {
      const scope = scheme.scopes
        .slice(0, 2)
        .map(({ name }) => name)
        .join(' ')
      const members = [
        'clientId',
        'clientSecret',
        ...(scope === '' ? [] : [`scope: ${stringLiteral(scope)}`]),
        ...(scheme.tokenUrl === undefined ? ['tokenUrl'] : []),
      ]
      return { source: `clientCredentials({ ${members.join(', ')} })`, imports: ['clientCredentials'] }
    }
    case 'other':
      return undefined
  }
}

/** Several ways together. */
export const together = (ways: readonly AuthSource[]): AuthSource => ({
  source: arrayLines(
    '',
    ways.map(({ source }) => source),
    '',
    SHORTER,
  ).join('\n'),
  imports: ways.flatMap(({ imports }) => imports),
})

/** A call that any API has; with what stands before it, and the source of its `RequestOptions`. */
export function usualCall(model: Model, { retrieve, list }: Subjects, before = '', options?: string): string {
  const operation = retrieve ?? list ?? usualPlain(model)
  const more = { before, ...(options !== undefined && { options }) }
  if (operation) return callExample(model, operation, more)
  return `${before}api.request('GET /'${options === undefined ? '' : `, {}, ${options}`})`
}

/** An operation that gives a JSON value; undefined where the API has none that can be shown. */
export const usualPlain = (model: Model): Operation | undefined =>
  operationsOf(model).find(
    (operation) =>
      operation.method === 'GET' &&
      operation.body === null &&
      operation.answer.kind === 'plain' &&
      operation.answer.contents.every(({ format }) => format === 'json') &&
      canBeShown(operation),
  )
