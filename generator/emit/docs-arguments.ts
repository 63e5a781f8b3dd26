import type { Model, Operation } from '../model/types.js'
import { pageArguments } from './docs-pagination.js'
import { relative } from './docs-site.js'
import { type Page, requiredText, targetText, typeText } from './docs-words.js'
import { ownerOf } from './example-ids.js'
import { resourceOf } from './lookup.js'
import { code, link, plain, table } from './markdown.js'
import { cell } from './markdown-inline.js'

type Row = readonly [name: string, type: string, required: string, description: string]

/** The tables of an operation's arguments, those that have rows: path, query and body parameters. */
export function argumentTables(page: Page, operation: Operation): string[] {
  const groups = [
    ['Path parameter', pathRows(page.model, operation)],
    ['Query parameter', queryRows(page, operation)],
    ['Body parameter', bodyRows(page, operation)],
  ] as const
  return groups
    .map(([head, rows]) => table([head, 'Type', 'Required', 'Description'], rows))
    .filter((text) => text !== '')
}

function pathRows(model: Model, operation: Operation): Row[] {
  const owner = ownerOf(model, operation)
  return operation.pathParameters.map(({ name, argument, type, description }) => {
    const known = owner && argument === 'id' ? `The id of the ${plain(owner.label.one)}.` : ''
    return [code(name), type, 'Required', description ? cell(description) : known]
  })
}

/** https://jsonapi.org/format/1.1/#query-parameters */
function queryRows({ model, path }: Page, { query, answer }: Operation): Row[] {
  const types = answer.kind === 'one' || answer.kind === 'many' ? answer.types : []
  const resources = types.map((type) => resourceOf(model, type))
  const names = unique(resources.flatMap(({ relationships }) => relationships.map(({ name }) => name)))
  const sortable = unique(
    resources.flatMap(({ id, attributes }) => [
      ...(id.sortable ? ['id'] : []),
      ...attributes.filter((one) => one.sortable).map(({ name }) => name),
    ]),
  )
  const { filter, page } = model.dialect
  const others =
    query.include && names.length > 0 ? ` ${code('fields[{type}]')} does the same for an included type.` : ''
  const row = (name: string, type: string, description: string): Row => [code(name), type, 'Optional', description]
  return [
    ...(query.include && names.length > 0
      ? [row('include', 'string', `Paths of related resources to include, comma-separated${listed(names)}.`)]
      : []),
    ...(query.fields
      ? types.map((type) =>
          row(
            `fields[${type}]`,
            'string',
            `The only attributes and relationships to return, comma-separated.${others}`,
          ),
        )
      : []),
    ...(query.filter
      ? [
          row(
            (filter?.parameter ?? 'filter[{filter}]').replace('{filter}', () => '…'),
            'string',
            filter
              ? `What the resources must match: see ${link('Filtering', relative(path, 'index.md#filtering'))}.`
              : 'What the resources must match.',
          ),
        ]
      : []),
    ...(query.sort
      ? [
          row(
            'sort',
            'string',
            `What to sort by, comma-separated; a \`-\` before a name makes it descending${listed(sortable)}.`,
          ),
        ]
      : []),
    ...(query.page && !page ? [row('page[…]', 'string', 'Which part of the list to return.')] : []),
    ...(query.page && page ? pageArguments(page).map(({ parameter, type, text }) => row(parameter, type, text)) : []),
  ]
}

const listed = (names: readonly string[]): string => (names.length > 0 ? `: ${names.map(code).join(', ')}` : '')

/** https://jsonapi.org/format/1.1/#crud */
function bodyRows(page: Page, operation: Operation): Row[] {
  const { body, pathParameters } = operation
  if (!body) return []
  if (body.kind === 'plain') {
    return [['body', code(body.mediaType), body.required ? 'Required' : 'Optional', '']]
  }
  const type: Row = [code('type'), 'string', 'Required', `Always ${code(body.type)}.`]
  const pathId: Row = [code('id'), 'string', 'Required', 'The same as in the path.']
  if (body.kind === 'attributes') {
    const attributes = body.attributes.map(
      (one): Row => [
        code(`attributes.${one.name}`),
        typeText(one),
        requiredText(one.create),
        cell(one.description ?? ''),
      ],
    )
    return [type, ...(body.id ? [pathId] : []), ...attributes]
  }
  const { write } = body
  const resource = resourceOf(page.model, body.type)
  const newId: Row = [code('id'), 'string', requiredText(resource.id.create), 'The id, chosen by the client.']
  return [
    type,
    ...(write === 'create' && resource.id.create ? [newId] : []),
    ...(write === 'update' && pathParameters.length > 0 ? [pathId] : []),
    ...resource.attributes
      .filter((attribute) => attribute[write])
      .map(
        (one): Row => [
          code(`attributes.${one.name}`),
          typeText(one),
          requiredText(one[write]),
          cell(one.description ?? ''),
        ],
      ),
    ...resource.relationships
      .filter((relationship) => relationship[write])
      .map(
        (one): Row => [
          code(`relationships.${one.name}`),
          one.cardinality === 'many' ? 'array' : `object${one.nullable ? ' or null' : ''}`,
          requiredText(one[write]),
          one.description ? cell(one.description) : `Leads to ${targetText(page, one)}.`,
        ],
      ),
  ]
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]
