/** What looks wrong in the declarations of query parameters. */
import type { JsonObject } from '../document/types.js'
import { type Context, warn } from './context.js'
import type { Endpoint, Parameter } from './endpoints.js'
import { withParameters } from './mend.js'
import { FAMILIES, type Family } from './query-names.js'
import type { QueryParts } from './query-parameters.js'
import { namesOf } from './query-values.js'
import type { OperationQuery } from './types.js'

/** A parameter of each family, that takes what is taken where nothing is declared. */
const OPEN: Readonly<Record<Family, JsonObject>> = {
  include: { name: 'include', in: 'query', explode: false, schema: { type: 'array', items: { type: 'string' } } },
  fields: deepObject('fields'),
  sort: { name: 'sort', in: 'query', explode: false, schema: { type: 'array', items: { type: 'string' } } },
  filter: deepObject('filter'),
  page: deepObject('page'),
}

function deepObject(name: string): JsonObject {
  return {
    name,
    in: 'query',
    style: 'deepObject',
    explode: true,
    schema: { type: 'object', additionalProperties: true },
  }
}

/** Says once that the document declares no query parameters, so that what these operations take is inferred. */
export function warnOfNoQuery(context: Context, queries: ReadonlyMap<Endpoint, OperationQuery>): void {
  const actions = [...queries].flatMap(([endpoint, query]) => {
    const parameters = FAMILIES.filter((family) => query[family]).map((family) => OPEN[family])
    return parameters.length > 0 ? withParameters(endpoint, parameters) : []
  })
  warn(context, {
    code: 'no-query-parameters',
    message:
      'No operation declares any of JSON:API’s query parameters, so all of them are offered where they make sense.',
    advice: 'Declare include, fields, sort, filter and page on the operations that take them.',
    at: ['/paths'],
    mend: { actions, guess: 'Leave those that the service takes.' },
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
          mend: { actions: [{ at, update: { style: 'deepObject', explode: true } }] },
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
          mend: {
            actions: [{ at, update: { explode: false } }],
            guess: 'JSON:API separates them by commas.',
            changes: true,
          },
        }),
      )
    }
  }
}
