/** What the generator knows of an API, for a program to read. */
import type { Attribute, Model, Operation, Relationship, Resource } from './model/types.js'
import type { Problem } from './problems.js'

/**
 * The Model as JSON: `resources` with their attributes, relationships and operations, the `operations` that belong to
 * no resource, and the `warnings`, whose `line` and `column` count from 1. Everything in the order of the Model.
 */
export function inspectJson(model: Model, problems: readonly Problem[]): string {
  const { api, dialect } = model
  const form = {
    api,
    dialect,
    resources: model.resources.map(resourceForm),
    operations: model.operations.map(operationForm),
    warnings: problems.filter(({ severity }) => severity === 'warning').map(warningForm),
  }
  return `${JSON.stringify(form, null, 2)}\n`
}

function resourceForm({ attributes, relationships, operations, ...resource }: Resource) {
  return {
    ...resource,
    attributes: attributes.map(attributeForm),
    relationships: relationships.map(relationshipForm),
    operations: operations.map(operationForm),
  }
}

function attributeForm({ enum: values, format, ...attribute }: Attribute) {
  return { ...attribute, ...(values ? { enum: values } : {}), ...(format === undefined ? {} : { format }) }
}

const relationshipForm = (relationship: Relationship) => relationship

function operationForm({ pathParameters, ...operation }: Operation) {
  return {
    ...operation,
    pathParameters: pathParameters.map(({ name }) => name),
    arguments: pathParameters.map(({ argument }) => argument),
  }
}

function warningForm({ code, message, advice, places }: Problem) {
  const [{ pointer, file, line, column } = { file: '' }, ...others] = places
  return {
    code,
    message,
    pointer,
    file,
    line,
    column,
    ...(advice ? { advice } : {}),
    ...(others.length > 0 ? { others } : {}),
  }
}
