import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { library, operation } from '../../spec/fixtures/docs/library.js'
import type { AnswerContent, Operation } from '../model/types.js'
import { acceptOf } from './accept.js'
import { curlExample } from './docs-curl.js'

const content = (mediaType: string): AnswerContent => ({ status: 200, mediaType, format: 'json', properties: [] })
const [json, text] = [content('application/json'), content('text/plain')]
const nothing = { kind: 'nothing', status: 204 } as const

/** What an operation is and answers with, what its SDK asks for, and what curl is told. */
const OPERATIONS: readonly (readonly [
  given: Partial<Operation>,
  accept: string | undefined,
  header: string | undefined,
])[] = [
  [{ answer: { kind: 'one', types: ['books'], nullable: false, status: 200 } }, undefined, library.api.mediaType],
  [{ kind: 'delete', answer: nothing }, undefined, library.api.mediaType],
  [{ kind: 'action', answer: nothing }, undefined, library.api.mediaType],
  [{ kind: 'plain', answer: nothing }, '*/*', undefined],
  [
    { kind: 'plain', answer: { kind: 'plain', contents: [json, text, json], empty: false, status: 200 } },
    'application/json, text/plain',
    'application/json, text/plain',
  ],
]
for (const [given, accept, header] of OPERATIONS) {
  test(`${given.kind ?? 'retrieve'}, ${given.answer?.kind}: asks for ${accept}`, () => {
    const one = { ...operation('x', '/x', { kind: 'retrieve' }), ...given }
    assert.is(acceptOf(one), accept)
    const [, shown] = /-H 'Accept: (.*?)'/.exec(curlExample(library, one)) ?? []
    assert.is(shown, header)
  })
}

test.run()
