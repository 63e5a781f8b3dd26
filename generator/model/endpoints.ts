/** The operations of the document as it writes them. https://spec.openapis.org/oas/v3.1.1#path-item-object */
import { join, step } from '../document/pointer.js'
import { child, type Node, resolve, root } from '../document/resolve.js'
import type { JsonObject } from '../document/types.js'
import type { Context } from './context.js'
import { isObject, items } from './schema.js'
import { type DocumentShape, documentShape } from './shape.js'
import { METHODS, type Method } from './types.js'

/** What a body or an answer is made of. */
export interface Content {
  readonly mediaType: string
  /** The schema, or where it would stand. */
  readonly schema: Node
  /** The JSON:API document that it is; null where it is none. */
  readonly document: DocumentShape | null
  /** The Media Type Object. */
  readonly object: JsonObject
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly object: JsonObject
  readonly schema: Node
}

/** A verb at a path. */
export interface Endpoint {
  readonly method: Method
  readonly path: string
  readonly pointer: string
  readonly object: JsonObject
  /** The path's own, but those that the operation overrides, and the operation's. */
  readonly parameters: readonly Parameter[]
  readonly body: {
    readonly required: boolean
    readonly content: Content | null
    /** In all its media types, in the order of the document. */
    readonly contents: readonly Content[]
    readonly pointer: string
  } | null
  /** The successful response: its content is null where it has none. */
  readonly answer: { readonly status: number; readonly content: Content | null; readonly pointer: string }
  /** All successful responses. */
  readonly answers: readonly { readonly status: number; readonly content: Content | null }[]
  /** Whether another successful response has no content. */
  readonly mayBeEmpty: boolean
  readonly errors: readonly { readonly status: string; readonly description: string }[]
}

/** Every (method, path) of the document, in its order. */
export function endpoints(context: Context): Endpoint[] {
  const paths = child(context.document, root(context.document), 'paths')
  return names(paths)
    .filter((path) => path.startsWith('/'))
    .flatMap((path) => {
      const item = child(context.document, paths, path)
      return names(item).flatMap((verb) => {
        const held = child(context.document, item, verb)
        // https://spec.openapis.org/oas/v3.2.0#fixed-fields-6
        if (verb === 'additionalOperations') {
          return names(held).flatMap((method) => read(method, child(context.document, held, method)))
        }
        const method = METHODS.find((one) => one.toLowerCase() === verb)
        return method === undefined ? [] : read(method, held)
      })

      function read(method: Method, { value, pointer }: Node): Endpoint[] {
        return isObject(value) ? [endpoint(context, method, path, item, { value, pointer }, value)] : []
      }
    })
}

function endpoint(
  context: Context,
  method: Method,
  path: string,
  item: Node,
  node: Node,
  object: JsonObject,
): Endpoint {
  const responses = responsesOf(context, node)
  const successes = responses.filter(({ status }) => /^2/.test(status))
  const answers = (successes.length > 0 ? successes : responses.filter(({ status }) => status === 'default')).map(
    (response) => ({ ...response, content: contentOf(context, response.node) }),
  )
  const answer = answers.find(({ content }) => content) ?? answers[0]
  const body = object.requestBody === undefined ? null : child(context.document, node, 'requestBody')
  return {
    method,
    path,
    pointer: node.pointer,
    object,
    parameters: parametersOf(context, item, node),
    body: body && {
      required: step(body.value, 'required') === true,
      content: contentOf(context, body),
      contents: contentsOf(context, body),
      pointer: body.pointer,
    },
    answer: {
      status: statusOf(answer?.status),
      content: answer?.content ?? null,
      pointer: answer?.node.pointer ?? node.pointer,
    },
    answers: answers.map(({ status, content }) => ({ status: statusOf(status), content })),
    mayBeEmpty: answers.some(({ content }) => content === null) && answer?.content != null,
    errors: responses
      .filter(({ status }) => !/^[23]/.test(status) && !answers.some((one) => one.status === status))
      .map(({ status, node }) => ({ status, description: String(step(node.value, 'description') ?? '') })),
  }
}

function responsesOf(context: Context, operation: Node): { status: string; node: Node }[] {
  const responses = child(context.document, operation, 'responses')
  return names(responses)
    .filter((status) => !status.startsWith('x-'))
    .map((status) => ({ status, node: child(context.document, responses, status) }))
}

function parametersOf(context: Context, item: Node, operation: Node): Parameter[] {
  const found = new Map<string, Parameter>()
  for (const owner of [item, operation]) {
    const list = child(context.document, owner, 'parameters')
    for (const { value, pointer } of items(list.value, list.pointer).map((node) => resolve(context.document, node))) {
      if (!isObject(value) || typeof value.name !== 'string' || typeof value.in !== 'string') continue
      const [mediaType] = isObject(value.content) ? Object.keys(value.content) : []
      const schema =
        mediaType === undefined
          ? inside({ value, pointer }, 'schema')
          : inside({ value, pointer }, 'content', mediaType, 'schema')
      found.set(`${value.in} ${value.name}`, { name: value.name, in: value.in, object: value, schema })
    }
  }
  return [...found.values()]
}

/** The number of a status; 200 for a range and for `default`. */
const statusOf = (status: string | undefined): number => (/^\d{3}$/.test(status ?? '') ? Number(status) : 200)

/** Of several media types, the one that is JSON:API's, or else JSON, or else the first. */
function contentOf(context: Context, owner: Node): Content | null {
  const contents = contentsOf(context, owner)
  return (
    contents.find(({ mediaType }) => /^application\/vnd\.api\+json\b/i.test(mediaType)) ??
    contents.find(({ mediaType }) => /^application\/(.+\+)?json\b/i.test(mediaType)) ??
    contents.find(({ document }) => document !== null) ??
    contents[0] ??
    null
  )
}

/** All media types, in the order of the document. */
function contentsOf(context: Context, owner: Node): Content[] {
  const contents = child(context.document, owner, 'content')
  return names(contents).map((mediaType) => {
    const node = child(context.document, contents, mediaType)
    const schema = inside(node, 'schema')
    const object = isObject(node.value) ? node.value : {}
    return { mediaType, schema, object, document: isJson(mediaType) ? documentShape(context, schema) : null }
  })
}

/** Whether what is of this media type may be a JSON:API document: JSON, or anything. */
export const isJson = (mediaType: string): boolean => /json|\*/i.test(mediaType)

/** A step without following the last `$ref`: a schema's own place, not that of what it refers to. */
function inside(node: Node, ...path: string[]): Node {
  return path.reduce(
    ({ value, pointer }, token) => ({ value: step(value, token), pointer: join(pointer, token) }),
    node,
  )
}

const names = ({ value }: Node): string[] => (isObject(value) ? Object.keys(value) : [])
