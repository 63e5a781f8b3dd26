import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { inputDocument } from './input.js'
import { frozen } from './testing.fixture.js'

type Input = Parameters<typeof inputDocument>[2]

const written = (type: string, input: Input, id?: string): unknown =>
  JSON.parse(JSON.stringify(inputDocument(description, type, frozen(input), id).data))

test('a flat input as a resource object', () => {
  const person = { type: 'people', id: '9', name: 'Ada', comments: 'none' }
  const identifier = { type: 'people', id: '9' }
  const given: [type: string, input: Input, want: object][] = [
    ['articles', {}, {}],
    ['articles', { title: 'x', words: 0, tone: null }, { attributes: { title: 'x', words: 0, tone: null } }],
    ['articles', { title: undefined, author: undefined }, {}],
    ['articles', { author: '9' }, { relationships: { author: { data: identifier } } }],
    ['articles', { author: identifier }, { relationships: { author: { data: identifier } } }],
    ['articles', { author: person }, { relationships: { author: { data: identifier } } }],
    ['articles', { author: null, comments: [] }, { relationships: { author: { data: null }, comments: { data: [] } } }],
    [
      'articles',
      { comments: ['1', { type: 'comments', id: '2', meta: {} }] },
      {
        relationships: {
          comments: {
            data: [
              { type: 'comments', id: '1' },
              { type: 'comments', id: '2' },
            ],
          },
        },
      },
    ],
    ['comments', { subject: person }, { relationships: { subject: { data: identifier } } }],
    // an attribute, whatever its value looks like, and whatever has its name elsewhere
    ['articles', { settings: identifier }, { attributes: { settings: identifier } }],
    ['articles', { settings: [identifier] }, { attributes: { settings: [identifier] } }],
    ['people', { comments: '1' }, { attributes: { comments: '1' } }],
    ['articles', { constructor: 'x', toString: 'y' }, { attributes: { constructor: 'x', toString: 'y' } }],
    ['constructor', { name: 'x' }, { attributes: { name: 'x' } }],
    // a client-generated id
    ['articles', { id: 'mine', title: 'x' }, { id: 'mine', attributes: { title: 'x' } }],
    ['articles', { type: 'people', title: 'x' }, { attributes: { title: 'x' } }],
  ]
  for (const [type, input, want] of given) assert.equal(written(type, input), { type, ...want })
})

test('the id that the path names wins', () => {
  assert.equal(written('articles', { id: 'other' }, 'a'), { type: 'articles', id: 'a' })
})

test('an attribute called __proto__ arrives, and changes nothing else', () => {
  const input = JSON.parse('{ "__proto__": { "admin": true } }')
  const document = inputDocument(description, 'articles', input)
  assert.is(JSON.stringify(document.data.attributes), '{"__proto__":{"admin":true}}')
  assert.is(Reflect.get(document.data.attributes ?? {}, 'admin'), undefined)
})

test('an attribute may have the name of a relationship that is only read', () => {
  const comments = { data: [{ body: 'x' }] }
  const { data } = inputDocument(description, 'articles', { comments, author: '9' }, undefined, ['comments'])
  assert.equal(data.attributes, { comments })
  assert.equal(Object.keys(data.relationships ?? {}), ['author'])
})

test('an attribute that an action takes may be called id', () => {
  const input = { id: 'q1', title: 'x' }
  const given: [attributes: string[], id: string | undefined, want: object][] = [
    [['id'], undefined, { type: 'articles', attributes: input }],
    [['id'], '1', { type: 'articles', id: '1', attributes: input }],
    [[], undefined, { type: 'articles', id: 'q1', attributes: { title: 'x' } }],
  ]
  for (const [attributes, id, want] of given) {
    const { data } = inputDocument(description, 'articles', input, id, attributes)
    assert.equal(JSON.parse(JSON.stringify(data)), want)
  }
})

test('what is no relationship is refused', () => {
  assert.throws(() => written('comments', { subject: '1' }), /subject: write \{ type, id \}/)
  assert.throws(() => written('articles', { author: 9 }), /author: .*an id/)
  assert.throws(() => written('articles', { comments: ['1', {}] }), /comments/)
})

test.run()
