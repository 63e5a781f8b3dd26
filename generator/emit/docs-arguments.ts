import type { Attribute, Body, Model, Operation } from '../model/types.js'
import { pageArguments } from './docs-pagination.js'
import { parameterRows, propertyRows, type Row } from './docs-parameters.js'
import { relative } from './docs-site.js'
import { type Page, requiredText, targetText, typeLink, typeText } from './docs-words.js'
import { ownerOf } from './example-ids.js'
import { resourceOf } from './lookup.js'
import { code, link, plain, table } from './markdown.js'
import { cell } from './markdown-inline.js'

type BodyOf<Kind extends Body['kind']> = Extract<Body, { readonly kind: Kind }>

/** The tables of an operation's arguments, those that have rows: path, query and body parameters. */
export function argumentTables(page: Page, operation: Operation): string[] {
  const groups = [
    ['Path parameter', pathRows(page.model, operation)],
    ['Query parameter', [...queryRows(page, operation), ...parameterRows(operation, 'query', 'querystring')]],
    ['Header', parameterRows(operation, 'header')],
    ['Cookie', parameterRows(operation, 'cookie')],
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
  const types = 'types' in answer ? answer.types : []
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
function bodyRows(page: Page, { body, pathParameters }: Operation): Row[] {
  switch (body?.kind) {
    case undefined:
      return []
    case 'plain': {
      const { contents, required } = body
      const types = contents.map(({ mediaType }) => code(mediaType)).join(' or ')
      const [, other] = contents
      const choice = other
        ? `As ${code(contents[0].mediaType)}, or as another: ${code(`sendAs('${other.mediaType}', …)`)}.`
        : ''
      return [['body', types, required ? 'Required' : 'Optional', choice], ...propertyRows(contents[0].properties)]
    }
    case 'linkage':
      return linkageRows(page, body)
    case 'attributes':
      return [typeRow(body.type), ...(body.id ? [PATH_ID] : []), ...attributeRows(body.attributes, 'create')]
    case 'resource':
      return resourceRows(page, body, pathParameters.length > 0)
  }
}

const typeRow = (type: string): Row => [code('type'), 'string', 'Required', `Always ${code(type)}.`]
const PATH_ID: Row = [code('id'), 'string', 'Required', 'The same as in the path.']

/** https://jsonapi.org/format/1.1/#crud-updating-relationships */
function linkageRows(page: Page, { cardinality, types }: BodyOf<'linkage'>): Row[] {
  const many = cardinality === 'many'
  const resources = types.map((type) => `the ${typeLink(page, type, many ? 'many' : 'one')}`).join(' or ')
  const named = types.length > 1 ? `One of ${types.map(code).join(', ')}.` : `Always ${types.map(code).join('')}.`
  const data = many ? 'data[]' : 'data'
  return [
    many
      ? [code('data'), 'array', 'Required', `The resource identifiers of ${resources}.`]
      : [code('data'), 'object or null', 'Required', `The resource identifier of ${resources}; null for none.`],
    [code(`${data}.type`), 'string', 'Required', named],
    [code(`${data}.id`), 'string', 'Required', ''],
  ]
}

function attributeRows(attributes: readonly Attribute[], write: 'create' | 'update'): Row[] {
  return attributes.map((one) => [
    code(`attributes.${one.name}`),
    typeText(one),
    requiredText(one[write]),
    cell(one.description ?? ''),
  ])
}

function resourceRows(page: Page, { type, write }: BodyOf<'resource'>, named: boolean): Row[] {
  const resource = resourceOf(page.model, type)
  const attributes = resource.attributes.filter((attribute) => attribute[write])
  const newId: Row = [code('id'), 'string', requiredText(resource.id.create), 'The id, chosen by the client.']
  return [
    typeRow(type),
    ...(write === 'create' && resource.id.create ? [newId] : []),
    ...(write === 'update' && named ? [PATH_ID] : []),
    ...attributeRows(attributes, write),
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
