import type { Model, Operation, Relationship, Resource } from '../model/types.js'
import { type AttributeTypes, dateType } from './dates.js'
import { readFields } from './fields.js'
import { inputViews } from './inputs.js'
import { resourceComment } from './jsdoc.js'
import { arrayLines, blockLines, objectLines, unionLines } from './layout.js'
import { objectKey, propertyName, stringLiteral } from './literals.js'
import { filterableLines, sortableLines } from './queryable.js'

/** A resource's part of its file: its interface, what is sent of it, what the runtime reads of it. */
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
    description: resourceDescriptionLines(model, resource),
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

/** The name of the constant that tells the runtime of a resource: `roleDescription`. */
export function descriptionName({ name }: Resource): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}Description`
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

/** What the runtime reads of a resource: its relationships, each with what it leads to, and its dates. */
function resourceDescriptionLines(model: Model, resource: Resource): string[] {
  const members = [
    ...relationshipLines(resource, 'one'),
    ...relationshipLines(resource, 'many'),
    ...dateLines(model, resource),
  ]
  return blockLines(`export const ${descriptionName(resource)}: ResourceDescription =`, members, '{}')
}

function relationshipLines({ relationships }: Resource, cardinality: Relationship['cardinality']): string[] {
  const members = relationships
    .filter((one) => one.cardinality === cardinality)
    .map(({ name, types }) => {
      const [only = ''] = types
      const key = `${objectKey(name)}: `
      return types.length === 1
        ? `${key}${stringLiteral(only)}`
        : arrayLines(key, types.map(stringLiteral), '', 4).join('\n')
    })
  return members.length > 0 ? objectLines(`${cardinality}: `, members, ',', 2) : []
}

/** The attributes that the runtime reads as dates. */
function dateLines(model: Model, { attributes }: Resource): string[] {
  const dates = attributes.filter((attribute) => attribute.readable && dateType(model, attribute) !== undefined)
  const names = dates.map(({ name }) => stringLiteral(name))
  return names.length > 0 ? arrayLines('dates: datesIn(', names, '),', 2) : []
}
