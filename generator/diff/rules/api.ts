/** What differs of the API as a whole. */
import { callers, nobody, perhaps, REFUSED, UNREAD } from './rule.js'

export const API = {
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
