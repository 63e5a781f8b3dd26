import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Problem } from '../problems.js'
import { mark } from './header.js'
import { sha256 } from './ledger.js'
import { memoryOf } from './memory.js'
import { write } from './write.js'

const test = suite<{ cwd: string; out: string }>('memory')
const files = new Map(['index.ts', 'docs/a.md'].map((file) => [file, mark(file, `${file}\n`)]))

const read = { sources: new Map<string, string>(), said: ['a'] }
const told: Problem = { severity: 'warning', code: 'guide-link-broken', message: 'A link.', places: [] }

test.before.each(async (context) => {
  context.cwd = fs.mkdtempSync(path.join(tmpdir(), 'memory-'))
  context.out = path.join(context.cwd, 'out')
  fs.mkdirSync(path.join(context.cwd, 'node_modules'))
  await write(files, { out: context.out, check: false })
  memoryOf(context.out, context.cwd, 'model').remember(files, [told], read)
})
test.after.each(({ cwd }) => fs.rmSync(cwd, { recursive: true }))

const same = { changes: { added: [], changed: [], removed: [], unchanged: 2 }, problems: [told] }

test('the same from the same is known, from any folder below', ({ cwd, out }) => {
  assert.equal(memoryOf(out, cwd, 'model').recall(), same)
  assert.equal(memoryOf(out, path.join(cwd, 'deeper/still'), 'model').recall(), same)
})

test('what was read for it is the same while its files are, or where it is', ({ cwd, out }) => {
  const [one, other] = [path.join(cwd, 'one.yaml'), path.join(cwd, 'other.yaml')]
  fs.writeFileSync(one, 'one')
  fs.writeFileSync(other, 'other')
  const sources = new Map([
    [one, sha256('one')],
    [other, sha256('other')],
  ])
  memoryOf(out, cwd, 'model').remember(files, [told], { ...read, sources })
  const memory = memoryOf(out, cwd, 'model')
  assert.is(memory.hasSources(), true)
  assert.is(memoryOf(out, cwd, 'another model').hasSources(), false)
  const others = { ...read, said: ['b'] }
  const acts: (() => void)[] = [() => fs.writeFileSync(other, 'changed'), () => fs.rmSync(other)]
  for (const act of acts) {
    act()
    assert.is(memory.hasSources(), false)
    assert.equal(memory.recall(read), same)
    assert.is(memory.recall(others), undefined)
  }
  memoryOf(out, cwd, 'model').remember(files, [told], { ...read, sources: new Map([['https://example.com/', 'hash']]) })
  assert.is(memoryOf(out, cwd, 'model').hasSources(), false)
})

test('nothing is known of what was made of something else, of another folder, or without a place to keep it', ({
  cwd,
  out,
}) => {
  assert.is(memoryOf(out, cwd, 'another model').recall(), undefined)
  assert.is(memoryOf(`${out}2`, cwd, 'model').recall(), undefined)
  fs.renameSync(path.join(cwd, 'node_modules'), path.join(cwd, 'gone'))
  const memory = memoryOf(out, cwd, 'model')
  memory.remember(files, [told], read)
  assert.is(memory.recall(), undefined)
})

test('whoever touches the output has it made anew', ({ cwd, out }) => {
  const index = path.join(out, 'index.ts')
  const given: [act: () => void, want: typeof same | undefined][] = [
    [() => fs.writeFileSync(path.join(out, 'mine.ts'), '// mine\n'), same],
    [() => fs.writeFileSync(index, fs.readFileSync(index, 'utf8').replaceAll('\n', '\r\n')), same],
    [() => fs.appendFileSync(index, '// more\n'), undefined],
    [() => fs.writeFileSync(index, files.get('index.ts') ?? ''), same],
    [() => fs.writeFileSync(path.join(out, 'stray.md'), mark('stray.md', 'stray\n')), undefined],
    [() => fs.rmSync(path.join(out, 'stray.md')), same],
    [() => fs.rmSync(index), undefined],
    [() => fs.symlinkSync(path.join(out, 'docs/a.md'), index), undefined],
  ]
  for (const [act, want] of given) {
    act()
    assert.equal(memoryOf(out, cwd, 'model').recall(), want, `${act}`)
  }
})

test('a cache that holds anything else is no matter', ({ cwd, out }) => {
  const folder = path.join(cwd, 'node_modules/.cache/openapi-resources')
  const [file = ''] = fs.readdirSync(folder)
  for (const text of ['', 'null', '[]', '{"from":1}', '{"from":"x","files":null}', '{"from":"x","files":{}}']) {
    fs.writeFileSync(path.join(folder, file), text)
    assert.is(memoryOf(out, cwd, 'model').recall(), undefined, text)
  }
  memoryOf(out, cwd, 'model').remember(files, [told], read)
  assert.equal(memoryOf(out, cwd, 'model').recall(), same)
  assert.equal(fs.readdirSync(folder), [file])
})

test.run()
