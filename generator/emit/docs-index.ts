import { NO_GUIDES } from '../guides/types.js'
import type { About, Api, Model, RateLimit } from '../model/types.js'
import { CHANGELOG } from './docs-changelog.js'
import type { RenderedPage } from './docs-client.js'
import { clientExample } from './docs-client-examples.js'
import { declaredFilteringText, filteringText } from './docs-filtering.js'
import { guideLists } from './docs-guides.js'
import { paginationText } from './docs-pagination.js'
import { sectionText, sectionTitle } from './docs-resource.js'
import { securityText } from './docs-security.js'
import type { SiteOptions } from './docs-sidebar.js'
import { hasMap, MAP, type Section, type Site } from './docs-site.js'
import { code, fence, frontMatter, link, plain, table } from './markdown.js'
import { description } from './markdown-block.js'
import { cell, webLink } from './markdown-inline.js'

/**
 * The first page of the reference: the API as a whole, the client, and the resources.
 *
 * @param client the pages on the client.
 */
export function indexView(
  model: Model,
  site: Site,
  client: readonly RenderedPage[],
  { guides = NO_GUIDES, history = [] }: SiteOptions,
): object {
  const { api, dialect } = model
  const intro = [description(api.summary ?? ''), `Version ${plain(api.version)}.`, description(api.description ?? '')]
  return {
    head: frontMatter({ title: api.title, description: api.summary ?? api.description ?? `Version ${api.version}.` }),
    home: guides.home?.text ?? '',
    title: plain(api.title),
    intro: intro.filter((text) => text !== ''),
    guides: guideLists(guides),
    client: fence('ts', clientExample(api, { from: '../index.js' })),
    clientPages: client.map(({ title, path, about }) => `${link(title, path)}: ${about}`),
    server: serverText(api),
    mediaType: model.resources.length > 0 ? code(api.mediaType) : '',
    security: api.security.flatMap(securityText),
    rateLimits: table(['Requests', 'Limit', 'Counted'], api.rateLimits.map(rateLimitRow)),
    pagination: dialect.page ? paginationText(dialect.page) : [],
    filtering: dialect.filter ? filteringText(model, dialect.filter) : declaredFilteringText(model),
    map: hasMap(model) ? link('A map', MAP) : '',
    about: api.about.map(({ of, name, url = '' }) => `${ABOUT[of]}: ${webLink(name, url)}`),
    resources: site.sections.filter(({ resource }) => resource).map((one) => sectionLink(model, one)),
    changelog: history.length > 0 ? link('The changelog', CHANGELOG) : '',
    others: site.sections.filter(({ resource }) => !resource).map((one) => sectionLink(model, one)),
  }
}

const ABOUT: Readonly<Record<About['of'], string>> = {
  externalDocs: 'Documentation',
  contact: 'Contact',
  license: 'License',
  termsOfService: 'Terms of service',
}

/** A section with the first paragraph of what it is about. */
function sectionLink(model: Model, section: Section): string {
  const [first = ''] = sectionText(model, section).split(/\n\s*\n/)
  return `${link(plain(sectionTitle(section)), section.index)}${first ? `: ${cell(first)}` : ''}`
}

function serverText({ servers }: Api): string[] {
  const [only] = servers
  if (only && servers.length === 1) return [`All paths are beneath ${code(only.url)}.`]
  const rows = servers.map(({ url, description: told = '' }) => [code(url), cell(told)])
  return rows.length > 0 ? ['All paths are beneath one of these:', table(['Server', 'Description'], rows)] : []
}

function rateLimitRow({ methods, limit, period, scope }: RateLimit): string[] {
  const unit = new Map([
    [1, 'second'],
    [60, 'minute'],
    [3600, 'hour'],
    [86400, 'day'],
  ]).get(period)
  return [
    methods.map(code).join(', ') || 'All',
    `${limit} per ${unit ?? `${period} seconds`}`,
    scope === 'all' ? 'over all endpoints' : 'for each endpoint',
  ]
}
