import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { programs } from './programs.js'

const TEXTS = new Map([
  [
    'books/index.md',
    '# Books\n\n[List](list.md#a), [b](https://c.d/e.md), [all](../index.md)\n\n```md\n[x](list.md)\n```\n',
  ],
  ['books/list.md', '# List \\[all\\] books\n\n[here](#a)\n'],
  ['extra.md', 'No heading.\n'],
  ['index.md', '# The Library\n'],
])

const ABOUT = new Map([
  ['index.md', ''],
  ['books/index.md', 'Books, e.g. novels, with *stars*\n[x](y) and <b>. More of them.'],
  ['books/list.md', 'Which books there are'],
])

const PAGES = new Map([...TEXTS].map(([page, text]) => [page, { text, description: ABOUT.get(page) ?? '' }]))

const texts = programs(PAGES, {
  title: 'Library <2>',
  description: 'Books & <more>.',
  base: '/docs/',
  sidebar: [
    { text: 'Welcome', link: '/' },
    {
      text: 'Reference',
      items: [
        {
          text: 'Books',
          link: '/books/',
          items: [
            { text: 'List', link: '/books/list' },
            { text: 'gone', link: '/gone' },
          ],
        },
      ],
    },
  ],
})

test('pages stay what they are', () => {
  for (const [page, text] of TEXTS) assert.is(texts.get(page), text)
})

test('llms.txt lists the pages that there are, section by section', () => {
  const want = `# Library \\<2\\>

> Books \\& \\<more\\>.

## Welcome

- [The Library](/docs/index.md)

## Books

- [Books](/docs/books/index.md): Books, e.g. novels, with \\*stars\\* \\[x\\](y) and \\<b\\>.
- [List \\[all\\] books](/docs/books/list.md): Which books there are
`
  assert.is(texts.get('llms.txt'), want)
})

test('llms-full.txt holds all pages in their order, and links lead on from there', () => {
  const full = texts.get('llms-full.txt') ?? ''
  assert.equal(
    [...full.matchAll(/^url: (.*)$/gm)].map(([, url]) => url),
    ['/docs/index.md', '/docs/books/index.md', '/docs/books/list.md', '/docs/extra.md'],
  )
  assert.match(full, '[List](/docs/books/list.md#a), [b](https://c.d/e.md), [all](/docs/index.md)\n')
  assert.match(full, '[here](/docs/books/list.md#a)')
  assert.match(full, '[x](list.md)')
})

test.run()
