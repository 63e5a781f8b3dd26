import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { modelOf, modelOfRoot } from '../../spec/fixtures/model/model-of.js'
import type { JsonObject } from '../document/types.js'
import type { Answer, Body, Model } from './types.js'

const FILE = 'relationship-endpoints.yaml'

const written = (body: Body | null): string =>
  body?.kind === 'linkage' ? `${body.cardinality} ${body.types}` : `${body?.kind ?? '-'}`

const answered = (answer: Answer): string =>
  answer.kind === 'linkage'
    ? `${answer.cardinality} ${answer.types}${answer.nullable ? ' null' : ''}`
    : `${answer.kind}${answer.kind === 'one' ? ` ${answer.types}` : ''}`

/** Of each operation at a relationship's own path: its call, its kind, what it sends and what it gets. */
const endpoints = ({ resources }: Model) =>
  resources
    .flatMap(({ operations }) => operations)
    .filter(({ path }) => path.includes('/relationships/'))
    .map(({ call, kind, body, answer }) => `${call} ${kind}: ${written(body)} → ${answered(answer)}`)

test('what relationships’ own paths read and write', async () => {
  assert.equal(endpoints((await modelOf(FILE)).model), [
    'articles.tagsRelationship relationship: - → many tags',
    'articles.addTagsRelationship relationship: many tags → nothing',
    'articles.replaceTagsRelationship relationship: many tags → many tags',
    'articles.removeTagsRelationship relationship: - → nothing',
    'articles.authorRelationship relationship: - → one people null',
    'articles.replaceAuthorRelationship relationship: one people → nothing',
    'articles.coverRelationship relationship: - → one images',
    'articles.replaceCoverRelationship relationship: one images → one articles',
    'articles.addSubjectsRelationship relationship: many articles,topics → plain',
    'articles.removeSubjectsRelationship relationship: many articles,topics → nothing',
    'articles.replaceHistoryRelationship relationship: many articles → nothing',
    'articles.versionsRelationship relationship: - → many tags',
    'articles.setTagsRelationship plain: - → nothing',
    'articles.headTagsRelationship plain: - → nothing',
    'articles.notesRelationship plain: - → nothing',
    'articles.linksRelationship plain: - → plain',
    'articles.historyRelationship plain: - → plain',
    'articles.replaceVersionsRelationship plain: plain → nothing',
    'me.replaceArticlesRelationship relationship: many articles → nothing',
    'me.addArticlesRelationship plain: plain → nothing',
  ])
})

test('which relationship an operation is along: by the words of its name, whatever they are written in', () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
  const answer = (schema: JsonObject) => ({
    responses: { 200: { content: { 'application/vnd.api+json': { schema } } } },
  })
  const one = (name: string) => answer({ type: 'object', properties: { data: ref(name) } })
  const identifier = { type: 'object', properties: { data: { $ref: '#/components/schemas/Id' } } }
  const { model } = modelOfRoot({
    openapi: '3.1.0',
    info: { title: 'Books', version: '1' },
    paths: {
      '/books/{id}': { get: one('Book') },
      '/books/{id}/co-author': { get: one('Person') },
      '/books/{id}/relationships/coAuthor': { get: answer(identifier) },
      '/books/{id}/cover': { get: answer({ type: 'string' }) },
      '/people/{id}': { get: one('Person') },
      '/people/{id}/friend': { get: one('Person') },
    },
    components: {
      schemas: {
        Id: { type: 'object', properties: { type: { const: 'people' }, id: { type: 'string' } } },
        Person: { type: 'object', properties: { type: { const: 'people' }, id: { type: 'string' }, attributes: {} } },
        Book: {
          type: 'object',
          properties: {
            type: { const: 'books' },
            id: { type: 'string' },
            attributes: {},
            relationships: { type: 'object', properties: { co_author: identifier, cover: identifier } },
          },
        },
      },
    },
  })
  const along = model.resources.flatMap(({ operations }) => operations.map((one) => [one.path, one.relationship]))
  assert.equal(along, [
    ['/books/{id}', undefined],
    ['/books/{id}/co-author', 'co_author'],
    ['/books/{id}/relationships/coAuthor', 'co_author'],
    ['/books/{id}/cover', undefined],
    ['/people/{id}', undefined],
    ['/people/{id}/friend', undefined],
  ])
})

test('what is stated of the relationship holds at its own path; a to-one is neither added to nor removed from', async () => {
  const tags = '/components/schemas/Article/properties/relationships/properties/tags'
  const { model } = await modelOf(FILE, { [tags]: { cardinality: 'one', types: ['users', 'articles'] } })
  assert.equal(
    endpoints(model).filter((one) => /\.\w+TagsRelationship|\.tags/.test(one)),
    [
      'articles.tagsRelationship relationship: - → one users,articles null',
      'articles.replaceTagsRelationship relationship: one users,articles → one users,articles null',
      'articles.addTagsRelationship plain: plain → nothing',
      'articles.setTagsRelationship plain: - → nothing',
      'articles.removeTagsRelationship plain: - → nothing',
      'articles.headTagsRelationship plain: - → nothing',
    ],
  )
})

test('a relationship without linkage in the resource object leads where its own path tells', async () => {
  const { relationships = [] } = (await modelOf(FILE)).model.resources.find(({ type }) => type === 'articles') ?? {}
  assert.equal(
    relationships.map(({ name, cardinality, types, source }) => `${name} ${cardinality} ${types} ${source.types.by}`),
    ['tags many tags declared', 'author one people declared', 'history many articles declared'],
  )
})

test('a type that only such a path names is a resource', async () => {
  const { resources } = (await modelOf(FILE)).model
  assert.equal(
    resources.map(({ type, source }) => `${type} ${source.by}`),
    ['articles declared', 'users declared', 'tags inferred', 'people inferred', 'images inferred', 'topics inferred'],
  )
})

test('a list of linkage is sorted, filtered and paged as declared; nothing is included', async () => {
  const { resources } = (await modelOf(FILE)).model
  const taken = resources
    .flatMap(({ operations }) => operations)
    .flatMap(({ call, query }) => {
      const families = Object.entries(query).flatMap(([family, taken]) => (taken ? [family] : []))
      return families.length > 0 ? [`${call} ${families}`] : []
    })
  assert.equal(taken, ['articles.tagsRelationship sort,page'])
})

test('what JSON:API tells in place of the document is told', async () => {
  const { problems } = await modelOf(FILE)
  const path = '/paths/~1articles~1{id}~1relationships~1'
  assert.equal(
    problems
      .filter(({ code }) => /^re(quest|sponse)-(not-declared|contradiction)$/.test(code))
      .map(({ message, places: [place] }) => `${place?.pointer}: ${message.replace(/^.*? declares/, 'declares')}`),
    [
      `${path}tags/delete: declares no request body, so none is sent.`,
      `${path}author/get/responses/200: declares no content of its response 200; JSON:API tells it.`,
      `${path}subjects/post: declares no request body, but JSON:API tells it.`,
      '/paths/~1me~1relationships~1articles/patch: declares no request body, but JSON:API tells it.',
      '/components/requestBodies/Resource/content/application~1json/schema: declares a body of resource objects, but JSON:API has a relationship written by linkage alone, which is taken.',
    ],
  )
})

test.run()
