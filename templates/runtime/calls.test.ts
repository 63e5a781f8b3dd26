import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { description } from '../api.js'
import { BaseClient } from './base-client.js'
import { resource } from './body.js'
import { Calls } from './calls.js'
import { path } from './path.js'
import { linkage } from './relationship.js'
import { type Call, Transport } from './transport.js'

const transport = new Transport(description, {})
const client = new BaseClient(transport)
const articles = new Calls(client, '/articles')

/** Verb, path, and what is sent of a resource. */
const sent = (call: Call): unknown[] => {
  const content = call.body?.(description, call.type)?.content
  return [call.method, call.path(), ...(content === undefined ? [] : [JSON.parse(String(content)).data])]
}

test('what goes beneath the path of the group, and what goes elsewhere', () => {
  const given: [call: Call, want: unknown[]][] = [
    [articles.get([]), ['GET', '/articles']],
    [articles.get(['1', 'a/b', 2]), ['GET', '/articles/1/a%2Fb/2']],
    [articles.get(path`/drafts/${'1'}`), ['GET', '/drafts/1']],
    [articles.delete(['1']), ['DELETE', '/articles/1']],
    [articles.make('PURGE', ['1'], {}), ['PURGE', '/articles/1']],
    [new Calls(client).get(['ping']), ['GET', '/ping']],
    [
      articles.post([], resource({ title: 'x' })),
      ['POST', '/articles', { type: 'articles', attributes: { title: 'x' } }],
    ],
    [articles.patch(['1'], resource({}, '1')), ['PATCH', '/articles/1', { type: 'articles', id: '1' }]],
    [articles.post(['1', 'x'], resource({}, undefined, { type: 'y' })), ['POST', '/articles/1/x', { type: 'y' }]],
    [new Calls(client, '/me', 'people').patch([], resource({})), ['PATCH', '/me', { type: 'people' }]],
    [
      articles.patch(['1', 'author'], linkage('9', 'people')),
      ['PATCH', '/articles/1/author', { type: 'people', id: '9' }],
    ],
  ]
  for (const [call, want] of given) assert.equal(sent(call), want)
})

test('a call says what it was told to', () => {
  const query = { include: ['author'] }
  const options = { timeout: 1 }
  const { nullable, ...call } = articles.get(['1'], query, options, { nullable: true })
  assert.equal([nullable, call.query, call.options, call.transport === transport], [true, query, options, true])
  const body = resource({})
  const sending = articles.patch([], body, query, options, { repeatable: false })
  assert.equal(
    [sending.body === body, sending.query, sending.options, sending.repeatable],
    [true, query, options, false],
  )
})

test.run()
