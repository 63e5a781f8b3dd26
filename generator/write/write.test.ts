import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { InputError } from '../problems.js'
import { mark } from './header.js'
import { write } from './write.js'

const test = suite<{ out: string }>('write')
test.before.each((context) => {
  context.out = path.join(fs.mkdtempSync(path.join(tmpdir(), 'write-')), 'out')
})
test.after.each(({ out }) => fs.rmSync(path.dirname(out), { recursive: true }))

/** Marked files, from lines `path: text`. */
const ours = (texts: Record<string, string>) =>
  new Map(Object.entries(texts).map(([file, text]) => [file, mark(file, text)]))

/** Everything below a folder, by path: its text, `/` for a folder, `@` for a link. */
function tree(folder: string, prefix = ''): Record<string, string> {
  const all: Record<string, string> = {}
  for (const entry of fs.readdirSync(path.join(folder, prefix), { withFileTypes: true })) {
    const name = prefix + entry.name
    if (entry.isSymbolicLink()) all[name] = '@'
    else if (entry.isDirectory()) Object.assign(all, { [name]: '/' }, tree(folder, `${name}/`))
    else all[name] = fs.readFileSync(path.join(folder, name), 'utf8')
  }
  return all
}

function put(out: string, file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(out, file)), { recursive: true })
  fs.writeFileSync(path.join(out, file), text)
}

async function codes(promise: Promise<unknown>): Promise<string[]> {
  try {
    await promise
    return []
  } catch (error) {
    if (error instanceof InputError)
      return error.problems.map(({ code, places: [place] }) => `${code} ${path.basename(place?.file ?? '')}`)
    throw error
  }
}

test('adds, changes and removes, and tells what', async ({ out }) => {
  const first = ours({ 'index.ts': 'a\n', 'docs/roles.md': 'b\n', 'docs/users/list.md': 'c\n' })
  assert.equal(await write(first, { out, check: false }), {
    added: ['docs/roles.md', 'docs/users/list.md', 'index.ts'],
    changed: [],
    removed: [],
    unchanged: 0,
  })
  put(out, 'mine.ts', 'mine\n')
  put(out, 'docs/mine/list.md', 'mine\n')

  const second = ours({ 'index.ts': 'a\n', 'docs/roles.md': 'b2\n', 'docs/new.md': 'd\n' })
  const changes = { added: ['docs/new.md'], changed: ['docs/roles.md'], removed: ['docs/users/list.md'], unchanged: 1 }
  const before = tree(out)
  assert.equal(await write(second, { out, check: true }), changes)
  assert.equal(tree(out), before, 'a check writes nothing')
  assert.equal(await write(second, { out, check: false }), changes)
  assert.equal(tree(out), {
    docs: '/',
    'docs/mine': '/',
    'docs/mine/list.md': 'mine\n',
    'docs/new.md': mark('docs/new.md', 'd\n'),
    'docs/roles.md': mark('docs/roles.md', 'b2\n'),
    'index.ts': mark('index.ts', 'a\n'),
    'mine.ts': 'mine\n',
  })
})

test('what has not changed is not written', async ({ out }) => {
  const files = ours({ 'a.ts': 'a\n', 'b.ts': 'b\n' })
  await write(files, { out, check: false })
  const long = new Date(0)
  fs.utimesSync(path.join(out, 'a.ts'), long, long)
  await write(new Map([...files, ...ours({ 'b.ts': 'c\n' })]), { out, check: false })
  assert.is(fs.statSync(path.join(out, 'a.ts')).mtimeMs, 0)
})

test('the output of another document below the folder is left alone', async ({ out }) => {
  const other = ours({ 'client.ts': 'a\n', 'runtime/index.ts': 'b\n', 'resources/roles.ts': 'c\n' })
  await write(other, { out: path.join(out, 'packages/other'), check: false })
  const before = tree(out)
  const { removed } = await write(ours({ 'index.ts': 'd\n' }), { out, check: false })
  assert.equal(removed, [])
  assert.equal(
    tree(path.join(out, 'packages'), ''),
    Object.fromEntries(
      Object.entries(before)
        .filter(([name]) => name !== 'packages')
        .map(([name, text]) => [name.replace('packages/', ''), text]),
    ),
  )
})

test('a file with CR LF is unchanged', async ({ out }) => {
  const files = ours({ 'a.ts': 'a\nb\n' })
  put(out, 'a.ts', mark('a.ts', 'a\nb\n').replaceAll('\n', '\r\n'))
  assert.is((await write(files, { out, check: true })).unchanged, 1)
})

test('what is in the way and not ours is named, all of it, and nothing is written', async ({ out }) => {
  put(out, 'a.ts', 'mine\n')
  put(out, 'sub', 'mine\n')
  put(out, 'folder.ts/mine.ts', 'mine\n')
  put(out, 'old.ts', mark('old.ts', 'old\n'))
  const before = tree(out)
  const files = ours({ 'a.ts': 'a\n', 'sub/b.ts': 'b\n', 'folder.ts': 'c\n', 'd.ts': 'd\n' })
  for (const check of [false, true]) {
    assert.equal(await codes(write(files, { out, check })), ['not-ours a.ts', 'not-ours folder.ts', 'not-ours sub'])
    assert.equal(tree(out), before)
  }
})

test('links are neither followed, nor replaced, nor removed', async ({ out }) => {
  const outside = path.join(path.dirname(out), 'outside')
  put(outside, 'ours.ts', mark('ours.ts', 'outside\n'))
  fs.mkdirSync(out)
  fs.symlinkSync(outside, path.join(out, 'linked'))
  fs.symlinkSync(path.join(outside, 'ours.ts'), path.join(out, 'link.ts'))
  const wrong = ours({ 'linked/ours.ts': 'new\n', 'link.ts': 'new\n' })
  assert.equal(await codes(write(wrong, { out, check: false })), ['not-ours link.ts', 'not-ours linked'])
  await write(ours({ 'a.ts': 'a\n' }), { out, check: false })
  assert.equal(tree(outside), { 'ours.ts': mark('ours.ts', 'outside\n') })
  assert.equal(Object.keys(tree(out)).sort(), ['a.ts', 'link.ts', 'linked'])
})

test('a path that leaves the folder is an error, and nothing is written', async ({ out }) => {
  assert.equal(await codes(write(ours({ 'a.ts': 'a\n', '../b.ts': 'b\n' }), { out, check: false })), [
    'unsafe-path b.ts',
  ])
  assert.not(fs.existsSync(out))
})

test('when it fails half-way, all is as it was', async ({ out }) => {
  await write(ours({ 'a.ts': 'a\n', 'old/b.ts': 'b\n' }), { out, check: false })
  const before = tree(out)
  // Longer than any path may be, though each of its names is not.
  const tooLong = `${'z'.repeat(250)}/`.repeat(20)
  const files = ours({ 'a.ts': 'a2\n', 'new/c.ts': 'c\n', [`${tooLong}d.ts`]: 'd\n' })
  assert.equal(await codes(write(files, { out, check: false })).then((all) => all.length), 1)
  assert.equal(tree(out), before)
  fs.rmSync(out, { recursive: true })
  await codes(write(files, { out, check: false }))
  assert.not(fs.existsSync(out), 'nor is there a folder that was not')
})

test('what a killed run has left behind goes away', async ({ out }) => {
  put(out, '.openapi-resources-999999999-1/new-0', mark('a.ts', 'a\n'))
  await write(ours({ 'a.ts': 'a\n' }), { out, check: false })
  assert.equal(Object.keys(tree(out)), ['a.ts'])
})

test('a file where the folder should be', async ({ out }) => {
  fs.writeFileSync(out, 'mine')
  assert.equal(await codes(write(ours({ 'a.ts': 'a\n' }), { out, check: false })), ['not-writable out'])
  assert.is(fs.readFileSync(out, 'utf8'), 'mine')
})

test('an old file gives way to a folder of its name', async ({ out }) => {
  await write(ours({ 'a.md': 'a\n' }), { out, check: false })
  assert.equal((await write(ours({ 'a.md/b.md': 'b\n' }), { out, check: false })).removed, ['a.md'])
  assert.equal(Object.keys(tree(out)), ['a.md', 'a.md/b.md'])
})

test.run()
