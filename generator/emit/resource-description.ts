/** What the runtime reads of each resource: its relationships, with what they lead to, and its dates. */
import type { Model, Relationship, Resource } from '../model/types.js'
import { dateType } from './dates.js'
import { argumentLines, arrayLines, indented, objectLines } from './layout.js'
import { objectKey, stringLiteral } from './literals.js'

/** Those by type of which there is something to read, as a member of the description: `resources: { roles: { … } },`. */
export function resourcesLines(model: Model, indent: number): string[] {
  const members = model.resources.flatMap((resource) => resourceLines(model, resource, indent + 2))
  return members.length > 0 ? ['resources: {', ...indented(members), '},'] : ['resources: {},']
}

function resourceLines(model: Model, resource: Resource, indent: number): string[] {
  const members = [
    ...relationshipLines(resource, 'one', indent + 2),
    ...relationshipLines(resource, 'many', indent + 2),
    ...dateLines(model, resource, indent + 2),
  ]
  return members.length > 0 ? [`${objectKey(resource.type)}: {`, ...indented(members), '},'] : []
}

function relationshipLines(
  { relationships }: Resource,
  cardinality: Relationship['cardinality'],
  indent: number,
): string[] {
  const all = relationships.filter((one) => one.cardinality === cardinality)
  const isNamed = ({ name, types }: Relationship): boolean => types.length === 1 && types[0] === name
  const named = all.filter(isNamed).map(({ name }) => stringLiteral(name))
  const others = all
    .filter((one) => !isNamed(one))
    .map(({ name, types }) => {
      const [only = ''] = types
      const key = `${objectKey(name)}: `
      return types.length === 1
        ? `${key}${stringLiteral(only)}`
        : arrayLines(key, types.map(stringLiteral), '', indent + 2).join('\n')
    })
  if (all.length === 0) return []
  if (others.length === 0) return argumentLines(`${cardinality}: named`, named, ',', indent)
  const members = named.length > 0 ? [argumentLines('...named', named, '', indent + 2).join('\n'), ...others] : others
  return objectLines(`${cardinality}: `, members, ',', indent)
}

/** The attributes that the runtime reads as dates. */
function dateLines(model: Model, { attributes }: Resource, indent: number): string[] {
  const dates = attributes.filter((attribute) => attribute.readable && dateType(model, attribute) !== undefined)
  const names = dates.map(({ name }) => stringLiteral(name))
  return names.length > 0 ? arrayLines('dates: datesIn(', names, '),', indent) : []
}
