import type { Attribute, Model, Operation, Resource } from '../model/types.js'
import { dateType } from './dates.js'
import { clientExample, importLines, SDK, type Subjects, usualCall, usualPlain } from './docs-client-examples.js'
import { pathValue } from './example-ids.js'
import { wireParameters } from './example-parameters.js'
import { callExample, rowName } from './examples.js'
import { literal, memberAccess, stringLiteral } from './literals.js'
import { code, fence, table } from './markdown.js'
import { cell } from './markdown-inline.js'
import { isReachable, variablesOf } from './servers.js'

/** What lies beneath the client's methods: documents, responses, requests, the server. */
export function documentsView(model: Model, subjects: Subjects): object {
  const { api } = model
  const { retrieve, list, resource } = subjects
  const create = (...options: readonly string[]): string => fence('ts', clientExample(api, { from: SDK, options }))
  const call = usualCall(model, subjects)
  const plain = retrieve ?? usualPlain(model)
  return {
    document: fence(
      'ts',
      [
        `const request = ${call}`,
        'const { data, meta, links, response } = await request.withResponse()',
        'console.log(response.status, meta, links)',
      ].join('\n'),
    ),
    origin: retrieve && resource ? originExample(model, retrieve, resource) : '',
    parse: resource ? parseExample(resource) : '',
    parseList:
      resource && list
        ? fence(
            'ts',
            [
              ...importLines(['parseList'], SDK),
              '',
              `const { data, meta } = parseList(payload, { type: ${stringLiteral(resource.type)} })`,
            ].join('\n'),
          )
        : '',
    response: fence('ts', `const response = await ${call}.asResponse()\nconst text = await response.text()`),
    request: fence('ts', `const request = await ${call}.toRequest()`),
    endpoint: plain ? fence('ts', endpointExample(model, plain)) : '',
    unknown: fence(
      'ts',
      "const answer = await api.request('POST /unlisted/{id}', { path: { id: '1' }, body: { a: 1 } })",
    ),
    ...dateTexts(model, subjects),
    filters: model.dialect.filter !== null,
    fetch: create("fetch: (request) => fetch(request, { redirect: 'error' })"),
    headers: create("headers: { 'accept-language': 'en' }"),
    oneHeader: fence(
      'ts',
      usualCall(model, subjects, 'const answer = await ', "{ headers: { 'accept-language': 'fr' } }"),
    ),
    named: api.servers.length > 0,
    reachable: isReachable(api),
    servers: serverTable(model),
    baseUrl: create("baseUrl: 'http://localhost:3000/api'"),
    ...variableTexts(model, create),
  }
}

function originExample(model: Model, retrieve: Operation, resource: Resource): string {
  const name = rowName(model, [resource.type])
  const [related] = resource.relationships.filter(({ readable }) => readable)
  return fence(
    'ts',
    [
      ...importLines(['linksOf', 'metaOf'], SDK),
      '',
      callExample(model, retrieve, { before: `const ${name} = await ` }),
      `console.log(linksOf(${name})?.self, metaOf(${name}))`,
      ...(related ? [`console.log(linksOf(${name}, ${stringLiteral(related.name)})?.related)`] : []),
    ].join('\n'),
  )
}

function parseExample({ type, relationships }: Resource): string {
  const related = relationships.find(({ cardinality }) => cardinality === 'one') ?? relationships[0]
  const expected = { type, ...(related && { include: [related.name] }) }
  return fence(
    'ts',
    [...importLines(['parse'], SDK), '', `const resource = parse(payload, ${literal(expected)})`].join('\n'),
  )
}

function endpointExample(model: Model, operation: Operation): string {
  const values = operation.pathParameters.map((parameter) => [parameter.name, pathValue(model, operation, parameter)])
  const endpoint = stringLiteral(`${operation.method} ${operation.path}`)
  const members = { ...(values.length > 0 && { path: Object.fromEntries(values) }), ...wireParameters(operation) }
  const call = 'const document = await api.request'
  return Object.keys(members).length > 0
    ? `${call}(\n  ${endpoint},\n  ${literal(members)},\n)`
    : `${call}(${endpoint})`
}

/** What dates are in the SDK, shown by a date that every resource of the type has; nothing where there is none. */
function dateTexts(model: Model, { retrieve, resource }: Subjects): { date: string; asDate: boolean } {
  const asDate = model.sdk.dates === 'Date'
  const isDate = ({ type, format, readable, nullable, enum: values }: Attribute): boolean =>
    type === 'string' && format === 'date-time' && readable && !nullable && !values
  const attribute = resource?.attributes.find(isDate)
  if (!retrieve || !resource || !attribute) return { date: '', asDate }
  const name = rowName(model, [resource.type])
  const value = `${name}${memberAccess(attribute.name)}`
  const date = dateType(model, attribute) === undefined ? `new Date(${value})` : value
  return {
    date: fence(
      'ts',
      `${callExample(model, retrieve, { before: `const ${name} = await ` })}\nconst year = ${date}.getFullYear()`,
    ),
    asDate,
  }
}

function serverTable({ api: { servers } }: Model): string {
  return table(
    ['Server', 'Description'],
    servers.map(({ template, description = '' }) => [code(template), cell(description)]),
  )
}

/** The variables in the URLs of the servers, and a client that sets one; nothing where there are none. */
function variableTexts(
  { api }: Model,
  create: (...options: readonly string[]) => string,
): { variables: string; variable: string } {
  const variables = variablesOf(api.servers)
  const [first] = variables
  if (!first) return { variables: '', variable: '' }
  const value = first.enum?.find((one) => one !== first.default) ?? first.default ?? 'value'
  const rows = variables.map(({ name, enum: values = [], default: usual, description = '' }) => [
    code(name),
    values.map(code).join(', '),
    usual === undefined ? '' : code(usual),
    cell(description),
  ])
  return {
    variables: table(['Variable', 'Values', 'By default', 'Description'], rows),
    variable: create(`variables: ${literal({ [first.name]: value })}`),
  }
}
