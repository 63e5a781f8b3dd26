/** The query parameters of an operation that belong to JSON:API's families, each with what its schema is. */
import { join } from '../document/pointer.js'
import type { Context } from './context.js'
import { describe, exampleOf } from './describe.js'
import type { Endpoint, Parameter } from './endpoints.js'
import { bracketed, FAMILIES, type Family, queryName } from './query-names.js'
import { isObject, layersOf, member, memberNames, requiredNames, text, type View } from './schema.js'
import type { ListStyle, Source } from './types.js'

/** A parameter of a family, or one property of an object that a parameter is. */
export interface QueryPart {
  readonly family: Family
  readonly path: readonly string[]
  /** As on the wire, without a `[]` at its end. */
  readonly name: string
  readonly view: View
  readonly required: boolean
  readonly description: string | undefined
  readonly example: unknown
  readonly deprecated: boolean
  /** How its values would be written, were it a list. */
  readonly list: ListStyle
  /** Whether the parameter itself is JSON. */
  readonly isJson: boolean
  readonly pointer: string
  readonly source: Source
}

export interface QueryParts {
  readonly parts: readonly QueryPart[]
  /** The families of which the operation takes anything: a `filter` that is any object, or an object of any parameters. */
  readonly open: ReadonlyMap<Family, Source>
  /** Parameters whose names or schemas are not those of their family. */
  readonly unread: readonly Parameter[]
  /** Objects whose document does not say how they are written. */
  readonly unstyled: readonly Parameter[]
}

/** Reads the query parameters of an operation. */
export function queryParts(context: Context, { parameters }: Endpoint): QueryParts {
  const found = {
    parts: [] as QueryPart[],
    open: new Map<Family, Source>(),
    unread: [] as Parameter[],
    unstyled: [] as Parameter[],
  }
  for (const parameter of parameters) {
    if (parameter.in !== 'query') continue
    const { pointer } = parameter.schema
    const source: Source = { by: 'declared', pointer }
    if (isAny(context, parameter)) for (const family of FAMILIES) found.open.set(family, source)
    const name = queryName(parameter.name)
    if (name === undefined) continue
    if (name === 'unread') {
      found.unread.push(parameter)
      continue
    }
    const { family, path, isItem } = name
    const view = layersOf(context, parameter.schema)
    const part: QueryPart = {
      family,
      path,
      name: bracketed(family, path),
      view,
      required: parameter.object.required === true,
      description: text(parameter.object.description),
      example: exampleOf(parameter.object.example, undefined),
      deprecated: parameter.object.deprecated === true,
      list: isItem ? 'brackets' : listStyle(parameter),
      isJson: parameter.object.content !== undefined,
      pointer,
      source,
    }
    const isDeep = isDeepObject(context, view) && !part.isJson && family !== 'include' && family !== 'sort'
    // A `page` that is a number is one of those without brackets.
    if (family === 'page' && path.length === 0 && !isDeep) continue
    if (isDeep && parameter.object.style === undefined) found.unstyled.push(parameter)
    const parts = isDeep ? properties(context, part, found.open) : [part]
    if (parts.every(isRight)) found.parts.push(...parts)
    else found.unread.push(parameter)
  }
  return found
}

/** `fields` and `page` say of what in brackets, `include` and `sort` have none. */
const isRight = ({ family, path }: QueryPart): boolean =>
  family === 'filter' || (family === 'fields' || family === 'page' ? path.length === 1 : path.length === 0)

/** A query parameter that stands for any others: an exploded object whose keys are not told. */
export function isAny(context: Context, { object, schema }: Parameter): boolean {
  const view = layersOf(context, schema)
  const exploded = (object.style ?? 'form') === 'form' && object.explode !== false
  return exploded && isOpen(view) && memberNames(view).length === 0
}

const isOpen = (view: View): boolean =>
  view.some(({ object: { additionalProperties } }) => isObject(additionalProperties) || additionalProperties === true)

/** An object, or nothing but properties. */
function isDeepObject(context: Context, view: View): boolean {
  const { types } = describe(context, view)
  return types.length > 0 ? types.includes('object') : memberNames(view).length > 0
}

/** `filter[name]` for each property of a `filter`, and so on within it; where any property may be, the family is open. */
function properties(context: Context, part: QueryPart, open: Map<Family, Source>, depth = 0): QueryPart[] {
  const names = memberNames(part.view)
  const required = requiredNames(part.view)
  if (isOpen(part.view) || names.length === 0) open.set(part.family, part.source)
  return names.flatMap((name) => {
    const view = member(context, part.view, name)
    const pointer = view[0]?.pointer ?? join(part.pointer, 'properties', name)
    const said = describe(context, view)
    const inner: QueryPart = {
      ...part,
      path: [...part.path, name],
      name: bracketed(part.family, [...part.path, name]),
      view,
      required: part.required && required.has(name),
      description: said.description,
      example: said.example,
      deprecated: said.deprecated,
      // OpenAPI leaves open how a list within an object is written; JSON:API has commas.
      list: 'comma',
      pointer,
      source: { by: 'declared', pointer },
    }
    const within = isDeepObject(context, view) && part.family === 'filter' && depth < DEEPEST
    return within ? properties(context, inner, open, depth + 1) : [inner]
  })
}

/** Filters within filters: a schema may refer to itself. */
const DEEPEST = 4

/** https://spec.openapis.org/oas/v3.1.1#style-values */
function listStyle({ object: { style = 'form', explode } }: Parameter): ListStyle {
  const isExploded = typeof explode === 'boolean' ? explode : style === 'form'
  if (style === 'deepObject') return 'comma'
  if (isExploded) return 'repeated'
  return style === 'spaceDelimited' ? 'space' : style === 'pipeDelimited' ? 'pipe' : 'comma'
}
