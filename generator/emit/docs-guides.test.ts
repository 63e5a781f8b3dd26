import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { library } from '../../spec/fixtures/docs/library.js'
import { guidesOf } from '../guides/read.js'
import { emitDocs } from './docs.js'
import { readTemplates } from './templates.js'

const { render } = await readTemplates()
const SITE = 'docs/.vitepress/site.ts'

async function docsWith(files: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const found = Object.entries(files).map(([name, text]) => ({ file: name, name, bytes: Buffer.from(text) }))
  return emitDocs(library, render, { guides: await guidesOf(found) })
}

const guide = (lines: string, text = ''): string => `---\n${lines}\n---\n${text}`

const FILES = {
  'overview.md': guide('title: Welcome to the <Library>\nplace: home\noutline: deep', '\nBooks.\n\n## First steps\n'),
  'b.md': guide('title: Spec\nsection: Getting started\norder: 1\ndescription: "What *it* is."'),
  'a.md': guide('title: "A <b>"\nsection: Getting started\norder: 2'),
  'x/c.md': guide('title: Terms\nsection: More\nplace: after-reference'),
  'd.md': guide('title: Tips\nsection: Practice\nplace: before-reference'),
}

/** The lines of the sidebar that are neither of the client nor of the reference. */
const ENTRIES =
  /text: '(Welcome[^']*|Getting started|Spec|A [^']*|Client|Practice|Tips|API reference|Things|More|Terms)'/g

test('the sidebar has the guides where they say, and the bar at the top leads to the first', async () => {
  const site = (await docsWith(FILES)).get(SITE) ?? ''
  const [nav = '', sidebar = ''] = site.split('sidebar:')
  assert.match(nav, "{ text: 'Getting started', link: '/b' }")
  assert.equal(
    [...sidebar.matchAll(ENTRIES)].map(([, text]) => text),
    [
      'Welcome to the &lt;Library&gt;',
      ...['Getting started', 'Spec', 'A &lt;b&gt;'],
      'Client',
      ...['Practice', 'Tips'],
      'API reference',
      ...['More', 'Terms'],
    ],
  )
  assert.match(sidebar, "{ text: 'Terms', link: '/x/c' }")
})

test('the first page has the text of its guide, the guides, and all else that it has', async () => {
  const page = (await docsWith(FILES)).get('docs/index.md') ?? ''
  assert.ok(
    page.startsWith(
      [
        '---\ntitle: Welcome to the <Library>\nplace: home\noutline: deep\n---\n',
        '<!-- From the guide overview.md: edit that. -->\n',
        '# Welcome to the &lt;Library&gt;\n\nBooks.\n\n## First steps\n',
        '## Getting started\n\n- [Spec](b.md): What \\*it\\* is.\n- [A &lt;b&gt;](a.md)\n',
        '## Practice\n\n- [Tips](d.md)\n',
        '## More\n\n- [Terms](x/c.md)\n',
        '## The client\n',
      ].join('\n'),
    ),
    page,
  )
  assert.match(page, '\n## Resources\n')
  assert.not.match(page, `\n# ${library.api.title}\n`)
})

test('without guides all is as it is', async () => {
  assert.equal(await docsWith({}), emitDocs(library, render))
})

test('the pages of the guides themselves are not emitted here', async () => {
  assert.equal([...(await docsWith(FILES)).keys()], [...emitDocs(library, render).keys()])
})

test.run()
