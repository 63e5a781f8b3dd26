// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the text of emitted templates
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { attribute, library, operation, relationship, resource, taking } from '../../spec/fixtures/docs/library.js'
import type { Body, Operation } from '../model/types.js'
import { methodView } from './method.js'

const things = resource('things', 'Thing', { relationships: [relationship('owner', ['people'])] })
const model = { ...library, resources: [things, resource('others', 'Other')] }

const one = (nullable = false) => ({ kind: 'one', types: ['things'], nullable, status: 200 }) as const
const sent = (type: string, write: 'create' | 'update') => ({ kind: 'resource', type, write, required: true }) as const
const attributes = (id: boolean, ...names: string[]): Body => ({
  kind: 'attributes',
  name: 'ThingDo',
  type: 'things',
  id,
  attributes: names.map((name) => attribute(name)),
  required: true,
})
const query = taking('include', 'fields')
const json = {
  kind: 'plain',
  contents: [{ mediaType: 'application/json', format: 'json', schema: '', encoding: [], properties: [] }],
  required: true,
} as const

const GIVEN: readonly (readonly [path: string, more: Partial<Operation>, want: string])[] = [
  ['/things/{id}', { answer: one(), query }, 'get([id], query, options)'],
  ['/things/{id}', { answer: one() }, 'get([id], undefined, options)'],
  ['/things/{id}', { answer: one(true), query }, 'get([id], query, options, { nullable: true })'],
  ['/things', { method: 'POST', body: sent('things', 'create') }, 'post([], resource(input), undefined, options)'],
  [
    '/things/{id}',
    { method: 'PATCH', kind: 'update', body: sent('things', 'update') },
    'patch([id], resource(input, id), undefined, options)',
  ],
  ['/things/{id}', { method: 'DELETE' }, 'delete([id], options)'],
  ['/things/{id}/do', { method: 'POST' }, "post([id, 'do'], undefined, undefined, options)"],
  ['/things/{id}/do', { method: 'PATCH' }, "patch([id, 'do'], undefined, undefined, options, { repeatable: false })"],
  // of another type, or with attributes that are called like something else
  [
    '/things',
    { method: 'POST', body: sent('others', 'create') },
    "post([], resource(input, undefined, { type: 'others' }), undefined, options)",
  ],
  [
    '/things/{id}/do',
    { method: 'POST', body: attributes(true, 'owner', 'id', 'x') },
    "post([id, 'do'], resource(input, id, { attributes: ['owner', 'id'] }), undefined, options)",
  ],
  [
    '/things/{id}/do',
    { method: 'POST', body: attributes(false, 'type') },
    "post([id, 'do'], resource(input, undefined, { attributes: ['type'] }), undefined, options)",
  ],
  // elsewhere, and of other methods
  ['/others/{id}/things', { answer: one(), query }, 'get(path`/others/${id}/things`, query, options)'],
  [
    '/things/{id}',
    { method: 'PUT', body: sent('things', 'update') },
    "make('PUT', [id], { body: resource(input, id), options })",
  ],
  ['/things/{id}', { method: 'DELETE', answer: one(), query }, "make('DELETE', [id], { query, options })"],
  [
    '/things/{id}',
    { method: 'DELETE', body: { kind: 'linkage', cardinality: 'one', types: ['people'], required: true } },
    "make('DELETE', [id], { body: linkage(link, 'people'), options })",
  ],
  ['/things', { method: 'GET', body: sent('things', 'create') }, "make('GET', [], { body: resource(input), options })"],
  ['/things', { method: 'PURGE' }, "make('PURGE', [], { repeatable: false, options })"],
  // with more to say
  ['/things', { method: 'POST', body: json }, "make('POST', [], { body: json(body, 'application/json'), options })"],
]

for (const [path, more, want] of GIVEN) {
  test(`the call of ${more.method ?? 'GET'} ${path}: ${want}`, () => {
    const given = operation('things.do', path, more)
    const { statement } = methodView(model, given, { path: '/things', type: 'things' }, { wireType: () => ['unknown'] })
    const text = statement
      .map((line) => line.trim())
      .join(' ')
      .replace(/,? (\)+)$/, '$1')
    assert.is(text.replace(/^return new \w+(<.*>)?\( ?this\.#calls\.(.*)\)$/, '$2'), want)
  })
}

test('a group that has no type says that of each body', () => {
  const given = operation('things.do', '/things', { method: 'POST', body: sent('things', 'create') })
  const { statement } = methodView(model, given, { path: '', type: undefined }, { wireType: () => ['unknown'] })
  assert.match(
    statement.join(''),
    "post(['things'], resource(input, undefined, { type: 'things' }), undefined, options)",
  )
})

test.run()
