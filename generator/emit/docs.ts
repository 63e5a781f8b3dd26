import type { Model } from '../model/types.js'
import { CHANGELOG, changelogView } from './docs-changelog.js'
import { clientPages } from './docs-client.js'
import { indexView } from './docs-index.js'
import { mapView } from './docs-map.js'
import { objectView } from './docs-object.js'
import { operationView } from './docs-operation.js'
import { sectionView } from './docs-resource.js'
import { type SiteOptions, siteLines } from './docs-sidebar.js'
import { hasMap, MAP, site } from './docs-site.js'
import type { Page } from './docs-words.js'
import type { Render } from './templates.js'

/**
 * The reference of an API as Markdown: a first page, pages on the client, and for each resource what it is, its resource
 * object and a page for each operation; and what its site says of the API, with the order of its pages.
 *
 * @returns the pages' paths, relative to the output folder, each with its text.
 */
export function emitDocs(model: Model, render: Render, options: SiteOptions = {}): Map<string, string> {
  const { history = [] } = options
  const pages = site(model)
  const client = clientPages(model)
  const at = (path: string): Page => ({ model, site: pages, path })
  const texts = [
    ['index.md', render('docs/index', indexView(model, pages, client, options))] as const,
    ...(hasMap(model) ? [[MAP, render('docs/map', mapView(at(MAP)))] as const] : []),
    ...client.map(({ path, template, view }) => [path, render(template, view)] as const),
    ...pages.sections.flatMap((section) => {
      const { resource, index, operations } = section
      const object = resource && pages.objects.get(resource.type)
      return [
        [index, render('docs/section', sectionView(at(index), section))] as const,
        ...(resource && object ? [[object, render('docs/object', objectView(at(object), resource))] as const] : []),
        ...operations.map(
          ([operation, path]) => [path, render('docs/operation', operationView(at(path), operation))] as const,
        ),
      ]
    }),
    ...(history.length > 0
      ? [[CHANGELOG, render('docs/changelog', changelogView(model, pages, history))] as const]
      : []),
    ['.vitepress/site.ts', render('docs/site', { value: siteLines(model, pages, client, options) })] as const,
  ]
  return new Map(texts.map(([path, text]) => [`docs/${path}`, `${text.trimEnd()}\n`]))
}
