import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createMarkdownRenderer } from 'vitepress'
import { anchorsOf } from './anchors.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const renderer = await createMarkdownRenderer(root)

/** The anchors that VitePress makes. It has one renderer in a process, to which another test may have put the site's `top`. */
function want(text: string): string[] {
  renderer.disable('top', true)
  const html = renderer.render(text)
  renderer.enable('top', true)
  return [...html.matchAll(/<h\d[^>]* id="([^"]*)"/g)].map(([, id = '']) => id)
}

const TEXTS: Readonly<Record<string, string>> = {
  words: '# Rate limits\n\n## What is `GET /roles/{id}`?\n\n### C++ & "D" — e\n',
  'the same again': '## A\n\n## A\n\n## a\n\n## A-1\n',
  'letters of all kinds': '# Über Größe\n\n# 日本語 テスト\n\n# Ελλάδα ё\n',
  digits: '# 2 things\n\n# 10\n',
  'of its own': '# A {#b}\n\n## C {#d .e}\n',
  markup: '# *A* **b** _c_ ~~d~~ [e](https://f.g) ![h](i.png) <b>j</b>\n',
  escapes: '# A \\* b\\_c &amp; &lt;d&gt; &#123;e&#125;\n',
  underlined: 'A\nb\n===\n\nC\n---\n',
  'in lists, quotes and containers': '- # A\n\n> ## B\n\n::: tip\n### C\n:::\n\n1. a\n\n   ## D\n',
  'no headings': '```\n# A\n```\n\n    # B\n\n<!-- # C -->\n\n\\# D\n\n#E\n',
  closed: '## A ##\n\n# B #\n\n####### C\n',
  'nothing in it': '#\n\n##  ##\n',
}
for (const [name, text] of Object.entries(TEXTS)) {
  test(`anchors are as VitePress makes them: ${name}`, async () => {
    assert.equal([...anchorsOf(text)].sort(), want(text).sort())
  })
}

test('anchors are as VitePress makes them, on every page of the reference', async () => {
  const docs = path.join(root, 'generated/docs')
  const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
  assert.ok(pages.length > 50)
  for (const page of pages) {
    const text = readFileSync(path.join(docs, page), 'utf8').replace(/^---\n[\s\S]*?^---\n/m, '')
    assert.equal([...anchorsOf(text)].sort(), want(text.replace(/^```[\s\S]*?^```/gm, '')).sort(), page)
  }
})

test('ids in HTML are anchors, and front matter is none', () => {
  assert.equal(
    [...anchorsOf('---\na: b\n---\n\n<a id="c"></a> <a name=\'d\'>\n\n<div class="e" id="f">\n')],
    ['c', 'd', 'f'],
  )
})

test('a rule is no front matter', () => {
  assert.equal([...anchorsOf('a\n\n---\n\n# b\n\n---\n\n# c\n')], ['b', 'c'])
})

test.run()
