/** What `x-jsonapi` may say of pages: the names of the query parameters of one style, and what else is known. */
import * as v from 'valibot'
import { type KnownNames, pageStyle } from './page-style.js'

/** The name of a thing of the API. */
export const name = v.pipe(v.string(), v.minLength(1, 'must not be empty'))
/** How many of something. */
export const count = v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(1, 'must be at least 1'))
const pointer = v.pipe(
  v.string(),
  v.regex(/^(\/([^~/]|~[01])*)+$/, 'must be a JSON pointer into the answer, such as /meta/total'),
)

export type PageStatement = v.InferOutput<typeof pageGrammar>

/** Without names, those that the operations declare are meant. */
export const pageGrammar = v.pipe(
  v.strictObject({
    number: v.optional(name),
    size: v.optional(name),
    offset: v.optional(name),
    limit: v.optional(name),
    after: v.optional(name),
    before: v.optional(name),
    cursor: v.optional(name),
    default: v.optional(count),
    max: v.optional(count),
    /** How many resources the whole list has. */
    total: v.optional(pointer),
    /** How many pages they fill. */
    count: v.optional(pointer),
    /** The cursor of the page after this one. */
    next: v.optional(pointer),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const page = dataset.value
    const fault = (key: Key, message: string, received?: string) => {
      const path = [{ type: 'object', origin: 'value', input: page, key, value: page[key] }] as const
      addIssue({ message, path: [...path], ...(received === undefined ? {} : { received }) })
    }
    const stands = (key: Key): boolean => page[key] !== undefined
    const rule = RULES.find(({ of }) => of.some(stands))
    const first = rule?.of.find(stands)
    for (const key of rule?.needs ?? []) if (!stands(key)) fault(key, 'is missing', 'undefined')
    for (const key of rule?.not ?? []) if (stands(key)) fault(key, `must not stand beside ${first}`)
  }),
  v.transform(({ default: defaultSize, max: maxSize, total, count, next, ...names }) => ({
    style: pageStyle(names),
    defaultSize,
    maxSize,
    total,
    count,
    next,
  })),
)

type Key = keyof KnownNames | 'next'
interface Rule {
  readonly of: readonly Key[]
  readonly needs: readonly Key[]
  readonly not: readonly Key[]
}

/** The first rule that speaks of a key that stands says which must stand as well, and which must not. */
const RULES: readonly Rule[] = [
  { of: ['number'], needs: ['size'], not: ['offset', 'limit', 'after', 'before', 'cursor', 'next'] },
  { of: ['offset', 'limit'], needs: ['offset', 'limit'], not: ['size', 'after', 'before', 'cursor', 'next'] },
  { of: ['after', 'before'], needs: [], not: ['cursor'] },
  { of: ['cursor'], needs: [], not: [] },
  { of: ['size'], needs: ['number'], not: [] },
]
