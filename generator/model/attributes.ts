/** The attributes of a resource. https://jsonapi.org/format/1.1/#document-resource-object-attributes */
import type { Context } from './context.js'
import { type Description, describe, typeName } from './describe.js'
import type { Found } from './resources.js'
import { itemsOf, member, memberNames, requiredNames, type View } from './schema.js'
import type { ResourceShape } from './shape.js'
import type { Attribute, Writable } from './types.js'

/** What a resource may be filtered and sorted by. */
export interface Queryable {
  readonly filterable: ReadonlySet<string>
  readonly sortable: ReadonlySet<string>
}

/**
 * The attributes, over all the shapes of the resource: those that are read in the order of the document, then those
 * that are only written. What the shapes that are read say of an attribute is believed before what the others do.
 */
export function attributes(context: Context, found: Found, queryable: Queryable): Attribute[] {
  const shapes = [...found.reads, ...found.creates, ...found.updates]
  const names = new Set(shapes.flatMap(({ view }) => memberNames(member(context, view, 'attributes'))))
  return [...names].map((name) => {
    const read = views(context, found.reads, name)
    const create = views(context, found.creates, name)
    const update = views(context, found.updates, name)
    const said = joined(context, [...read, ...create, ...update])
    const readable = found.reads.length > 0 ? read : [...create, ...update]
    const creatable = writable(context, found.creates, name)
    const updatable = writable(context, found.updates, name)
    return {
      ...facts(name, said),
      ...itemsFact(context, said, [...read, ...create, ...update]),
      readable: readable.some((view) => !describe(context, view).writeOnly),
      create: creatable,
      update: updatable,
      filterable: queryable.filterable.has(name),
      sortable: queryable.sortable.has(name),
      schema: {
        read: pointerOf(read) ?? pointerOf(create) ?? pointerOf(update) ?? '',
        ...(creatable ? { create: pointerOf(create) ?? '' } : {}),
        ...(updatable ? { update: pointerOf(update) ?? '' } : {}),
      },
      source: { by: 'declared', pointer: pointerOf(read) ?? pointerOf(create) ?? pointerOf(update) ?? '' },
    }
  })
}

/** The attributes of a body that is no resource: what an action takes. They are written, never read. */
export function actionAttributes(context: Context, shape: ResourceShape): Attribute[] {
  const view = member(context, shape.view, 'attributes')
  return memberNames(view).flatMap((name) => {
    const create = writable(context, [shape], name)
    const pointer = member(context, view, name)[0]?.pointer ?? ''
    const schema = member(context, view, name)
    const said = describe(context, schema)
    if (!create) return []
    return {
      ...facts(name, said),
      ...itemsFact(context, said, [schema]),
      readable: false,
      create,
      update: null,
      filterable: false,
      sortable: false,
      schema: { read: pointer, create: pointer },
      source: { by: 'declared', pointer },
    }
  })
}

/** Whether a member of `attributes` or `relationships` may or must be written, over all shapes that are written. */
export function writable(
  context: Context,
  shapes: readonly ResourceShape[],
  name: string,
  group: 'attributes' | 'relationships' = 'attributes',
): Writable {
  const groups = shapes.map(({ view }) => member(context, view, group))
  const bearing = groups.filter((view) => {
    const schema = member(context, view, name)
    return schema.length > 0 && !describe(context, schema).readOnly
  })
  if (bearing.length === 0) return null
  return groups.every((view) => bearing.includes(view) && requiredNames(view).has(name)) ? 'required' : 'optional'
}

function views(context: Context, shapes: readonly ResourceShape[], name: string): View[] {
  return shapes
    .map(({ view }) => member(context, member(context, view, 'attributes'), name))
    .filter((view) => view.length > 0)
}

/** What the first schema says; what it leaves open, the next ones may say. */
function joined(context: Context, views: readonly View[]): Description {
  const said = views.map((view) => describe(context, view))
  const [first] = said
  const typed = said.find(({ types }) => types.length > 0) ?? first ?? describe(context, [])
  return {
    ...typed,
    nullable: said.find(({ nullable }) => nullable !== undefined)?.nullable,
    default: said.find((one) => one.default !== undefined)?.default,
    example: said.find(({ example }) => example !== undefined)?.example,
    description: said.find(({ description }) => description !== undefined)?.description,
    deprecated: said.some(({ deprecated }) => deprecated),
  }
}

function facts(name: string, said: Description) {
  return {
    name,
    type: typeName(said.types),
    nullable: said.nullable === true,
    ...(said.enum === undefined ? {} : { enum: said.enum }),
    ...(said.format === undefined ? {} : { format: said.format }),
    ...(said.default === undefined ? {} : { default: said.default }),
    ...(said.example === undefined ? {} : { example: said.example }),
    ...(said.description === undefined ? {} : { description: said.description }),
    deprecated: said.deprecated,
  }
}

/** What the first schema says that says anything of the items. */
function itemsFact(context: Context, { types }: Description, views: readonly View[]): Pick<Attribute, 'items'> {
  if (types.join() !== 'array') return {}
  const said = views.map((view) => describe(context, itemsOf(context, view))).find((items) => items.types.length > 0)
  if (!said) return {}
  const format = said.format === undefined ? {} : { format: said.format }
  return { items: { type: typeName(said.types), ...format, nullable: said.nullable === true } }
}

const pointerOf = ([view]: readonly View[]): string | undefined => view?.[0]?.pointer
