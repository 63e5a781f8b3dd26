/**
 * The kinds of changes that are told apart, and whom each breaks. What a client sends may be widened, what it receives
 * may be narrowed; the reverse breaks. `{before}`, `{after}` and `{values}` stand for what the change holds.
 */

export type Kind = 'added' | 'changed' | 'removed' | 'deprecated'

/**
 * `callers`: requests that were right are refused, or answers are others than they were. `sdk`: the wire is the same, but
 * code that uses the SDK has to be changed. `perhaps`: it depends on what a program does.
 */
export type Breaks = 'callers' | 'sdk' | 'perhaps' | 'nobody'

export interface RuleText {
  readonly kind: Kind
  readonly breaks: Breaks
  /** What is so of the subject. */
  readonly says: string
  /** How it breaks. */
  readonly why?: string
}

const nobody = (kind: Kind, says: string) => ({ kind, breaks: 'nobody', says }) as const
const callers = (kind: Kind, says: string, why: string) => ({ kind, breaks: 'callers', says, why }) as const
const perhaps = (kind: Kind, says: string, why: string) => ({ kind, breaks: 'perhaps', says, why }) as const
const sdk = (says: string) => ({ kind: 'changed', breaks: 'sdk', says, why: RENAMED }) as const

const RENAMED = 'Code that names the former has to be changed; the requests are the same.'
const REFUSED = 'Requests that were right are refused.'
const UNREAD = 'Programs that read it find nothing.'
const UNKNOWN = 'Programs that tell the values apart do not know these.'
const TOLD = 'It may be that the document alone has changed.'

const API = {
  'server-added': nobody('added', 'is served at {values} as well'),
  'server-removed': callers('removed', 'is no longer served at {values}', 'Requests that are sent there fail.'),
  'server-default': perhaps(
    'changed',
    'is served at {after} by default, before at {before}',
    'Clients that name no server send their requests elsewhere.',
  ),
  'media-type-changed': callers('changed', 'has documents of the media type {after}, before {before}', REFUSED),
  'scheme-added': nobody('added', 'knows the security scheme {values}'),
  'scheme-removed': callers('removed', 'no longer knows the security scheme {values}', REFUSED),
  'scheme-changed': callers('changed', 'is authorized by {after}, before by {before}', REFUSED),
  'scopes-added': nobody('added', 'has the scopes {values}'),
  'scopes-removed': callers('removed', 'no longer has the scopes {values}', 'Tokens for them are refused.'),
  'rate-limit-added': perhaps('added', 'is limited to {values}', 'Programs that send more have to wait.'),
  'rate-limit-removed': nobody('removed', 'is no longer limited to {values}'),
  'filter-form-changed': callers('changed', 'takes filters of the form {after}, before {before}', REFUSED),
  'matchers-added': nobody('added', 'takes the matchers {values} in filters'),
  'matchers-removed': callers('removed', 'no longer takes the matchers {values} in filters', REFUSED),
  'matchers-narrowed': callers('changed', 'takes less than before of the matchers {values}', REFUSED),
  'matchers-widened': nobody('changed', 'takes more than before of the matchers {values}'),
  'pages-changed': callers('changed', 'has pages by {after}, before by {before}', REFUSED),
  'page-maximum-lowered': callers(
    'changed',
    'has pages of at most {after} resources, before {before}',
    'Lists that are asked for with a larger size are refused or cut.',
  ),
  'page-maximum-raised': nobody('changed', 'has pages of at most {after} resources, before {before}'),
  'page-default-changed': perhaps(
    'changed',
    'has pages of {after} resources by default, before {before}',
    'A list that is asked for without a size has another length.',
  ),
  'page-place-changed': callers('changed', 'tells of its pages at {after}, before at {before}', UNREAD),
} as const

const RESOURCES = {
  'resource-added': nobody('added', 'added'),
  'resource-removed': callers('removed', 'removed', 'All requests to it fail.'),
  'interface-renamed': sdk('its type in the SDK is {after}, before {before}'),
  'accessor-renamed': sdk('called {after} in the SDK, before {before}'),
  'field-added': nobody('added', 'added'),
  'field-added-required': callers('added', 'added, and required', 'Writing without it is refused.'),
  'field-removed': callers(
    'removed',
    'removed',
    'Programs that read it find nothing, and those that write it are refused.',
  ),
  'read-offered': nobody('changed', 'can be read'),
  'read-withdrawn': callers('changed', 'can no longer be read', UNREAD),
  'create-offered': nobody('changed', 'can be given on creation'),
  'create-withdrawn': callers('changed', 'can no longer be given on creation', REFUSED),
  'create-required': callers('changed', 'required on creation', 'Creating without it is refused.'),
  'create-optional': nobody('changed', 'no longer required on creation'),
  'update-offered': nobody('changed', 'can be updated'),
  'update-withdrawn': callers('changed', 'can no longer be updated', REFUSED),
  'update-required': callers('changed', 'required in updates', 'Updates without it are refused.'),
  'update-optional': nobody('changed', 'no longer required in updates'),
  'filter-offered': nobody('changed', 'can be filtered by'),
  'filter-withdrawn': callers('changed', 'can no longer be filtered by', 'Filters by it are refused.'),
  'sort-offered': nobody('changed', 'can be sorted by'),
  'sort-withdrawn': callers('changed', 'can no longer be sorted by', 'Sorting by it is refused.'),
  'cardinality-changed': callers(
    'changed',
    'leads to {after}, before to {before}',
    'What is read and written has another shape.',
  ),
  'targets-added': nobody('changed', 'takes {values} as well'),
  'targets-added-received': perhaps(
    'changed',
    'may lead to {values} as well',
    'Programs that tell the types apart do not know these.',
  ),
  'targets-removed': nobody('changed', 'no longer leads to {values}'),
  'targets-removed-sent': callers('changed', 'no longer takes {values}', REFUSED),
} as const

/** Of fields, parameters, and the properties of bodies and answers alike. */
const VALUES = {
  'type-changed': callers(
    'changed',
    'of the type {after}, before {before}',
    'Values that were sent are refused, and others come back.',
  ),
  'type-narrowed-sent': callers('changed', 'takes the type {after}, before {before}', REFUSED),
  'type-widened-received': callers(
    'changed',
    'of the type {after}, before {before}',
    'Programs meet values that they do not expect.',
  ),
  'type-compatible': nobody('changed', 'of the type {after}, before {before}'),
  'type-told': perhaps('changed', 'declared as {after}, before as {before}', TOLD),
  'format-changed': callers(
    'changed',
    'of the format {after}, before {before}',
    'Values are read and written otherwise.',
  ),
  'format-told': perhaps('changed', 'of the format {after}, before {before}', TOLD),
  'values-added': nobody('changed', 'takes {values} as well'),
  'values-added-received': perhaps('changed', 'may be {values} as well', UNKNOWN),
  'values-removed': nobody('changed', 'is never {values} any more'),
  'values-removed-sent': callers('changed', 'no longer takes {values}', REFUSED),
  'values-limited': nobody('changed', 'always one of {values}'),
  'values-limited-sent': callers('changed', 'takes {values} alone', REFUSED),
  'values-opened': nobody('changed', 'takes any value, before {values} alone'),
  'values-opened-received': perhaps('changed', 'may have any value, before {values} alone', UNKNOWN),
  'null-received': callers('changed', 'may be null', 'Programs meet a null that they do not expect.'),
  'null-gone': nobody('changed', 'is never null'),
  'null-taken': nobody('changed', 'may be set to null'),
  'null-refused': callers('changed', 'can no longer be set to null', REFUSED),
  'absence-received': callers('changed', 'may be absent', UNREAD),
  'default-changed': perhaps(
    'changed',
    'by default {after}, before {before}',
    'Requests that leave it out mean something else.',
  ),
  deprecated: { kind: 'deprecated', breaks: 'nobody', says: 'deprecated' },
  undeprecated: nobody('changed', 'no longer deprecated'),
  'property-added': nobody('added', 'added'),
  'property-removed': callers('removed', 'removed', UNREAD),
  'argument-added': nobody('added', 'may be given'),
  'argument-added-required': callers('added', 'must be given', 'Requests without it are refused.'),
  'argument-removed': callers(
    'removed',
    'removed',
    'Requests that give it are refused, or answered without regard to it.',
  ),
  'argument-required': callers('changed', 'must be given', 'Requests without it are refused.'),
  'argument-optional': nobody('changed', 'no longer has to be given'),
  'style-changed': callers('changed', 'written as {after}, before as {before}', 'Requests are understood otherwise.'),
  'maximum-lowered': callers('changed', 'at most {after}, before {before}', REFUSED),
  'maximum-raised': nobody('changed', 'at most {after}, before {before}'),
} as const

const OPERATIONS = {
  'operation-added': nobody('added', 'added'),
  'operation-removed': callers('removed', 'removed', 'Requests to it fail.'),
  'operation-moved': callers('changed', 'moved, from {before}', 'Requests to where it was fail.'),
  'method-renamed': sdk('called {after} in the SDK, before {before}'),
  'body-added': nobody('changed', 'may have a body'),
  'body-required': callers('changed', 'must have a body', 'Requests without it are refused.'),
  'body-optional': nobody('changed', 'no longer needs a body'),
  'body-removed': callers('changed', 'no longer has a body', 'What is sent in it is refused, or has no effect.'),
  'body-changed': callers('changed', 'takes {after}, before {before}', REFUSED),
  'body-renamed': sdk('the type of its body in the SDK is {after}, before {before}'),
  'accepts-added': nobody('changed', 'takes bodies of {values} as well'),
  'accepts-removed': callers('changed', 'no longer takes bodies of {values}', REFUSED),
  'answers-added': nobody('changed', 'may answer with {values} as well'),
  'answers-removed': callers(
    'changed',
    'no longer answers with {values}',
    'Requests that accept nothing else are refused.',
  ),
  'answer-changed': callers(
    'changed',
    'answers with {after}, before with {before}',
    'What comes back has another shape.',
  ),
  'answer-given': nobody('changed', 'answers with {after}, before with nothing'),
  'answer-dropped': callers('changed', 'answers with nothing, before with {before}', UNREAD),
  'status-changed': perhaps(
    'changed',
    'answers with the status {after}, before {before}',
    'Programs that compare the status do not know it.',
  ),
  'query-offered': nobody('changed', 'may be given'),
  'query-withdrawn': callers('changed', 'no longer taken', REFUSED),
  'failures-added': nobody('changed', 'declares failures with the status {values}'),
  'failures-removed': nobody('changed', 'no longer declares failures with the status {values}'),
  'authorization-needed': callers('changed', 'has to be authorized, by {values}', 'Requests without it are refused.'),
  'authorization-dropped': nobody('changed', 'no longer has to be authorized'),
  'authorization-added': nobody('changed', 'may be authorized by {values} as well'),
  'authorization-removed': callers('changed', 'can no longer be authorized by {values}', REFUSED),
} as const

export const RULES = { ...API, ...RESOURCES, ...VALUES, ...OPERATIONS } satisfies Readonly<Record<string, RuleText>>

export type Rule = keyof typeof RULES
