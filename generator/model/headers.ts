/** The headers of answers. https://spec.openapis.org/oas/v3.1.1#header-object */
import { parse, step } from '../document/pointer.js'
import { child, root } from '../document/resolve.js'
import type { Context } from './context.js'
import { exampleOf, firstExample } from './describe.js'
import type { Endpoint } from './endpoints.js'
import { isObject, layersOf, text } from './schema.js'
import type { Property } from './types.js'
import { valueAt } from './values.js'

/** Those of the successful answer, in the order of the document, without the one that its content tells. */
export function answerHeaders(context: Context, { answer }: Endpoint): Property[] {
  const { document } = context
  const declared = child(document, root(document), ...parse(answer.pointer), 'headers')
  const names = isObject(declared.value) ? Object.keys(declared.value) : []
  return names.flatMap((name): Property[] => {
    const { value, pointer } = child(document, declared, name)
    if (!isObject(value) || name.toLowerCase() === 'content-type') return []
    const schema = child(document, { value, pointer }, 'schema')
    const facts = valueAt(context, layersOf(context, schema))
    const description = text(step(value, 'description'))
    const example = exampleOf(value.example, undefined) ?? firstExample(value.examples)
    return [
      {
        name,
        ...facts,
        type: schema.value === undefined ? 'string' : facts.type,
        ...(example === undefined ? {} : { example }),
        required: value.required === true,
        ...(description === undefined ? {} : { description }),
        deprecated: value.deprecated === true,
      },
    ]
  })
}
