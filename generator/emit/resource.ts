import type { Model, Operation, Resource } from '../model/types.js'
import type { AttributeTypes } from './dates.js'
import { readFields } from './fields.js'
import { inputViews } from './inputs.js'
import { resourceComment } from './jsdoc.js'
import { blockLines, unionLines } from './layout.js'
import { propertyName, stringLiteral } from './literals.js'
import { filterableLines, sortableLines } from './queryable.js'

/** A resource's part of its file: its interface, and what is sent of it. */
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
