import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { InputError } from '../problems.js'
import { type FolderOptions, readFolder } from './folder.js'

let cwd: string
test.before(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'openapi-resources-guides-'))
  const files = ['api/guides/a.md', 'api/guides/b/c.png', 'api/guides/.hidden.md', 'api/guides/.git/d.md']
  files.push(
    'api/guides/node_modules/e.md',
    'docs/Z.md',
    'docs/f.md',
    'docs/generated/g.md',
    'generated/docs/h.md',
    'file',
  )
  for (const file of files) {
    await mkdir(path.join(cwd, path.dirname(file)), { recursive: true })
    await writeFile(path.join(cwd, file), file)
  }
  await mkdir(path.join(cwd, 'empty'))
  await symlink('../../docs/f.md', path.join(cwd, 'api/guides/linked.md'))
  await symlink('..', path.join(cwd, 'api/guides/b/loop'))
})
test.after(() => rm(cwd, { recursive: true }))

const read = (options: Partial<FolderOptions>) => readFolder({ cwd, out: 'out', ...options })

const FOLDERS: readonly (readonly [options: Partial<FolderOptions>, want: readonly string[]])[] = [
  [{ spec: 'api/openapi.yaml' }, ['api/guides/a.md', 'api/guides/b/c.png', 'api/guides/linked.md']],
  [{ spec: 'api/openapi.yaml', guides: 'docs', out: 'elsewhere' }, ['docs/Z.md', 'docs/f.md', 'docs/generated/g.md']],
  [{ spec: 'api/openapi.yaml', guides: './docs/' }, ['docs/Z.md', 'docs/f.md', 'docs/generated/g.md']],
  [{ spec: 'api/openapi.yaml', guides: false }, []],
  [{ spec: 'openapi.yaml' }, []],
  [{ spec: 'https://example.com/openapi.yaml' }, []],
  [{}, []],
  [{ guides: 'empty' }, []],
]
for (const [options, want] of FOLDERS) {
  test(`the files of ${JSON.stringify(options)}`, async () => {
    assert.equal(
      (await read(options)).map(({ file }) => file),
      want,
    )
  })
}

test('files come with their names in the folder, and their bytes', async () => {
  const [, picture] = await read({ spec: 'api/openapi.yaml' })
  assert.is(picture?.name, 'b/c.png')
  assert.is(Buffer.from(picture?.bytes ?? []).toString(), 'api/guides/b/c.png')
})

const FAULTS: readonly (readonly [options: Partial<FolderOptions>, code: string, message: RegExp])[] = [
  [{ guides: 'doc' }, 'no-guides-folder', /There is no folder doc to read guides from\.[\s\S]*Did you mean docs\?/],
  [{ guides: 'x/y' }, 'no-guides-folder', /There is no folder x\/y [\s\S]*Make it, name another one, or name none/],
  [{ guides: 'file' }, 'no-guides-folder', /from file: it is a file/],
  [{ guides: 'generated/docs', out: 'generated' }, 'no-guides-folder', /lie within one another/],
  [{ guides: 'docs', out: 'docs/generated' }, 'no-guides-folder', /lie within one another/],
  [{ guides: 'docs', out: 'docs' }, 'no-guides-folder', /lie within one another/],
]
for (const [options, code, message] of FAULTS) {
  test(`no folder of guides: ${JSON.stringify(options)}`, async () => {
    try {
      await read(options)
    } catch (error) {
      assert.instance(error, InputError)
      if (!(error instanceof InputError)) return
      assert.equal(
        error.problems.map((problem) => problem.code),
        [code],
      )
      assert.match(error.message, message)
      return
    }
    assert.unreachable()
  })
}

test('links that lead nowhere', async () => {
  const folder = path.join(cwd, 'links')
  await mkdir(folder)
  for (const name of ['b.md', 'a.md']) await symlink('gone.md', path.join(folder, name))
  try {
    await read({ guides: 'links' })
    assert.unreachable()
  } catch (error) {
    const told = error instanceof InputError ? error.problems.map(({ message }) => message) : error
    assert.equal(told, ['links/a.md cannot be read (ENOENT).', 'links/b.md cannot be read (ENOENT).'])
  }
})

test.run()
