import type { Attribute, Operation, Property, Relationship, Resource } from '../model/types.js'
import { argumentRow, valueRows } from './docs-parameters.js'
import { sectionTitle } from './docs-resource.js'
import { enumText, fitting, type Row, rowsText, sentences, valueText, withCells } from './docs-rows.js'
import { relative, type Section } from './docs-site.js'
import { type Page, targets, typeText } from './docs-words.js'
import { exampleResource } from './examples.js'
import { literal } from './literals.js'
import { operationsOf } from './lookup.js'
import { code, fence, frontMatter, link, plain } from './markdown.js'
import { description } from './markdown-block.js'
import { cell } from './markdown-inline.js'
import { enumerated } from './prose.js'

/** The page of a resource object: its attributes, its relationships and an example of it. */
export function objectView(page: Page, resource: Resource): object {
  const { type, label, attributes, relationships } = resource
  const giving = operationsOf(page.model).filter(
    ({ answer }) => (answer.kind === 'one' || answer.kind === 'many') && answer.types.includes(type),
  )
  const lists = giving.filter(({ answer }) => answer.kind === 'many')
  const includable = new Set(relationships.filter((one) => canInclude(one, giving)).map(({ name }) => name))
  const told = resource.description ?? ''
  const section = page.site.sections.find((one) => one.resource === resource && one.operations.length > 0)
  const requests = section?.operations ?? []
  const title = `The ${label.one} object`
  const used = attributes.map((attribute) => ({ attribute, uses: usesOf(attribute, lists) }))
  const rows = used.flatMap(({ attribute, uses }) =>
    valueRows(attribute, (...remarks) => attributeRow(attribute, uses, remarks), { rowOf: innerRow }),
  )
  return {
    head: frontMatter({ title, description: told.trim() || `The attributes and relationships of ${label.many}.` }),
    title: plain(title),
    intro: [
      ...(told.trim() ? [description(told)] : []),
      `Its JSON:API type is ${code(type)}.${idText(resource, lists)}`,
      ...(section
        ? [`${link(plain(sectionTitle(section)), relative(page.path, section.index))} tells what can be done with it.`]
        : []),
    ],
    attributes: [usesText(used.map(({ uses }) => uses)), ...rowsText(ATTRIBUTE, rows)].filter(Boolean),
    relationships: [
      ...rowsText(
        RELATIONSHIP,
        relationships.map((one) => relationshipRow(page, one, { requests, included: includable.has(one.name) })),
      ),
      ...includeText([...includable]),
    ],
    example: fence('json', JSON.stringify({ data: exampleResource(page.model, resource) }, null, 2)),
  }
}

const ATTRIBUTE = ['Attribute', 'Type', 'Use', 'Description']
const RELATIONSHIP = ['Relationship', 'Leads to', 'Use', 'Requests', 'Description']

function idText({ id }: Resource, lists: readonly Operation[]): string {
  const uses = listUses({ ...id, name: 'id' }, lists)
  const listed =
    uses.length > 0 ? ` Lists can also be ${uses.map((use) => VERBS[use]).join(' and ')} by its \`id\`.` : ''
  const chosen = id.create ? ` Its \`id\` ${id.create === 'required' ? 'is' : 'may be'} chosen by who creates it.` : ''
  return chosen + listed
}

const VERBS = { filter: 'filtered', sort: 'sorted' } as const

/** What lists can do with a field: by what the API's dialect says of it, or their own parameters. */
function listUses(
  { name, filterable, sortable }: Pick<Attribute, 'name' | 'filterable' | 'sortable'>,
  lists: readonly Operation[],
): ('filter' | 'sort')[] {
  const filtered = lists.some(({ query: { filter } }) => {
    if (filter?.dialect) return filterable
    const fields = [...(filter?.parameters ?? []).map(({ field }) => field), ...expressionFields(filter?.text)]
    return filterable || fields.includes(name)
  })
  const sorted = lists.some(({ query: { sort } }) => {
    if (!sort?.values) return sort !== null && sortable
    return sort.values.some((value) => value.replace(/^-/, '') === name)
  })
  return [...(filtered ? (['filter'] as const) : []), ...(sorted ? (['sort'] as const) : [])]
}

type FilterText = NonNullable<Operation['query']['filter']>['text']

const expressionFields = (text: FilterText | undefined): string[] =>
  text?.expression?.fields.map(({ name }) => name) ?? []

const usesOf = (attribute: Attribute, lists: readonly Operation[]): string[] => [
  ...(attribute.readable ? ['read'] : []),
  ...writes(attribute),
  ...listUses(attribute, lists),
]

function attributeRow(attribute: Attribute, uses: readonly string[], remarks: readonly string[]): Row {
  const { name, deprecated } = attribute
  const values = enumText(name, attribute)
  const text = sentences(
    deprecated ? '**Deprecated.**' : '',
    cell(attribute.description ?? ''),
    values.text,
    ...remarks,
    attribute.default === undefined ? '' : `${valueText(attribute.default)} by default.`,
    attribute.example === undefined ? '' : `Example: ${valueText(attribute.example)}`,
  )
  return { cells: [code(name), typeText(attribute), uses.join(', '), text], list: values.list }
}

/** A property of an attribute that is an object: it goes where its attribute goes. */
const innerRow = (property: Property, ...remarks: readonly string[]): Row =>
  withCells(argumentRow(property, ...remarks), ([name = '', type = '', , text = '']) => [name, type, '', text])

/** What the words in the column of uses mean, those that there are. */
function usesText(uses: readonly (readonly string[])[]): string {
  const all = new Set(uses.flat().map((use) => use.replace(' (required)', '')))
  const meanings = USES.flatMap(([words, where]) => {
    const there = words.filter((word) => all.has(word)).map((word) => `*${word}*`)
    return there.length > 0 ? `${enumerated(there)} ${where}` : []
  })
  return meanings.length > 0 ? `Where each can be used: ${meanings.join('; ')}.` : ''
}

const USES = [
  [['read'], 'in answers'],
  [['create', 'update'], 'in what is sent'],
  [['filter', 'sort'], 'in lists'],
] as const

/** What is known of a relationship beside itself. */
interface Around {
  /** The operations of its resource, each with its page. */
  readonly requests: Section['operations']
  /** Whether it can be included. */
  readonly included: boolean
}

function relationshipRow(page: Page, relationship: Relationship, { requests, included }: Around): Row {
  const { name, readable, deprecated, cardinality } = relationship
  const links = requests
    .filter(([operation]) => operation.relationship === name)
    .map(([{ method, path }, to]) => link(code(`${method} ${path}`), relative(page.path, to)))
  const use = included ? ['include'] : readable ? ['read'] : []
  const { text, list } = fitting(`resources that ${name} leads to`, targets(page, relationship), ' or ')
  return {
    cells: [
      code(name),
      `${cardinality} ${list ? 'of ' : ''}${text}`,
      [...use, ...writes(relationship)].join(', '),
      links.join('<br>'),
      sentences(deprecated ? '**Deprecated.**' : '', cell(relationship.description ?? '')),
    ],
    list,
  }
}

const canInclude = ({ name, readable }: Relationship, giving: readonly Operation[]): boolean =>
  readable && giving.some(({ query: { include } }) => include && (include.values?.includes(name) ?? true))

/** How to have what is related in the same document. https://jsonapi.org/format/1.1/#fetching-includes */
function includeText([first]: readonly string[]): string[] {
  if (first === undefined) return []
  const call = code(`{ include: ${literal([first])} }`)
  return [`Those with *include* come in the same document with ${code(`include=${first}`)}, in the SDK ${call}.`]
}

const writes = ({ create, update }: Pick<Attribute, 'create' | 'update'>): string[] => [
  ...(create ? [create === 'required' ? 'create (required)' : 'create'] : []),
  ...(update ? [update === 'required' ? 'update (required)' : 'update'] : []),
]
