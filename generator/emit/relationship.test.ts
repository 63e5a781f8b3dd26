import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { faultsOf } from '../../spec/fixtures/emit/compiled.js'
import { load } from '../document/load.js'
import { build } from '../model/build.js'
import { emit } from './emit.js'
import { sdkExample } from './examples.js'

const cwd = fileURLToPath(new URL('../../spec/fixtures/model/', import.meta.url))
const document = await load('relationship-endpoints.yaml', { cwd })
const { model } = build(document)
const files = await emit(model, document)

/** By the name of a method at a relationship's own path: its signature, and what it sends. */
const METHODS: Readonly<Record<string, readonly [signature: string, body?: string]>> = {
  tagsRelationship: [
    "<const N extends number = number>(id: string, query?: Pick<ListQuery<'tags', never, NoFields, N>, 'sort' | 'page'>, options?: RequestOptions): LinkageRequest<'tags', true>",
  ],
  addTagsRelationship: [
    "(id: string, links: readonly Link<'tags'>[], options?: RequestOptions): EmptyRequest",
    "linkage(links, 'tags')",
  ],
  replaceTagsRelationship: [
    "(id: string, links: readonly Link<'tags'>[], options?: RequestOptions): LinkageRequest<'tags', true>",
    "linkage(links, 'tags')",
  ],
  removeTagsRelationship: ['(id: string, options?: RequestOptions): EmptyRequest'],
  authorRelationship: ["(id: string, options?: RequestOptions): LinkageRequest<'people', false>"],
  replaceAuthorRelationship: [
    "(id: string, link: Link<'people'> | null, options?: RequestOptions): EmptyRequest",
    "linkage(link, 'people')",
  ],
  removeSubjectsRelationship: [
    "(id: string, links: readonly Identifier<'articles' | 'topics'>[], options?: RequestOptions): EmptyRequest",
    "linkage(links, ['articles', 'topics'])",
  ],
}

for (const [name, [signature, body]] of Object.entries(METHODS)) {
  test(`the method ${name}`, () => {
    const text = (files.get('resources/articles.ts') ?? '').replace(/\(\n\s+/g, '(').replace(/,\n\s+\)/g, ')')
    const [, given, call] =
      text.replace(/,\n {4}(?=\w)/g, ', ').match(new RegExp(`\\n {2}${name}(\\S.*) \\{\\n([^]*?)\\n {2}\\}`)) ?? []
    assert.is(given, signature)
    assert.is(call?.match(/linkage\(.*?\)/)?.[0], body)
    assert.match(call ?? '', `return new ${signature.slice(signature.lastIndexOf('): ') + 3)}(`)
    assert.is(/\bquery\b/.test(call ?? ''), signature.includes('query?'))
  })
}

test('linkage has the types of the relationship', async () => {
  const examples = model.resources.flatMap(({ operations }) => operations.map((one) => sdkExample(model, one)))
  const usage = [
    ...examples,
    `const list: Sdk.Identifier<'tags'>[] = await api.articles.tagsRelationship('1', { sort: ['x'], page: { size: 5 } })
     const one: Sdk.Identifier<'people'> | null = await api.articles.authorRelationship('1')
     await api.articles.replaceAuthorRelationship('1', one)
     await api.articles.replaceAuthorRelationship('1', null)
     await api.articles.addTagsRelationship('1', [...list, 'x'])
     const request: Sdk.LinkageRequest<'images', false> = api.articles.coverRelationship('1')
     return request`,
    `// @ts-expect-error: a to-one may be empty
     return (await api.articles.authorRelationship('1')).id`,
    `// @ts-expect-error: of a polymorphic relationship, an id alone does not tell the type
     await api.articles.removeSubjectsRelationship('1', ['2'])`,
    `// @ts-expect-error: a resource of another type
     await api.articles.addTagsRelationship('1', [{ type: 'people', id: '2' }])`,
    `// @ts-expect-error: nothing is included
     await api.articles.tagsRelationship('1', { include: ['x'] })`,
  ]
  assert.equal(await faultsOf(files, usage), [])
})

test.run()
