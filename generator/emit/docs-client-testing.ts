import type { Model, Operation, Resource } from '../model/types.js'
import { type Subjects, usualPlain } from './docs-client-examples.js'
import { type Asking, askingOf, includable } from './example-asking.js'
import { exampleId, relatedId } from './example-ids.js'
import { exampleInput } from './example-input.js'
import { answeredWith, fixture, route, testExample, textOf } from './example-test.js'
import { exampleValue } from './example-values.js'
import { callExample, rowName } from './examples.js'
import { literal, memberAccess, objectKey, stringLiteral } from './literals.js'
import { resourceOf } from './lookup.js'
import { code } from './markdown.js'
import { isReachable } from './servers.js'

/** How code that uses the SDK is tested without the API. */
export function testingView(model: Model, { list, retrieve, create, resource }: Subjects): object {
  const plain = usualPlain(model)
  const including = askingOf(model).find((one) => one.operation.kind === 'retrieve' && included(model, one))
  const [token] = model.api.security.flatMap((one) => (one.type === 'clientCredentials' && one.tokenUrl) || [])
  return {
    first: retrieve && resource ? firstExample(model, retrieve, resource) : plain ? plainExample(model, plain) : '',
    fixture: resource ? code(`Fixture<${stringLiteral(resource.type)}>`) : '',
    sent: create ? sentExample(model, create) : '',
    pages: list ? pagesExample(model, list) : '',
    related: including ? relatedExample(model, including) : '',
    errors: create ? errorsExample(model, create) : '',
    turns: list ? turnsExample(model, list) : '',
    failures: list ? failuresExample(model, list) : '',
    token: token === undefined ? '' : code(`POST ${token}`),
    named: isReachable(model.api),
  }
}

function firstExample(model: Model, retrieve: Operation, resource: Resource): string {
  const name = rowName(model, [resource.type])
  const own = retrieve.pathParameters.find(({ argument }) => argument === 'id')
  const { id, ...fields } = fixture(resource, exampleId(model, resource.type))
  const members = Object.entries(fields).map(([key, value]) => `${objectKey(key)}: ${literal(value)}`)
  const given = own ? `id: path${memberAccess(own.name)}` : `id: ${literal(id)}`
  const call = `answer({ ${[...members.slice(0, 1), given, ...members.slice(1)].join(', ')} })`
  const line = route(retrieve, own ? `({ path }) => ${call}` : call)
  const text = textOf(resource)
  return testExample(
    model,
    [line.length > 76 ? line.replace(') => answer', ') =>\n  answer') : line],
    [
      callExample(model, retrieve, { before: `const ${name} = await ` }),
      text
        ? `console.log(${name}${memberAccess(text.name)}) // ${literal(exampleValue(text))}`
        : `console.log(${name}.id) // ${literal(id)}`,
    ],
  )
}

/** Where there are no resources. */
const plainExample = (model: Model, operation: Operation): string =>
  testExample(
    model,
    [route(operation, "Response.json({ name: 'x' })")],
    [`console.log(await ${callExample(model, operation, {})}) // { name: 'x' }`],
  )

function sentExample(model: Model, create: Operation): string {
  const resource = answeredWith(model, create)
  const input = exampleInput(model, create)
  const [attribute, value] = input?.attributes[0] ?? []
  const answer = resource
    ? route(create, 'answer', [fixture(resource, exampleId(model, resource.type)), { status: 201 }])
    : route(create, 'answer()')
  return testExample(
    model,
    [answer],
    [
      callExample(model, create, { before: 'await ' }),
      'const [request] = service.requests',
      `console.log(request?.route) // ${stringLiteral(`${create.method} ${create.path}`)}`,
      ...(attribute && typeof value === 'string'
        ? [`console.log(request?.input${optional(attribute.name)}) // ${literal(value)}`]
        : []),
    ],
  )
}

const optional = (name: string): string =>
  memberAccess(name).startsWith('.') ? `?.${name}` : `?.${memberAccess(name)}`

function pagesExample(model: Model, list: Operation): string {
  const resource = answeredWith(model, list)
  const rows = resource ? ['1', '2', '3'].map((id) => fixture(resource, id)) : []
  const answer = `answerPages(\n  [\n${rows.map((row) => `    ${literal(row)},\n`).join('')}  ],\n  { size: 2 },\n)`
  return testExample(
    model,
    [route(list, answer)],
    [
      `${callExample(model, list, { before: 'const rows = await ' })}.all()`,
      'console.log(rows.length, service.requests.length) // 3, 2',
    ],
  )
}

/** A relationship that can be included, with what it leads to. */
function included(model: Model, asking: Asking) {
  for (const { name, types, cardinality } of includable(asking)) {
    const [target] = types.map((type) => resourceOf(model, type))
    const text = target && textOf(target)
    if (target && text && target !== asking.resource && cardinality === 'one') return { name, target, text }
  }
  return undefined
}

function relatedExample(model: Model, asking: Asking): string {
  const { operation, resource } = asking
  const related = included(model, asking)
  if (!related) return ''
  const { name, target, text } = related
  const row = rowName(model, [resource.type])
  const id = relatedId(model, target.type, resource.type)
  const given = { type: resource.type, id: exampleId(model, resource.type), [name]: fixture(target, id) }
  return testExample(
    model,
    [route(operation, 'answer', [given])],
    [
      callExample(model, operation, { before: `const ${row} = await `, query: { include: [name] } }),
      `console.log(${row}${memberAccess(name)}${optional(text.name)}) // ${literal(exampleValue(text))}`,
    ],
  )
}

function errorsExample(model: Model, create: Operation): string {
  const input = exampleInput(model, create)
  const [first] = [...(input?.attributes ?? []), ...(input?.relationships ?? [])].map(([{ name }]) => name)
  if (first === undefined) return ''
  return testExample(
    model,
    [route(create, 'answerErrors', [422, [{ field: first, detail: 'is taken' }]])],
    [
      `${callExample(model, create, { before: 'const result = await ' })}.settled()`,
      `if (!result.ok) console.log(result.error.fields${memberAccess(first)}?.[0]?.detail) // 'is taken'`,
    ],
  )
}

function turnsExample(model: Model, list: Operation): string {
  const turns = "[\n  answerErrors(429, [], { headers: { 'retry-after': '0' } }),\n  answer([]),\n]"
  return testExample(
    model,
    [route(list, turns)],
    [
      callExample(model, list, { before: 'const page = await ' }),
      'console.log(page.data.length, service.requests.length) // 0, 2',
    ],
  )
}

function failuresExample(model: Model, list: Operation): string {
  const call = callExample(model, list, {})
  return testExample(
    model,
    [route(list, "[\n  new TypeError('fetch failed'),\n  answerLate(Infinity, answer([])),\n]")],
    [
      `const lost = await ${call}.catch((error) => error)`,
      'console.log(lost instanceof ConnectionError) // true',
      '',
      `const late = await ${call}.catch((error) => error)`,
      'console.log(late instanceof TimeoutError) // true',
    ],
    { imports: ['ConnectionError', 'TimeoutError'], options: ['retry: 0', 'timeout: 50'] },
  )
}
