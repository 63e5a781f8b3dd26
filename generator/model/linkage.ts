/** What the schemas of a relationship say of its linkage. https://jsonapi.org/format/1.1/#document-resource-object-linkage */
import { get } from '../document/pointer.js'
import type { Context } from './context.js'
import { describe } from './describe.js'
import { type Content, isJson } from './endpoints.js'
import { sameName } from './names.js'
import type { Found } from './resources.js'
import { alternatives, itemsOf, layersOf, member, memberNames, type View } from './schema.js'
import { IDENTIFIER_MEMBERS, type ResourceShape } from './shape.js'
import { typesOf } from './type-of.js'
import type { Classified } from './world.js'

export interface Linkage {
  /** Null where the schema allows both, or anything. */
  readonly cardinality: 'one' | 'many' | null
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
  const { cardinality, identifiers } = identifiersOf(context, data)
  const types = identifiers.flatMap((identifier) => typesOf(context, identifier).map(({ value }) => value))
  return {
    cardinality,
    types: [...new Set(types)],
    nullable: cardinality === 'many' ? false : describe(context, data).nullable,
    pointer: top.pointer,
  }
}

function identifiersOf(context: Context, data: View): Pick<Linkage, 'cardinality'> & { readonly identifiers: View[] } {
  const variants = alternatives(context, data)
  const lists = variants.filter((variant) => isList(context, variant))
  const single = variants.filter((variant) => !lists.includes(variant))
  const said = single.some((variant) => describe(context, variant).types.length > 0 || memberNames(variant).length > 0)
  const one = said || (lists.length === 0 && describe(context, data).nullable === true)
  const items = lists.flatMap((variant) => alternatives(context, itemsOf(context, variant)))
  return {
    cardinality: lists.length > 0 && !one ? 'many' : one && lists.length === 0 ? 'one' : null,
    identifiers: [...items, ...(said || lists.length === 0 ? single : [])],
  }
}

const isList = (context: Context, view: View): boolean =>
  describe(context, view).types.includes('array') || itemsOf(context, view).length > 0

/**
 * The linkage that a document at a relationship's own path declares; null where it declares something else, undefined
 * where it leaves open what it holds. https://jsonapi.org/format/1.1/#fetching-relationships-responses
 */
export function declaredLinkage(context: Context, content: Content | null): Linkage | null | undefined {
  if (!content) return undefined
  if (!isJson(content.mediaType)) return null
  const view = layersOf(context, content.schema)
  const variants = alternatives(context, view)
  const open = onlyObject(context, view) && variants.every((variant) => memberNames(variant).length === 0)
  if (open) return undefined
  const document = variants.find((variant) => member(context, variant, 'data').length > 0)
  if (!document) return null
  const { identifiers } = identifiersOf(context, member(context, document, 'data'))
  return identifiers.every((one) => isIdentifier(context, one)) ? linkage(context, document) : null
}

/**
 * What the documents at the own path of a relationship declare of its linkage.
 * @param operations the operations of the resource that has it.
 */
export function linkageOfDocuments(context: Context, operations: readonly Classified[], name: string): Linkage[] {
  return operations
    .filter(({ kind, follows = '' }) => kind === 'relationship' && sameName(follows, name))
    .flatMap(({ endpoint: { answer, body } }) => [answer.content, body?.content ?? null])
    .flatMap((content) => declaredLinkage(context, content) ?? [])
}

/** Whether it has no more than a resource identifier may have, as far as it says; an extension's members aside. */
const isIdentifier = (context: Context, view: View): boolean =>
  onlyObject(context, view) && memberNames(view).every((name) => IDENTIFIER_MEMBERS.has(name) || name.includes(':'))

const onlyObject = (context: Context, view: View): boolean =>
  describe(context, view).types.every((type) => type === 'object')

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
