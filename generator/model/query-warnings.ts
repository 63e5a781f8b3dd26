/** What looks wrong in the declarations of query parameters. */
import { type Context, warn } from './context.js'
import type { Parameter } from './endpoints.js'
import type { QueryParts } from './query-parameters.js'
import { namesOf } from './query-values.js'

/** Says once that the document declares no query parameters. */
export function warnOfNoQuery(context: Context): void {
  warn(context, {
    code: 'no-query-parameters',
    message:
      'No operation declares any of JSON:API’s query parameters, so all of them are offered where they make sense.',
    advice: 'Declare include, fields, sort, filter and page on the operations that take them.',
    at: ['/paths'],
  })
}

/** Warns of each parameter once, however many operations share it. */
export function queryWarner(context: Context): (parts: QueryParts) => void {
  const told = new Set<string>()
  const once = ({ schema: { pointer } }: Pick<Parameter, 'schema'>, report: (at: string) => void): void => {
    if (told.has(pointer)) return
    told.add(pointer)
    report(pointer.replace(/\/schema$/, ''))
  }
  return ({ parts, unread, unstyled }) => {
    for (const parameter of unread) {
      once(parameter, (at) =>
        warn(context, {
          code: 'query-parameter-unread',
          message: `The query parameter ${parameter.name} is named like one of JSON:API's, but not formed like one: it is offered by its own name.`,
          advice: 'JSON:API has include, sort, fields[type], filter[…] and page[…], each pair of brackets closed.',
          at: [at],
        }),
      )
    }
    for (const parameter of unstyled) {
      once(parameter, (at) =>
        warn(context, {
          code: 'query-style-missing',
          message: `The query parameter ${parameter.name} is an object without a style, of which OpenAPI would write the properties without ${parameter.name} before them: it is written ${parameter.name}[property]=value.`,
          advice: 'Say `style: deepObject` and `explode: true`.',
          at: [at],
        }),
      )
    }
    for (const part of parts) {
      if (part.family === 'filter' || part.family === 'page' || namesOf(context, part).list !== 'repeated') continue
      once({ schema: { value: undefined, pointer: part.pointer } }, (at) =>
        warn(context, {
          code: 'query-list-repeated',
          message: `The query parameter ${part.name} is declared as one that is repeated for each of its values, where JSON:API separates them by commas: it is written as declared.`,
          advice: 'Say `explode: false`, if the service takes them as JSON:API has it.',
          at: [at],
        }),
      )
    }
  }
}
