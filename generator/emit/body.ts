import type { Model, Operation } from '../model/types.js'
import { linkType } from './fields.js'
import { inputName } from './inputs.js'
import { stringLiteral } from './literals.js'
import { resourceOf } from './lookup.js'
import { plainName } from './plain.js'

/** What an operation sends, as its method shows it. */
export interface BodyView {
  readonly argument: string
  readonly type: string
  readonly required: boolean
  /** Makes what is sent of the argument. */
  readonly expression: string
}

/** The body of an operation; undefined where it sends none. */
export function bodyView(model: Model, operation: Operation): BodyView | undefined {
  const { body, pathParameters } = operation
  if (!body) return undefined
  if (body.kind === 'plain') {
    const type = plainName(operation, 'Body')
    const expression = `plain(body, ${stringLiteral(body.mediaType)})`
    return { argument: 'body', type, required: body.required, expression }
  }
  if (body.kind === 'linkage') {
    const { cardinality, types } = body
    const argument = cardinality === 'many' ? 'links' : 'link'
    const [only = '', ...others] = types.map(stringLiteral)
    const leadsTo = others.length > 0 ? `[${[only, ...others].join(', ')}]` : only
    const type = linkType({ cardinality, types, nullable: true })
    return { argument, type, required: true, expression: `linkage(${argument}, ${leadsTo})` }
  }
  const named = body.kind === 'attributes' ? body.id : body.write === 'update'
  const id = named ? pathParameters.at(-1)?.argument : undefined
  const type = inputName(resourceOf(model, body.type), body)
  const expression = `resource(${[stringLiteral(body.type), 'input', id].filter(Boolean).join(', ')})`
  return { argument: 'input', type, required: body.required, expression }
}
