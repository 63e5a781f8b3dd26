import type { Attribute, Body, Model, Operation, Relationship } from '../model/types.js'
import { parameterRows, propertyRows } from './docs-parameters.js'
import { queryRows } from './docs-query.js'
import { fitting, type Row, rowsText, sentences } from './docs-rows.js'
import { type Page, requiredText, targets, typeLink } from './docs-words.js'
import { ownerOf, resourceOf } from './lookup.js'
import { code, plain } from './markdown.js'
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
  return groups.flatMap(([head, rows]) => rowsText([head, 'Type', 'Required', 'Description'], rows))
}

function pathRows(model: Model, operation: Operation): Row[] {
  const owner = ownerOf(model, operation)
  return operation.pathParameters.map(({ name, argument, type, description }) => {
    const known = owner && argument === 'id' ? `The id of the ${plain(owner.label.one)}.` : ''
    return { cells: [code(name), type, 'Required', sentences(description ? cell(description) : known)] }
  })
}

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
      const whole = { cells: ['body', types, required ? 'Required' : 'Optional', choice] }
      return [whole, ...propertyRows(contents[0].properties)]
    }
    case 'linkage':
      return linkageRows(page, body)
    case 'attributes':
      return [typeRow(body.type), ...(body.id ? [PATH_ID] : []), ...attributeRows(body.attributes, 'create')]
    case 'resource':
      return resourceRows(page, body, pathParameters.length > 0)
  }
}

const typeRow = (type: string): Row => ({ cells: [code('type'), 'string', 'Required', `Always ${code(type)}.`] })
const PATH_ID: Row = { cells: [code('id'), 'string', 'Required', 'The same as in the path.'] }

/** https://jsonapi.org/format/1.1/#crud-updating-relationships */
function linkageRows(page: Page, { cardinality, types }: BodyOf<'linkage'>): Row[] {
  const many = cardinality === 'many'
  const resources = types.map((type) => `the ${typeLink(page, type, many ? 'many' : 'one')}`).join(' or ')
  const named = types.length > 1 ? `One of ${types.map(code).join(', ')}.` : `Always ${types.map(code).join('')}.`
  const data = many ? 'data[]' : 'data'
  const rows = [
    many
      ? [code('data'), 'array', 'Required', `The resource identifiers of ${resources}.`]
      : [code('data'), 'object or null', 'Required', `The resource identifier of ${resources}; null for none.`],
    [code(`${data}.type`), 'string', 'Required', named],
    [code(`${data}.id`), 'string', 'Required', ''],
  ]
  return rows.map((cells) => ({ cells }))
}

const attributeRows = (attributes: readonly Attribute[], write: 'create' | 'update'): Row[] =>
  propertyRows(
    attributes.map((one) => ({ ...one, name: `attributes.${one.name}`, required: one[write] === 'required' })),
  )

function resourceRows(page: Page, { type, write }: BodyOf<'resource'>, named: boolean): Row[] {
  const resource = resourceOf(page.model, type)
  const newId: Row = {
    cells: [code('id'), 'string', requiredText(resource.id.create), 'The id, chosen by the client.'],
  }
  return [
    typeRow(type),
    ...(write === 'create' && resource.id.create ? [newId] : []),
    ...(write === 'update' && named ? [PATH_ID] : []),
    ...attributeRows(
      resource.attributes.filter((attribute) => attribute[write]),
      write,
    ),
    ...resource.relationships
      .filter((relationship) => relationship[write])
      .map((relationship) => relationshipRow(page, relationship, write)),
  ]
}

function relationshipRow(page: Page, relationship: Relationship, write: 'create' | 'update'): Row {
  const { name, cardinality, nullable, deprecated, description = '' } = relationship
  const { text, list } = fitting(`resources that ${name} leads to`, targets(page, relationship), ' or ')
  const leads = `Leads to ${cardinality} ${list ? 'of ' : ''}${text}.`
  return {
    cells: [
      code(`relationships.${name}`),
      cardinality === 'many' ? 'array' : `object${nullable ? ' or null' : ''}`,
      requiredText(relationship[write]),
      sentences(deprecated ? '**Deprecated.**' : '', cell(description), leads),
    ],
    list,
  }
}
