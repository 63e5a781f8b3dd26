import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { copyFiles } from './files.js'

test('files among the pages are copied, pages and what is hidden are not', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'site-files-'))
  try {
    const files = ['a.md', 'b.pdf', 'c/d.yaml', 'c/e.md', '.vitepress/config.mts', 'node_modules/f.js', 'out/g.html']
    for (const file of files) {
      await mkdir(path.join(folder, path.dirname(file)), { recursive: true })
      await writeFile(path.join(folder, file), '')
    }
    await copyFiles({ srcDir: folder, outDir: path.join(folder, 'out') })
    const copied = await readdir(path.join(folder, 'out'), { recursive: true })
    assert.equal(copied.sort(), ['b.pdf', 'c', path.join('c', 'd.yaml'), 'g.html'])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test.run()
