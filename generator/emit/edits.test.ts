import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addImports, exportsOf, openProject } from './edits.js'

test('a file imports what its identifiers call for, as types where they are used as such alone', () => {
  const { open } = openProject()
  const runtime = open(
    'runtime/index.ts',
    "export { path, Transport } from './a.js'\nexport type { Link, Query } from './b.js'\n",
  )
  const other = open('resources/roles.ts', 'export interface Role {}\nexport class RoleRequests {}\nconst hidden = 1\n')
  const file = open(
    'resources/notes.ts',
    [
      'export interface Note { path: Role; Query: string; note?: Link }',
      'export class NoteRequests {',
      '  readonly transport: Transport',
      '  Query(): string { return this.path + path + new RoleRequests() }',
      '}',
      '',
    ].join('\n'),
  )
  const importable = exportsOf([runtime, other, file])
  addImports(file, importable)
  assert.equal(file.getFullText().split('\n\n')[0]?.split('\n'), [
    "import { type Link, path, type Transport } from '../runtime/index.js'",
    "import { type Role, RoleRequests } from './roles.js'",
  ])
})

test('an argument is not what is called like it elsewhere', () => {
  const { open } = openProject()
  const runtime = open('runtime/index.ts', "export { apiKey, path } from './a.js'\n")
  const file = open('resources/keys.ts', 'export const key = (apiKey: string, id: string) => path(apiKey, id)\n')
  assert.equal(addImports(file, exportsOf([runtime, file])), ['runtime/index.ts'])
  assert.match(file.getFullText(), "import { path } from '../runtime/index.js'\n")
})

test('what is no TypeScript does not pass', () => {
  const { open, assertSyntax } = openProject()
  open('good.ts', "import { x } from './nowhere.js'\nexport const y: Unknown = x\n")
  assertSyntax()
  open('resources/bad.ts', 'export const a = 1\nexport const b = = 2\n')
  assert.throws(assertSyntax, /^resources\/bad\.ts:2 would be no TypeScript: Expression expected/)
})

test.run()
