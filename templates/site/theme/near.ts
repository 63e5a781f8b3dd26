import type { DefaultTheme } from 'vitepress'

type Item = DefaultTheme.SidebarItem

/** Beyond so many entries, the sidebar alone would make every page several times as large. */
const MANY = 300

/**
 * The sidebar as a page shows it: all of it where it is short; where it is long, of each section but the one that is
 * read only its first page.
 *
 * @param page the path of the page that is read: `roles/list.md`.
 */
export function near(sidebar: readonly Item[], page: string): Item[] {
  const isLong = sidebar.flatMap(entries).length > MANY
  return isLong ? sidebar.map((group) => shortened(group, page)) : [...sidebar]
}

function shortened(item: Item, page: string): Item {
  const { items, collapsed, ...rest } = item
  if (!items) return item
  // What is not collapsed is no section, but holds some.
  if (!collapsed || contains(item, page)) return { ...item, items: items.map((one) => shortened(one, page)) }
  return rest
}

const contains = (item: Item, page: string): boolean => entries(item).some(({ link }) => link && pageOf(link) === page)

const entries = (item: Item): Item[] => [item, ...(item.items ?? []).flatMap(entries)]

/** `/roles/` as `roles/index.md`. */
const pageOf = (link: string): string => `${link.replace(/^\//, '').replace(/(^|\/)$/, '$1index')}.md`
