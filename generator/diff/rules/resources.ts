/** What differs of resources and their fields. */
import { callers, nobody, perhaps, REFUSED, sdk, UNREAD } from './rule.js'

export const RESOURCES = {
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
