import type { Model, Operation, SecurityScheme } from '../model/types.js'
import { namesSchemes } from './lookup.js'

/**
 * The schemes that authorize the example of an operation: those of the first way that it takes and an example can show;
 * none where it may be asked without. Where the document has schemes but no operation names one, the first of them.
 */
export function exampleSchemes(model: Model, { security }: Operation): SecurityScheme[] {
  const { security: all } = model.api
  const isShown = ({ type }: SecurityScheme): boolean => type !== 'other'
  if (!namesSchemes(model)) return all.filter(isShown).slice(0, 1)
  if (security.some((way) => way.length === 0)) return []
  const ways = security.map((way) => way.flatMap(({ scheme }) => all.filter(({ name }) => name === scheme)))
  return (ways.find((way) => way.every(isShown)) ?? ways[0] ?? []).filter(isShown)
}
