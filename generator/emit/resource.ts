import type { Model, Operation, Resource } from '../model/types.js'
import { type AttributeTypes, dateType } from './dates.js'
import { readFields } from './fields.js'
import { inputViews } from './inputs.js'
import { resourceComment } from './jsdoc.js'
import { blockLines, listLines, unionLines } from './layout.js'
import { objectKey, propertyName, stringLiteral } from './literals.js'
import { filterableLines, sortableLines } from './queryable.js'

/** A resource's part of its file: its interface, what is sent of it, its relationships. */
export function resourceView(
  model: Model,
  resource: Resource,
  operations: readonly Operation[],
  types: AttributeTypes,
): object {
  return {
    name: resource.name,
    doc: resourceComment(resource),
    type: stringLiteral(resource.type),
    fields: readFields(resource, types),
    inputs: inputViews(resource, operations, types),
    targets: targetLines(resource),
    manyNames: manyLines(resource),
    relationships: relationshipsName(resource),
    one: relationshipLines(resource, 'one'),
    many: relationshipLines(resource, 'many'),
    dates: dateLines(model, resource),
    filter: filterType(model, resource),
    filterable: filterableLines(resource, types),
    sortable: sortableLines(model, resource),
  }
}

/** What the dialect has of filters; anything where the document does not say. */
function filterType({ dialect: { filter } }: Model, { type }: Resource): string {
  if (!filter) return 'OpenFilter'
  const parts = [
    'OwnFilter',
    ...(filter.through === null ? [] : ['ThroughFilter']),
    ...(filter.or === null ? [] : ['OrFilter']),
  ]
  return (parts.length === 3 ? ['Filter'] : parts).map((part) => `${part}<${stringLiteral(type)}>`).join(' & ')
}

/** The name of the constant that holds a resource's relationships: `roleRelationships`. */
export function relationshipsName({ name }: Resource): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}Relationships`
}

function targetLines({ relationships }: Resource): string[] {
  const members = relationships.flatMap(({ name, types }) =>
    unionLines(`${propertyName(name)}:`, types.map(stringLiteral), 4),
  )
  return blockLines('targets:', members, 'Record<never, never>')
}

function manyLines({ relationships }: Resource): string[] {
  const names = relationships.filter(({ cardinality }) => cardinality === 'many').map(({ name }) => stringLiteral(name))
  return unionLines('many:', names.length > 0 ? names : ['never'], 2)
}

function relationshipLines(resource: Resource, cardinality: 'one' | 'many'): string[] {
  const members = resource.relationships
    .filter((relationship) => relationship.cardinality === cardinality)
    .map(({ name, types }) => {
      const [only = ''] = types
      const target = types.length === 1 ? stringLiteral(only) : `[${types.map(stringLiteral).join(', ')}]`
      return `${objectKey(name)}: ${target},`
    })
  const lines = blockLines(`${cardinality}:`, members, '{}')
  return lines.map((line, index) => (index === lines.length - 1 ? `${line},` : line))
}

/** The attributes that the runtime reads as dates. */
function dateLines(model: Model, { attributes }: Resource): string[] {
  const dates = attributes.filter((attribute) => attribute.readable && dateType(model, attribute) !== undefined)
  return listLines(
    'dates:',
    dates.map(({ name }) => stringLiteral(name)),
    2,
  )
}
