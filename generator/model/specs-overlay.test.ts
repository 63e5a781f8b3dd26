/** The publisher's document of the Provisioning API with the overlay of `spec/`, compared with our own document. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../document/load.js'
import { build } from './build.js'
import type { Model, PageDialect } from './types.js'

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))
const ours = fileURLToPath(new URL('../../spec/provisioning.yaml', import.meta.url))
const overlay = fileURLToPath(new URL('../../spec/provisioning.overlay.yaml', import.meta.url))

/** What no example or description, and no pointer, is needed for. */
function told({ api, dialect, resources }: Model) {
  return {
    server: api.servers[0]?.url,
    filter: dialect.filter && { ...dialect.filter, source: undefined },
    page: page(dialect.page),
    resources: resources
      .map(({ type, label, singleton, id, attributes, relationships, operations }) => ({
        ...{ type, label, singleton },
        id: [id.create, id.filterable, id.sortable],
        attributes: attributes.map((one) => [
          ...[one.name, one.type, one.nullable, one.format, one.enum?.toSorted(), one.readable],
          ...[one.create, one.update, one.filterable, one.sortable],
        ]),
        relationships: relationships.map(({ name, cardinality, types, create, update }) => [
          ...[name, cardinality, types, create, update],
        ]),
        operations: operations.map(({ call, kind, method, path }) => `${call} ${kind} ${method} ${path}`).sort(),
      }))
      .sort((a, b) => (a.type < b.type ? -1 : 1)),
  }
}

/** What the publisher's document says, and what is known without an overlay: no format, filter, sort and page. */
const known = (model: Model) =>
  model.resources
    .map(({ type, singleton, attributes, relationships, operations }) => ({
      ...{ type, singleton },
      attributes: attributes.map((one) => [
        ...[one.name, one.type, one.nullable, one.enum?.toSorted(), one.create, one.update],
      ]),
      relationships: relationships.map(({ name, cardinality, types }) => [name, cardinality, types]),
      operations: operations.map(({ call, kind, method, path }) => `${call} ${kind} ${method} ${path}`).sort(),
    }))
    .sort((a, b) => (a.type < b.type ? -1 : 1))

const page = (dialect: PageDialect | null) =>
  dialect && { ...dialect, source: undefined, total: dialect.total?.at, count: dialect.count?.at }

if (existsSync(shared)) {
  test("the publisher's document with our overlay says what ours does", async () => {
    const theirs = await load('specs/commercelayer-provisioning.json', { cwd: shared, overlays: [overlay] })
    const got = told(build(theirs).model)
    const want = told(build(await load(ours, { cwd: shared })).model)
    for (const [index, resource] of want.resources.entries())
      assert.equal(got.resources[index], resource, resource.type)
    // Lists that are shared within a Model would be told apart from equal ones.
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
    assert.equal(plain({ ...got, resources: [] }), plain({ ...want, resources: [] }))
  })

  test("the publisher's document alone has the same resources, attributes, relationships and operations", async () => {
    const [got, want] = await Promise.all(
      ['specs/commercelayer-provisioning.json', ours].map(async (spec) =>
        known(build(await load(spec, { cwd: shared })).model),
      ),
    )
    assert.ok(want && want.length > 0)
    for (const [index, resource] of want.entries()) assert.equal(got?.[index], resource, resource.type)
    assert.is(got?.length, want.length)
  })
} else {
  console.log('skipped: the documents to compare with are not beside this checkout')
}

test.run()
