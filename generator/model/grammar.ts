/** What may stand in an `x-jsonapi` object, by the place where it stands: what plain OpenAPI cannot say. */
import * as v from 'valibot'
import { isCall } from './names.js'
import { count, name, pageGrammar } from './page-grammar.js'

const names = v.array(name)

const filter = v.strictObject({
  /** The query parameter's name, with `{filter}` in it: `filter[q][{filter}]`. */
  parameter: v.pipe(
    v.string(),
    v.check((name) => name.includes('{filter}'), 'must have {filter} in it'),
  ),
  or: v.optional(name),
  through: v.optional(name),
  list: v.optional(name, ','),
  matchers: v.record(
    name,
    v.strictObject({
      takes: v.picklist(['value', 'list', 'flag']),
      for: v.optional(v.array(v.picklist(['string', 'number', 'date', 'boolean', 'object']))),
    }),
  ),
})

const rateLimit = v.strictObject({
  methods: v.array(v.picklist(['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'])),
  limit: count,
  /** Seconds. */
  period: count,
  scope: v.picklist(['all', 'endpoint']),
})

/** At the root of the document. */
export const rootGrammar = v.strictObject({
  filter: v.optional(filter),
  page: v.optional(pageGrammar),
  rateLimits: v.optional(v.array(rateLimit)),
})

/** On the schema of a resource object. */
export const resourceGrammar = v.strictObject({
  type: v.optional(name),
  label: v.optional(v.strictObject({ one: v.optional(name), many: v.optional(name) })),
  filterable: v.optional(names),
  sortable: v.optional(names),
})

/** On the schema of one relationship, a property of `relationships`. */
export const relationshipGrammar = v.strictObject({
  cardinality: v.optional(v.picklist(['one', 'many'])),
  types: v.optional(v.pipe(names, v.minLength(1, 'must name a type'))),
})

/** On an operation. */
export const operationGrammar = v.strictObject({
  call: v.optional(
    v.pipe(v.string(), v.check(isCall, 'must be `<accessor>.<method>` or `<method>`, of identifiers that are free')),
  ),
})
