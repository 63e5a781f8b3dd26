/** What an editor offers while a query is written, by TypeScript's language service. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

const file = fileURLToPath(new URL('./query.ts', import.meta.url))
const HEAD = "import { createClient } from '../generated/index.js'\nconst api = createClient()\n"
let text = ''
let version = 0

const service = ts.createLanguageService({
  getCompilationSettings: () => ({
    strict: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  }),
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(version) : '0'),
  getScriptSnapshot: (name) => {
    if (name !== file && !ts.sys.fileExists(name)) return undefined
    return ts.ScriptSnapshot.fromString(name === file ? text : readFileSync(name, 'utf8'))
  },
  getCurrentDirectory: () => fileURLToPath(new URL('.', import.meta.url)),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
})

/** What is offered at `|`. */
function offered(code: string): string[] {
  text = HEAD + code.replace('|', '')
  version += 1
  const found = service.getCompletionsAtPosition(file, HEAD.length + code.indexOf('|'), {})
  return (found?.entries ?? []).map(({ name }) => name)
}

test('the editor offers what the API has', () => {
  const cases: [code: string, some: readonly string[], none: readonly string[]][] = [
    [
      "api.roles.list({ include: ['|'] })",
      ['organization', 'permissions.role', 'permissions.role.memberships'],
      ['name'],
    ],
    ['api.roles.list({ fields: { | } })', ['roles', 'organizations'], ['rolez', 'Array']],
    ["api.roles.list({ fields: { roles: ['|'] } })", ['name', 'permissions'], ['slug', 'id']],
    ['api.roles.list({ filter: { | } })', ['name_cont', 'created_at_gt', 'organization', 'or'], ['name_gt']],
    ["api.memberships.list({ filter: { status_eq: '|' } })", ['pending', 'active'], ['live_access']],
    ["api.roles.list({ sort: ['|'] })", ['created_at', '-created_at'], ['name']],
    ["api.roles.list().include('|')", ['organization', 'permissions.role.memberships'], ['name']],
    ['api.roles.create({ | })', ['name', 'organization'], ['kind', 'permissions']],
    ['api.roles.|', ['list', 'permissions'], ['delete']],
  ]
  for (const [code, some, none] of cases) {
    const names = offered(code)
    assert.equal(
      some.filter((name) => !names.includes(name)),
      [],
      code,
    )
    assert.equal(
      none.filter((name) => names.includes(name)),
      [],
      code,
    )
  }
})

test.run()
