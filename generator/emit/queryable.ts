import type { Attribute, FilterKind, Model, Resource } from '../model/types.js'
import type { AttributeTypes } from './dates.js'
import { blockLines, unionLines } from './layout.js'
import { propertyName, stringLiteral } from './literals.js'
import { once } from './lookup.js'

/** What a resource may be filtered by, each attribute with the type of its value; a `Date` stands for what is one on the wire. */
export function filterableLines(resource: Resource, types: AttributeTypes): string[] {
  const attributes = resource.attributes.filter(({ filterable }) => filterable)
  const members = [
    ...(resource.id.filterable ? ['id: string'] : []),
    ...attributes.flatMap((attribute) =>
      unionLines(`${propertyName(attribute.name)}:`, valueType(attribute, types), 4),
    ),
  ]
  return blockLines('filterable:', members, 'Record<never, never>')
}

/** Whether the document says of anything that it can be sorted by. */
export const isSortable = once(({ resources }) =>
  resources.some(({ id, attributes }) => id.sortable || attributes.some((one) => one.sortable)),
)

/** What a resource may be sorted by; anything where the document says nothing of sorting. */
export function sortableLines(model: Model, resource: Resource): string[] {
  if (!isSortable(model)) return ['sortable: string']
  const names = resource.attributes.filter(({ sortable }) => sortable).map(({ name }) => name)
  const members = [...(resource.id.sortable ? ['id'] : []), ...names].map(stringLiteral)
  return unionLines('sortable:', members.length > 0 ? members : ['never'], 2)
}

/** What an attribute is to a matcher. */
export function filterKind({ type, format }: Attribute): FilterKind {
  if (format === 'date' || format === 'date-time') return 'date'
  if (type === 'integer' || type === 'number') return 'number'
  return type === 'string' || type === 'boolean' ? type : 'object'
}

function valueType(attribute: Attribute, types: AttributeTypes): readonly string[] {
  const kind = filterKind(attribute)
  if (kind === 'date') return ['Date']
  if (kind === 'object') return ['object']
  return attribute.enum ? types.typeOf(attribute, attribute.schema.read) : [kind]
}
