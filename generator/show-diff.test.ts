import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { change } from './diff/change.js'
import type { Rule } from './diff/rules.js'
import type { Change, Subject } from './diff/types.js'
import { diffJson, showDiff } from './show-diff.js'
import { COLOURS } from './terminal.js'

const versions = { before: { title: 'Roles', version: '1' }, after: { title: 'Roles', version: '2' } }
const operation = (path: string, call = 'roles.list'): Subject => ({
  of: 'operation',
  method: 'GET',
  path,
  call,
  type: 'roles',
})
const part = (path: string): Subject => ({
  ...{ of: 'part', in: 'query', name: 'page[size]', method: 'GET', path },
  ...{ call: 'roles.list', type: null },
})
const kind: Subject = { of: 'field', type: 'roles', name: 'kind' }
const name: Subject = { of: 'field', type: 'roles', name: 'name' }
const title: Subject = { of: 'field', type: 'books', name: 'title' }
const roles: Subject = { of: 'resource', type: 'roles' }

const TEXTS: readonly (readonly [name: string, given: Change[], want: string])[] = [
  ['nothing', [], 'Roles 1 → 2\n\nNo differences.\n'],
  [
    'what breaks comes first',
    [
      ...change('field-added', kind),
      ...change('values-added-received', kind, { values: ['c'] }),
      ...change('values-removed-sent', kind, { values: ['a', 'b'] }),
      ...change('deprecated', kind),
      ...change('method-renamed', operation('/roles'), { before: 'api.roles.all', after: 'api.roles.list' }),
    ],
    `Roles 1 → 2

Breaking
  roles.kind  no longer takes a, b                               Requests that were right are refused.
  GET /roles  called api.roles.list in the SDK, before api.roles.all  Code that names the former has to be changed; the requests are the same.

May break
  roles.kind  may be c as well  Programs that tell the values apart do not know these.

Added
  roles.kind  added

Deprecated
  roles.kind  deprecated

5 changes: 2 breaking, 1 that may break, 2 others
`.replace('b                               R', 'b                                    R'),
  ],
  [
    'the same of several operations once',
    ['/a', '/b', '/c'].flatMap((path) => change('maximum-raised', part(path), { before: '25', after: '50' })),
    'Roles 1 → 2\n\nChanged\n  page[size] of GET /a and 2 more  at most 50, before 25\n\n3 changes: 0 breaking, 0 that may break, 3 others\n',
  ],
  [
    'the same of several fields once',
    [...change('field-removed', kind), ...change('field-removed', name), ...change('field-removed', title)],
    `Roles 1 → 2

Breaking
  roles        kind, name: removed  Programs that read it find nothing, and those that write it are refused.
  books.title  removed              Programs that read it find nothing, and those that write it are refused.

3 changes: 3 breaking, 0 that may break, 0 others
`,
  ],
  [
    'a resource with its operations',
    [
      ...change('resource-added', roles),
      ...change('operation-added', operation('/roles')),
      ...change('operation-added', operation('/roles/{id}', 'roles.retrieve')),
    ],
    'Roles 1 → 2\n\nAdded\n  roles  added, with list, retrieve\n\n3 changes: 0 breaking, 0 that may break, 3 others\n',
  ],
  [
    'an operation by itself where its resource was there',
    [...change('operation-added', operation('/a')), ...change('operation-added', operation('/b'))],
    'Roles 1 → 2\n\nAdded\n  GET /a  added\n  GET /b  added\n\n2 changes: 0 breaking, 0 that may break, 2 others\n',
  ],
  [
    'a long list is cut',
    change('values-added', kind, { values: Array.from({ length: 20 }, (_, index) => `v${index}`) }),
    'Roles 1 → 2\n\nChanged\n  roles.kind  takes v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11 and 8 more as well\n\n1 change: 0 breaking, 0 that may break, 1 other\n',
  ],
]
for (const [name, given, want] of TEXTS) test(`text: ${name}`, () => assert.is(showDiff(versions, given), want))

const HOSTILE = '\u001b[31m\u0007\u202eevil'

test('nothing of the document steers the terminal', () => {
  const subject: Subject = { of: 'field', type: HOSTILE, name: HOSTILE }
  const given = (['values-removed-sent', 'type-changed', 'field-added'] satisfies Rule[]).flatMap((rule) =>
    change(rule, subject, { before: HOSTILE, after: HOSTILE, values: [HOSTILE] }),
  )
  const named = { title: HOSTILE, version: HOSTILE }
  const text = showDiff({ before: named, after: named }, given)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  assert.not.match(text, /[\u0000-\u0009\u000b-\u001f\u202e]/)
})

test('in a terminal, what breaks is red, and lines fit', () => {
  const given = change('values-removed-sent', kind, { values: Array.from({ length: 12 }, () => 'some value') })
  const text = showDiff(versions, given, { columns: 60, paint: COLOURS })
  assert.match(text, '\u001b[31mBreaking\u001b[39m')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what colours is left out
  for (const line of text.replace(/\u001b\[\d+m/g, '').split('\n')) assert.ok(line.length <= 60, line)
})

test('json: every change for itself, with its words', () => {
  assert.equal(JSON.parse(diffJson(versions, change('values-removed-sent', kind, { values: ['a'] }))), {
    ...versions,
    changes: [
      {
        ...{ rule: 'values-removed-sent', kind: 'changed', breaks: 'callers', subject: kind, values: ['a'] },
        text: 'roles.kind: no longer takes a',
        why: 'Requests that were right are refused.',
      },
    ],
  })
})

test.run()
