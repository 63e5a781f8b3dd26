import type { Attribute, Relationship, Resource, Writable } from '../model/types.js'
import type { AttributeTypes } from './dates.js'
import { attributeComment, comment, relationshipComment } from './jsdoc.js'
import { unionLines } from './layout.js'
import { propertyName, stringLiteral, union } from './literals.js'

/** A member of an interface, as the template shows it: its comment, and its declaration. */
export interface FieldView {
  readonly doc: readonly string[]
  readonly declaration: readonly string[]
}

/** A resource object has these itself; the Model warns of what clashes. https://jsonapi.org/format/1.1/#document-resource-object-fields */
export const RESERVED: ReadonlySet<string> = new Set(['id', 'type'])

/** The members of a resource's interface, as it is read. */
export function readFields(resource: Resource, types: AttributeTypes): FieldView[] {
  const attributes = resource.attributes.filter(({ name, readable }) => readable && !RESERVED.has(name))
  const names = new Set(attributes.map(({ name }) => name))
  const relationships = resource.relationships.filter(({ name, readable }) => readable && !names.has(name))
  return [
    ...attributes.map((attribute) => attributeField(attribute, attribute.schema.read, 'required', types)),
    ...relationships.map((relationship) => ({
      doc: relationshipComment(relationship),
      declaration: [`${propertyName(relationship.name)}?: ${identifierType(relationship)}`],
    })),
  ]
}

/** The members of what a resource is created or updated with. */
export function writeFields(resource: Resource, write: 'create' | 'update', types: AttributeTypes): FieldView[] {
  const id = write === 'create' ? resource.id.create : null
  const attributes = resource.attributes.filter((attribute) => attribute[write] && !RESERVED.has(attribute.name))
  const names = new Set(attributes.map(({ name }) => name))
  const relationships = resource.relationships.filter(({ name, [write]: writable }) => writable && !names.has(name))
  return [
    ...(id ? [{ doc: comment('The id, chosen by the client.'), declaration: [`id${mark(id)}: string`] }] : []),
    ...attributes.map((attribute) =>
      attributeField(attribute, attribute.schema[write] ?? attribute.schema.read, attribute[write], types),
    ),
    ...relationships.map((relationship) => ({
      doc: relationshipComment(relationship),
      declaration: [`${propertyName(relationship.name)}${mark(relationship[write])}: ${linkType(relationship)}`],
    })),
  ]
}

/** The members of what an action takes. */
export function actionFields(attributes: readonly Attribute[], types: AttributeTypes): FieldView[] {
  return attributes.map((attribute) => attributeField(attribute, attribute.schema.read, attribute.create, types))
}

function attributeField(
  attribute: Attribute,
  schemas: readonly string[],
  writable: Writable,
  types: AttributeTypes,
): FieldView {
  const members = [...types.typeOf(attribute, schemas), ...(attribute.nullable ? ['null'] : [])]
  const [first = '', ...rest] = unionLines(`${propertyName(attribute.name)}${mark(writable)}:`, members, 2)
  return { doc: attributeComment(attribute, types), declaration: [...first.split('\n'), ...rest] }
}

const mark = (writable: Writable): string => (writable === 'required' ? '' : '?')

/** `Identifier<'roles'> | null`, `Identifier<'roles'>[]`. */
function identifierType({ types, cardinality }: Relationship): string {
  const identifier = `Identifier<${union(types)}>`
  return cardinality === 'many' ? `${identifier}[]` : `${identifier} | null`
}

/** What a relationship is written as. A polymorphic one needs its type, so an id alone will not do. */
export function linkType({
  types,
  cardinality,
  nullable,
}: Pick<Relationship, 'types' | 'cardinality' | 'nullable'>): string {
  const [only = ''] = types
  const link = types.length === 1 ? `Link<${stringLiteral(only)}>` : `Identifier<${union(types)}>`
  return cardinality === 'many' ? `readonly ${link}[]` : `${link}${nullable ? ' | null' : ''}`
}
