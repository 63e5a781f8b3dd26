import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../document/load.js'
import type { Document } from '../document/types.js'
import { InputError } from '../problems.js'
import { build } from './build.js'
import type { Model, Writable } from './types.js'

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** Null where the reader does not take the document's version. */
async function read(file: string): Promise<Document | null> {
  try {
    return await load(file, { cwd: shared })
  } catch (error) {
    if (error instanceof InputError && error.problems.some(({ code }) => code === 'unsupported-version')) return null
    throw error
  }
}

const operations = (model: Model) => [...model.resources.flatMap((one) => one.operations), ...model.operations]

/** Every (method, path) of the document, in the document's own words. */
function pairs({ root }: Document): string[] {
  return Object.entries(root.paths ?? {}).flatMap(([path, item]) =>
    typeof item === 'object' && item !== null
      ? Object.keys(item).flatMap((verb) => (METHODS.includes(verb) ? [`${verb.toUpperCase()} ${path}`] : []))
      : [],
  )
}

function specs(): void {
  for (const file of readdirSync(`${shared}specs`)) {
    test(`${file}: every operation is in the Model once, and every type that it speaks of`, async () => {
      const document = await read(`specs/${file}`)
      if (!document) return
      const { model } = build(document)
      const found = operations(model)
      assert.equal(found.map(({ method, path }) => `${method} ${path}`).sort(), pairs(document).sort())
      assert.is(new Set(found.map(({ call }) => call)).size, found.length)
      const types = new Set(model.resources.map(({ type }) => type))
      const spoken = [
        ...model.resources.flatMap((one) => one.relationships.flatMap((relationship) => relationship.types)),
        ...found.flatMap(({ answer }) => ('types' in answer ? answer.types : [])),
        ...found.flatMap(({ body }) => (body && 'types' in body ? body.types : [])),
      ]
      assert.equal(
        spoken.filter((type) => !types.has(type)),
        [],
      )
      for (const { pathParameters } of found) {
        const names = pathParameters.map(({ argument }) => argument)
        assert.is(new Set(names).size, names.length)
      }
    })
  }
}

interface Facts {
  readonly resources: Record<
    string,
    {
      readonly attributes: Record<
        string,
        {
          type: string
          nullable?: boolean
          enum?: string[]
          read_only?: boolean
          write_only?: boolean
          create?: Writable
          update?: Writable
        }
      >
      readonly relationships: Record<
        string,
        { type: string; cardinality: string; create?: Writable; update?: Writable }
      >
      readonly endpoints: readonly string[]
      readonly singleton?: boolean
    }
  >
}

/** What the facts say, in the words of the Model; formats, filters and sorts stand in no document of the publisher's. */
function wanted({ resources }: Facts) {
  return Object.fromEntries(
    Object.entries(resources).map(([type, { attributes, relationships, endpoints, singleton = false }]) => [
      type,
      {
        singleton,
        attributes: Object.entries(attributes).map(([name, fact]) => {
          const { type, nullable = false, create = null, update = null, write_only = false } = fact
          return { name, type, nullable, readable: !write_only, create, update, enum: fact.enum?.toSorted() }
        }),
        relationships: Object.entries(relationships).map(
          ([name, { type, cardinality, create = null, update = null }]) => {
            return { name, cardinality, types: [type], create, update }
          },
        ),
        endpoints: endpoints.toSorted(),
      },
    ]),
  )
}

function told({ resources }: Model) {
  return Object.fromEntries(
    resources.map(({ type, singleton, attributes, relationships, operations }) => [
      type,
      {
        singleton,
        attributes: attributes.map(({ name, type, nullable, readable, create, update, enum: values }) => {
          return { name, type, nullable, readable, create, update, enum: values?.toSorted() }
        }),
        relationships: relationships.map(({ name, cardinality, types, create, update }) => {
          return { name, cardinality, types, create, update }
        }),
        endpoints: operations.map(({ method, path }) => `${method} ${path}`).sort(),
      },
    ]),
  )
}

function facts(): void {
  const want: Facts = JSON.parse(readFileSync(`${shared}facts/provisioning-api.json`, 'utf8'))
  const documents = [
    ['the document of this repository', fileURLToPath(new URL('../../spec/provisioning.yaml', import.meta.url))],
    ["the publisher's document", 'specs/commercelayer-provisioning.json'],
  ] as const
  for (const [name, file] of documents) {
    test(`${name} agrees with the facts of the Provisioning API`, async () => {
      const document = await read(file)
      if (!document) throw new Error(`${file} is not read`)
      const { model } = build(document)
      const got = told(model)
      for (const [type, fact] of Object.entries(wanted(want))) assert.equal(got[type], fact, type)
      assert.equal(Object.keys(got).sort(), Object.keys(want.resources).sort())
      assert.equal(model.operations, [])
    })
  }
}

if (existsSync(shared)) {
  specs()
  facts()
} else {
  console.log('skipped: the documents to compare with are not beside this checkout')
}

test.run()
