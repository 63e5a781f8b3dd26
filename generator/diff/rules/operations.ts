/** What differs of operations. */
import { callers, nobody, perhaps, REFUSED, sdk, UNREAD } from './rule.js'

export const OPERATIONS = {
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
