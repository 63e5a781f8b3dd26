import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { DefaultTheme } from 'vitepress'
import { near } from './theme/near.js'

/** A sidebar with sections of three pages each. */
function sidebar(sections: number): DefaultTheme.SidebarItem[] {
  const items = Array.from({ length: sections }, (_, index) => ({
    text: `${index}`,
    link: `/${index}/`,
    collapsed: true,
    items: ['a', 'b'].map((page) => ({ text: page, link: `/${index}/${page}` })),
  }))
  return [
    { text: 'Welcome', link: '/' },
    { text: 'Reference', items },
  ]
}

/** The addresses in it. */
const links = (items: readonly DefaultTheme.SidebarItem[]): (string | undefined)[] =>
  items.flatMap(({ link, items = [] }) => [...(link ? [link] : []), ...links(items)])

test('a short sidebar is shown as it is', () => assert.equal(near(sidebar(50), '7/a.md'), sidebar(50)))

test('of a long one, the section that is read is shown, and of the others the first page', () => {
  const firsts = Array.from({ length: 200 }, (_, index) => `/${index}/`)
  for (const page of ['7/index.md', '7/b.md']) {
    assert.equal(
      links(near(sidebar(200), page)),
      ['/', ...firsts.slice(0, 8), '/7/a', '/7/b', ...firsts.slice(8)],
      page,
    )
  }
  assert.equal(links(near(sidebar(200), 'index.md')), ['/', ...firsts])
})

test.run()
