/**
 * The kinds of changes that are told apart, and whom each breaks. What a client sends may be widened, what it receives
 * may be narrowed; the reverse breaks. `{before}`, `{after}` and `{values}` stand for what the change holds.
 */

import { API } from './rules/api.js'
import { OPERATIONS } from './rules/operations.js'
import { RESOURCES } from './rules/resources.js'
import type { RuleText } from './rules/rule.js'
import { VALUES } from './rules/values.js'

export type { Breaks, Kind, RuleText } from './rules/rule.js'

export const RULES = { ...API, ...RESOURCES, ...VALUES, ...OPERATIONS } satisfies Readonly<Record<string, RuleText>>

export type Rule = keyof typeof RULES
