import type { Model } from '../model/types.js'
import type { Home } from './call.js'
import type { AttributeTypes } from './dates.js'
import type { Group } from './groups.js'
import { inputName, isObject } from './inputs.js'
import { argumentLines } from './layout.js'
import { stringLiteral } from './literals.js'
import { methodView } from './method.js'
import { commonPath } from './path.js'
import { plainTypeNames, plainTypes } from './plain.js'
import { inComment } from './prose.js'
import { resourceView } from './resource.js'
import type { Render } from './templates.js'
import { termNames, termTypes } from './terms.js'

/** The file of a request builder; a resource's holds its types as well. */
export function groupFile(model: Model, group: Group, types: AttributeTypes, render: Render): string {
  const { resource, className, operations } = group
  const home: Home = { path: commonPath(operations), type: resource?.type }
  const view = {
    className,
    label: inComment(group.label),
    plainTypes: operations.flatMap((operation) => [
      ...plainTypes(operation, types),
      ...termTypes(model, operation, types),
    ]),
    methods: operations.map((operation) => methodView(model, operation, home, types)),
    calls: argumentLines('this.#calls = new Calls', ['client', ...homeArguments(home)], '', 4),
  }
  if (!resource) return render('sdk/operations', view)
  return render('sdk/resource', { ...view, ...resourceView(model, resource, operations, types) })
}

/** The path, and the type where the path does not tell it. */
const homeArguments = ({ path, type }: Home): string[] => {
  if (type === undefined || path === `/${type}`) return path === '' ? [] : [stringLiteral(path)]
  return [path, type].map(stringLiteral)
}

/** What of it the users of the SDK import. */
export function groupTypes(model: Model, { resource, operations }: Group): string[] {
  const inputs = operations.flatMap(({ body }) => (resource && isObject(body) ? inputName(resource, body) : []))
  return [
    ...(resource ? [resource.name] : []),
    ...new Set(inputs),
    ...operations.flatMap((operation) => [...plainTypeNames(operation), ...termNames(model, operation)]),
  ]
}
