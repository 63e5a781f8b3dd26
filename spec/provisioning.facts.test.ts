/** What `inspect --json` finds in `provisioning.yaml` against the facts of the API: nothing missing, nothing extra. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

type Writable = 'required' | 'optional' | null

interface Inspected {
  readonly resources: readonly InspectedResource[]
  readonly operations: readonly Endpoint[]
  readonly warnings: readonly unknown[]
}
interface InspectedResource {
  readonly type: string
  readonly attributes: readonly InspectedAttribute[]
  readonly relationships: readonly InspectedRelationship[]
  readonly operations: readonly Endpoint[]
}
interface InspectedAttribute {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly readable: boolean
  readonly create: Writable
  readonly update: Writable
  readonly enum?: readonly string[]
  readonly format?: string
  readonly filterable?: boolean
  readonly sortable?: boolean
}
interface InspectedRelationship {
  readonly name: string
  readonly cardinality: 'one' | 'many'
  readonly types: readonly string[]
  readonly create: Writable
  readonly update: Writable
}
interface Endpoint {
  readonly method: string
  readonly path: string
}

interface Facts {
  readonly resources: Readonly<Record<string, FactsResource>>
}
interface FactsResource {
  readonly attributes: Readonly<Record<string, FactsAttribute>>
  readonly relationships: Readonly<Record<string, FactsRelationship>>
  /** `GET /roles/{roleId}` */
  readonly endpoints: readonly string[]
}
interface FactsAttribute {
  readonly type: string
  readonly nullable?: boolean
  readonly read_only?: boolean
  readonly write_only?: boolean
  readonly create?: Writable
  readonly update?: Writable
  readonly enum?: readonly string[]
  readonly format?: string
  readonly filterable?: boolean
  readonly sortable?: boolean
}
interface FactsRelationship {
  readonly type: string
  readonly cardinality: 'one' | 'many'
  readonly create?: Writable
  readonly update?: Writable
}

const root = fileURLToPath(new URL('..', import.meta.url))
const factsFile = fileURLToPath(new URL('../../shared/facts/provisioning-api.json', import.meta.url))

/** One line for each thing that was found, so that a difference reads as a line. */
function found({ resources }: Inspected): string[] {
  return resources.flatMap(({ type, attributes, relationships, operations }) => [
    `resource ${type}`,
    ...attributes.map((attribute) => attributeLine(type, attribute)),
    ...relationships.map((relationship) => relationshipLine(type, relationship)),
    ...operations.map(({ method, path }) => `endpoint ${type}: ${method} ${path}`),
  ])
}

/** The same lines for what is so. What the facts do not mention is false, or null. */
function wanted({ resources }: Facts): string[] {
  return Object.entries(resources).flatMap(([type, { attributes, relationships, endpoints }]) => [
    `resource ${type}`,
    ...Object.entries(attributes).map(([name, { nullable = false, create = null, update = null, ...fact }]) =>
      attributeLine(type, { ...fact, name, nullable, readable: !fact.write_only, create, update }),
    ),
    ...Object.entries(relationships).map(([name, { cardinality, create = null, update = null, ...fact }]) =>
      relationshipLine(type, { name, cardinality, types: [fact.type], create, update }),
    ),
    ...endpoints.map((endpoint) => `endpoint ${type}: ${endpoint}`),
  ])
}

const attributeLine = (resource: string, attribute: InspectedAttribute): string =>
  [
    `attribute ${resource}.${attribute.name}: ${attribute.type}`,
    `nullable ${attribute.nullable}`,
    `readable ${attribute.readable}`,
    `create ${attribute.create}`,
    `update ${attribute.update}`,
    `enum ${attribute.enum?.join('|') ?? '-'}`,
    `format ${attribute.format ?? '-'}`,
    `filterable ${attribute.filterable ?? false}`,
    `sortable ${attribute.sortable ?? false}`,
  ].join(', ')

const relationshipLine = (resource: string, relationship: InspectedRelationship): string =>
  [
    `relationship ${resource}.${relationship.name}: ${relationship.cardinality}`,
    `types ${relationship.types.join('|')}`,
    `create ${relationship.create}`,
    `update ${relationship.update}`,
  ].join(', ')

const less = (these: readonly string[], those: readonly string[]): string[] =>
  these.filter((line) => !those.includes(line)).sort()

let inspected: Inspected | undefined
function inspect(): Inspected {
  inspected ??= JSON.parse(
    execFileSync('node_modules/.bin/tsx', ['generator/cli.ts', 'inspect', 'spec/provisioning.yaml', '--json'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    }),
  ) as Inspected
  return inspected
}

if (existsSync(factsFile)) {
  const should = wanted(JSON.parse(readFileSync(factsFile, 'utf8')))

  test('every resource, attribute, relationship and endpoint of the API is found as it is', () => {
    assert.equal(less(should, found(inspect())), [])
  })

  test('nothing is found that the API does not have, and nothing twice', () => {
    const is = found(inspect())
    assert.equal(less(is, should), [])
    assert.is(is.length, should.length)
    assert.equal(inspect().operations, [])
  })

  test('the document leaves nothing to be warned of', () => {
    assert.equal(inspect().warnings, [])
  })
} else {
  console.log('provisioning.facts.test.ts: skipped, as ../shared/facts is not there')
  test.skip('the document agrees with the facts of the API')
}

test.run()
