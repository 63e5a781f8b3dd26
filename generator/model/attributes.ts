/** The attributes of a resource. https://jsonapi.org/format/1.1/#document-resource-object-attributes */
import { isDeepStrictEqual } from 'node:util'
import type { Context } from './context.js'
import { type Description, describe, EMPTY } from './describe.js'
import type { Found } from './resources.js'
import { alternatives, member, memberNames, requiredNames, type View } from './schema.js'
import type { ResourceShape } from './shape.js'
import type { Attribute, Writable } from './types.js'
import { valueFacts, within } from './values.js'

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
  const names = new Set(shapes.flatMap((shape) => setsOf(context, shape).flatMap(memberNames)))
  return [...names].map((name) => {
    const read = views(context, found.reads, name)
    const create = views(context, found.creates, name)
    const update = views(context, found.updates, name)
    const all = [...read, ...create, ...update]
    const said = joined(all.map((branches) => eitherOf(context, branches)))
    const readable = found.reads.length > 0 ? read : [...create, ...update]
    const pointers = pointersOf([read, create, update].find((one) => one.length > 0) ?? [])
    const creatable = writable(context, found.creates, name)
    const updatable = writable(context, found.updates, name)
    return {
      ...facts(name, said),
      ...innerFacts(context, said, all.flat()),
      readable: readable.flat().some((view) => !describe(context, view).writeOnly),
      create: creatable,
      update: updatable,
      filterable: queryable.filterable.has(name),
      sortable: queryable.sortable.has(name),
      schema: {
        read: pointers,
        ...(creatable ? { create: pointersOf(create) } : {}),
        ...(updatable ? { update: pointersOf(update) } : {}),
      },
      source: { by: 'declared', pointer: pointers[0] ?? '' },
    }
  })
}

/** The attributes of a body that is no resource: what an action takes. They are written, never read. */
export function actionAttributes(context: Context, shape: ResourceShape): Attribute[] {
  const names = new Set(setsOf(context, shape).flatMap(memberNames))
  return [...names].flatMap((name) => {
    const create = writable(context, [shape], name)
    const schemas = views(context, [shape], name)
    const pointers = pointersOf(schemas)
    const said = joined(schemas.map((branches) => eitherOf(context, branches)))
    if (!create) return []
    return {
      ...facts(name, said),
      ...innerFacts(context, said, schemas.flat()),
      readable: false,
      create,
      update: null,
      filterable: false,
      sortable: false,
      schema: { read: pointers, create: pointers },
      source: { by: 'declared', pointer: pointers[0] ?? '' },
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
  const groups = shapes.flatMap((shape) => setsOf(context, shape, group))
  const bearing = groups.filter((view) => {
    const schema = member(context, view, name)
    return schema.length > 0 && !describe(context, schema).readOnly
  })
  if (bearing.length === 0) return null
  return groups.every((view) => bearing.includes(view) && requiredNames(view).has(name)) ? 'required' : 'optional'
}

/** The sets of attributes or relationships that a resource object may have: one, but for a `oneOf` or `anyOf` of them. */
function setsOf(
  context: Context,
  { view }: ResourceShape,
  group: 'attributes' | 'relationships' = 'attributes',
): readonly View[] {
  return alternatives(context, member(context, view, group))
}

/** The schemas of an attribute in each of the shapes that have it; several of one shape where there are several sets. */
function views(context: Context, shapes: readonly ResourceShape[], name: string): View[][] {
  return shapes
    .map((shape) => setsOf(context, shape).map((set) => member(context, set, name)))
    .map((branches) => distinct(branches.filter((view) => view.length > 0)))
    .filter((branches) => branches.length > 0)
}

/** What the first schema says; what it leaves open, the next ones may say. */
function joined(said: readonly Description[]): Description {
  const [first = EMPTY] = said
  const typed = said.find(({ types }) => types.length > 0) ?? first
  return {
    ...typed,
    nullable: said.find(({ nullable }) => nullable !== undefined)?.nullable,
    default: said.find((one) => one.default !== undefined)?.default,
    example: said.find(({ example }) => example !== undefined)?.example,
    limits: said.find(({ limits }) => limits !== undefined)?.limits,
    description: said.find(({ description }) => description !== undefined)?.description,
    deprecated: said.some(({ deprecated }) => deprecated),
  }
}

/** What holds where any one of these schemas does. */
function eitherOf(context: Context, branches: readonly View[]): Description {
  const said = branches.map((view) => describe(context, view))
  const [first, ...others] = said
  if (!first || others.length === 0) return first ?? EMPTY
  const enums = said.map((one) => one.enum)
  return {
    ...joined(said),
    types: [...new Set(said.flatMap(({ types }) => types))],
    nullable:
      said.some(({ nullable }) => nullable) || (said.every(({ nullable }) => nullable === false) ? false : undefined),
    enum: enums.every((one) => one !== undefined) ? [...new Set(enums.flat())] : undefined,
    format: others.every(({ format }) => format === first.format) ? first.format : undefined,
    limits: others.every(({ limits }) => isDeepStrictEqual(limits, first.limits)) ? first.limits : undefined,
  }
}

const facts = (name: string, said: Description) => ({
  name,
  ...valueFacts(said),
  ...(said.description === undefined ? {} : { description: said.description }),
  deprecated: said.deprecated,
})

/** What the first schema says that says anything of what is in the attribute, where all say that it is such a thing. */
function innerFacts(context: Context, { types }: Description, views: readonly View[]): ReturnType<typeof within> {
  const alike = views.filter((view) => describe(context, view).types.join() === types.join())
  return alike.map((view) => within(context, view)).find((inner) => Object.keys(inner).length > 0) ?? {}
}

/** The places of the schemas in the first shape that has the attribute. */
const pointersOf = ([branches]: readonly View[][]): string[] => branches?.flatMap(([top]) => top?.pointer ?? []) ?? []

const distinct = (views: readonly View[]): View[] =>
  views.filter(([top], index) => views.findIndex(([other]) => other?.pointer === top?.pointer) === index)
