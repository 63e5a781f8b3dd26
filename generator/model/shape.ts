/** Recognising JSON:API documents by their shape. https://jsonapi.org/format/1.1/#document-top-level */
import { get } from '../document/pointer.js'
import { type Node, resolve } from '../document/resolve.js'
import type { Context } from './context.js'
import { describe } from './describe.js'
import type { Stated } from './extension.js'
import { alternatives, isArray, isObject, itemsOf, layersOf, member, memberNames, type View } from './schema.js'
import { mappedPointer, typesOf } from './type-of.js'

/** A schema of a resource object or of a resource identifier. */
export interface ResourceShape {
  readonly view: View
  readonly pointer: string
  /** The types that it may have; none where its schema does not say, as of a body that leaves `type` out. */
  readonly types: readonly Stated<string>[]
  /** Whether it has only `type` and `id`. https://jsonapi.org/format/1.1/#document-resource-identifier-objects */
  readonly identifier: boolean
}

export interface DocumentShape {
  readonly cardinality: 'one' | 'many'
  /** Whether `data` may be null. */
  readonly nullable: boolean
  readonly pointer: string
  readonly resources: readonly ResourceShape[]
  readonly included: readonly ResourceShape[]
}

/** The document that a schema describes; null where its `data` holds no resource objects. */
export function documentShape(context: Context, schema: Node): DocumentShape | null {
  // Many operations refer to one document, which is read once.
  const bare = isObject(schema.value) && typeof schema.value.$ref === 'string' && Object.keys(schema.value).length === 1
  const node = bare ? resolve(context.document, schema) : schema
  const known = context.documents.get(node.pointer)
  if (known !== undefined) return known
  const document = readDocument(context, node)
  context.documents.set(node.pointer, document)
  return document
}

function readDocument(context: Context, schema: Node): DocumentShape | null {
  const views = alternatives(context, layersOf(context, schema))
  const shapes = views.flatMap((view) => shapeOf(context, view) ?? [])
  const [first] = shapes
  if (!first) return null
  return {
    ...first,
    nullable: first.nullable || views.some((view) => isNull(context, view)),
    resources: distinct(shapes.flatMap(({ resources }) => resources)),
    included: distinct(shapes.flatMap(({ included }) => included)),
  }
}

/** Whether it is a document without anything, as where a to-one relationship is empty. */
const isNull = (context: Context, view: View): boolean =>
  member(context, view, 'data').some(({ object: { type, enum: values } }) =>
    [type, values].some((said) => said === 'null' || (isArray(said) && said.length === 1 && said[0] === null)),
  )

function shapeOf(context: Context, view: View): DocumentShape | null {
  const data = member(context, view, 'data')
  const [top] = data
  if (!top) return null
  const variants = alternatives(context, data)
  const many = variants.some((variant) => itemsOf(context, variant).length > 0)
  const resources = variants.flatMap((variant) => resourcesOf(context, many ? itemsOf(context, variant) : variant))
  if (resources.length === 0) return null
  return {
    cardinality: many ? 'many' : 'one',
    nullable: !many && describe(context, data).nullable === true,
    pointer: top.pointer,
    resources,
    included: includedIn(context, view),
  }
}

/** https://jsonapi.org/format/1.1/#document-compound-documents */
function includedIn(context: Context, view: View): ResourceShape[] {
  const items = itemsOf(context, member(context, view, 'included'))
  const [reference, target] = items
  // All documents may refer to one list of what they include.
  if (!target || typeof reference?.object.$ref !== 'string') return resourcesOf(context, items)
  const known = context.included.get(target.pointer) ?? resourcesOf(context, items.slice(1))
  context.included.set(target.pointer, known)
  return known
}

/** The resource objects that a value may be, whether a union or a discriminator lists them. */
function resourcesOf(context: Context, view: View): ResourceShape[] {
  return alternatives(context, view).flatMap((one) => {
    const shape = resourceShape(context, one)
    const listed = shape && !shape.identifier ? [] : mappedViews(context, one)
    if (listed.length > 0) return listed.flatMap((each) => resourceShape(context, each) ?? [])
    return shape ?? []
  })
}

/** What else a resource identifier may have. An object with more is somebody's own, not JSON:API's. */
export const IDENTIFIER_MEMBERS: ReadonlySet<string> = new Set(['type', 'id', 'lid', 'links', 'meta'])

/** Whether a member of the name is there that may hold others; an ordinary object may have a list of `attributes`. */
function holdsMembers(context: Context, view: View, name: string): boolean {
  const held = member(context, view, name)
  const { types } = describe(context, held)
  return held.length > 0 && (types.length === 0 || types.includes('object'))
}

function resourceShape(context: Context, view: View): ResourceShape | null {
  const has = (name: string) => member(context, view, name).length > 0
  const described = holdsMembers(context, view, 'attributes') || holdsMembers(context, view, 'relationships')
  const [top] = view
  if (
    !top ||
    !(described || (has('type') && has('id') && memberNames(view).every((name) => IDENTIFIER_MEMBERS.has(name))))
  )
    return null
  return { view, pointer: top.pointer, types: typesOf(context, view), identifier: !described }
}

/** What the mapping of a discriminator on `type` leads to, but for the schemas of the view itself. */
function mappedViews(context: Context, view: View): View[] {
  return view.flatMap(({ object: { discriminator } }) => {
    if (!isObject(discriminator) || discriminator.propertyName !== 'type' || !isObject(discriminator.mapping)) return []
    const pointers = Object.values(discriminator.mapping).map(mappedPointer)
    return pointers
      .filter((pointer) => !view.some((layer) => layer.pointer === pointer))
      .map((pointer) => layersOf(context, { value: get(context.document.root, pointer), pointer }))
      .filter((mapped) => mapped.length > 0)
  })
}

function distinct(shapes: readonly ResourceShape[]): ResourceShape[] {
  const seen = new Set<string>()
  return shapes.filter(({ pointer }) => !seen.has(pointer) && seen.add(pointer))
}
