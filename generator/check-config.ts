import * as v from 'valibot'
import { WARNINGS } from './codes.js'
import type { Config } from './config.js'
import { HEADER_NAME, isHeaderValue } from './document/headers.js'
import { isSelector } from './document/selector.js'
import { suggest } from './document/suggest.js'
import { DATES, ENUMS } from './model/types.js'
import { InputError, type Problem } from './problems.js'

const text = v.pipe(v.string(), v.nonEmpty('it is empty'))
const pointer = v.pipe(v.string(), v.regex(/^(\/|$)/, 'it is no JSON pointer, such as /paths/~1roles/get'))
const selector = v.pipe(text, v.check(isSelector, 'it is no selector, such as path:/roles/**, tag:roles or deprecated'))
const EARLIER = 'it names no earlier version: a path, a URL, or an object of spec, overlays, include and exclude'
const headers = v.record(
  v.pipe(v.string(), v.regex(HEADER_NAME, 'it is no name of a header')),
  // The message of a regex would show the value.
  v.pipe(v.string(), v.check(isHeaderValue, 'it holds what no header can')),
)
const version = v.strictObject({
  spec: v.optional(text),
  overlays: v.optional(v.array(text)),
  include: v.optional(v.array(selector)),
  exclude: v.optional(v.array(selector)),
})
const ignored = { code: v.picklist(WARNINGS), at: v.optional(pointer), reason: text }
const entries = {
  spec: v.optional(text),
  out: v.optional(text),
  facts: v.optional(v.record(pointer, v.record(v.string(), v.unknown()))),
  overlays: v.optional(v.array(text)),
  headers: v.optional(headers),
  include: v.optional(v.array(selector)),
  exclude: v.optional(v.array(selector)),
  docs: v.optional(v.boolean()),
  guides: v.optional(v.union([text, v.literal(false)], 'it is no folder, nor false')),
  templates: v.optional(text),
  changelog: v.optional(v.array(v.union([text, version], EARLIER), EARLIER)),
  dates: v.optional(v.picklist(DATES)),
  enums: v.optional(v.picklist(ENUMS)),
  strict: v.optional(v.boolean()),
  ignore: v.optional(v.array(v.strictObject(ignored), 'it is no list')),
}
const schema = v.pipe(
  v.custom<object>((value) => !Array.isArray(value), 'it is an array'),
  v.strictObject(entries),
)

/**
 * Checks what a config file gave: an unknown key is an error, never ignored.
 *
 * @param file as it is shown to a person.
 * @throws InputError with all that is wrong: `unknown-config-key`, `invalid-config`.
 */
export function checkConfig(config: unknown, file: string): Config {
  const result = v.safeParse(schema, config)
  if (result.success) return result.output
  throw new InputError(result.issues.map((issue) => problemOf(issue, file)))
}

function problemOf(issue: v.BaseIssue<unknown>, file: string): Problem {
  const keys = (issue.path ?? []).map(({ key }) => String(key))
  const place = keys.length > 0 ? { file, pointer: keys.map(token).join('') } : { file }
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = Object.keys(keys[0] === 'ignore' && keys.length > 1 ? ignored : entries)
    const meant = suggest(keys.at(-1) ?? '', known)
    return {
      severity: 'error',
      code: 'unknown-config-key',
      message: `There is no config key ${keys.join('.')}.`,
      advice: meant ? `Did you mean ${meant}?` : `The keys are ${known.join(', ')}.`,
      places: [place],
    }
  }
  return {
    severity: 'error',
    code: 'invalid-config',
    message: `${keys.join('.') || 'The config'} is wrong: ${issue.message}.`,
    advice: 'A config is exported like this: export default defineConfig({ spec: "openapi.yaml", out: "generated" })',
    places: [place],
  }
}

/** RFC 6901, section 3. */
const token = (key: string): string => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
