/** The parameters of an operation that are none of JSON:API's own. https://spec.openapis.org/oas/v3.1.1#parameter-object */
import type { Context } from './context.js'
import { describe, exampleOf, firstExample, typeName } from './describe.js'
import { type Parameter as Declared, type Endpoint, isJson } from './endpoints.js'
import { queryName } from './query-names.js'
import { isAny, queryParts } from './query-parameters.js'
import { isObject, layersOf, text } from './schema.js'
import type { OperationQuery, Parameter } from './types.js'
import { canSendHeader } from './unsendable.js'
import { within } from './values.js'

const PLACES = ['query', 'header', 'cookie', 'querystring'] as const
const STYLES = ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject', 'simple', 'cookie'] as const

/** "Shall be ignored", says OpenAPI: other parts of the document tell them. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization'])

/** @param query what JSON:API knows of its query: whatever is not in it is not lost, but a parameter like any other. */
export function ownParameters(context: Context, endpoint: Endpoint, query: OperationQuery): Parameter[] {
  const { unread } = queryParts(context, endpoint)
  return endpoint.parameters.flatMap((declared) => {
    const place = PLACES.find((one) => one === declared.in)
    if (!place || (place === 'header' && TOLD_ELSEWHERE.has(declared.name.toLowerCase()))) return []
    const isRead = place === 'query' && !unread.includes(declared) && isOfQuery(context, declared, query)
    if (isRead || (place === 'header' && !canSendHeader(context, endpoint, declared.name, declared.schema.pointer)))
      return []
    return [parameterOf(context, declared, place)]
  })
}

/** Whether the query of JSON:API has the parameter. */
function isOfQuery(context: Context, declared: Declared, query: OperationQuery): boolean {
  if (isAny(context, declared)) return Object.values(query).some((family) => family !== null)
  const { parameters = [] } = query.page ?? {}
  if (parameters.some(({ parameter }) => parameter === declared.name)) return true
  const name = queryName(declared.name)
  // A `page` that is an object, of which each property is a parameter; any other says what the query's `page` cannot.
  if (name !== 'unread' && name?.family === 'page' && parameters.length > 0) {
    return parameters.some(({ parameter }) => parameter.startsWith(`${declared.name}[`))
  }
  return name !== undefined && name !== 'unread' && query[name.family] !== null
}

function parameterOf(context: Context, { name, object, schema }: Declared, place: Parameter['in']): Parameter {
  const view = layersOf(context, schema)
  const said = describe(context, view)
  const required = object.required === true
  const description = text(object.description) ?? said.description
  const example = exampleOf(object.example, undefined) ?? firstExample(object.examples) ?? said.example
  const only = said.enum?.length === 1 ? said.enum[0] : undefined
  const usual = required ? (said.default ?? only) : undefined
  return {
    name,
    in: place,
    ...styleOf(object, place),
    required,
    ...(usual === undefined || usual === null ? {} : { usual }),
    schema: schema.pointer,
    type: schema.value === undefined ? 'string' : typeName(said.types),
    ...(said.format === undefined ? {} : { format: said.format }),
    ...(said.enum ? { enum: said.enum } : {}),
    ...(said.default === undefined ? {} : { default: said.default }),
    ...(example === undefined ? {} : { example }),
    ...(said.limits ? { limits: said.limits } : {}),
    ...within(context, view, { left: 'readOnly' }),
    ...(description === undefined ? {} : { description }),
    deprecated: object.deprecated === true || said.deprecated,
    source: { by: 'declared', pointer: schema.pointer },
  }
}

/** How values are written: as the object says, or as OpenAPI has it for the place. https://spec.openapis.org/oas/v3.1.1#style-values */
export function styleOf(
  { style: stated, explode, allowReserved, content }: Declared['object'],
  place: Parameter['in'],
): Pick<Parameter, 'style' | 'explode' | 'allowReserved'> {
  const [mediaType] = isObject(content) ? Object.keys(content) : []
  const usual = place === 'header' ? 'simple' : 'form'
  const style =
    mediaType !== undefined && mediaType !== 'application/x-www-form-urlencoded'
      ? isJson(mediaType)
        ? 'json'
        : 'text'
      : (STYLES.find((one) => one === stated) ?? usual)
  const exploded = style === 'form' || style === 'cookie'
  return {
    style,
    explode: typeof explode === 'boolean' ? explode : exploded,
    allowReserved: allowReserved === true,
  }
}
