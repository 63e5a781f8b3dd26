import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addressesOf, deadLinks } from './links.js'

const FILES: Readonly<Record<string, string>> = {
  'index.html': '<h2 id="a">A</h2> <a class="b" href="/roles/">roles</a> <a href="#a">a</a> <a href="#gone">gone</a>',
  'roles/index.html':
    '<h2 id="b&amp;c">B</h2> <a href="list">list</a> <a href="/roles">no slash</a> <a href="../#a">home</a>',
  'roles/list.html':
    '<a href="https://example.com/gone">elsewhere</a> <a href="javascript:x">script</a> <a href="/#b">b</a>',
  'roles/index.md':
    '[list](list.md) [gone](gone.md)\n\n```md\n[x](nowhere.md)\n```\n\n`[y](nowhere.md)` \\[z\\](nowhere.md)\n',
  'roles/list.md': '[home](../index.md#a) [there](index.md#b) [gone](index.md#gone)\n',
  'index.md': '',
  '404.html': '',
}

const DEAD = [
  '/: #gone',
  '/roles/: /roles',
  '/roles/list: javascript:x',
  '/roles/list: /#b',
  '/roles/index.md: gone.md',
  '/roles/list.md: index.md#b',
  '/roles/list.md: index.md#gone',
]

test('links that lead nowhere are found, and no others', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'openapi-resources-links-'))
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  assert.equal(addressesOf(folder), ['/', '/roles/', '/roles/list'])
  assert.equal(deadLinks(folder).sort(), [...DEAD].sort())
  rmSync(folder, { recursive: true })
})

test.run()
