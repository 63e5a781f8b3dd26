import type { Model } from '../model/types.js'
import { neighboursOf } from './docs-map.js'
import { relative, type Section } from './docs-site.js'
import { type Page, sentenceCase, titleOf, words } from './docs-words.js'
import { code, frontMatter, link, plain, table } from './markdown.js'
import { description } from './markdown-block.js'

/** The first page of a section: what the resource is for, and where its other pages are. */
export function sectionView(page: Page, section: Section): object {
  const { resource } = section
  const object = resource && page.site.objects.get(resource.type)
  const title = sectionTitle(section)
  const told = sectionText(page.model, section)
  const neighbours = resource && neighboursOf(page, resource)
  const titles = section.operations.map(([operation]) => titleOf(page.model, operation))
  return {
    head: frontMatter({ title, description: told || titles.join('. ') }),
    title: plain(title),
    intro: told ? [description(told)] : [],
    object:
      resource && object
        ? [`${link(`The ${plain(resource.label.one)} object`, relative(page.path, object))} tells what it holds.`]
        : [],
    neighbours: neighbours && { ...neighbours, legend: legendOf(neighbours.picture) },
    operations: table(
      ['Operation', 'Request', 'SDK'],
      section.operations.map(([operation, path]) => [
        link(plain(titleOf(page.model, operation)), relative(page.path, path)) +
          (operation.deprecated ? ' (deprecated)' : ''),
        code(`${operation.method} ${operation.path}`),
        code(`api.${operation.call}`),
      ]),
    ),
  }
}

/** What a section is about: by its tag, or what is said of the resource. */
export const sectionText = ({ tags }: Model, { accessor, resource }: Section): string =>
  (tags.find((tag) => tag.accessor === accessor)?.description ?? resource?.description ?? '').trim()

/** What there is to say of the arrows that a picture has. */
function legendOf(picture: string): string[] {
  const told = [
    ...(picture.includes('==>') ? ['A thick arrow leads to many.'] : []),
    ...(/[-=]> n/.test(picture) ? ['An arrow without a name bears the name of what it leads to.'] : []),
  ]
  return told.length > 0 ? [told.join(' ')] : []
}

/** `API credentials`; `User` where there is but one. */
export function sectionTitle({ resource, accessor }: Section): string {
  if (!resource) return accessor ? sentenceCase(words(accessor)) : 'Operations'
  return sentenceCase(resource.singleton ? resource.label.one : resource.label.many)
}
