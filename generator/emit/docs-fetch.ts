import type { Model, Operation } from '../model/types.js'
import type { ExampleQuery } from './example-query.js'
import { type ExampleRequest, exampleRequest } from './example-request.js'
import { indented } from './layout.js'
import { literalLines } from './literal-lines.js'
import { stringLiteral } from './literals.js'

/** The example of an operation as a call of `fetch`, in JavaScript. */
export function fetchExample(model: Model, operation: Operation, query?: ExampleQuery): string {
  const request = exampleRequest(model, operation, query)
  const { method, url, headers, cookies, basic, body } = request
  const parts = body?.kind === 'parts' ? body.parts : []
  const all = [
    ...headers,
    ...(cookies.length > 0 ? [['Cookie', cookies.map((pair) => pair.join('=')).join('; ')]] : []),
  ]
  const named = all.length > 0 ? literalLines(Object.fromEntries(all)) : []
  const members = [
    ...(method === 'GET' ? [] : [`method: ${stringLiteral(method)},`]),
    ...(named.length > 0 || basic ? ended('headers: ', basic ? withBasic(named) : named) : []),
    ...bodyLines(request),
  ]
  return [
    ...(parts.length > 0 ? ['const body = new FormData()'] : []),
    ...parts.map(({ name, isFile }) => `body.set(${stringLiteral(name)}, ${isFile ? 'file' : "'…'"})`),
    ...(members.length > 0
      ? [`const response = await fetch(${stringLiteral(url)}, {`, ...indented(members), '})']
      : [`const response = await fetch(${stringLiteral(url)})`]),
    ...(operation.answer.kind === 'nothing' || method === 'HEAD' ? [] : [`const ${read(operation)}`]),
  ].join('\n')
}

const read = ({ answer }: Operation): string =>
  answer.kind !== 'plain' || /json/i.test(answer.contents[0].mediaType)
    ? 'document = await response.json()'
    : 'body = await response.blob()'

function bodyLines({ body }: ExampleRequest): string[] {
  switch (body?.kind) {
    case undefined:
      return []
    case 'document':
      return ended('body: JSON.stringify(', literalLines(body.value), ')')
    case 'parts':
    case 'other':
      return ['body,']
  }
}

/** Headers, and a name with its password. https://www.rfc-editor.org/rfc/rfc7617 */
const withBasic = (lines: readonly string[]): string[] => [
  '{',
  ...(lines.length > 1 ? lines.slice(1, -1) : lines.map((line) => `  ${line.replace(/^\{ | \}$/g, '')},`)),
  "  Authorization: 'Basic ' + btoa('{{your_username}}:{{your_password}}'),",
  '}',
]

const ended = (head: string, [first = '', ...rest]: readonly string[], tail = ''): string[] => {
  const lines = [head + first, ...rest]
  return lines.map((line, index) => (index === lines.length - 1 ? `${line}${tail},` : line))
}
