import type { Release } from '../diff/types.js'
import { type GuidePlace, type Guides, NO_GUIDES } from '../guides/types.js'
import type { Model } from '../model/types.js'
import { CHANGELOG } from './docs-changelog.js'
import { sectionTitle } from './docs-resource.js'
import { address, hasMap, MAP, type Section, type Site } from './docs-site.js'
import { titleOf } from './docs-words.js'
import { literalLines } from './literal-lines.js'
import { oneLine, summarized } from './markdown.js'

/** A page of the client's, as far as the sidebar shows it. */
interface Titled {
  readonly title: string
  readonly path: string
}

/** An entry of the sidebar, as VitePress takes it. https://vitepress.dev/reference/default-theme-sidebar */
interface Item {
  readonly text: string
  readonly link?: string
  readonly collapsed?: boolean
  readonly items?: readonly Item[]
}

/** What is on the site beside the reference. */
export interface SiteOptions {
  readonly guides?: Guides | undefined
  /** What changed from version to version, the newest first. */
  readonly history?: readonly Release[] | undefined
  /** Their addresses on the site. */
  readonly logo?: string | undefined
  readonly icon?: string | undefined
}

/**
 * What the site of the reference says of the API, and the order of its pages, as the lines of an object literal.
 *
 * @param client the pages on the client.
 */
export function siteLines(
  model: Model,
  site: Site,
  client: readonly Titled[],
  { guides = NO_GUIDES, history = [], icon, logo }: SiteOptions,
): string[] {
  const { title, version, summary, description = '' } = model.api
  const [first = ''] = (summary ?? description).trim().split(/\n\s*\n/)
  const clientItems = client.map(({ title, path }): Item => ({ text: title, link: address(path) }))
  const reference = referenceItems(model, site)
  const at = (place: GuidePlace): Item[] => guideItems(place, guides)
  const [start] = guides.sections
  const changelog: Item[] = history.length > 0 ? [{ text: 'Changelog', link: address(CHANGELOG) }] : []
  return literalLines({
    title: oneLine(title),
    version: oneLine(version),
    description: summarized(first),
    // What browsers ask for where no icon is named is no file of ours.
    icon: icon ?? 'data:,',
    logo: logo ?? '',
    nav: [
      ...(start?.guides[0] ? [{ text: escaped(start.title), link: address(start.guides[0].path) }] : []),
      { text: 'Reference', link: reference[0]?.link ?? '/' },
      { text: 'Client', link: clientItems[0]?.link ?? '/' },
      ...changelog,
    ],
    sidebar: [
      { text: escaped(guides.home?.title ?? 'Welcome'), link: '/' },
      ...at('before-client'),
      { text: 'Client', items: clientItems },
      ...at('before-reference'),
      {
        text: 'API reference',
        items: [...(hasMap(model) ? [{ text: 'Map of the resources', link: address(MAP) }] : []), ...reference],
      },
      ...at('after-reference'),
      ...changelog,
    ],
  })
}

const guideItems = (place: GuidePlace, { sections }: Guides): Item[] =>
  sections
    .filter((section) => section.place === place)
    .map(({ title, guides }) => ({
      text: escaped(title),
      items: guides.map((guide) => ({ text: escaped(guide.title), link: address(guide.path) })),
    }))

const referenceItems = (model: Model, site: Site): Item[] =>
  site.sections.map((section) => ({
    text: escaped(sectionTitle(section)),
    link: address(section.index),
    collapsed: true,
    items: sectionItems(model, site, section),
  }))

function sectionItems(model: Model, site: Site, { resource, operations }: Section): Item[] {
  const object = resource && site.objects.get(resource.type)
  return [
    ...(resource && object ? [{ text: escaped(`The ${resource.label.one} object`), link: address(object) }] : []),
    ...operations.map(([operation, path]) => ({ text: escaped(titleOf(model, operation)), link: address(path) })),
  ]
}

/** VitePress takes a title in the sidebar for HTML. */
const escaped = (text: string): string =>
  oneLine(text).replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'))
