import type { Model, Resource } from '../model/types.js'

/** The resource of a type. @throws where the Model speaks of a type that it has not. */
export function resourceOf(model: Model, type: string): Resource {
  const resource = model.resources.find((one) => one.type === type)
  if (!resource) throw new Error(`The Model speaks of ${type}, but has no such resource`)
  return resource
}
