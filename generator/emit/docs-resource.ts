import type { Attribute, Relationship, Resource } from '../model/types.js'
import { neighboursOf } from './docs-map.js'
import { relative, type Section } from './docs-site.js'
import { type Page, sentenceCase, targetText, titleOf, typeText, words } from './docs-words.js'
import { exampleResource } from './examples.js'
import { isAlong } from './lookup.js'
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
    neighbours: resource ? neighboursOf(page.model, page.site, resource) : '',
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
      ['Attribute', 'Type', 'Use', 'Description'],
      attributes.map((attribute) => attributeRow(attribute, sorted)),
    ),
    relationships: table(
      ['Relationship', 'Leads to', 'Use', 'Requests', 'Description'],
      relationships.map((relationship) => relationshipRow(page, resource, relationship)),
    ),
    example: fence('json', JSON.stringify({ data: exampleResource(page.model, resource) }, null, 2)),
  }
}

function idText({ id }: Resource): string {
  const uses = [...(id.filterable ? ['filter'] : []), ...(id.sortable ? ['sort'] : [])]
  return uses.length > 0 ? ` Lists can also be ${uses.map((use) => `${use}ed`).join(' and ')} by its \`id\`.` : ''
}

function attributeRow(attribute: Attribute, sorted: boolean): string[] {
  const { name, filterable, sortable, readable, deprecated } = attribute
  const uses = [
    ...(readable ? ['read'] : []),
    ...writes(attribute),
    ...(filterable ? ['filter'] : []),
    ...(sortable && sorted ? ['sort'] : []),
  ]
  const remarks = [
    ...(deprecated ? ['**Deprecated.**'] : []),
    cell(attribute.description ?? ''),
    ...(attribute.default === undefined ? [] : [`${code(JSON.stringify(attribute.default))} by default.`]),
    ...(attribute.example === undefined ? [] : [`Example: ${code(shortened(JSON.stringify(attribute.example)))}`]),
  ]
  return [code(name), typeText(attribute), uses.join(', '), remarks.filter(Boolean).join(' ')]
}

function relationshipRow(page: Page, resource: Resource, relationship: Relationship): string[] {
  const { name, readable, deprecated } = relationship
  const included = readable && resource.operations.some(({ query }) => query.include)
  const requests = page.site.sections
    .flatMap((section) => (section.resource === resource ? section.operations : []))
    .filter(([operation]) => isAlong(operation, name))
  return [
    code(name),
    targetText(page, relationship),
    [...(included ? ['include'] : readable ? ['read'] : []), ...writes(relationship)].join(', '),
    requests
      .map(([{ method, kind }, path]) =>
        link(kind === 'related' ? 'related' : `${method} linkage`, relative(page.path, path)),
      )
      .join(', '),
    `${deprecated ? '**Deprecated.** ' : ''}${cell(relationship.description ?? '')}`.trim(),
  ]
}

const writes = ({ create, update }: Pick<Attribute, 'create' | 'update'>): string[] => [
  ...(create ? [create === 'required' ? 'create (required)' : 'create'] : []),
  ...(update ? [update === 'required' ? 'update (required)' : 'update'] : []),
]

/** As much of an example as fits a cell. */
const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
