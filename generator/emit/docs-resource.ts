import type { Attribute, Relationship, Resource } from '../model/types.js'
import { relative, type Section } from './docs-site.js'
import { type Page, requiredText, sentenceCase, targetText, titleOf, typeText, words } from './docs-words.js'
import { exampleResource } from './examples.js'
import { code, fence, link, plain, table } from './markdown.js'
import { description } from './markdown-block.js'
import { cell } from './markdown-inline.js'

/** The first page of a section: what the resource is for, and where its other pages are. */
export function sectionView(page: Page, section: Section): object {
  const { resource } = section
  const object = resource && page.site.objects.get(resource.type)
  const told = description(resource?.description ?? '')
  return {
    title: plain(sectionTitle(section)),
    intro: told ? [told] : [],
    object:
      resource && object
        ? [`${link(`The ${plain(resource.label.one)} object`, relative(page.path, object))} tells what it holds.`]
        : [],
    operations: table(
      ['Operation', 'Request', 'SDK'],
      section.operations.map(([operation, path]) => [
        link(plain(titleOf(page.model, operation)), relative(page.path, path)),
        code(`${operation.method} ${operation.path}`),
        code(`api.${operation.call}`),
      ]),
    ),
  }
}

/** `API credentials`; `User` where there is but one. */
export function sectionTitle({ resource, accessor }: Section): string {
  if (!resource) return accessor ? sentenceCase(words(accessor)) : 'Operations'
  return sentenceCase(resource.singleton ? resource.label.one : resource.label.many)
}

/** The page of a resource object: its attributes, its relationships and an example of it. */
export function objectView(page: Page, resource: Resource): object {
  const { type, label, attributes, relationships } = resource
  const sorted = page.model.resources
    .flatMap(({ operations }) => operations)
    .some(({ answer, query }) => answer.kind === 'many' && query.sort && answer.types.includes(type))
  const told = description(resource.description ?? '')
  return {
    title: plain(`The ${label.one} object`),
    intro: [...(told ? [told] : []), `Its JSON:API type is ${code(type)}.${sorted ? idText(resource) : ''}`],
    attributes: table(
      ['Attribute', 'Type', 'Create', 'Update', 'Filter', 'Sort', 'Description'],
      attributes.map((attribute) => attributeRow(attribute, sorted)),
    ),
    relationships: table(
      ['Relationship', 'Leads to', 'Create', 'Update', 'Description'],
      relationships.map((relationship) => relationshipRow(page, relationship)),
    ),
    example: fence('json', JSON.stringify({ data: exampleResource(page.model, resource) }, null, 2)),
  }
}

function idText({ id }: Resource): string {
  const uses = [...(id.filterable ? ['filter'] : []), ...(id.sortable ? ['sort'] : [])]
  return uses.length > 0 ? ` Lists can also be ${uses.map((use) => `${use}ed`).join(' and ')} by its \`id\`.` : ''
}

function attributeRow(attribute: Attribute, sorted: boolean): string[] {
  const { name, create, update, filterable, sortable, readable, deprecated } = attribute
  const remarks = [...(deprecated ? ['**Deprecated.**'] : []), ...(readable ? [] : ['Never returned.'])]
  return [
    code(name),
    typeText(attribute),
    requiredText(create),
    requiredText(update),
    filterable ? 'Yes' : '',
    sortable && sorted ? 'Yes' : '',
    [...remarks, cell(attribute.description ?? '')].join(' ').trim(),
  ]
}

function relationshipRow(page: Page, relationship: Relationship): string[] {
  const { name, create, update, deprecated } = relationship
  return [
    code(name),
    targetText(page, relationship),
    requiredText(create),
    requiredText(update),
    `${deprecated ? '**Deprecated.** ' : ''}${cell(relationship.description ?? '')}`.trim(),
  ]
}
