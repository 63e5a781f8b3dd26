/** What is known of operations, for a person to read. */
import { sourceOf, table } from './inspect-table.js'
import type { Answer, Body, Operation, Relationship } from './model/types.js'
import type { Terminal } from './terminal.js'

/** A line for each: the call, verb and path, the answer, and where that is known from. */
export function operationLines(operations: readonly Operation[], indent: number, terminal: Terminal): string[] {
  const rows = operations.map((operation) => [
    `${operation.call}(${argumentsOf(operation)})`,
    `${operation.method} ${operation.path}`,
    answerOf(operation.answer),
    sourceOf(operation.source),
  ])
  return table(rows, { indent, terminal })
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
