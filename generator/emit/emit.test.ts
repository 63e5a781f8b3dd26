import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { load } from '../document/load.js'
import { type BuildConfig, build } from '../model/build.js'
import { emit } from './emit.js'

/** What a document gives, by path. */
async function emitted(document: object, config: BuildConfig = {}): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'emit-'))
  try {
    await writeFile(join(folder, 'openapi.json'), JSON.stringify(document))
    const loaded = await load('openapi.json', { cwd: folder })
    return await emit(build(loaded, config).model, loaded)
  } finally {
    await rm(folder, { recursive: true })
  }
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: as a document may have it
const hostile = '*/ process.exit(1) /* `${alert(1)}` \' " \\ {{evil}} <script>alert(1)</script> \u2028 $&'

/** Every identifier of a source: what is text is not among them. */
function identifiers(source: string): Set<string> {
  const found = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('x.ts', source, ts.ScriptTarget.ES2022))
  return found
}

/** An API of one resource, `attribute` among its attributes, every text in it hostile. */
const documentWith = (attribute: object, names: { type?: string; attribute?: string; path?: string } = {}) => ({
  openapi: '3.1.0',
  info: { title: hostile, version: hostile, description: hostile, summary: hostile },
  servers: [
    {
      url: `https://example.com/${hostile}/{a'b}`,
      variables: { "a'b": { default: hostile, enum: [hostile, '$&'], description: hostile } },
    },
  ],
  components: {
    securitySchemes: {
      [hostile]: { type: 'apiKey', in: 'header', name: hostile, description: hostile },
      program: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: hostile, scopes: { [hostile]: hostile } } } },
    },
    schemas: { Secret: { properties: { [hostile]: { writeOnly: true } } } },
  },
  'x-jsonapi': { page: { after: hostile, size: hostile, total: `/${hostile.replaceAll('~', '')}`, next: '/meta/*/' } },
  paths: {
    [names.path ?? '/things']: {
      get: {
        summary: hostile,
        description: hostile,
        responses: {
          200: {
            description: hostile,
            content: {
              'application/vnd.api+json': {
                schema: {
                  type: 'object',
                  properties: {
                    data: {
                      type: 'array',
                      items: {
                        type: 'object',
                        description: hostile,
                        properties: {
                          type: { const: names.type ?? 'things' },
                          id: { type: 'string', examples: [hostile] },
                          attributes: {
                            type: 'object',
                            properties: { [names.attribute ?? 'name']: { description: hostile, ...attribute } },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
})

test('hostile text ends as data', async () => {
  const enums = { type: 'string', enum: [hostile, "it's"], examples: [hostile], default: hostile }
  const within = { items: { properties: { [hostile]: enums } }, type: 'array', examples: [hostile] }
  const date = { type: 'string', format: 'date-time', examples: [hostile], default: hostile }
  for (const schema of [enums, within, date]) {
    // `emit` itself throws for what is no TypeScript.
    const named = documentWith(schema, { attribute: hostile })
    const files = [...(await emitted(named)), ...(await emitted(named, { dates: 'Date', enums: 'open' }))]
    for (const [path, text] of files) {
      if (path.endsWith('.md')) continue // docs.test.ts has these
      assert.not.ok(identifiers(text).has('alert') || identifiers(text).has('exit'), path)
    }
  }
})

test('a component never has the name of a type that the SDK has anyway', async () => {
  const names = ['Date', 'Meta', 'ThingShape', 'ThingRequests', 'Client', 'Address']
  const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]))
  const schemas = Object.fromEntries(names.map((name) => [name, { properties: { text: { type: 'string' } } }]))
  const document = { ...documentWith({ properties, description: '' }), components: { schemas } }
  const text = (await emitted(document)).get('schemas.ts') ?? ''
  assert.equal(
    [...text.matchAll(/^export type (\w+)/gm)].map(([, name]) => name),
    ['DateSchema', 'MetaSchema', 'ThingShapeSchema', 'ThingRequestsSchema', 'ClientSchema', 'Address'],
  )
})

test('names that mean something to JavaScript are names', async () => {
  for (const name of [
    '__proto__',
    'constructor',
    'toString',
    'then',
    'default',
    'class',
    'hasOwnProperty',
    '1st',
    'ü',
  ]) {
    const files = await emitted(documentWith({ type: 'string' }, { type: name, attribute: name }))
    assert.match(files.get('index.ts') ?? '', /resources\//, name)
  }
})

test('a path cannot leave its template', async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as a document may have it
  const files = await emitted(documentWith({ type: 'string' }, { path: '/things`+alert(1)+`/${exit(1)}/\\' }))
  const [, resource = ''] = [...files].find(([path]) => path.startsWith('resources/')) ?? []
  assert.match(resource, /path`\/things\\`\+alert\(1\)\+\\`\//)
  assert.not.ok(identifiers(resource).has('alert') || identifiers(resource).has('exit'))
})

test('what stands twice or steers a terminal does not reach the wire types', async () => {
  const document = documentWith({ type: 'string' })
  const { get } = document.paths['/things'] ?? {}
  const paths = {
    '/a': { get: { ...get, operationId: 'same', description: '\u001b[31m' } },
    '/b': { get: { ...get, operationId: 'same' } },
  }
  const wire = (await emitted({ ...document, paths })).get('schema.ts') ?? ''
  assert.not.ok(wire.includes('same') || wire.includes('\u001b'))
  assert.match(wire, /"\/b": \{/)
})

test('no file has the name of a device', async () => {
  const files = await emitted(documentWith({ type: 'string' }, { type: 'con' }))
  assert.ok(files.has('resources/con_.ts'))
})

/** The declaration of `name` in the interface of the resource. */
async function declared(attribute: object): Promise<string> {
  const files = await emitted(documentWith({ ...attribute, description: '' }))
  const [, declaration] = /\n {2}(name: .*?)\n\}/s.exec(files.get('resources/things.ts') ?? '') ?? []
  return declaration ?? ''
}

test('attributes have the types of their schemas', async () => {
  const types: [schema: object, want: string][] = [
    [{ type: 'string' }, 'name: string'],
    [{ type: ['string', 'null'] }, 'name: string | null'],
    [{ type: 'string', format: 'date-time' }, 'name: string'],
    [{ type: 'integer' }, 'name: number'],
    [{ type: 'object' }, 'name: Record<string, unknown>'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, 'name: Record<string, number>'],
    [{ type: 'array', items: { type: 'string' } }, 'name: string[]'],
    [{ enum: ['a', "b'c", null] }, "name: 'a' | 'b\\'c' | null"],
    [{ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }, 'name: {\n    a: string\n  }'],
    [{}, 'name: unknown'],
  ]
  for (const [schema, want] of types) assert.is(await declared(schema), want)
})

test('what is polymorphic leads to each of its types', async () => {
  const cwd = fileURLToPath(new URL('../../spec/fixtures/model/', import.meta.url))
  const document = await load('polymorphic.yaml', { cwd })
  const files = await emit(build(document).model, document)
  const cats = files.get('resources/cats.ts') ?? ''
  assert.match(cats, /\n {2}enemy\?: Identifier<'cats' \| 'dogs'> \| null\n/)
  assert.match(cats, /\n {4}enemy: 'cats' \| 'dogs'\n/)
  assert.match(files.get('api.ts') ?? '', /\n {6}one: \{ enemy: \['cats', 'dogs'\], nemesis: .*, friend: 'cats' \},\n/)
})

test.run()
