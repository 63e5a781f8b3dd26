/** What the generator knows of an API, for a person to read: each fact with its source. */
import { apiBlock } from './inspect-api.js'
import { queryFacts } from './inspect-query.js'
import { sourceOf, table } from './inspect-table.js'
import type { Answer, Attribute, Body, Model, Operation, Relationship, Resource, Writable } from './model/types.js'
import { type Problem, printable, showProblem } from './problems.js'

export { inspectJson } from './inspect-json.js'

/** The Model as text, a block for each resource; the warnings come last. */
export function inspect(model: Model, problems: readonly Problem[]): string {
  const blocks = [
    apiBlock(model),
    ...model.resources.map(resourceBlock),
    ...(model.operations.length > 0 ? [['Other operations', ...operationLines(model.operations)].join('\n')] : []),
    ...problems.map(showProblem),
    summary(model, problems),
  ]
  return `${printable(blocks.join('\n\n'))}\n`
}

function resourceBlock(resource: Resource): string {
  const { type, name, accessor, singleton, attributes, relationships, operations, id } = resource
  const idFacts = [id.create && `create ${id.create}`, id.filterable && 'filterable', id.sortable && 'sortable']
  return [
    `${type}: ${name}, api.${accessor}${singleton ? ', a singleton' : ''} (${sourceOf(resource.source)})`,
    '  attributes',
    ...table([['id', 'string', idFacts.filter(Boolean).join(', ')], ...attributes.map(attributeFacts)], 4),
    ...(relationships.length > 0 ? ['  relationships', ...table(relationships.map(relationshipFacts), 4)] : []),
    ...(operations.length > 0 ? ['  operations', ...operationLines(operations, 4)] : []),
    ...queryLines(operations),
  ].join('\n')
}

function queryLines(operations: readonly Operation[]): string[] {
  const rows = operations.flatMap(queryFacts)
  return rows.length > 0 ? ['  queries', ...table(rows, 4)] : []
}

function attributeFacts(attribute: Attribute): string[] {
  const { name, type, format, nullable, enum: values } = attribute
  return [
    name,
    [type, format && `(${format})`, nullable && '| null'].filter(Boolean).join(' '),
    [
      access(attribute),
      attribute.filterable && 'filterable',
      attribute.sortable && 'sortable',
      attribute.deprecated && 'deprecated',
      values && `one of ${values.join(', ')}`,
    ]
      .filter(Boolean)
      .join(', '),
    sourceOf(attribute.source),
  ]
}

function relationshipFacts(relationship: Relationship): string[] {
  const { name, cardinality, types, nullable, source } = relationship
  const where = types.join(' or ') || 'unknown'
  const sources = [...new Set([sourceOf(source.cardinality), sourceOf(source.types)])]
  return [
    name,
    `${cardinality === 'many' ? 'many' : 'one'} ${where}${nullable ? ' | null' : ''}`,
    [access(relationship), relationship.deprecated && 'deprecated'].filter(Boolean).join(', '),
    sources.join('; '),
  ]
}

/** `read, create required, update`. */
function access({ readable, create, update }: { readable: boolean; create: Writable; update: Writable }): string {
  const write = (verb: string, writable: Writable) => writable && `${verb}${writable === 'required' ? ' required' : ''}`
  return [readable && 'read', write('create', create), write('update', update)].filter(Boolean).join(', ')
}

function operationLines(operations: readonly Operation[], indent = 2): string[] {
  return table(
    operations.map((operation) => [
      `${operation.call}(${argumentsOf(operation)})`,
      `${operation.method} ${operation.path}`,
      answerOf(operation.answer),
      sourceOf(operation.source),
    ]),
    indent,
  )
}

function argumentsOf({ pathParameters, body, query, parameters }: Operation): string {
  const families = Object.entries(query).flatMap(([family, taken]) => (taken ? [family] : []))
  const own = (['query', 'header', 'cookie', 'querystring'] as const).flatMap((place) => {
    const names = parameters
      .filter((one) => one.in === place)
      .map(({ name, required }) => `${name}${required ? '' : '?'}`)
    return names.length > 0 ? [`${place}: { ${names.join(', ')} }`] : []
  })
  const asked = [...families, ...own]
  return [
    ...pathParameters.map(({ argument }) => argument),
    ...(body ? [bodyOf(body)] : []),
    ...(asked.length > 0 ? [`{ ${asked.join(', ')} }`] : []),
  ].join(', ')
}

function bodyOf(body: Body): string {
  switch (body.kind) {
    case 'attributes':
      return `{ ${body.attributes.map(({ name }) => name).join(', ')} }`
    case 'resource':
      return `${body.type} to ${body.write}`
    case 'linkage':
      return linkageOf(body)
    case 'plain':
      return body.contents.map(({ mediaType }) => mediaType).join(' or ')
  }
}

function answerOf(answer: Answer): string {
  switch (answer.kind) {
    case 'one':
      return `${answer.status} ${answer.types.join(' or ')}${answer.nullable ? ' | null' : ''}`
    case 'many':
      return `${answer.status} many ${answer.types.join(' or ')}`
    case 'linkage':
      return `${answer.status} ${linkageOf(answer)}${answer.nullable ? ' | null' : ''}`
    case 'plain':
      return `${answer.status} ${[...new Set(answer.contents.map(({ mediaType }) => mediaType))].join(' or ')}`
    case 'nothing':
      return `${answer.status}`
  }
}

const linkageOf = ({ cardinality, types }: Pick<Relationship, 'cardinality' | 'types'>): string =>
  `linkage of ${cardinality} ${types.join(' or ')}`

function summary({ resources, operations }: Model, problems: readonly Problem[]): string {
  const count = resources.reduce((sum, resource) => sum + resource.operations.length, operations.length)
  return [
    number(resources.length, 'resource'),
    number(count, 'operation'),
    number(problems.filter(({ severity }) => severity === 'warning').length, 'warning'),
  ].join(', ')
}

const number = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
