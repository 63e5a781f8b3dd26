import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { modelOfRoot } from '../../spec/fixtures/model/model-of.js'
import type { JsonObject } from '../document/types.js'
import type { Value } from './types.js'

const of = (name: string): JsonObject => ({ type: 'object', properties: { [name]: { type: 'string' } } })

const schemas: JsonObject = {
  Cat: of('claws'),
  Dog: { ...of('tail'), title: 'A dog', description: 'It barks.' },
  Pet: {
    description: 'Of any kind.',
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
  },
  Puppy: { description: 'A young one.', allOf: [{ $ref: '#/components/schemas/Dog' }, of('age')] },
}

/** What the Model says of a property of this schema. */
function propertyOf(schema: JsonObject): Value | undefined {
  const content = { 'application/json': { schema: { type: 'object', properties: { it: schema } } } }
  const paths = { '/a': { get: { responses: { 200: { description: 'Done', content } } } } }
  const { model } = modelOfRoot({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths,
    components: { schemas },
  })
  const answer = model.operations[0]?.answer
  return answer?.kind === 'plain' ? answer.contents[0].properties[0] : undefined
}

/** `A dog (It barks.): tail`, of each thing that a value may be. */
const told = ({ variants }: Value): string[] =>
  (variants ?? []).map(
    ({ label = '?', description = '', type, properties = [] }) =>
      `${label}${description && ` (${description})`}: ${properties.map(({ name }) => name).join(' ') || type}`,
  )

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
const VALUES: readonly (readonly [what: string, schema: JsonObject, want: string[]])[] = [
  ['a schema by its title or its name', { oneOf: [ref('Cat'), ref('Dog')] }, ['Cat: claws', 'A dog (It barks.): tail']],
  ['a description of all of them is of none', ref('Pet'), ['Cat: claws', 'A dog (It barks.): tail']],
  ['a schema without a name', { anyOf: [of('x'), { type: 'string' }] }, ['?: x', '?: string']],
  [
    'what a schema takes from another',
    { oneOf: [ref('Puppy'), { title: 'None', type: 'object' }] },
    ['A dog (A young one.): tail age', 'None: object'],
  ],
  ['null is none of them', { oneOf: [ref('Cat'), { type: 'null' }] }, []],
  ['what all have', { ...of('id'), oneOf: [ref('Cat'), ref('Dog')] }, ['Cat: id claws', 'A dog (It barks.): id tail']],
]
for (const [what, schema, want] of VALUES) {
  test(`what a value may be: ${what}`, () => {
    const value = propertyOf(schema)
    assert.ok(value)
    assert.equal(told(value), want)
  })
}

test('what may be several things within one of several things is told of the first', () => {
  const inner = { type: 'object', properties: { pet: ref('Pet') } }
  const [first, second] = propertyOf({ oneOf: [inner, inner, ref('Cat')] })?.variants ?? []
  const pets = [first, second].map((one) => one?.properties?.[0] ?? { type: '', nullable: false })
  assert.equal(pets.map(told), [['Cat: claws', 'A dog (It barks.): tail'], []])
})

test.run()
