/** What the schemas of a relationship say of its linkage. https://jsonapi.org/format/1.1/#document-resource-object-linkage */
import { get } from '../document/pointer.js'
import type { Context } from './context.js'
import { describe } from './describe.js'
import type { Found } from './resources.js'
import { alternatives, itemsOf, layersOf, member, memberNames, type View } from './schema.js'
import type { ResourceShape } from './shape.js'
import { typesOf } from './type-of.js'

export interface Linkage {
  readonly cardinality: 'one' | 'many'
  /** None where the schema leaves them open. */
  readonly types: readonly string[]
  readonly nullable: boolean | undefined
  /** The pointer of `data`. */
  readonly pointer: string
}

/**
 * The names of the relationships of these shapes. A name with a colon is an extension's, not the API's.
 * https://jsonapi.org/format/1.1/#extension-members
 */
export function relationshipNames(context: Context, shapes: readonly ResourceShape[]): string[] {
  const names = shapes.flatMap(({ view }) => memberNames(member(context, view, 'relationships')))
  return [...new Set(names)].filter((name) => !name.includes(':'))
}

/** The schemas of one relationship in the shapes that have it. */
export function relationshipViews(context: Context, shapes: readonly ResourceShape[], name: string): View[] {
  return shapes
    .map(({ view }) => member(context, member(context, view, 'relationships'), name))
    .filter((view) => view.length > 0)
}

/** The linkage that a relationship's schema declares; null where it declares none, but only links. */
export function linkage(context: Context, relationship: View): Linkage | null {
  const data = member(context, relationship, 'data')
  const [top] = data
  if (!top) return null
  const variants = alternatives(context, data)
  const said = describe(context, data)
  const many = said.types.includes('array') || variants.some((variant) => itemsOf(context, variant).length > 0)
  const identifiers = variants.flatMap((variant) =>
    many ? alternatives(context, itemsOf(context, variant)) : [variant],
  )
  const types = identifiers.flatMap((identifier) => typesOf(context, identifier).map(({ value }) => value))
  return {
    cardinality: many ? 'many' : 'one',
    types: [...new Set(types)],
    nullable: many ? false : said.nullable,
    pointer: top.pointer,
  }
}

/**
 * The schemas whose `attributes` a resource object refers to by a deep `$ref`: they are the resource's own, and may
 * say better what its relationships lead to than the response that borrows from them.
 */
export function lenders(context: Context, { reads }: Found): ResourceShape[] {
  const shapes = reads.flatMap(({ view, ...shape }) =>
    member(context, view, 'attributes').flatMap(({ pointer }) => {
      const owner = pointer.match(/^(.+)\/properties\/attributes$/)?.[1]
      if (owner === undefined || view.some((layer) => layer.pointer === owner)) return []
      const lent = layersOf(context, { value: get(context.document.root, owner), pointer: owner })
      return [{ ...shape, view: lent, pointer: owner }]
    }),
  )
  return shapes.filter(({ pointer }, index) => shapes.findIndex((other) => other.pointer === pointer) === index)
}
