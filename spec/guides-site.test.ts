/** What becomes of guides on the built site. */
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { emitDocs } from '../generator/emit/docs.js'
import { readTemplates } from '../generator/emit/templates.js'
import { addGuides } from '../generator/guides/add.js'
import { guidesOf } from '../generator/guides/read.js'
import { markAll } from '../generator/write/ledger.js'
import { library } from './fixtures/docs/library.js'
import { build, temporary } from './site/build.js'

let out: string

/** The smallest PNG that there is. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const GUIDES: Readonly<Record<string, string | Uint8Array>> = {
  'overview.md':
    '---\ntitle: Welcome\ndescription: All of it.\nplace: home\n---\n\nSee [how](How%20To/First%20Steps.md#uber-uns).\n',
  'How To/First Steps.md': `---
title: First <steps>
section: How to
outline: deep
---

Write {{ your_token }}, \\{{ this }}, *{{ that }}* or \`{{ code }}\`.

    {{ indented }}

![A pixel](../img/my%20pixel.png) and [a document](../files/terms.pdf), [the overview](../overview.md), [below](#own)

## Über uns

::: warning Beware
Of {{ things }}.
:::

::: code-group
\`\`\`ts [One]
const a = '{{ b }}'
\`\`\`
\`\`\`ts [Two]
const c = 1
\`\`\`
:::

**curl**

\`\`\`sh
curl '{{ url }}'
\`\`\`

## Of its own {#own}

<p>
{{ $frontmatter.title }}
</p>
`,
  'img/my pixel.png': Buffer.from(PIXEL, 'base64'),
  'files/terms.pdf': Buffer.from('%PDF-1.4\n\0'),
}

const html = (page: string): string => readFileSync(path.join(out, page), 'utf8')
/** What a person sees. */
const seen = (page: string): string =>
  html(page)
    .replace(/^[\s\S]*<main/, '<main')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")

test('the site is built', async () => {
  const { render, site } = await readTemplates()
  const model = { ...library, resources: [], operations: [] }
  const found = Object.entries(GUIDES).map(([name, content]) => {
    return { file: name, name, bytes: typeof content === 'string' ? Buffer.from(content) : content }
  })
  const guides = await guidesOf(found)
  const { files, problems } = await addGuides(emitDocs(model, render, { guides }), guides)
  assert.equal([...guides.problems, ...problems], [])
  const all = [
    ...files,
    ...[...site]
      .filter(([file]) => !file.startsWith('theme/'))
      .map(([file, text]) => [`docs/.vitepress/${file}`, text] as const),
  ]
  const folder = temporary()
  for (const [file, content] of markAll(new Map(all))) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true })
    await writeFile(path.join(folder, file), content)
  }
  out = await build(path.join(folder, 'docs'))
})

test('a guide is a page with title, description and what is in it', () => {
  assert.match(html('index.html'), '<title>Welcome | ')
  assert.match(html('index.html'), '<meta name="description" content="All of it.">')
  assert.match(html('index.html'), 'href="./how-to/first-steps#uber-uns"')
  const page = html('how-to/first-steps.html')
  for (const part of ['id="uber-uns"', 'id="own"', 'class="warning custom-block"', 'class="tabs"'])
    assert.match(page, part)
})

test('doubled braces are what they are, but in HTML', () => {
  const text = seen('how-to/first-steps.html')
  for (const part of [
    'Write {{ your_token }}, {{ this }}, {{ that }} or {{ code }}.',
    '{{ indented }}',
    'Of {{ things }}.',
    "'{{ b }}'",
    "'{{ url }}'",
  ])
    assert.match(text, part)
  assert.match(html('how-to/first-steps.html'), /<p>\s*First &lt;steps&gt;\s*<\/p>/)
  assert.not.match(text, '{{ $frontmatter')
})

test('pictures and files are on the site', () => {
  const page = html('how-to/first-steps.html')
  assert.match(page, '<img src="data:image/png;base64,')
  assert.match(page, 'href="../files/terms.pdf"')
  assert.ok(existsSync(path.join(out, 'files/terms.pdf')))
})

test('programs find the guides', () => {
  const list = readFileSync(path.join(out, 'llms.txt'), 'utf8')
  assert.match(list, '## How to\n\n- [First &lt;steps&gt;](/how-to/first-steps.md)\n')
  const page = readFileSync(path.join(out, 'how-to/first-steps.md'), 'utf8')
  assert.match(page, /^# First &lt;steps&gt;\n/)
})

test.run()
