import type { BodyContent, Model, Operation } from '../model/types.js'
import { linkType, RESERVED } from './fields.js'
import { inputName } from './inputs.js'
import { objectLines } from './layout.js'
import { objectKey, stringLiteral } from './literals.js'
import { findResource, resourceOf } from './lookup.js'
import { formStyles } from './parameters.js'
import { plainName } from './plain-name.js'

/** What an operation sends, as its method shows it. */
export interface BodyView {
  readonly argument: string
  readonly type: string
  readonly required: boolean
  /** What makes what is sent of the argument. */
  readonly made: readonly string[]
}

/**
 * The body of an operation; undefined where it sends none.
 *
 * @param usual the type of the resource objects that its group sends.
 */
export function bodyView(model: Model, operation: Operation, usual?: string): BodyView | undefined {
  const { body, pathParameters } = operation
  if (!body) return undefined
  if (body.kind === 'plain') {
    const type = plainName(operation, 'Body')
    return { argument: 'body', type, required: body.required, made: plainBody(body.contents) }
  }
  if (body.kind === 'linkage') {
    const { cardinality, types } = body
    const argument = cardinality === 'many' ? 'links' : 'link'
    const [only = '', ...others] = types.map(stringLiteral)
    const leadsTo = others.length > 0 ? `[${[only, ...others].join(', ')}]` : only
    const type = linkType({ cardinality, types, nullable: true })
    return { argument, type, required: true, made: [`linkage(${argument}, ${leadsTo})`] }
  }
  const named = body.kind === 'attributes' ? body.id : body.write === 'update'
  const id = named ? pathParameters.at(-1)?.argument : undefined
  const type = body.kind === 'attributes' ? body.name : inputName(resourceOf(model, body.type), body)
  const owner = findResource(model, body.type)
  const names = body.kind === 'attributes' ? body.attributes : owner?.attributes.filter((one) => one[body.write])
  const relationships = new Set(owner?.relationships.map(({ name }) => name))
  // What an action takes may be called like what a resource object has beside its attributes.
  const isDoubtful = (name: string): boolean =>
    relationships.has(name) || (body.kind === 'attributes' && RESERVED.has(name))
  const both = names?.flatMap(({ name }) => (isDoubtful(name) ? [stringLiteral(name)] : [])) ?? []
  const apart = [
    ...(body.type === usual ? [] : [`type: ${stringLiteral(body.type)}`]),
    ...(both.length > 0 ? [`attributes: [${both.join(', ')}]`] : []),
  ]
  const rest = apart.length > 0 ? [id ?? 'undefined', `{ ${apart.join(', ')} }`] : [id].filter(Boolean)
  return { argument: 'input', type, required: body.required, made: [`resource(${['input', ...rest].join(', ')})`] }
}

/** Makes the body in its media type, or in the one of several that the caller names. */
function plainBody([usual, ...others]: readonly [BodyContent, ...BodyContent[]]): string[] {
  if (others.length === 0) return [made(usual, 'body', stringLiteral(usual.mediaType))]
  const makers = [usual, ...others].map((content) => `${objectKey(content.mediaType)}: ${maker(content)}`)
  return objectLines('ofSeveral(body, ', makers, ')', 8 + 'body: '.length)
}

/** A function of a body and its media type. */
function maker(content: BodyContent): string {
  const whole = made(content, 'body', 'type')
  const plain = /^(\w+)\(body, type\)$/.exec(whole)?.[1]
  if (plain) return plain
  return whole === 'urlEncoded(body)'
    ? `(body) => ${whole}`
    : `(body${/\btype\b/.test(whole) ? ', type' : ''}) => ${whole}`
}

function made({ format, mediaType, encoding }: BodyContent, body: string, type: string): string {
  switch (format) {
    case 'json':
      return `json(${body}, ${mediaType.includes('*') ? "'application/json'" : type})`
    case 'form': {
      const styles = formStyles(encoding)
      return styles === '' ? `urlEncoded(${body})` : `urlEncoded(${body}, ${styles})`
    }
    case 'multipart': {
      const types = encoding.flatMap(({ name, contentType }) =>
        contentType === undefined ? [] : [`${objectKey(name)}: ${stringLiteral(contentType)}`],
      )
      return `multipart(${body}, ${type}${types.length > 0 ? `, { ${types.join(', ')} }` : ''})`
    }
    case 'text':
    case 'binary':
      return `raw(${body}, ${type})`
  }
}
