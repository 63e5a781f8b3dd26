/** The documents that an overlay declares where an operation does not. https://jsonapi.org/format/1.1/#document-structure */
import { join, toRef } from '../document/pointer.js'
import type { JsonObject } from '../document/types.js'
import type { Endpoint } from './endpoints.js'
import { type Change, type MendReport, ownPointer } from './mend.js'
import { shapeTypes } from './resources.js'
import { isObject } from './schema.js'
import type { Answer, Relationship } from './types.js'
import type { World } from './world.js'

type Linkage = Pick<Relationship, 'cardinality' | 'types'> & { readonly nullable?: boolean }

/** Declares the successful response of an operation; undefined where the resource is in another file. */
export function declaringAnswer(world: World, endpoint: Endpoint, answer: Answer): MendReport | undefined {
  const schema = answerSchema(world, answer)
  if (!schema) return undefined
  const content = contentOf(world, schema)
  const { pointer, status } = endpoint.answer
  // What several operations share must not be changed for one of them.
  if (pointer.startsWith(`${endpoint.pointer}/responses/`)) {
    return { actions: [{ at: pointer, update: { content } }] }
  }
  const { responses } = endpoint.object
  const key = isObject(responses) && Object.hasOwn(responses, 'default') && !responses[status] ? 'default' : `${status}`
  const shared = isObject(responses) && Object.hasOwn(responses, key)
  return {
    actions: [
      ...(shared ? [{ at: join(endpoint.pointer, 'responses', key), remove: true } as const] : []),
      { at: endpoint.pointer, update: { responses: { [key]: { description: 'OK', content } } } },
    ],
  }
}

/** Declares a body of linkage, in the place of the one that is declared. */
export function declaringLinkage(world: World, endpoint: Endpoint, linkage: Linkage): MendReport {
  const content = contentOf(world, linkageSchema(world, linkage))
  const update: Change = { at: endpoint.pointer, update: { requestBody: { required: true, content } } }
  const { requestBody } = endpoint.object
  return {
    actions: [
      ...(requestBody === undefined ? [] : [{ at: join(endpoint.pointer, 'requestBody'), remove: true } as const]),
      update,
    ],
  }
}

const contentOf = ({ mediaType }: World, schema: JsonObject): JsonObject => ({ [mediaType]: { schema } })

function answerSchema(world: World, answer: Answer): JsonObject | undefined {
  switch (answer.kind) {
    case 'one':
    case 'many':
      return sameDocument(world, answer) ?? newDocument(world, answer)
    case 'linkage':
      return linkageSchema(world, answer)
    default:
      return undefined
  }
}

/** The schema that another operation refers to for the very same. */
function sameDocument({ context, endpoints, found }: World, answer: Answer & { kind: 'one' | 'many' }) {
  const alike = endpoints.find(({ answer: { content }, path, mayBeEmpty }) => {
    if (!content?.document || !isObject(content.schema.value) || typeof content.schema.value.$ref !== 'string')
      return false
    const { cardinality, resources, nullable } = content.document
    const types = shapeTypes(resources, found, path)
    const same = types.length === answer.types.length && types.every((type) => answer.types.includes(type))
    return (
      same && cardinality === answer.kind && (answer.kind === 'many' || (nullable || mayBeEmpty) === answer.nullable)
    )
  })
  if (!alike?.answer.content || ownPointer(context.document, alike.answer.content.schema.pointer) === undefined) return
  const { value } = alike.answer.content.schema
  return isObject(value) ? { $ref: value.$ref } : undefined
}

function newDocument(world: World, answer: Answer & { kind: 'one' | 'many' }): JsonObject | undefined {
  const { context, found } = world
  const schemas: JsonObject[] = []
  for (const type of answer.types) {
    const pointer = found.get(type)?.reads[0]?.pointer
    if (pointer === undefined) schemas.push(identifier([type]))
    else if (ownPointer(context.document, pointer) === pointer) schemas.push({ $ref: toRef(pointer) })
    else return undefined
  }
  const [only, ...more] = schemas
  if (!only) return undefined
  const resource = more.length > 0 ? { oneOf: schemas } : only
  const data = answer.kind === 'many' ? { type: 'array', items: resource } : orNull(world, resource, answer.nullable)
  return document(data)
}

function linkageSchema(world: World, { cardinality, types, nullable = false }: Linkage): JsonObject {
  const one = identifier(types)
  return document(cardinality === 'many' ? { type: 'array', items: one } : orNull(world, one, nullable))
}

const document = (data: JsonObject): JsonObject => ({ type: 'object', required: ['data'], properties: { data } })

/** https://jsonapi.org/format/1.1/#document-resource-identifier-objects */
const identifier = (types: readonly string[]): JsonObject => ({
  type: 'object',
  required: ['type', 'id'],
  properties: { type: { type: 'string', enum: types }, id: { type: 'string' } },
})

/** OpenAPI 3.0 has no type of null. */
function orNull({ context }: World, schema: JsonObject, nullable: boolean): JsonObject {
  if (!nullable) return schema
  if (!context.document.version.startsWith('3.0')) return { oneOf: [schema, { type: 'null' }] }
  return schema.$ref === undefined ? { ...schema, nullable: true } : { allOf: [schema], nullable: true }
}
