import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { library, operation } from '../../spec/fixtures/docs/library.js'
import type { Model, Operation, Requirement, SecurityScheme } from '../model/types.js'
import { requirementText } from './docs-security.js'
import { site } from './docs-site.js'
import { exampleSchemes } from './example-security.js'

const SCHEMES: readonly SecurityScheme[] = [
  { name: 'seal', type: 'other' },
  { name: 'token', type: 'bearer' },
  { name: 'key', type: 'apiKey', in: 'query', parameter: 'key' },
  { name: 'second', type: 'apiKey', in: 'query', parameter: 'second' },
]
const way = (...schemes: string[]): Requirement => schemes.map((scheme) => ({ scheme, scopes: [] }))
const scoped: Requirement = [{ scheme: 'token', scopes: ['read', 'write'] }]
const LINK = '[authorized](../client/authorization.md)'

/** [how the operation may be authorized, by what its example is, what its page says] */
const CASES: readonly (readonly [security: readonly Requirement[], shown: readonly string[], says: string])[] = [
  [[], [], 'It needs no authorization.'],
  [[way()], [], 'It needs no authorization.'],
  [[way('token')], ['token'], `It is ${LINK} by an access token.`],
  [[scoped], ['token'], `It is ${LINK} by an access token with the scopes \`read\` and \`write\`.`],
  [[way(), way('token')], [], `It may be ${LINK} by an access token.`],
  [[way('seal'), way('key')], ['key'], `It is ${LINK} by \`seal\`, or \`key\`.`],
  [[way('key', 'token')], ['key', 'token'], `It is ${LINK} by \`key\` and an access token.`],
  [[way('seal')], [], `It is ${LINK} by \`seal\`.`],
]

function given(schemes: readonly SecurityScheme[], security: readonly Requirement[]): [Model, Operation] {
  const one = operation('books.list', '/books', { security })
  const others = ['read', 'find'].map((name) => operation(`books.${name}`, '/', { security: [way('token', 'seal')] }))
  return [{ ...library, api: { ...library.api, security: schemes }, resources: [], operations: [one, ...others] }, one]
}

const says = (model: Model, one: Operation): string =>
  requirementText({ model, site: site(model), path: 'books/list.md' }, one)

for (const [security, shown, want] of CASES) {
  test(`${JSON.stringify(security)}: ${want}`, () => {
    const [model, one] = given(SCHEMES, security)
    assert.equal(
      exampleSchemes(model, one).map(({ name }) => name),
      shown,
    )
    assert.is(says(model, one), want)
  })
}

test('what is the same for most is not said of each', () => {
  const [model, one] = given(SCHEMES, [way('token', 'seal')])
  assert.is(says(model, one), '')
})

test('where no operation names a scheme, the first that can be shown stands for all', () => {
  const [model, one] = given(SCHEMES, [])
  const bare = { ...model, operations: [one] }
  assert.equal([exampleSchemes(bare, one).map(({ name }) => name), says(bare, one)], [['token'], ''])
})

test.run()
