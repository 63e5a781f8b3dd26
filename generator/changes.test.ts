import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { showChanges, showDifferences } from './changes.js'

const none = { added: [], changed: [], removed: [], unchanged: 80 }
const some = { added: ['a.ts', 'docs/b.md'], changed: ['index.ts'], removed: ['old.ts'], unchanged: 80 }

test('what was written, in one line', () => {
  assert.is(
    showChanges(some, 'generated', '0.9 s'),
    'generated/: 2 added, 1 changed, 1 removed, 80 unchanged (0.9 s)\n',
  )
  assert.is(showChanges(none, 'src/api/', '0.9 s'), 'src/api/: 80 unchanged (0.9 s)\n')
})

test('what differs, a file a line, and what to do', () => {
  assert.is(showDifferences(none, 'generated', '0.9 s'), 'generated/: up to date, 80 files (0.9 s)\n')
  assert.is(
    showDifferences(some, 'generated', '0.9 s'),
    `generated/: not up to date
  to add     generated/a.ts
  to add     generated/docs/b.md
  to change  generated/index.ts
  to remove  generated/old.ts
2 to add, 1 to change, 1 to remove (0.9 s)
→ openapi-resources generate writes them.
`,
  )
})

test.run()
