import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

const generator = fileURLToPath(new URL('../generator/', import.meta.url))

/** Which rooms a room may import, and which files of others. The files beside the rooms may import everything. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  document: ['problems.ts'],
  model: ['problems.ts', ...['types', 'pointer', 'json-path', 'resolve'].map((name) => `document/${name}.ts`)],
  // What becomes Markdown is escaped in the one place for it.
  guides: [
    'problems.ts',
    'walk.ts',
    ...['lines', 'parse', 'placed', 'suggest', 'text'].map((name) => `document/${name}.ts`),
    'emit/markdown.ts',
  ],
  diff: ['model/types.ts'],
  emit: ['model/types.ts', 'guides/types.ts', 'diff/types.ts', 'diff/group.ts', 'diff/words.ts'],
  templates: [
    'problems.ts',
    'walk.ts',
    'document/suggest.ts',
    ...['emit/templates.ts', 'emit/template-error.ts'],
    'write/header.ts',
  ],
  write: ['problems.ts', 'cache.ts'],
}
/** The wire types are made of the document itself. */
const OF_THE_DOCUMENT = /^emit\/(bytes|emit|schema|wire-document)\.ts$/

const files = readdirSync(generator, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

/** The files of the generator that a file imports. */
const imported = (file: string): string[] =>
  [
    ...readFileSync(path.join(generator, file), 'utf8').matchAll(
      /^(?:import|export|\}) ?[^'`\n]*from '(\.[^']+)\.js'$/gm,
    ),
  ].map(([, specifier = '']) => `${path.posix.join(path.posix.dirname(file), specifier)}.ts`)

test('rooms import only what is theirs to import', () => {
  const wrong = files.flatMap((file) => {
    const [room = ''] = file.split('/')
    const may = MAY[room]
    return imported(file)
      .filter((other) => may && !other.startsWith(`${room}/`) && !may.includes(other))
      .filter((other) => !(OF_THE_DOCUMENT.test(file) && other.startsWith('document/')))
      .map((other) => `${file} imports ${other}`)
  })
  assert.equal(wrong, [])
})

test('only the command prints, and ends the process', () => {
  const wrong = files.filter((file) => {
    const text = readFileSync(path.join(generator, file), 'utf8')
    return file !== 'cli.ts' && /^\s*(console\.|process\.(exit|stdout|stderr))/m.test(text)
  })
  assert.equal(wrong, [])
})

test.run()
