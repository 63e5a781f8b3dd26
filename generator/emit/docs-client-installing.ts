import type { Model, Resource } from '../model/types.js'
import { clientExample, importLines, SDK, type Subjects, usualCall } from './docs-client-examples.js'
import { sentenceCase } from './docs-words.js'
import { callExample, rowName } from './examples.js'
import { inputName, isObject } from './inputs.js'
import { stringLiteral } from './literals.js'
import { operationsOf } from './lookup.js'
import { code, fence, plain, table } from './markdown.js'
import { withArticle } from './prose.js'

/** What the SDK needs, where it runs, and the first request. */
export function installingView(model: Model, subjects: Subjects): object {
  const { resource } = subjects
  const remove = operationsOf(model).find(({ kind, body }) => kind === 'delete' && body === null)
  const call = remove ? callExample(model, remove, {}) : usualCall(model, subjects)
  const request = ['// Nothing is sent.', `const request = ${call}`, '', '// The request is sent.', 'await request']
  return {
    first: fence('ts', [clientExample(model.api, { from: SDK }), '', ...firstRequest(model, subjects)].join('\n')),
    lazy: fence('ts', request.join('\n')),
    types: table(['Type', 'What it is'], [...(resource ? resourceRows(resource) : []), ...CLIENT_ROWS]),
    typed: resource ? typedExample(resource) : '',
  }
}

function firstRequest(model: Model, subjects: Subjects): string[] {
  const { list } = subjects
  if (!list) return [`console.log(await ${usualCall(model, subjects)})`]
  const row = rowName(model, 'types' in list.answer ? list.answer.types : [])
  return [`for await (const ${row} of ${callExample(model, list, {})}) {`, `  console.log(${row}.id)`, '}']
}

/** The types of a resource that stands for all. */
function resourceRows(resource: Resource): string[][] {
  const { name, label, operations } = resource
  const one = plain(withArticle(label.one))
  const inputs = operations.flatMap(({ body }) =>
    isObject(body) && body.kind === 'resource'
      ? [[inputName(resource, body), `What ${one} is ${body.write}d with`]]
      : [],
  )
  const result = resultType(resource)
  return [
    [code(name), `${sentenceCase(one)}, as it is read`],
    ...new Map(inputs.map(([input = '', what = '']) => [code(input), what])),
    ...(result.related ? [[code(result.type), `${sentenceCase(one)} with what ${code(result.related)} leads to`]] : []),
    [code(`Page<${name}>`), 'A page of a list of them'],
  ]
}

const CLIENT_ROWS: readonly string[][] = [
  [code('Client'), `What ${code('createClient')} gives`],
  [code('ClientOptions'), `What ${code('createClient')} takes`],
  [code('RequestOptions'), 'What every method takes as its last argument'],
]

/** `Result<'roles', 'organization'>` */
function resultType({ type, relationships }: Resource): { type: string; related: string | undefined } {
  const readable = relationships.filter((one) => one.readable)
  const related = (readable.find(({ cardinality }) => cardinality === 'one') ?? readable[0])?.name
  const names = [type, ...(related === undefined ? [] : [related])].map(stringLiteral)
  return { type: `Result<${names.join(', ')}>`, related }
}

function typedExample(resource: Resource): string {
  const source = [
    ...importLines(['type Page', 'type Result'], SDK),
    '',
    `type Row = ${resultType(resource).type}`,
    '',
    'export const ids = (page: Page<Row>): string[] => page.data.map(({ id }) => id)',
  ]
  return fence('ts', source.join('\n'))
}
